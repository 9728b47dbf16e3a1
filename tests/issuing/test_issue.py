"""docgen issue from records to frozen versions, with a real LibreOffice; one run feeds most tests."""

import json
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.archive_attach import attach, withdraw
from docgen.actions.board import publish
from docgen.actions.build import Wanted as BuildWanted
from docgen.actions.build import build
from docgen.actions.list_stale import list_stale_issued
from docgen.actions.number_enter import number_reserve
from docgen.archive.provenance import FILE, read
from docgen.archive.store import Archive
from docgen.build.office import load_office
from docgen.build.plan import plan
from docgen.cli import main
from docgen.errors import DocgenError
from docgen.issuing.frozen import frozen_papers
from docgen.issuing.said import Said
from docgen.kinds import load_catalogue
from docgen.workspace import Workspace
from support.archives import judged
from support.docx import text_of
from support.issuing import BY, REASON, TODAY, Silent, hospital, issued

SERIES = "urn:docgen:H31:2027:"
REPLY = f"{SERIES}P1:D04-single"


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The replies of five branches and a notice are issued; P3's record has an open error."""
    workspace = hospital(tmp_path_factory.mktemp("first"), "P3.branch.full_name", None)
    done = issued(workspace, "D04-single", "D26-goals", branches=("P1", "P2", "P3", "P4", "P5"))
    return workspace, done


@pytest.fixture
def workspace(first, tmp_path):
    """A copy of that workspace, to be changed."""
    shutil.copytree(first[0].root, tmp_path / "copy")
    return Workspace.find(tmp_path / "copy")


def numbers(done):
    return {line.job.owner: line.doc_no for line in done.lines if line.job.paper.code == "D04"}


def record(workspace, branch):
    return workspace.branches / f"{branch}.yaml"


def change(workspace, branch, old, new):
    path = record(workspace, branch)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_numbers_run_on_and_a_paper_that_fails_uses_none(first):
    _, done = first

    given = numbers(done)

    expected = [f"滨医党批〔2027〕{number}号" for number in (1, 2, 3, 4)]
    assert [given[name] for name in ("P1", "P2", "P4", "P5")] == expected
    assert given["P3"] == ""
    failed = [line for line in done.lines if line.status == "failed"]
    assert {line.job.owner for line in failed} == {"P3"}
    assert "P3.yaml" in failed[0].reason
    assert "--allow" in failed[0].reason
    assert done.exit_status == 1


def test_frozen_paper_bears_its_number_and_is_pdf_a_without_a_watermark(first):
    version = Archive.open(first[0].archive).find(REPLY).latest

    docx, pdf = version.read("paper.docx"), version.read("paper.pdf")

    assert "滨医党批〔2027〕1号" in text_of(docx)
    assert "草稿" not in text_of(docx)
    assert b"pdfaid" in pdf


def test_version_holds_all_it_was_made_from(first):
    workspace, _ = first
    version = Archive.open(workspace.archive).find(REPLY).latest

    assert set(version.state) == {
        "record/committee.yaml",
        "record/branches/P1.yaml",
        "template/template.docx",
        "template/kind.yaml",
        "profile.toml",
        "paper.docx",
        "paper.pdf",
        "findings.json",
        FILE,
    }
    assert version.read("record/branches/P1.yaml") == record(workspace, "P1").read_bytes()
    assert json.loads(version.read("findings.json"))["findings"] is not None


def test_provenance_log_and_inventory_agree(first):
    version = Archive.open(first[0].archive).find(REPLY).latest

    told = read(version.read(FILE))

    assert (told.by, told.reason, told.event) == (BY, REASON, "issue")
    assert (version.by, version.reason, version.event) == (BY, REASON, "issue")
    assert told.doc_no == version.doc_no == "滨医党批〔2027〕1号"
    assert told.date == version.extra["date"] == "2027-03-22"
    assert told.about.title in text_of(version.read("paper.docx")).replace("\n", "")


def test_ocfl_py_finds_no_fault(first):
    judged(first[0].archive)


def test_issuing_again_gives_no_new_version(workspace):
    head = Archive.open(workspace.archive).head
    change(workspace, "P1", "branch:\n", "# 注释\nbranch:\n")

    done = issued(workspace, "D04-single", branches=("P1", "P2"), by="别人", reason="再来一次")

    assert [line.status for line in done.lines] == ["unchanged", "unchanged"]
    assert [line.doc_no for line in done.lines] == ["滨医党批〔2027〕1号", "滨医党批〔2027〕2号"]
    assert Archive.open(workspace.archive).head == head


def test_changed_record_is_a_new_version_and_changed_number_a_new_object(workspace):
    change(workspace, "P1", "opinion: 同意实施。", "opinion: 同意实施，请抓紧。")
    change(workspace, "P2", "opinion: 同意实施。", "opinion: 同意实施。\n    doc_no: 滨医党批〔2027〕20号")

    done = issued(workspace, "D04-single", branches=("P1", "P2"))

    lines = {line.job.owner: line for line in done.lines}
    assert (lines["P1"].object, lines["P1"].version, lines["P1"].doc_no) == (
        REPLY,
        "v2",
        "滨医党批〔2027〕1号",
    )
    assert lines["P2"].object == f"{SERIES}P2:D04-single.2"
    archive = Archive.open(workspace.archive)
    assert archive.find(REPLY).latest.event == "correction"
    proof = read(archive.find(lines["P2"].object).latest.read(FILE))
    assert proof.about.replaces == f"{SERIES}P2:D04-single"
    assert archive.register.next("滨医党批", 2027) == 21
    judged(workspace.archive)


def test_later_builds_show_the_registered_number(workspace):
    build(workspace, BuildWanted(("D04",), ("P1",)), TODAY, Silent())

    paper = next(workspace.output.rglob("*D04-single*.docx"))
    assert "滨医党批〔2027〕1号" in text_of(paper.read_bytes())


def test_build_with_nothing_to_do_notices_a_new_number(first, tmp_path):
    fresh = hospital(tmp_path)
    build(fresh, BuildWanted(("D04",), ("P1",)), TODAY, Silent())

    shutil.copytree(first[0].archive, fresh.archive)
    built = build(fresh, BuildWanted(("D04",), ("P1",)), TODAY, Silent())

    assert [outcome.status for outcome in built.outcomes] == ["written"]


def test_write_back_enters_the_number_and_nothing_else(workspace):
    before = record(workspace, "P1").read_text("utf-8")

    done = issued(workspace, "D04-single", branches=("P1",), write_back=True)

    after = record(workspace, "P1").read_text("utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line.strip() for line in added] == ["doc_no: 滨医党批〔2027〕1号"]
    assert len(after.splitlines()) == len(before.splitlines()) + 1
    assert len(done.written_back) == 1
    again = issued(workspace, "D04-single", branches=("P1",), write_back=True)
    assert [line.status for line in again.lines] == ["unchanged"]
    assert not again.written_back


def test_stale_are_those_that_the_records_no_longer_agree_with(workspace):
    assert list_stale_issued(workspace, None, TODAY) == []

    change(workspace, "P4", "opinion: 同意实施。", "opinion: 暂缓。")

    stale = {one.object for one in list_stale_issued(workspace, None, TODAY)}
    assert f"{SERIES}P4:D04-single" in stale
    assert REPLY not in stale


def test_print_takes_the_issued_edition_and_leaves_out_the_withdrawn(workspace, tmp_path):
    withdraw(workspace, "P2:D04-single", "withdraw", Said(BY, "有误"))
    change(workspace, "P1", "opinion: 同意实施。", "opinion: 改了。")
    office = load_office(workspace, None, TODAY).office
    papers = load_catalogue(workspace.templates).papers_named("D04-single")
    jobs = {job.owner: job for job in plan(papers, office, workspace.settings)}
    frozen = frozen_papers(workspace.archive, office, tmp_path)

    taken, withdrawn, never = frozen(jobs["P1"]), frozen(jobs["P2"]), frozen(jobs["P3"])

    version = Archive.open(workspace.archive).find(REPLY).latest
    assert taken.pdf.read_bytes() == version.read("paper.pdf")
    assert "有误" in withdrawn.withdrawn
    assert never is None


def test_board_shows_the_issued_edition_until_it_is_withdrawn(workspace):
    before = publish(workspace, None, None, TODAY, drafts=False).postings
    notice = next(one for one in before if one.page.startswith("P1-D26"))
    change(workspace, "P1", notice.owner, "改名后的党支部")

    after = publish(workspace, None, None, TODAY, drafts=False)

    shown = [one for one in after.postings if one.page == notice.page]
    assert [one.owner for one in shown] == [notice.owner]
    paper = next(name for name in Archive.open(workspace.archive).objects() if ":P1:D26-goals" in name)
    withdraw(workspace, paper, "repeal", Said(BY, "另行公示"))
    gone = publish(workspace, None, None, TODAY, drafts=False)
    assert notice.page not in [one.page for one in gone.postings]
    assert any("另行公示" in one.reason for one in gone.left_out)


def test_withdrawn_paper_stays_readable_and_keeps_its_number(workspace):
    withdraw(workspace, "P2:D04-single", "withdraw", Said(BY, "有误"))

    archive = Archive.open(workspace.archive)
    latest = archive.find(f"{SERIES}P2:D04-single").latest
    assert latest.event == "withdraw"
    assert latest.read("paper.docx")
    assert archive.register.state("滨医党批〔2027〕2号") == "已用"


def test_json_is_as_promised(workspace, capsys):
    said = ["issue", "D04-single", "-b", "P1", "-b", "P3", "--by", "甲", "--reason", "乙", "--format", "json"]

    status = main(["-C", str(workspace.root), *said])

    told = json.loads(capsys.readouterr().out)
    assert status == 1
    line = told["issued"][0]
    assert line["object"] == REPLY
    assert (line["version"], line["doc_no"], line["status"]) == ("v1", "滨医党批〔2027〕1号", "unchanged")
    assert (line["by"], line["reason"], line["date"], line["seq"]) == (BY, REASON, "2027-03-22", 1)
    assert {"kind", "code", "branch", "edition"} <= line.keys()
    assert [one["branch"] for one in told["failed"]] == ["P3"]
    assert told["summary"]["failed"] == 1


def test_date_that_the_record_contradicts_is_refused(workspace):
    done = issued(workspace, "D04-single", branches=("P1",), day=date(2027, 5, 1))

    assert [line.status for line in done.lines] == ["failed"]
    assert "记录里的成文日期是 2027年3月22日，--date 写的是 2027年5月1日" in done.lines[0].reason


def built(workspace, kind, branch):
    build(workspace, BuildWanted((kind.partition("-")[0],), (branch,)), TODAY, Silent())
    return next(workspace.output.rglob(f"{branch}_{kind}*.docx"))


def edited(path, old, new):
    """The paper with one word changed, as in Word."""
    path = Path(path)
    copy = path.with_name("改定.docx")
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(copy, "w") as made:
        for member in package.infolist():
            data = package.read(member)
            if member.filename == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            made.writestr(member, data)
    return copy


def test_copy_finished_in_word_is_frozen_with_its_difference(workspace):
    copy = edited(built(workspace, "D04-single", "P1"), "同意实施。", "同意，望抓紧实施。")

    done = issued(workspace, "D04-single", branches=("P1",), docx=copy)

    assert [line.status for line in done.lines] == ["issued"]
    version = Archive.open(workspace.archive).find(REPLY).latest
    assert version.read("paper.docx") == copy.read_bytes()
    assert "望抓紧实施" not in text_of(version.read("rendered.docx"))
    assert "望抓紧实施" in version.read("difference.txt").decode()
    assert read(version.read(FILE)).about.by_hand == "是"
    again = issued(workspace, "D04-single", branches=("P1",))
    assert [line.status for line in again.lines] == ["unchanged"]
    change(workspace, "P1", "opinion: 同意实施。", "opinion: 同意照此实施。")
    (ours,) = issued(workspace, "D04-single", branches=("P1",)).lines
    assert ours.status == "issued"
    assert "没有带上那些改动" in ours.notes[-1]


def test_copy_of_another_paper_is_refused(workspace):
    copy = built(workspace, "D04-single", "P2")

    done = issued(workspace, "D04-single", branches=("P1",), docx=copy)

    assert [line.status for line in done.lines] == ["failed"]
    assert "改定" not in done.lines[0].reason
    assert copy.name in done.lines[0].reason
    with pytest.raises(DocgenError, match="一次只能"):
        issued(workspace, "D04-single", branches=("P1", "P2"), docx=copy)


def test_allowed_error_is_let_through_and_stands_in_the_provenance(first, workspace):
    told = next(
        line.reason for line in first[1].lines if line.status == "failed" and line.job.paper.code == "D04"
    )
    codes = tuple(re.findall(r"--allow (\w+)", told))

    done = issued(workspace, "D04-single", branches=("P3",), allow=codes)

    assert [(line.status, line.doc_no) for line in done.lines] == [("issued", "滨医党批〔2027〕5号")]
    version = Archive.open(workspace.archive).find(f"{SERIES}P3:D04-single").latest
    assert read(version.read(FILE)).about.allowed.split() == list(codes)
    allowed = [one["rule"] for one in json.loads(version.read("findings.json"))["findings"] if one["allowed"]]
    assert set(allowed) == set(codes)
    assert "草稿" not in text_of(version.read("paper.docx"))


def test_faulty_format_of_its_own_is_not_issued(workspace):
    copy = edited(built(workspace, "D04-single", "P1"), '<w:pgMar w:top="', '<w:pgMar w:top="1')

    done = issued(workspace, "D04-single", branches=("P1",), docx=copy)

    assert [line.status for line in done.lines] == ["failed"]


def test_number_that_another_paper_bears_is_refused(workspace):
    change(workspace, "P5", "滨医党责〔2027〕5号", "滨医党批〔2027〕1号")

    done = issued(workspace, "D07", branches=("P5",))

    assert [line.status for line in done.lines] == ["failed"]
    assert REPLY in done.lines[0].reason


def test_signed_scan_is_a_new_version_of_the_same_paper(workspace, tmp_path):
    scan = tmp_path / "签字 页.pdf"
    scan.write_bytes(b"%PDF-1.7\nstartxref\n0\n%%EOF\n")

    kept = attach(workspace, "P1:D04-single", [scan], "签字扫描件", Said(BY, "双方签字"))

    version = Archive.open(workspace.archive).find(REPLY).latest
    assert (kept.object, kept.version, version.number) == (REPLY, "v2", "v2")
    assert version.read("scan/签字页.pdf") == scan.read_bytes()
    assert version.read("paper.docx")
    proof = read(version.read(FILE))
    assert (proof.event, proof.reason, proof.doc_no) == ("attach", "双方签字", "滨医党批〔2027〕1号")
    assert version.extra["as"] == "签字扫描件"
    judged(workspace.archive)
    with pytest.raises(DocgenError, match="已经附在"):
        attach(workspace, REPLY, [scan], "签字扫描件", Said(BY, "再附"))
    again = issued(workspace, "D04-single", branches=("P1",))
    assert [(line.status, line.version) for line in again.lines] == [("unchanged", "v1")]


def test_attached_file_that_is_broken_leaves_nothing(workspace, tmp_path):
    good, broken = tmp_path / "a.pdf", tmp_path / "b.pdf"
    good.write_bytes(b"%PDF-1.7\nstartxref\n0\n%%EOF\n")
    broken.write_bytes(b"%PDF-1.7")
    head = Archive.open(workspace.archive).head

    with pytest.raises(DocgenError, match=r"b\.pdf"):
        attach(workspace, REPLY, [good, broken], "回执", Said(BY, "收到"))

    assert Archive.open(workspace.archive).head == head


def test_day_that_no_record_has_is_given_once(workspace):
    refused = issued(workspace, "D18", branches=("DW",), allow=("K26",))
    assert "--date" in refused.lines[0].reason

    first = issued(workspace, "D18", branches=("DW",), allow=("k26",), day=date(2027, 12, 28))
    again = issued(workspace, "D18", branches=("DW",), allow=("K26",))

    line = first.lines[0]
    assert (line.status, line.date, line.doc_no[:9]) == ("issued", "2027-12-28", "滨医党〔2027〕")
    assert [one.status for one in again.lines] == ["unchanged"]
    text = text_of(Archive.open(workspace.archive).find(line.object).latest.read("paper.docx"))
    assert "2027年12月28日" in text
    assert line.doc_no in text


def test_template_without_a_place_for_the_number_is_refused(workspace):
    paper = load_catalogue(workspace.templates).papers_named("D04-single")[0]
    own = workspace.root / "templates" / paper.slug
    own.mkdir(parents=True)
    copy = edited(shutil.copy(paper.template, own), "review.approval.doc_no or", "'' or")
    shutil.move(copy, own / paper.template.name)
    change(workspace, "P5", "opinion: 同意实施。", "opinion: 改了。")

    done = issued(workspace, "D04-single", branches=("P5",))

    assert [line.status for line in done.lines] == ["failed"]
    assert "滨医党批〔2027〕4号 没有印到文书上" in done.lines[0].reason


def test_copy_bears_the_number_that_was_reserved_for_it(tmp_path):
    workspace = hospital(tmp_path)
    paper = built(workspace, "D04-single", "P1")
    number_reserve(workspace, ["批复"], Said(BY, "批复门诊"), year=None, until=None, today=TODAY)
    copy = edited(paper, "〔2027〕　　号", "〔2027〕1号")

    blank = issued(workspace, "D04-single", branches=("P1",), docx=paper)
    stranger = issued(workspace, "D04-single", branches=("P1",), docx=copy, by="别人")
    owner = issued(workspace, "D04-single", branches=("P1",), docx=copy)

    assert "number reserve" in blank.lines[0].reason
    assert BY in stranger.lines[0].reason
    assert [(line.status, line.doc_no) for line in owner.lines] == [("issued", "滨医党批〔2027〕1号")]
    assert Archive.open(workspace.archive).register.state("滨医党批〔2027〕1号") == "已用"
