"""`docgen template`: a clerk makes, changes and checks a template, and the papers follow."""

import io
import json
from pathlib import Path

import pytest
from docx import Document

from docgen.cli import main
from support.docx import text_of


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "院"), "-q"]) == 0
    return tmp_path / "院"


def run(workspace: Path, *arguments: str) -> int:
    return main(["-C", str(workspace), *arguments])


def answer(capsys, workspace: Path, *arguments: str):
    capsys.readouterr()
    run(workspace, *arguments, "--format", "json")
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("layout", ["plain", "red-head", "letter", "minutes", "form", "landscape"])
@pytest.mark.parametrize("scope", ["branch", "committee"])
def test_a_new_kind_has_no_fault_and_builds_at_once(workspace, capsys, layout, scope):
    made = answer(
        capsys,
        workspace,
        "template",
        "new",
        "study-plan",
        "--name",
        "学习计划",
        "--layout",
        layout,
        "--scope",
        scope,
    )

    assert made["code"] == "U01"
    assert run(workspace, "template", "lint", str(workspace / "templates/study-plan/template.docx")) == 0
    built = answer(capsys, workspace, "build", "study-plan")["files"]
    assert len(built) == (6 if scope == "branch" else 1)
    assert {file["status"] for file in built} == {"written"}
    first = (workspace / built[0]["path"]).read_bytes()
    assert "学习计划" in text_of(first)


def test_a_kind_made_from_another_has_its_papers_and_a_code_of_its_own(workspace, capsys):
    answer(capsys, workspace, "template", "new", "plan-b", "--name", "备用方案", "--from", "D01")

    [file] = answer(capsys, workspace, "build", "plan-b")["files"]
    assert file["code"] == "U01"
    assert "备用方案" in file["path"]


def test_what_is_there_is_not_made_again(workspace, capsys):
    assert run(workspace, "template", "new", "agreement", "--name", "责任书") == 2
    assert "已经有了" in capsys.readouterr().err
    assert run(workspace, "template", "new", "../x", "--name", "甲") == 2
    assert not (workspace / "templates" / "agreement").exists()


def test_blocks_changed_in_the_workspace_make_the_template_anew(workspace, capsys):
    run(workspace, "template", "new", "study-plan", "--name", "学习计划")
    blocks = workspace / "templates/study-plan/blocks.yaml"
    blocks.write_text(blocks.read_text("utf-8").replace("这里写正文", "每周五下午集体学习"), "utf-8")

    assert answer(capsys, workspace, "template", "build")["templates"][0]["changed"] is True
    [*_, file] = answer(capsys, workspace, "build", "study-plan")["files"]
    assert "每周五下午集体学习" in text_of((workspace / file["path"]).read_bytes())


def test_faulty_blocks_are_told_with_a_remedy(workspace, capsys):
    run(workspace, "template", "new", "study-plan", "--name", "学习计划")
    (workspace / "templates/study-plan/blocks.yaml").write_text("blocks: [{tittle: 甲}]", "utf-8")

    assert run(workspace, "template", "build") == 1
    assert "tittle" in capsys.readouterr().err


def test_a_copied_template_changed_in_word_is_used(workspace, capsys):
    [path] = answer(capsys, workspace, "template", "copy", "D07")["copied"]
    document = Document(str(workspace / path))
    paragraph = next(one for one in document.paragraphs if one.text == "五、考核与责任追究")
    paragraph.runs[0].text = "五、考核、激励与责任追究"
    document.save(str(workspace / path))

    assert answer(capsys, workspace, "template", "copy", "D07")["kept"] == [path]
    assert run(workspace, "template", "lint", str(workspace / path)) == 0
    [first, *_] = answer(capsys, workspace, "build", "D07")["files"]
    assert "五、考核、激励与责任追究" in text_of((workspace / first["path"]).read_bytes())


def test_lint_tells_every_fault_and_its_exit_status(workspace, capsys):
    [path] = answer(capsys, workspace, "template", "copy", "D07")["copied"]
    document = Document(str(workspace / path))
    document.add_paragraph("{{ branch.secretray }}", style="公文正文")
    document.add_paragraph("{{ branch.id | nofilter }}", style="公文正文")
    document.save(str(workspace / path))

    told = answer(capsys, workspace, "template", "lint", str(workspace / path))

    assert sorted(one["rule"] for one in told["findings"]) == ["G08", "G09"]
    assert "secretary" in next(one["remedy"] for one in told["findings"] if one["rule"] == "G09")
    assert run(workspace, "template", "lint", str(workspace / path)) == 1


def test_lint_fills_the_template_once_and_tells_what_only_that_shows(workspace, capsys):
    [path] = answer(capsys, workspace, "template", "copy", "D07")["copied"]
    document = Document(str(workspace / path))
    document.add_paragraph("{{ branch.members.formal / 0 }}", style="公文正文")
    document.save(str(workspace / path))

    told = answer(capsys, workspace, "template", "lint", str(workspace / path))

    assert [one["rule"] for one in told["findings"]] == ["G15"]


def test_lint_works_outside_a_workspace(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    document = Document()
    document.add_paragraph("{{ x")
    data = io.BytesIO()
    document.save(data)
    (tmp_path / "甲.docx").write_bytes(data.getvalue())

    assert main(["template", "lint", "甲.docx"]) == 1
    assert "第 1 段" in capsys.readouterr().out
    assert main(["template", "lint", "没有.docx"]) == 1


def test_fields_have_chinese_names_and_values(workspace, capsys):
    [paper] = answer(capsys, workspace, "template", "fields", "D07")["papers"]

    fields = {one["name"]: one for one in paper["fields"]}
    assert fields["branch.secretary"]["label"] == "党支部.书记"
    assert fields["branch.secretary"]["sample"] == "尉迟远"
    assert fields["problems[].measures[].deadline"]["sample"]
    assert fields["facts.dossiers[].no"]["sample"] == "Z01-W1"
    assert not any(name.startswith("diagnosis") for name in fields)


def test_every_listed_field_can_be_printed(workspace, capsys):
    """What `fields` lists, a template may use: lint lets all of it through."""
    [paper] = answer(capsys, workspace, "template", "fields", "D22")["papers"]
    names = [one["name"] for one in paper["fields"]]
    [path] = answer(capsys, workspace, "template", "copy", "D22")["copied"]
    document = Document(str(workspace / path))
    for name in names:
        document.add_paragraph("{{ " + name.replace("[]", "[0]") + " }}", style="公文正文")
    document.save(str(workspace / path))

    told = answer(capsys, workspace, "template", "lint", str(workspace / path))["findings"]

    assert len(names) > 200
    assert [one["message"] for one in told if one["rule"] in ("G08", "G09", "G10")] == []
