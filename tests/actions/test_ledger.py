from datetime import date
from importlib import util

import pytest
from python_calamine import CalamineWorkbook

from docgen.actions.init import init
from docgen.actions.ledger import KeptWorkbook, LedgerOff, NoLedger, NotAWorkbookName, ledger
from docgen.build.owners import UnknownBranch
from docgen.exchange.packages import NoSheetPackages
from docgen.workspace import Workspace
from support.workbooks import Book

DAY = date(2012, 12, 28)


@pytest.fixture
def workspace(tmp_path):
    return Workspace.find(init(tmp_path / "office").root)


def made(workspace, *names, output=None, **options):
    return ledger(workspace, names, DAY, DAY, output, **options)


def test_the_committees_workbook_lies_in_the_output(workspace):
    found = made(workspace)

    assert found.path == workspace.output / "台账" / "台账.xlsx"
    assert found.status == "written"
    assert CalamineWorkbook.from_path(found.path).sheet_names == [name for name, _ in found.sheets]
    assert (found.branches, found.problems.total, found.problems.closed) == (6, 17, 15)


def test_branches_named_in_any_way_have_a_workbook_of_their_own(workspace, tmp_path):
    found = made(workspace, "z01", "学生第一党支部", "Z01", output=tmp_path / "两个.XLSX")

    assert found.sheets == (
        ("Z01问题整改台账", 3),
        ("Z01实事清单", 2),
        ("Z04问题整改台账", 4),
        ("Z04实事清单", 2),
    )
    assert found.problems.total == 7


def test_the_committee_is_named_as_everywhere(workspace):
    assert made(workspace, "DW").sheets == made(workspace).sheets


def test_nothing_is_written_when_nothing_has_changed(workspace):
    made(workspace)

    assert made(workspace).status == "unchanged"


def test_a_newer_ledger_replaces_the_older_one(workspace):
    first = made(workspace)

    later = ledger(workspace, (), date(2013, 5, 1), DAY, None)

    assert (later.path, later.status) == (first.path, "written")


def test_a_workbook_that_somebody_has_edited_is_kept(workspace):
    path = made(workspace).path
    Book(path).save(path)
    edited = path.read_bytes()

    with pytest.raises(KeptWorkbook) as caught:
        made(workspace)

    assert path.read_bytes() == edited
    assert "--force" in caught.value.remedy
    assert made(workspace, force=True).status == "written"


def test_a_file_that_is_no_workbook_is_kept(workspace, tmp_path):
    (tmp_path / "台账.xlsx").write_bytes(b"notes")

    with pytest.raises(KeptWorkbook):
        made(workspace, output=tmp_path / "台账.xlsx")


def test_a_name_that_is_no_workbooks_is_refused(workspace, tmp_path):
    with pytest.raises(NotAWorkbookName):
        made(workspace, output=tmp_path / "台账.docx")


def test_an_unknown_branch_is_told_with_the_known_ones(workspace):
    with pytest.raises(UnknownBranch):
        made(workspace, "Z99")


def test_a_campaign_without_ledgers_has_no_workbook(workspace):
    (workspace.root / "docgen.toml").write_text('ledger = "off"\n', "utf-8")

    with pytest.raises(LedgerOff):
        made(Workspace.find(workspace.root))


def test_without_the_packages_it_is_told_how_to_get_them(workspace, monkeypatch):
    real = util.find_spec
    monkeypatch.setattr(
        "docgen.exchange.packages.find_spec", lambda name: None if name == "xlsxwriter" else real(name)
    )

    with pytest.raises(NoSheetPackages) as caught:
        made(workspace)

    assert caught.value.exit_status == 3
    assert "pip install" in caught.value.remedy


def test_what_could_not_be_read_is_told_on_every_sheet(workspace):
    (workspace.branches / "branch-Z03.yaml").write_text("branch: [", "utf-8")

    found = made(workspace)

    assert found.branches == 5
    assert found.unread
    lines = CalamineWorkbook.from_path(found.path).get_sheet_by_name("统计表").to_python()
    assert f"没有统计在内：{found.unread[0]}" in lines[1][0]


def test_without_the_committees_record_there_is_no_ledger(workspace):
    (workspace.data / "committee.yaml").write_text("[", "utf-8")

    with pytest.raises(NoLedger):
        made(workspace)
