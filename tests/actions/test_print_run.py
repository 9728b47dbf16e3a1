"""The print run from records to one PDF, with the real LibreOffice: a few runs, looked at by many tests."""

import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from docgen.actions.init import init
from docgen.actions.print_run import NothingToPrint, Printed, Wanted, print_run
from docgen.inspect.paper import open_paper
from docgen.layout.package import pack, unpack
from docgen.pdf import LibreOfficeMissing
from docgen.workspace import Workspace
from support.other_office import records, write
from support.papers import squeezed

pytestmark = pytest.mark.pdf

DAY = date(2012, 7, 1)
BRANCHES = ("Z01", "Z02", "Z03")


class Silent:
    def starts(self, what, total):
        pass

    def advances(self):
        pass


def run(root: Path, **wanted) -> Printed:
    values = {"kinds": ("D22", "D26"), "branches": BRANCHES, "as_of": DAY, **wanted}
    return print_run(Workspace.find(root), Wanted(**values), DAY, Silent())


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def edit_by_hand(path: Path, old: str, new: str) -> None:
    """A clerk changes a word in the paper."""
    parts = unpack(path.read_bytes())
    body = parts["word/document.xml"].decode()
    assert old in body
    path.write_bytes(pack({**parts, "word/document.xml": body.replace(old, new).encode()}))


def words_of(printed: Printed, place: int) -> str:
    """The text of a paper as it stands in the run."""
    one = printed.placed[place]
    pages = open_paper(printed.file.read_bytes()).pages
    return squeezed("".join(page.flowing_text for page in pages[one.first_page - 1 :][: one.pages]))


def index_of(printed: Printed) -> str:
    """The text in front of the papers."""
    pages = open_paper(printed.file.read_bytes()).pages[: printed.placed[0].first_page - 1]
    return squeezed("".join(page.flowing_text for page in pages))


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Path:
    return init(tmp_path_factory.mktemp("print") / "office").root


@pytest.fixture(scope="module")
def printed(office) -> Printed:
    return run(office)


@pytest.fixture(scope="module")
def after_changes(office, printed, tmp_path_factory) -> Printed:
    """One paper gone, one stale and a draft, one edited by hand, a scan; by kind, with drafts and posters."""
    root = Path(shutil.copytree(office, tmp_path_factory.mktemp("after") / "office"))
    for name in ("Z01_D22*.docx", "Z01_D22*.pdf"):
        next((root / "output").rglob(name)).unlink()
    edit(root, "branches/branch-Z02.yaml", "integration: 与学院", "integration: 记录里新改的一句，与学院")
    edit(root, "branches/branch-Z02.yaml", "agree: ", "agree: 99")
    edit_by_hand(next((root / "output").rglob("Z03_D22*.docx")), "升级办法", "手写办法")
    next((root / "output").rglob("Z01_D26*.pdf")).write_bytes(b"%PDF-1.4 the signed paper, scanned")
    return run(root, order="kind", drafts=True, posters="2up", output=root / "会上发的")


@pytest.fixture(scope="module")
def with_draft(office, printed, tmp_path_factory) -> Path:
    """The office with an error in the record of Z03."""
    root = Path(shutil.copytree(office, tmp_path_factory.mktemp("draft") / "office"))
    edit(root, "branches/branch-Z03.yaml", "agree: ", "agree: 99")
    return root


def test_the_run_holds_every_paper_as_its_own_pdf_shows_it(printed):
    pdf = open_paper(printed.file.read_bytes())

    assert [(one.paper.owner, one.paper.label) for one in printed.placed] == [
        (owner, label) for owner in BRANCHES for label in ("D22", "D26-goals")
    ]
    for one in printed.placed:
        own = open_paper(one.paper.pdf.read_bytes())
        first = pdf.pages[one.first_page - 1]
        assert first.flowing_text == own.pages[0].flowing_text
        assert one.pages == len(own.pages)
    assert printed.exit_status == 0


def test_the_index_sums_up_the_run_and_names_who_signs(printed):
    index = index_of(printed)

    assert "学院党委晋位升级工作打印清单" in index
    assert f"共{len(printed.placed)}份文书，{printed.totals.pages}页" in index
    assert "尉迟远（党支部书记）" in index


def test_the_checklist_has_a_box_for_every_paper_that_is_signed(printed):
    checklist = index_of(printed).split("签字盖章核对单")[1]

    signed = [one for one in printed.placed if one.paper.signing]

    assert signed
    assert checklist.count("□") == len(signed)


def test_a_missing_and_a_stale_paper_are_made_first(after_changes):
    assert [one.paper.owner for one in after_changes.placed[:3]] == ["Z01", "Z02", "Z03"]
    assert after_changes.placed[0].paper.pdf.is_file()
    assert "记录里新改的一句" in words_of(after_changes, 1)


def test_a_paper_edited_by_hand_is_printed_as_it_is_now(after_changes):
    assert [one.paper.edited for one in after_changes.placed[:3]] == [False, False, True]
    assert "手写办法" in words_of(after_changes, 2)
    assert "手工改过" in index_of(after_changes)


def test_a_scan_in_a_pdf_s_place_stays_and_the_paper_itself_is_printed(after_changes):
    (scan,) = (after_changes.file.parent / "output").rglob("Z01_D26*.pdf")

    assert scan.read_bytes().endswith(b"scanned")
    assert "公示" in words_of(after_changes, 3)


def test_a_wanted_draft_is_printed_and_marked(after_changes):
    assert after_changes.placed[1].paper.draft
    assert "草稿" in index_of(after_changes)
    assert after_changes.exit_status == 1


def test_by_kind_papers_of_one_kind_stand_together(after_changes):
    assert [one.paper.label for one in after_changes.placed] == ["D22"] * 3 + ["D26-goals"] * 3


def test_posters_are_a_file_of_their_own_for_what_is_posted(after_changes):
    notices = [one for one in after_changes.placed if one.paper.posted]

    with pikepdf.open(after_changes.file.with_name("会上发的-A3.pdf")) as document:
        assert len(document.pages) == after_changes.poster_sheets
        assert float(document.pages[0].mediabox[2]) == pytest.approx(1190.6, abs=0.2)
    assert after_changes.poster_sheets == sum(-(-one.pages // 2) for one in notices)


def test_a_draft_is_left_out_and_listed(with_draft):
    (with_draft / "清单.txt").write_text("Z03 D22\nZ02 D22\nZ01 D22", "utf-8")

    result = run(with_draft, kinds=("D22",), order=with_draft / "清单.txt")

    assert [one.paper.owner for one in result.placed] == ["Z02", "Z01"]
    assert [(one.owner, one.draft) for one in result.left_out] == [("Z03", True)]
    assert "没有打印的文书（1份）" in index_of(result)
    assert "草稿" in result.left_out[0].reason
    assert result.exit_status == 1


def test_only_drafts_are_nothing_to_print(with_draft):
    with pytest.raises(NothingToPrint) as caught:
        run(with_draft, kinds=("D22",), branches=("Z03",))

    assert "--drafts" in caught.value.remedy


def test_pages_are_foretold_right_for_another_office_whose_index_is_longer(tmp_path):
    root = write(records(), tmp_path)

    result = run(root, kinds=("D25", "D26"), branches=(), as_of=date(2027, 7, 1))

    pdf = open_paper(result.file.read_bytes())
    assert result.placed[0].first_page > 3
    for one in result.placed:
        own = open_paper(one.paper.pdf.read_bytes()).pages[0].flowing_text
        assert pdf.pages[one.first_page - 1].flowing_text == own


def test_without_libreoffice_the_papers_are_made_and_the_status_is_3(tmp_path, monkeypatch):
    root = init(tmp_path / "office").root
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(LibreOfficeMissing) as caught:
        run(root, branches=("Z01",), kinds=("D22",))

    assert caught.value.exit_status == 3
    assert len(list((root / "output").rglob("*.docx"))) == 1
