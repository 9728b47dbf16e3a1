"""arrange, export and destroy on an archive of prepared bytes in the hospital's workspace."""

import json
from datetime import date

import bagit
import pytest
from python_calamine import CalamineWorkbook

from docgen.actions.archive_arrange import UnknownInTable, archive_arrange
from docgen.actions.archive_attach import withdraw
from docgen.actions.archive_destroy import archive_destroy
from docgen.actions.archive_export import NotArranged, Unarranged, archive_export
from docgen.archive.exports.bag import FolderTaken
from docgen.archive.faults import ObjectDamaged
from docgen.archive.places import Places
from docgen.archive.provenance import FILE
from docgen.archive.store import Archive
from docgen.archive.verify.run import verify
from docgen.archive.writer import writing
from docgen.cli import main
from docgen.issuing.said import Said
from docgen.workspace import Workspace
from support.archives import Unsynced, judged
from support.docx import text_of
from support.filed import DOCX, NOW, SAID, SERIES, deposit, filed, spoiled
from support.issuing import TODAY


@pytest.fixture
def workspace(tmp_path):
    return filed(tmp_path)


def arranged(workspace):
    return archive_arrange(workspace, "2027", SAID, TODAY)


def test_the_arrangement_is_a_sound_part_of_the_archive(workspace):
    made = arranged(workspace)

    assert [(item.archival_no, len(item.objects)) for item in made.arrangement.items] == [
        ("H31-DQ13·2027-Y-0001", 2),
        ("H31-DQ13·2027-D10-0001", 1),
    ]
    assert judged(workspace.archive) == 4
    assert not [one for one in verify(workspace.archive).faults if one.severity.label == "错误"]
    assert arranged(workspace).seq == 0


def test_a_paper_that_is_replaced_after_it_was_filed_keeps_its_number_and_says_what_replaces_it(
    workspace, tmp_path
):
    first = arranged(workspace)
    plan = SERIES + "DW:D03-plan"
    with writing(workspace.archive, by="钱进", disk=Unsynced()) as writer:
        writer.commit(
            [
                deposit(
                    "DW:D03-plan.2", title="关于审批方案的请示", doc_no="院党〔2027〕5号", code="D03",
                    replaces=plan,
                )
            ]
        )  # fmt: skip

    later = arranged(workspace)
    made = archive_export(workspace, "2027", tmp_path / "bag", NOW)

    assert [item.objects for item in later.arrangement.items[:1]] == [first.arrangement.items[0].objects]
    assert [item.objects for item in later.new] == [(plan + ".2",)]
    assert bagit.Bag(str(made.folder)).validate()
    notes = {line.doc_no: line.note for line in made.told.lines}
    assert notes == {
        "市委〔2027〕9号": "附请示；院党〔2027〕3号已由院党〔2027〕5号代替",
        "院党〔2027〕5号": "",
        "": "",
    }


def test_what_is_kept_but_not_in_its_place_is_told_and_put_there_by_the_next_who_writes(workspace):
    told = []
    said = Said("钱进", "有误", say=told.append)
    stranger = Places(workspace.archive).object(SERIES + "P1:D26-goals:G1") / "v2"
    stranger.write_text("in its place")

    kept = withdraw(workspace, "P1:D26-goals:G1", "withdraw", said)

    (note,) = told
    assert "不会丢失" in note
    assert Archive.open(workspace.archive).find(kept.object).head == kept.version == "v2"
    stranger.unlink()
    withdraw(workspace, "DW:D03-plan", "withdraw", said)
    assert told == [note]
    assert judged(workspace.archive) == 3


def test_a_bag_that_any_archive_can_check(workspace, tmp_path):
    arranged(workspace)

    made = archive_export(workspace, "2027", tmp_path / "bag", NOW)

    bag = bagit.Bag(str(made.folder))
    bag.validate()
    first = sorted(path.name for path in next((made.folder / "data").glob("*-Y-*")).iterdir())
    assert [name[:2] for name in first] == ["01", "01", "02", "02", "02"]
    assert first[0].startswith("01-01 关于方案的批复")
    assert first[2].startswith("02-01 关于审批方案的请示")
    assert (
        made.folder / "data" / next((made.folder / "data").glob("*-Y-*")).name / first[3]
    ).read_bytes() == DOCX
    assert (
        bag.info["Docgen-Log-Head-SHA512"]
        == json.loads(sorted((workspace.archive / "checkpoints").glob("*.json"))[-1].read_bytes())["head"]
    )


def test_the_forms_say_what_was_arranged(workspace, tmp_path):
    arranged(workspace)
    made = archive_export(workspace, "2027", tmp_path / "bag", NOW)
    forms = made.folder / "data" / "归档表册"

    contents, transfer = (
        text_of((forms / f"{name}.docx").read_bytes()) for name in ("归档文件目录", "移交清单")
    )
    book = CalamineWorkbook.from_path(str(forms / "归档表册.xlsx"))

    numbers = [line.archival_no for line in made.told.lines]
    assert all(number in contents for number in numbers)
    assert "20270614" in contents
    assert made.told.head[:64] in transfer.replace("\n", "")
    assert made.told.sm3 in transfer
    assert book.sheet_names == ["归档文件目录", "移交清单", "备考表", "归档章填写单", "缺件清单"]
    cells = book.get_sheet_by_name("归档文件目录").to_python()[3:]
    assert [row[1] for row in cells] == numbers


def test_what_the_procedure_requires_and_the_archive_lacks_is_listed(workspace, tmp_path):
    arranged(workspace)

    lacking = archive_export(workspace, "2027", tmp_path / "bag", NOW).told.lacking

    told = {(one.owner, one.paper) for one in lacking}
    assert any("晋位升级办法" in paper or "升级办法" in paper for _, paper in told)
    assert not any(paper.startswith("目标和办法公示（G1") and "P1" in owner for owner, paper in told)


def test_what_the_unit_does_not_file_or_make_and_what_nothing_called_for_is_not_lacking(workspace, tmp_path):
    arranged(workspace)
    first = archive_export(workspace, "2027", tmp_path / "a", NOW).told.lacking
    before = {one.paper for one in first}
    settings = 'agreement = "off"\n[archive.retention]\nD22 = "不归档"\nsatisfaction-poll = "不归档"\n'
    (workspace.root / "docgen.toml").write_text(settings, "utf-8")

    lacking = archive_export(Workspace.find(workspace.root), "2027", tmp_path / "b", NOW).told.lacking

    assert sum(one.paper == "限期整改通知书" for one in first) == 1
    gone = before - {one.paper for one in lacking}
    assert any("升级办法" in name for name in gone)
    assert any("责任书" in name for name in gone)
    assert any("测评" in name for name in gone)


def test_a_reply_to_all_branches_stands_for_one_to_each(workspace, tmp_path):
    arranged(workspace)
    first = archive_export(workspace, "2027", tmp_path / "a", NOW).told.lacking
    with writing(workspace.archive, by="钱进", disk=Unsynced()) as writer:
        writer.commit([deposit("DW:D04-collective", title="关于党支部晋位升级办法的批复", code="D04")])
    arranged(workspace)

    second = archive_export(workspace, "2027", tmp_path / "b", NOW).told.lacking

    replies = [[one.paper for one in lacking if "批复" in one.paper] for lacking in (first, second)]
    assert replies == [["升级办法批复"] * 5, []]


def test_a_year_must_be_arranged_to_the_last_paper(workspace, tmp_path):
    with pytest.raises(NotArranged):
        archive_export(workspace, "2027", tmp_path / "bag", NOW)
    arranged(workspace)
    with writing(workspace.archive, by="钱进", disk=Unsynced()) as writer:
        writer.commit([deposit("P2:D22", title="升级办法", code="D22")])

    with pytest.raises(Unarranged):
        archive_export(workspace, "2027", tmp_path / "bag", NOW)
    assert not (tmp_path / "bag").exists()


def test_a_bag_is_never_mixed_with_other_files(workspace, tmp_path):
    arranged(workspace)
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag" / "mine.txt").write_text("x")

    with pytest.raises(FolderTaken):
        archive_export(workspace, "2027", tmp_path / "bag", NOW)


def test_destroying_needs_the_time_to_be_over_and_leaves_its_trace(workspace):
    arranged(workspace)
    early = archive_destroy(workspace, ["P1:D26-goals:G1"], "李四", SAID, date(2037, 12, 31), dry_run=False)
    mixed = archive_destroy(
        workspace, ["P1:D26-goals:G1", "DW:D03-plan"], "李四", SAID, date(2038, 1, 1), dry_run=False
    )
    assert [len(one.faults) for one in (early, mixed)] == [1, 1]
    assert "到期" in early.faults[0].remedy
    assert "到期" not in mixed.faults[0].remedy
    assert Archive.open(workspace.archive).destroyed(f"{SERIES}P1:D26-goals:G1") is None

    made = archive_destroy(workspace, ["P1:D26-goals:G1"], "李四", SAID, date(2038, 1, 1), dry_run=False)

    archive = Archive.open(workspace.archive)
    tombstone = archive.destroyed(f"{SERIES}P1:D26-goals:G1")
    assert tombstone.extra["approver"] == "李四"
    listed = json.loads(archive.find(made.listed).latest.read("销毁清册.json"))["destroyed"]
    assert [(one["title"], one["retention"], one["approver"]) for one in listed] == [
        ("关于目标的公示", "10年", "李四")
    ]
    page = text_of(archive.find(made.listed).latest.read("销毁清册.docx"))
    assert "批准人：李四　经办人：钱进" in page
    assert all(words in page for words in ("H31-DQ13·2027-D10-0001", "关于目标的公示", "20270614", "监销人"))
    assert not [one for one in verify(workspace.archive).faults if one.severity.label == "错误"]


def test_destroy_wants_to_know_who_approved(workspace, capsys):
    status = main(
        ["-C", str(workspace.root), "archive", "destroy", "P1:D26-goals:G1", "--by", "甲", "--reason", "期满"]
    )

    assert status == 2
    assert "--approver" in capsys.readouterr().err


def test_a_slip_in_the_units_table_of_periods_stops_before_numbers_are_frozen(workspace):
    def table(line):
        (workspace.root / "docgen.toml").write_text(f"[archive.retention]\n{line}\n", "utf-8")
        return Workspace.find(workspace.root)

    with pytest.raises(UnknownInTable, match="upgrade-metod") as refusal:
        arranged(table('upgrade-metod = "10年"'))
    assert "是否想写“upgrade-method”" in refusal.value.remedy
    assert Archive.open(workspace.archive).seq == 3

    lines = 'D03-plan = "永久"\n"升级办法批复" = "永久"\n"批复" = "永久"'
    assert len(arranged(table(lines)).new) == 2


def test_a_paper_whose_provenance_is_damaged_is_not_arranged_by_guess(workspace):
    spoiled(Places(workspace.archive).object(SERIES + "DW:reply:1") / "v1" / "content" / FILE)

    with pytest.raises(ObjectDamaged, match="provenance"):
        arranged(workspace)
