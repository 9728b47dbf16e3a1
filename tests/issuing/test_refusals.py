"""What keeps a paper from being issued: each one clear line, before LibreOffice is started, nothing kept."""

from datetime import date

import pytest

from docgen.actions.archive_attach import Incoming, attach, receive, withdraw
from docgen.actions.number_enter import UnknownPrefix, number_external, number_reserve, number_void
from docgen.actions.number_list import number_list
from docgen.archive.faults import ArchiveBusy, NoArchive
from docgen.archive.store import Archive
from docgen.archive.writer import writing
from docgen.errors import DocgenError
from docgen.findings import UnknownCode
from docgen.issuing.said import Said
from docgen.workspace import Workspace
from support import other_office
from support.issuing import BY, TODAY, hospital, issued

SAID = Said(BY, "换届")
NUMBER = "滨医党责〔2027〕1号"  # typed in P1's agreement


def reserve(workspace, *names, said=SAID, until=None):
    return number_reserve(workspace, names, said, year=None, until=until, today=TODAY)


def refused(workspace, **more):
    done = issued(workspace, "D07", branches=("P1",), **more)
    assert [line.status for line in done.lines] == ["failed"]
    assert done.exit_status == 1
    assert not list(Archive.open(workspace.archive).objects())
    return done.lines[0].reason


def test_a_misspelt_prefix_begins_no_series(tmp_path):
    workspace = hospital(tmp_path)

    with pytest.raises(UnknownPrefix) as refusal:
        reserve(workspace, "下形")

    assert "下行" in refusal.value.remedy
    reserve(workspace, "滨医党新〔2027〕1号")
    assert [line.doc_no for line in reserve(workspace, "滨医党新")] == ["滨医党新〔2027〕2号"]


@pytest.mark.parametrize(
    ("typed", "told"), [("R999", "是否想写“R"), ("甲", "docgen inspect --rules"), ("", "没有编号")]
)
def test_allowing_a_code_that_no_rule_has(tmp_path, typed, told):
    workspace = hospital(tmp_path)

    with pytest.raises(UnknownCode, match=f"“{typed}”") as refusal:
        issued(workspace, "D07", branches=("P1",), allow=("K26", typed))

    assert told in str(refusal.value)
    assert refusal.value.exit_status == 2
    assert not workspace.archive.exists()


def test_number_reserved_by_another(tmp_path):
    workspace = hospital(tmp_path)
    reserve(workspace, NUMBER, said=Said("李四", "留给函"), until=date(2028, 1, 31))

    reason = refused(workspace)

    assert NUMBER in reason
    assert "李四" in reason
    assert "2028-01-31" in reason


def test_number_void(tmp_path):
    workspace = hospital(tmp_path)
    number_void(workspace, [NUMBER], Said(BY, "写错"))

    assert "作废（写错）" in refused(workspace)


def test_number_used_outside(tmp_path):
    workspace = hospital(tmp_path)
    number_external(workspace, [NUMBER], Said(BY, "消防通知"))

    assert "消防通知" in refused(workspace)


def test_number_of_another_year(tmp_path):
    workspace = hospital(tmp_path, "P1.agreement.doc_no", "滨医党责〔2026〕1号")

    reason = refused(workspace)

    assert "滨医党责〔2026〕1号" in reason
    assert "不是同一年" in reason


def test_series_without_a_prefix(tmp_path):
    workspace = hospital(tmp_path, "P1.agreement.doc_no", None)

    assert "“责任书”" in refused(workspace)


@pytest.mark.parametrize("more", [{"by": " "}, {"reason": ""}, {"kinds": ()}])
def test_nobody_no_reason_nothing(tmp_path, more):
    workspace = hospital(tmp_path)
    kinds = more.pop("kinds", ("D07",))

    with pytest.raises(DocgenError) as refusal:
        issued(workspace, *kinds, **more)

    assert refusal.value.exit_status == 2
    assert not workspace.archive.exists()


def test_no_fonds_number(tmp_path):
    whole = other_office.records()
    workspace = Workspace.find(other_office.write(whole, tmp_path))

    with pytest.raises(DocgenError, match="全宗号"):
        issued(workspace, "D07")

    assert not workspace.archive.exists()


def test_second_issuer_is_told_who_holds_the_lock(tmp_path):
    workspace = hospital(tmp_path)

    with writing(workspace.archive, by="李四"), pytest.raises(ArchiveBusy, match="李四"):
        issued(workspace, "D07", wait_seconds=0.1)


def test_reserved_number_is_never_the_next(tmp_path):
    workspace = hospital(tmp_path)

    first, second = reserve(workspace, "批复", "批复")

    assert [first.doc_no, second.doc_no] == ["滨医党批〔2027〕1号", "滨医党批〔2027〕2号"]


def test_register_lists_ranges_gaps_and_states(tmp_path):
    workspace = hospital(tmp_path)
    number_external(workspace, ["滨医党函[2027]2—3号"], Said(BY, "旧函"))
    number_void(workspace, ["滨医党函〔2027〕5号"], Said(BY, "不发"))

    found = number_list(workspace, "滨医党函", 2027, TODAY)

    assert [(str(one.doc_no), one.state) for one in found.entries] == [
        ("滨医党函〔2027〕2号", "外用"),
        ("滨医党函〔2027〕3号", "外用"),
        ("滨医党函〔2027〕5号", "作废"),
    ]
    assert sum(one.rule == "V81" for one in found.findings) == 2
    assert found.exit_status == 0


@pytest.mark.parametrize(
    "name", ["乱写〔", "滨医党函〔2027〕0号", "滨医党函〔2027〕9—3号", "滨医党函〔27〕1号"]
)
def test_what_is_no_number_is_told(tmp_path, name):
    workspace = hospital(tmp_path)

    with pytest.raises(DocgenError) as refusal:
        number_void(workspace, [name], SAID)

    assert refusal.value.exit_status == 2


def test_void_number_is_not_entered_again(tmp_path):
    workspace = hospital(tmp_path)
    number_void(workspace, ["滨医党函〔2027〕5号"], Said(BY, "不发"))

    for enter in (number_void, number_external):
        with pytest.raises(DocgenError, match="不发"):
            enter(workspace, ["滨医党函〔2027〕4—5号"], SAID)

    assert len(Archive.open(workspace.archive).lines) == 1


def test_nothing_is_attached_or_withdrawn_where_nothing_was_issued(tmp_path):
    workspace = hospital(tmp_path)
    scan = tmp_path / "a.pdf"
    scan.write_bytes(b"%PDF-1.7\nstartxref\n0\n%%EOF\n")

    with pytest.raises(NoArchive):
        attach(workspace, "P1:D07", [scan], "回执", Said(BY, "x"))
    with pytest.raises(NoArchive):
        withdraw(workspace, "P1:D07", "withdraw", Said(BY, "x"))

    assert not workspace.archive.exists()


def test_paper_of_others_without_a_title_is_called_as_its_file(tmp_path):
    workspace = hospital(tmp_path)
    paper = tmp_path / "关于方案的批复.pdf"
    paper.write_bytes(b"%PDF-1.7\nstartxref\n0\n%%EOF\n")

    kept = receive(workspace, [paper], Incoming("批复", "", "市卫健委党组", None), Said(BY, "来文"), TODAY)

    assert kept.title == "关于方案的批复"


def test_paper_of_others_is_taken_in_once(tmp_path):
    workspace = hospital(tmp_path)
    paper = tmp_path / "批复.pdf"
    paper.write_bytes(b"%PDF-1.7\nstartxref\n0\n%%EOF\n")
    said = Incoming("批复", "滨卫党〔2027〕3号", "市卫健委党组", date(2027, 3, 1), "关于方案的批复")

    first = receive(workspace, [paper], said, Said(BY, "上级来文"), TODAY)
    again = receive(workspace, [paper], said, Said(BY, "上级来文"), TODAY)

    assert first.object == "urn:docgen:H31:2027:收文:市卫健委党组:滨卫党〔2027〕3号"
    assert (first.is_new, again.is_new, again.version) == (True, False, "v1")
    archive = Archive.open(workspace.archive)
    assert archive.register.state("滨卫党〔2027〕3号") is None
    with pytest.raises(DocgenError, match="不能由本单位撤回"):
        withdraw(workspace, first.object, "withdraw", Said(BY, "x"))
