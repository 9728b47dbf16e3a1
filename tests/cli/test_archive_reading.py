"""history, show, diff, search and reindex from the command line: the JSON that others may script against."""

import hashlib
import json
from dataclasses import replace

import pytest

from docgen.archive.writer import writing
from docgen.cli import main
from support import other_office
from support.archives import Unsynced, clock
from support.kept import METHOD, NOTICE, OF_METHOD, RECORD, TEXT, deposit, docx, workspace


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return workspace(tmp_path_factory.mktemp("office"))


def called(capsys, office, *arguments):
    status = main(["-C", str(office), "archive", *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def told(capsys, office, *arguments):
    status, out, _ = called(capsys, office, *arguments, "--format", "json")
    assert status == 0
    return json.loads(out)


def test_history_tells_every_version_with_its_files(capsys, office):
    history = told(capsys, office, "history", "Z05:D22")

    assert history["object"] == METHOD
    assert history["title"] == "甲供水厂党支部晋位升级办法"
    assert [(one["version"], one["edition"], one["event"]) for one in history["versions"]] == [
        ("v1", "1", "issue"),
        ("v2", "2", "correction"),
        ("v3", "2", "attach"),
    ]
    last = history["versions"][-1]
    assert (last["by"], last["reason"], last["docgen"]) == ("芮𬱖", "签字后扫描", "9.9")
    digest = hashlib.sha512(b"%PDF-1.7 scan").hexdigest()
    assert {"path": "scan/签字扫描件.pdf", "size": 13, "sha512": digest} in last["files"]


def test_history_speaks_of_events_and_editions_in_chinese(capsys, office):
    _, out, _ = called(capsys, office, "history", METHOD, "-v")

    assert "更正" in out
    assert "第2版" in out
    assert "scan/签字扫描件.pdf（13 字节）" in out


def test_papers_of_which_one_replaces_the_other_name_each_other(capsys, tmp_path):
    made = workspace(tmp_path)
    about = replace(OF_METHOD, doc_no="市水司党发〔2031〕9号", replaces=METHOD)
    with writing(made / "archive", by="芮𬱖", disk=Unsynced()) as writer:
        writer.commit([deposit(METHOD + ".2", about, docx(*TEXT), RECORD)])

    before, after = (
        f"代替：市水司党发〔2031〕7号（{METHOD}）",
        f"已由新文号代替：市水司党发〔2031〕9号（{METHOD}.2）",
    )
    for verb in ("history", "show"):
        _, old, _ = called(capsys, made, verb, METHOD)
        _, new, _ = called(capsys, made, verb, METHOD + ".2")
        assert (after in old, "\n代替：" in old) == (True, False)
        assert (before in new, after in new) == (True, False)


def test_show_without_a_folder_only_tells(capsys, office, tmp_path):
    shown = told(capsys, office, "show", "Z05:D22@v1")

    assert (shown["version"], shown["latest"], shown["written"]) == ("v1", False, [])
    assert list(tmp_path.iterdir()) == []


def test_show_gives_back_the_same_bytes(capsys, office, tmp_path):
    shown = told(capsys, office, "show", METHOD, "--version", "1", "-o", tmp_path)

    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {file["path"] for file in shown["files"]}
    for file in shown["files"]:
        assert hashlib.sha512((tmp_path / file["path"]).read_bytes()).hexdigest() == file["sha512"]
    assert (tmp_path / "record/branches/甲供水.yaml").read_text(encoding="utf-8") == RECORD


@pytest.mark.parametrize(
    ("day", "version"), [("2031-06-15", "v1"), ("2031-06-17", "v2"), ("2040年1月1日", "v3")]
)
def test_show_on_a_day_gives_what_was_the_latest_then(capsys, office, day, version):
    assert told(capsys, office, "show", METHOD, "--on", day)["version"] == version


def test_show_before_the_first_version_says_when_that_was(capsys, office):
    status, _, err = called(capsys, office, "show", METHOD, "--on", "2031-06-14")

    assert status == 2
    assert "2031-06-15" in err


def test_show_never_writes_over_another_file(capsys, office, tmp_path):
    (tmp_path / "paper.docx").write_bytes(b"mine")

    status, _, err = called(capsys, office, "show", METHOD, "-o", tmp_path)

    assert status == 1
    assert "paper.docx" in err
    assert [path.name for path in tmp_path.iterdir()] == ["paper.docx"]
    assert (tmp_path / "paper.docx").read_bytes() == b"mine"


def test_show_twice_into_one_folder_is_the_same_folder(capsys, office, tmp_path):
    assert told(capsys, office, "show", METHOD, "-o", tmp_path) == told(
        capsys, office, "show", METHOD, "-o", tmp_path
    )


def test_show_does_not_follow_a_link_out_of_the_folder(capsys, office, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "record").symlink_to(outside)

    status, _, err = called(capsys, office, "show", METHOD, "-o", inside)

    assert status == 1
    assert "之外" in err
    assert list(outside.iterdir()) == []
    assert [path.name for path in inside.iterdir()] == ["record"]


def test_two_ways_to_name_a_version_are_one_too_many(capsys, office):
    status, _, err = called(capsys, office, "show", f"{METHOD}@v1", "--version", "v2")

    assert status == 2
    assert "不止一版" in err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("show", "Z05:D23"), 2, "Z05:D22"),
        (("show", "Z05:D22@v9"), 2, "v1、v2、v3"),
        (("history", "nothing"), 2, "没有“nothing”"),
        (("search",), 2, "没有写要查什么"),
        (("search", "制度", "--year", "31"), 2, "四位数字"),
        (("diff", "Z05:D22", "没有.docx"), 1, "找不到"),
        (("show", "D2"), 2, "没有“D2”"),
    ],
)
def test_what_is_not_there_is_told_in_one_clear_line(capsys, office, arguments, status, said):
    got, out, err = called(capsys, office, *arguments)

    assert (got, out) == (status, "")
    assert said in err
    assert "Traceback" not in err


def test_workspace_without_an_archive_says_how_one_begins(capsys, tmp_path):
    (tmp_path / "docgen.toml").write_text("")

    for arguments in (("history", "Z01:D22"), ("search", "制度"), ("reindex",)):
        status, _, err = called(capsys, tmp_path, *arguments)

        assert status == 1
        assert "docgen issue" in err


def test_diff_of_two_versions_tells_fields_and_text(capsys, office):
    found = told(capsys, office, "diff", "Z05:D22@v1", "Z05:D22")

    assert list(found) == ["from", "to", "record", "text", "redline"]
    assert (found["from"], found["to"], found["redline"]) == (f"{METHOD}@v1", f"{METHOD}@v3", None)
    assert [(one["op"], one["label"], one["old"], one["new"]) for one in found["record"][1:]] == [
        ("改", "问题 W1 › 措施 C1 › 时限", "6月20日", "9月30日")
    ]
    assert found["record"][0].keys() == {"file", "item", "field", "label", "op", "old", "new"}
    (change,) = found["text"]
    assert change == {
        "op": "改",
        "where": "第2段",
        "old": TEXT[1],
        "new": TEXT[1].replace("6月20日", "9月30日"),
    }


def test_diff_prints_as_a_clerk_reads(capsys, office):
    _, out, _ = called(capsys, office, "diff", "Z05:D22@v1", "Z05:D22")

    assert "问题 W1 › 措施 C1 › 时限：6月20日 → 9月30日" in out
    assert "[-6-]{+9+}月" in out


def test_diff_of_a_version_with_itself_says_so(capsys, office):
    _, out, _ = called(capsys, office, "diff", "Z05:D22@v3", "Z05:D22")

    assert out == "没有不同。\n"


def test_diff_tells_of_a_scan_that_came_with_the_later_version(capsys, office):
    _, out, _ = called(capsys, office, "diff", "Z05:D22@v2", "Z05:D22@v3")

    assert out == "其他文件：\n  加 scan/签字扫描件.pdf\n"


def test_diff_takes_files_without_a_workspace(capsys, tmp_path):
    (tmp_path / "旧.docx").write_bytes(docx("甲", "乙"))
    (tmp_path / "新.docx").write_bytes(docx("甲", "丙"))
    (tmp_path / "旧.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "新.yaml").write_text(RECORD.replace("钱进", "赵一"), encoding="utf-8")

    papers = told(capsys, tmp_path, "diff", tmp_path / "旧.docx", tmp_path / "新.docx")
    records = told(capsys, tmp_path, "diff", tmp_path / "旧.yaml", tmp_path / "新.yaml")

    assert [(one["op"], one["old"], one["new"]) for one in papers["text"]] == [
        ("删", "乙", ""),
        ("加", "", "丙"),
    ]
    assert [one["label"] for one in records["record"]] == ["问题 W1 › 措施 C2 › 责任人"]


def test_diff_of_a_version_and_a_file_compares_the_text(capsys, office, tmp_path):
    (tmp_path / "手改.docx").write_bytes(docx(*TEXT, "三、另行通知。"))

    found = told(capsys, office, "diff", "Z05:D22@v1", tmp_path / "手改.docx")

    assert [(one["op"], one["new"]) for one in found["text"]] == [("加", "三、另行通知。")]
    assert found["record"] == []


def test_diff_of_a_record_and_a_paper_has_nothing_to_compare(capsys, tmp_path):
    (tmp_path / "a.docx").write_bytes(docx("甲"))
    (tmp_path / "b.yaml").write_text("a: 1", encoding="utf-8")

    status, _, err = called(capsys, tmp_path, "diff", tmp_path / "a.docx", tmp_path / "b.yaml")

    assert status == 2
    assert "没有可以比较的内容" in err


def test_redline_is_written_beside_the_difference(capsys, office, tmp_path):
    found = told(capsys, office, "diff", "Z05:D22@v1", "Z05:D22", "--redline", tmp_path / "花脸稿.docx")

    assert found["redline"] == str(tmp_path / "花脸稿.docx")
    assert (tmp_path / "花脸稿.docx").read_bytes()[:2] == b"PK"


def test_without_the_extra_the_text_is_still_told(capsys, office, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "python_redlines.engines", None)

    status, out, err = called(
        capsys, office, "diff", "Z05:D22@v1", "Z05:D22", "--redline", tmp_path / "花脸稿.docx"
    )

    assert status == 3
    assert "[-6-]{+9+}月" in out
    assert "docgen-gongwen[redline]" in err
    assert not (tmp_path / "花脸稿.docx").exists()


def test_without_deepdiff_the_text_is_still_told(capsys, office, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "deepdiff", None)

    status, out, err = called(capsys, office, "diff", "Z05:D22@v1", "Z05:D22")

    assert status == 3
    assert "[-6-]{+9+}月" in out
    assert "docgen-gongwen[archive]" in err


def test_redline_never_replaces_a_paper_that_is_compared(capsys, tmp_path):
    old, new = tmp_path / "旧.docx", tmp_path / "新.docx"
    old.write_bytes(docx("甲"))
    new.write_bytes(docx("乙"))

    status, _, _ = called(capsys, tmp_path, "diff", old, new, "--redline", new)

    assert status == 2
    assert new.read_bytes() != b""
    assert told(capsys, tmp_path, "diff", old, new)["text"]


def test_search_has_the_hits_of_the_contract(capsys, office):
    found = told(capsys, office, "search", "值班", "--kind", "D03")

    assert found == {
        "hits": [
            {
                "object": NOTICE,
                "version": "v1",
                "title": "关于印发值班表的通知",
                "doc_no": "市水司党发〔2031〕8号",
                "date": "2031-06-15",
                "snippet": "关于印发值班表的通知",
            }
        ],
        "total": 1,
    }


def test_branch_is_known_by_the_short_name_that_the_records_have(capsys, tmp_path):
    whole = other_office.records()
    number, record = next((one, record) for one, record in whole.items() if one != "committee")
    office = other_office.write(whole, tmp_path)
    about = replace(OF_METHOD, branch=number, owner=number)
    with writing(office / "archive", by="钱进", now=clock(), disk=Unsynced()) as writer:
        writer.commit([deposit(f"urn:docgen:S77:2031:{number}:D22", about, docx(*TEXT), RECORD)])

    assert told(capsys, office, "search", "-b", record["branch"]["short_name"])["total"] == 1
    assert told(capsys, office, "search", "-b", "没有的党支部")["total"] == 0


def test_reindex_gives_the_same_answers(capsys, office):
    before = told(capsys, office, "search", "值班", "--all-versions")

    assert told(capsys, office, "reindex") == {"versions": 4}
    assert told(capsys, office, "search", "值班", "--all-versions") == before


def test_damaged_log_is_told_and_reading_goes_on(capsys, tmp_path):
    office = workspace(tmp_path / "office")
    (log,) = (office / "archive" / "log").iterdir()
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([lines[0], lines[1].replace("印发".encode(), "刷发".encode()), *lines[2:]]))

    for arguments in (
        ("history", METHOD),
        ("show", METHOD),
        ("diff", f"{METHOD}@v1", METHOD),
        ("search", "值班"),
        ("search", "值班"),
    ):
        status, out, err = called(capsys, office, *arguments)

        assert status == 0
        assert out
        assert "归档日志已损坏（log/2031.jsonl 第 2 行" in err
