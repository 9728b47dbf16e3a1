"""arrange, export, destroy and copy on an archive of prepared bytes in the hospital's workspace."""

import json
import socket
import urllib.request
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import bagit
import pytest
from python_calamine import CalamineWorkbook

from docgen.actions.archive_arrange import UnknownInTable, archive_arrange
from docgen.actions.archive_attach import withdraw
from docgen.actions.archive_checkpoint import archive_checkpoint
from docgen.actions.archive_destroy import archive_destroy
from docgen.actions.archive_export import NotArranged, Unarranged, archive_export
from docgen.archive.entries import Deposit
from docgen.archive.exports.bag import FolderTaken
from docgen.archive.exports.far import Unreachable
from docgen.archive.exports.replica import (
    FaultyReplica,
    ForeignReplica,
    LiveRoot,
    Unfinished,
    copy_archive,
)
from docgen.archive.faults import ObjectDamaged
from docgen.archive.places import Places
from docgen.archive.provenance import FILE, About, Provenance, written
from docgen.archive.store import Archive
from docgen.archive.verify.run import verify
from docgen.archive.writer import writing
from docgen.cli import main
from docgen.issuing.said import Said
from docgen.workspace import Workspace
from support.archives import Unsynced, clock, judged
from support.docx import text_of
from support.issuing import TODAY, hospital

SERIES = "urn:docgen:H31:2027:"
SAID = Said("钱进", "年度整理")
NOW = datetime(2029, 1, 5, 9, tzinfo=timezone(timedelta(hours=8)))
DOCX = b"PK the paper itself"


def deposit(name, event="issue", files=None, **about):
    told = About(**{"author": "医院党委", "retention": "30年", "date": "2027-06-14", "pages": "2"} | about)
    parts = {"paper.pdf": f"%PDF {name}".encode(), "paper.docx": DOCX} if files is None else files
    proof = Provenance(SERIES + name, event, "钱进", "印发", "2027-06-14T09:00:00+08:00", "docgen 0", told)
    return Deposit(SERIES + name, event, {**parts, FILE: written(proof, parts)}, "钱进", "印发", told.doc_no)


@pytest.fixture
def workspace(tmp_path):
    """A request, the reply to it with a signed scan, and a notice that is kept ten years."""
    made = hospital(tmp_path)
    reply = {"scan/批复.txt": "同意。请示文号：院党〔2027〕3号。".encode()}
    with writing(made.archive, by="钱进", now=clock("2027-06-14T09:00:00+08:00"), disk=Unsynced()) as writer:
        writer.commit(
            [
                deposit("DW:D03-plan", title="关于审批方案的请示", doc_no="院党〔2027〕3号", code="D03"),
                deposit(
                    "DW:reply:1", "receive", reply, title="关于方案的批复", sender="市委", retention="",
                    doc_no="市委〔2027〕9号", date="2027-06-20", pages="",
                ),
                deposit("P1:D26-goals:G1", title="关于目标的公示", retention="10年", code="D26"),
            ]
        )  # fmt: skip
    return made


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


def test_a_replica_is_the_archive_again_and_grows_with_it(workspace, tmp_path):
    archive, far = Archive.open(workspace.archive), str(tmp_path / "far")
    first = copy_archive(archive, far, verify=True)
    with writing(workspace.archive, by="钱进", disk=Unsynced()) as writer:
        writer.commit([deposit("P2:D22", title="升级办法", code="D22")])

    second = copy_archive(Archive.open(workspace.archive), far, verify=True)

    assert (first.there, second.sent < first.sent) == (0, True)
    assert judged_replica(Path(far)) == 4
    assert Archive.open(Path(far)).head == Archive.open(workspace.archive).head


def judged_replica(folder):
    (folder / "staging").mkdir(exist_ok=True)
    return judged(folder)


@pytest.mark.parametrize("kept", range(0, 30, 3))
def test_a_replica_that_was_broken_off_claims_nothing_and_is_gone_on_with(
    workspace, tmp_path, kept, monkeypatch
):
    from docgen.archive.exports import replica

    archive, far = Archive.open(workspace.archive), tmp_path / "far"
    written_files = []
    send = replica._Replica._send_one

    def breaking(self, path):
        if len(written_files) >= kept:
            raise OSError("cable pulled")
        written_files.append(path)
        send(self, path)

    monkeypatch.setattr(replica, "_HANDS", 1)
    monkeypatch.setattr(replica._Replica, "_send_one", breaking)
    with pytest.raises(Unreachable):
        copy_archive(archive, str(far))
    assert not list((far / "log").glob("*.jsonl")) if far.exists() else True

    monkeypatch.setattr(replica._Replica, "_send_one", send)
    copy_archive(archive, str(far), verify=True)

    assert judged_replica(far) == 3


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


def test_a_replica_lies_neither_in_the_archive_nor_over_another(workspace, tmp_path):
    archive = Archive.open(workspace.archive)
    with pytest.raises(LiveRoot):
        copy_archive(archive, str(workspace.archive / "copy"))
    with pytest.raises(LiveRoot):
        copy_archive(archive, str(workspace.root))
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "1.jpg").write_bytes(b"x")
    with pytest.raises(ForeignReplica, match=r"别的文件（1\.jpg）"):
        copy_archive(archive, str(tmp_path / "photos"))
    other = tmp_path / "other"
    with writing(other, by="孙一", disk=Unsynced()) as writer:
        writer.commit([deposit("X:D22", title="别的")])
    with pytest.raises(ForeignReplica, match="另一个归档库"):
        copy_archive(archive, str(other))
    newer = tmp_path / "newer"
    copy_archive(archive, str(newer))
    log = workspace.archive / "log" / "2027.jsonl"
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])
    with pytest.raises(ForeignReplica, match="更新"):
        copy_archive(archive, str(newer))


def test_a_replica_with_a_changed_file_is_told(workspace, tmp_path):
    archive, far = Archive.open(workspace.archive), tmp_path / "far"
    copy_archive(archive, str(far))
    content = next(far.rglob("paper.docx"))
    content.write_bytes(bytes(reversed(content.read_bytes())))

    with pytest.raises(FaultyReplica, match=r"paper\.docx"):
        copy_archive(archive, str(far), verify=True)


def test_contents_come_before_what_tells_of_them_and_the_log_last(workspace, tmp_path, monkeypatch):
    from docgen.archive.exports import replica

    sent = []
    monkeypatch.setattr(replica, "_HANDS", 1)
    monkeypatch.setattr(replica._Replica, "_send_one", lambda self, path: sent.append(path))

    copy_archive(Archive.open(workspace.archive), str(tmp_path / "far"))

    last = {
        kind: max(place for place, path in enumerate(sent) if kind in path)
        for kind in ("/content/", "/v1/inventory.json", "/0=ocfl_object", "/inventory.json", "log/2027.jsonl")
    }
    assert list(last.values()) == sorted(last.values())
    assert last["log/2027.jsonl"] == len(sent) - 1
    assert last["/content/"] < min(place for place, path in enumerate(sent) if "/v1/inventory" in path)
    assert last["/0=ocfl_object"] > max(place for place, path in enumerate(sent) if "/v1/" in path)


def spoiled(path):
    path.write_bytes(path.read_bytes() + b"x")


def linked(path):
    path.symlink_to(path.rename(path.with_name("elsewhere")))


@pytest.mark.parametrize("spoil", [spoiled, linked, Path.unlink])
@pytest.mark.parametrize("name", ["v1/content/paper.docx", "v1/inventory.json"])
def test_what_is_damaged_here_takes_the_place_of_nothing_that_is_sound_there(
    workspace, tmp_path, spoil, name
):
    far = tmp_path / "far"
    copy_archive(Archive.open(workspace.archive), str(far))
    spoil(Places(workspace.archive).object(SERIES + "DW:D03-plan") / name)

    with pytest.raises(ObjectDamaged, match="D03-plan"):
        copy_archive(Archive.open(workspace.archive), str(far), verify=True)

    assert judged_replica(far) == 3
    assert not [one for one in verify(far).faults if one.severity.label == "错误"]


def test_what_others_put_in_while_it_is_copied_comes_with_the_next_copy(workspace, tmp_path):
    opened_before, far = Archive.open(workspace.archive), tmp_path / "far"
    with writing(
        workspace.archive, by="钱进", now=clock("2027-07-01T09:00:00+08:00"), disk=Unsynced()
    ) as writer:
        writer.commit([deposit("P2:D22", title="升级办法", code="D22")])
    archive_checkpoint(workspace, NOW, None)

    copy_archive(opened_before, str(far), verify=True)

    assert Archive.open(far).seq == opened_before.seq == 3
    assert not [one for one in verify(far).faults if one.severity.label == "错误"]
    assert copy_archive(Archive.open(workspace.archive), str(far), verify=True).seq == 4


def test_nothing_is_copied_while_what_the_log_tells_of_is_not_in_its_place(workspace, tmp_path):
    stranger = Places(workspace.archive).object(SERIES + "P1:D26-goals:G1") / "v2"
    stranger.write_text("in its place")
    withdraw(workspace, "P1:D26-goals:G1", "withdraw", Said("钱进", "有误"))
    stranger.unlink()

    with pytest.raises(Unfinished):
        copy_archive(Archive.open(workspace.archive), str(tmp_path / "far"))
    assert not (tmp_path / "far").exists()


def test_what_was_destroyed_goes_from_the_replica_too(workspace, tmp_path):
    far = tmp_path / "far"
    copy_archive(Archive.open(workspace.archive), str(far))
    with writing(workspace.archive, by="钱进", disk=Unsynced()) as writer:
        writer.destroy(f"{SERIES}P1:D26-goals:G1", by="钱进", reason="期满")

    done = copy_archive(Archive.open(workspace.archive), str(far), verify=True)

    assert done.removed
    assert judged_replica(far) == 2


@pytest.fixture(scope="module")
def s3():
    """A store that speaks S3, on this machine."""
    from moto.server import ThreadedMotoServer

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port)
    server.start()
    yield {
        "key": "x",
        "secret": "y",
        "client_kwargs": {"endpoint_url": f"http://127.0.0.1:{port}", "region_name": "us-east-1"},
    }
    server.stop()


def test_a_replica_in_a_store_of_s3(workspace, s3):
    bucket = f"{s3['client_kwargs']['endpoint_url']}/beifen"
    urllib.request.urlopen(urllib.request.Request(bucket, method="PUT")).close()
    archive = Archive.open(workspace.archive)

    first = copy_archive(archive, "s3://beifen/guidang", verify=True, options=s3)
    again = copy_archive(archive, "s3://beifen/guidang", verify=True, options=s3)

    assert first.verified == first.sent > 0
    assert (again.sent, again.there) == (0, first.sent)


def test_a_store_that_is_not_there_is_told_in_words(workspace, s3):
    with pytest.raises(Unreachable, match="存取不了"):
        copy_archive(Archive.open(workspace.archive), "s3://no-such-bucket/x", options=s3)
