"""docgen inspect: any file, what it says, and the copies it leaves."""

import io
import json
import random
import zipfile

import pytest

from docgen.actions.init import init
from docgen.actions.inspect import files_in, inspect_files
from docgen.cli import main
from docgen.cli.progress import Silent
from docgen.inspect.house import House
from docgen.inspect.inspecting import inspect_bytes
from docgen.inspect.rules import all_rules
from support.plain import typed


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "通知.docx"
    path.write_bytes(typed())
    return path


def test_each_finding_names_its_place_its_clause_and_the_remedy(file, capsys):
    status = main(["inspect", str(file), "--no-pages"])

    said = capsys.readouterr().out
    assert status == 1
    assert "认作普通公文" in said
    assert "第 7 段  主送机关  各科室:" in said
    assert "第 7 段“各科室:”：主送机关后面没有全角冒号（T06，GB/T 9704 7.3.2" in said
    assert "请在最后一个主送机关后面标“：”" in said


def test_json_is_one_object_with_findings_files_and_summary(file, capsys):
    main(["inspect", str(file), "--no-pages", "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    finding = next(one for one in told["findings"] if one["rule"] == "T06")
    wanted = {
        "rule",
        "severity",
        "file",
        "page",
        "paragraph",
        "x_mm",
        "y_mm",
        "expected",
        "found",
        "message",
        "remedy",
    }
    assert wanted <= finding.keys()
    assert (finding["severity"], finding["paragraph"], finding["expected"]) == ("错误", 7, "：")
    assert {"file", "profile", "pages", "elements"} <= told["files"][0].keys()
    assert told["summary"]["错误"] == sum(one["severity"] == "错误" for one in told["findings"])


def test_copies_lie_beside_the_file_and_the_file_is_as_it_was(file):
    before = file.read_bytes()

    main(["inspect", str(file), "--no-pages", "--fix", "--annotate", "-q"])
    main(["inspect", str(file), "--no-pages", "--fix", "-q"])

    assert file.read_bytes() == before
    names = {path.name for path in file.parent.iterdir()}
    assert names == {"通知.docx", "通知-批注.docx", "通知-已改正.docx", "通知-已改正（2）.docx"}


def test_what_is_left_after_correcting_is_told(file, capsys):
    main(["inspect", str(file), "--no-pages", "--fix", "-o", str(file.parent / "结果")])

    said = capsys.readouterr().out
    assert "已改正：" in said
    assert "主送机关的写法：“各科室:”改为“各科室：”" in said
    assert (file.parent / "结果" / "通知-已改正.docx").exists()


def test_a_folder_is_looked_through_our_own_copies_left_out(file, capsys):
    (file.parent / "内").mkdir()
    (file.parent / "内" / "请示.docx").write_bytes(typed(["无关的一行"]))
    (file.parent / "通知-批注.docx").write_bytes(typed())
    (file.parent / "~$通知.docx").write_bytes(b"lock")
    (file.parent / "说明.txt").write_text("x")

    assert [path.name for path in files_in([file.parent])] == ["请示.docx", "通知.docx"]


def test_a_folder_without_papers_is_told(tmp_path, capsys):
    assert main(["inspect", str(tmp_path)]) == 2
    assert "没有 .docx 或 .pdf 文件" in capsys.readouterr().err


def test_several_processes_find_the_same_in_the_same_order(tmp_path):
    paths = []
    for number in range(6):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(typed([f"第{number}件", "水泵,2台"]))

    one = inspect_files(paths, House(), Silent(), rendered=False, processes=1)
    two = inspect_files(paths, House(), Silent(), rendered=False, processes=2)

    assert [outcome.inspected for outcome in one] == [outcome.inspected for outcome in two]
    assert [outcome.inspected.file for outcome in two] == [path.name for path in paths]


def test_the_units_settings_are_obeyed_and_told(tmp_path, file, capsys):
    root = init(tmp_path / "office").root
    (root / "docgen.toml").write_text('[inspect]\noff = ["T06"]\n', encoding="utf-8")

    main(["-C", str(root), "inspect", str(file), "--no-pages"])

    said = capsys.readouterr().out
    assert "T06，" not in said
    assert "按本单位的设置，不检查 T06" in said


def test_a_file_named_relative_to_the_folder_of_c_is_found(file, capsys):
    assert main(["-C", str(file.parent), "inspect", "通知.docx", "--no-pages", "-q"]) == 1
    assert "认作普通公文" in capsys.readouterr().out


@pytest.mark.parametrize(("typed_code", "code"), [("P2", "P02"), ("t09", "T09"), ("S06", "S06")])
def test_a_rule_is_explained(typed_code, code, capsys):
    assert main(["inspect", "--explain", typed_code]) == 0
    assert capsys.readouterr().out.startswith(code)


def test_an_unknown_code_suggests_the_nearest(capsys):
    assert main(["inspect", "--explain", "T99"]) == 2
    assert "没有编号为“T99”的规则" in capsys.readouterr().err


def test_every_rule_has_its_page_in_chinese():
    for entry in all_rules():
        assert len(entry.rule.explanation) >= 12, entry.rule.code
        assert entry.rule.title, entry.rule.code
    codes = [entry.rule.code for entry in all_rules()]
    assert len(codes) == len(set(codes))


def test_rules_are_listed(capsys):
    assert main(["inspect", "--rules"]) == 0
    assert "T13" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"", "是空文件"),
        ("a.docx", b"\xd0\xcf\x11\xe0rest", "旧的 .doc 格式"),
        ("a.docx", b"hello", "不是 .docx 文件"),
        ("a.docx", b"PK\x03\x04broken", "已损坏"),
        ("a.pdf", b"%PDF-1.7 broken", "不是完好的 PDF"),
        ("a.pdf", b"", "PDF"),
    ],
)
def test_what_cannot_be_read_is_a_finding(name, data, said, tmp_path, capsys):
    (tmp_path / name).write_bytes(data)

    assert main(["inspect", str(tmp_path / name), "--no-pages"]) == 1
    assert said in capsys.readouterr().out


def test_without_the_extra_a_pdf_is_told_its_remedy_with_status_3(file, capsys, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    pdf = file.with_suffix(".pdf")
    pdf.write_bytes(b"%PDF-1.7")

    assert main(["inspect", str(pdf), str(file), "--no-pages", "-j", "1"]) == 3

    said = capsys.readouterr().out
    assert "docgen-gongwen[pdf]" in said
    assert "T06" in said


def test_a_missing_file_is_told_and_the_others_are_inspected(file, capsys):
    assert main(["inspect", str(file.parent / "没有.docx"), str(file), "--no-pages"]) == 1

    said = capsys.readouterr().out
    assert "找不到这个文件" in said
    assert "T06" in said


def test_damaged_documents_give_a_clear_finding_and_no_exception():
    whole, chance = typed(), random.Random(9704)

    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 20, 200))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        outcome = inspect_bytes("a.docx", bytes(data[: chance.randrange(1000, len(data))]), None, House())
        assert outcome.inspected.failure
        assert outcome.inspected.remedy


def test_documents_damaged_within_give_no_exception():
    chance = random.Random(15834)
    with zipfile.ZipFile(io.BytesIO(typed())) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    for _ in range(60):
        damaged = dict(parts)
        name = chance.choice(["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
        data = bytearray(damaged[name])
        for _ in range(chance.choice((1, 2, 5))):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(1, 30)] = bytes(chance.randrange(32, 127) for _ in range(3))
        damaged[name] = bytes(data)
        told = inspect_bytes("a.docx", _zipped(damaged), None, House()).inspected
        assert told.failure or told.elements


def _zipped(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


def test_hostile_documents_are_refused_with_a_word():
    with zipfile.ZipFile(io.BytesIO(typed())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    bomb = {**parts, "word/document.xml": parts["word/document.xml"] + b" " * 70_000_000}
    entities = {
        **parts,
        "word/document.xml": b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        + parts["word/document.xml"],
    }

    for hostile in (bomb, entities):
        told = inspect_bytes("a.docx", _zipped(hostile), None, House()).inspected
        assert told.failure
        assert told.remedy


def test_a_huge_paragraph_takes_no_long_time():
    text = "近3多" * 30_000 + "（" * 30_000 + "-" * 30_000 + "1" * 60_000 + " " * 60_000 + "中" * 60_000

    told = inspect_bytes("a.docx", typed([text]), None, House()).inspected

    assert not told.failure


@pytest.mark.pdf
def test_a_document_is_checked_as_pages_too_and_shown_in_pictures(file, capsys):
    main(["inspect", str(file), "--annotate", "-o", str(file.parent / "结果"), "--format", "json"])

    told = json.loads(capsys.readouterr().out)["files"][0]
    assert told["pages"] == 1
    assert (file.parent / "结果" / "通知-批注.docx").exists()
