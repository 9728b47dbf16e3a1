import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from docgen.actions.board import NoBoard, publish
from docgen.actions.init import init
from docgen.cli import main
from docgen.workspace import Workspace

DAY = date(2012, 6, 18)


@pytest.fixture
def office(tmp_path):
    return Workspace.find(init(tmp_path / "office").root)


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """The board of the sample, for who only reads it."""
    office = Workspace.find(init(tmp_path_factory.mktemp("good") / "office").root)
    return publish(office, None, DAY, DAY, drafts=False)


def change(office, old, new):
    file = office.branches / "branch-Z01.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def read(published, name):
    return unescape((published.folder / name).read_text("utf-8"))


def test_every_posted_paper_has_its_page_and_every_link_leads_somewhere(good):
    found = good

    assert {one.board for one in found.postings} == {"notice", "result", "pledge", "deeds", "explanation"}
    assert found.exit_status == 0
    there = {path.name for path in found.folder.iterdir()}
    for page in found.folder.glob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#]+)"', page.read_text("utf-8")):
            assert link.startswith("tel:") or link in there, (page.name, link)


def test_what_the_notice_says_is_what_the_record_says(good):
    page = read(good, "Z01-D26-G1.html")

    for text in (
        "2012年6月15日至6月21日（5个工作日）",
        "截至2012年6月18日，还剩4个工作日（含当天）",
        "0000-8610011",
        "年底考评得分达到 82 分以上",
        "服务对象满意率由72%提高到90%",
        "2012年10月31日",
    ):
        assert text in page


def test_the_same_records_give_the_same_bytes_again(good, office):
    again = publish(office, None, DAY, DAY, drafts=False)

    first, second = ({p.name: p.read_bytes() for p in one.folder.iterdir()} for one in (good, again))
    assert first == second


def test_a_draft_stays_out_unless_it_is_asked_for_and_is_marked_then(office):
    change(office, "start: 2012-06-15", "start: 2012-06-10")  # before the approval

    without = publish(office, None, DAY, DAY, drafts=False)
    missing = not (without.folder / "Z01-D26-G1.html").exists()
    with_drafts = publish(office, None, DAY, DAY, drafts=True)

    assert missing
    assert {(one.owner, one.item) for one in without.left_out if one.draft} >= {("Z01", "G1")}
    assert all("branch-Z01.yaml:" in one.reason for one in without.left_out if one.draft)
    assert (without.exit_status, with_drafts.exit_status) == (1, 1)
    assert '<span class="chip draft">草稿</span>' in read(with_drafts, "Z01-D26-G1.html")
    assert "草稿</span>" not in read(with_drafts, "Z03-D26-G1.html")


def test_hostile_text_is_text_and_nothing_else(office):
    change(
        office,
        "title: 把四张学生活动场地申请表合并为一张",
        "title: '</script><img src=x onerror=alert(1)>{{ 7*7 }}'",
    )
    change(office, "box: 行政楼一楼意见箱", "box: '\"><script>alert(2)</script>'")

    found = publish(office, None, DAY, DAY, drafts=True)

    for page in found.folder.glob("*.html"):
        text = page.read_text("utf-8")
        assert "<img src=x" not in text
        assert "<script>alert" not in text
    assert "</script><img src=x onerror=alert(1)>{{ 7*7 }}" in read(found, "deeds.html")


def test_pages_take_nothing_from_elsewhere_and_may_run_nothing_else(good):
    for page in good.folder.glob("*.html"):
        text = page.read_text("utf-8")
        assert "default-src 'none'; style-src 'self'; script-src 'self'" in text
        assert not re.search(r'(?:src|href)="(?:https?:)?//', text)
        assert not re.search(r"<[^>]+\son\w+=|<style|\sstyle=", text)
    for name in ("board.css", "screen.css"):
        assert not re.search(r"url\(|@import", (good.folder / name).read_text("utf-8"))


def test_where_the_board_has_an_address_pages_and_slides_bear_codes(office, tmp_path):
    (office.root / "docgen.toml").write_text('[board]\nbase_url = "http://b.example/x"\n', "utf-8")

    found = publish(Workspace.find(office.root), None, DAY, DAY, drafts=False)

    assert read(found, "Z01-D25.html").count("<svg") >= 1
    assert "扫码看全文" in read(found, "screen.html")


def test_a_branch_that_cannot_be_read_is_named_and_the_others_are_there(office):
    (office.branches / "branch-Z02.yaml").write_text("a: [", "utf-8")

    found = publish(office, None, DAY, DAY, drafts=False)

    assert found.unread == ("data/branches/branch-Z02.yaml",)
    assert found.exit_status == 1
    assert (found.folder / "Z01-D25.html").is_file()


def test_without_the_committees_record_there_is_no_board(office):
    (office.data / "committee.yaml").unlink()

    with pytest.raises(NoBoard, match=r"committee\.yaml"):
        publish(office, None, DAY, DAY, drafts=False)

    assert not (office.output / "公示栏").exists()


def test_a_paper_that_was_edited_by_hand_is_named(office):
    main(["-C", str(office.root), "build", "D25", "-b", "Z01", "-q"])
    paper = next((office.output / "Z01").glob("*D25-page*.docx"))
    paper.write_bytes(paper.read_bytes() + b"edited")

    found = publish(office, None, DAY, DAY, drafts=False)

    assert found.edited == (paper.relative_to(office.output).as_posix(),)


def test_an_office_that_has_just_begun_has_a_board_that_says_so(tmp_path):
    root = init(tmp_path / "office", empty=True).root
    main(["-C", str(root), "new", "committee"])

    found = publish(Workspace.find(root), None, DAY, DAY, drafts=True)

    assert found.postings == ()
    assert "目前没有正在公示的事项" in read(found, "index.html")
    assert "目前没有公开的事项" in read(found, "screen.html")


def test_the_command_lists_pages_and_what_it_left_out(office, capsys, tmp_path):
    change(office, "start: 2012-06-15", "start: 2012-06-10")

    status = main(["-C", str(office.root), "board", "-o", str(tmp_path / "web"), "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert status == 1
    assert Path(told["folder"]) == tmp_path / "web"
    assert {"page", "title", "owner", "draft"} <= told["pages"][0].keys()
    assert any(one["owner"] == "Z01" and one["draft"] for one in told["left_out"])


def test_what_is_left_out_is_told_by_the_names_that_a_clerk_knows(office, capsys):
    change(office, "start: 2012-06-15", "start: 2012-06-10")

    main(["-C", str(office.root), "board"])

    assert "没有放上去：机关第一党支部 D26-goals " in (told := capsys.readouterr().err)
    assert "（G1）：草稿：" in told
