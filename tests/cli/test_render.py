import json

import pytest
from docx import Document

from docgen.cli import main
from support.docx import text_of


@pytest.fixture
def template(tmp_path):
    document = Document()
    document.add_paragraph("{{ name }} {{ code }}")
    path = tmp_path / "form.docx"
    document.save(path)
    return path


def rendered(tmp_path, template, data, *more, name="data.yaml"):
    (tmp_path / name).write_text(data, encoding="utf-8")
    out = tmp_path / "out" / "result.docx"
    status = main(["render", str(template), str(tmp_path / name), "-o", str(out), *more])
    return status, out


def test_any_template_is_filled_with_any_yaml(tmp_path, template, capsys):
    status, out = rendered(tmp_path, template, "name: 甲&乙\ncode: 0000123\n", "--format", "json")

    assert status == 0
    assert text_of(out.read_bytes()) == "甲&乙 0000123"
    assert json.loads(capsys.readouterr().out) == {"path": str(out)}


def test_json_serves_as_well(tmp_path, template):
    _, out = rendered(tmp_path, template, '{"name": "a", "code": 1}', name="data.json")

    assert text_of(out.read_bytes()) == "a 1"


def test_unknown_name_is_an_error_with_the_nearest(tmp_path, template, capsys):
    status, out = rendered(tmp_path, template, "name: a\ncodes: 1\n")

    assert status == 1
    assert "codes" in capsys.readouterr().err
    assert not out.exists()


def test_lenient_prints_nothing_for_an_unknown_name(tmp_path, template):
    status, out = rendered(tmp_path, template, "name: a\n", "--lenient")

    assert status == 0
    assert text_of(out.read_bytes()).strip() == "a"


def test_faulty_data_is_told_with_its_line(tmp_path, template, capsys):
    status, _ = rendered(tmp_path, template, "name: a\nname: b\n")

    assert status == 1
    assert "data.yaml:2" in capsys.readouterr().err


@pytest.mark.parametrize("broken", [b"", b"no zip", b"PK\x03\x04 cut"])
def test_broken_template_is_one_clear_error(tmp_path, capsys, broken):
    path = tmp_path / "form.docx"
    path.write_bytes(broken)

    status, _ = rendered(tmp_path, path, "name: a\n")

    assert status == 1
    assert "form.docx" in capsys.readouterr().err


def test_template_is_not_overwritten_by_the_result(tmp_path, template, capsys):
    (tmp_path / "data.yaml").write_text("name: a\ncode: 1\n")
    before = template.read_bytes()

    status = main(["render", str(template), str(tmp_path / "data.yaml"), "-o", str(template)])

    assert status == 2
    assert template.read_bytes() == before


def test_missing_files_are_one_clear_error(tmp_path, template, capsys):
    assert main(["render", str(template), str(tmp_path / "no.yaml"), "-o", str(tmp_path / "o.docx")]) == 1
    assert main(["render", str(tmp_path / "no.docx"), str(template), "-o", str(tmp_path / "o.docx")]) == 1
    assert "Traceback" not in capsys.readouterr().err
