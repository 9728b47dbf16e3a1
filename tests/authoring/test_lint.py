"""Built-in templates have no fault; each fault put into one is told with its paragraph, several at once."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm, Pt

from docgen.authoring.lint.run import lint
from docgen.findings import Severity
from docgen.kinds import Paper, load_catalogue
from support.papers import TEMPLATES, sort_of

PAPERS = [paper for kind in load_catalogue([TEMPLATES]).kinds for paper in kind.papers]
AGREEMENT = sort_of("agreement")


def faults(path: Path, paper: Paper | None = AGREEMENT) -> list[tuple[str, str]]:
    """Code and place of each finding about a copy of the agreement's template."""
    original = paper.template if paper is not None else None
    return [(one.rule, one.label) for one in lint(path, paper, original)]


@pytest.fixture
def broken(tmp_path: Path) -> Callable[..., Path]:
    """A copy of the agreement's template with changes made to it through python-docx."""

    def make(*changes: Callable[..., object]) -> Path:
        document = Document(str(AGREEMENT.template))
        for change in changes:
            change(document)
        path = tmp_path / "责任书.docx"
        document.save(str(path))
        return path

    return make


def adding(text: str) -> Callable[..., object]:
    return lambda document: document.add_paragraph(text, style="公文正文")


def paragraph_with(document, text: str):
    return next(one for one in document.paragraphs if text in one.text)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.label)
def test_a_template_of_ours_has_no_fault(paper):
    assert [f"{one.rule} {one.label} {one.message}" for one in lint(paper.template, paper, None)] == []


def test_a_copy_saved_by_another_program_has_no_fault(broken):
    assert faults(broken()) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ branch.secretray }}", "G09"),
        ("{{ 支部.书纪 }}", "G09"),
        ("{{ brnch.secretary }}", "G09"),
        ("{% for p in problems %}{{ p.titel }}{% endfor %}", "G09"),
        ("{% for p in problems %}{% for m in p.measures %}{{ m.acton }}{% endfor %}{% endfor %}", "G09"),
        ("{% for d in facts.dossiers %}{{ d.problem.titel }}{% endfor %}", "G09"),
        ("{% set x = branch.shortname %}", "G09"),
        ("{{ target.by if target.bz else '' }}", "G09"),
        ("{{ problems[0].titel }}", "G09"),
        ("{{ (problems | first).titel }}", "G09"),
        ("{% if branch.hasseal %}甲{% endif %}", "G09"),
        ("{{ diagnosis.period }}", "G10"),
        ("{{ facts.scores.total }}", "G10"),
        ("{{ branch.secretary | dat }}", "G08"),
        ("{{ branch.secretary", "G08"),
        ("｛{ branch.secretary }}", "G08"),
        ("{% if branch.has_seal %}甲", "G08"),
        ("{% endfor %}", "G08"),
        ("{% fro p in problems %}", "G08"),
        ("{{ branch.secretary + }}", "G08"),
        ("{% p if branch.has_seal %}", "G08"),
        ("{% include 'x' %}", "G08"),
        ("{%tr for p in problems %}{%tr endfor %}", "G08"),
        ("{%p if branch.has_seal %}旁边的话", "G11"),
    ],
)
def test_a_wrong_tag_is_told_with_its_paragraph(broken, text, code):
    document = Document(str(AGREEMENT.template))
    expected = f"正文第 {len(list(document.element.body.iter('{*}p'))) + 1} 段"

    found = [(rule, place) for rule, place in faults(broken(adding(text)))]

    assert found
    assert code in {rule for rule, _ in found}
    assert all(place.startswith(expected) for _, place in found)


@pytest.mark.parametrize(
    "text",
    [
        "{{ 支部.书记 }}{{ branch.书记 }}{{ branch['secretary'] }}",
        "{% for p in problems %}{{ loop.index }}{{ p.title }}{{ p.measures[0].action }}{% endfor %}",
        "{% for k, v in baseline.scores.items() %}{{ k }}{{ v }}{% endfor %}",
        "{% set total = problems | length %}{{ total }}",
        "{{ problems | map(attribute='title') | join('、') }}",
        "{{ branch.founded_on | cn_date }}",
        "{% macro m(a) %}{{ a.b }}{% endmacro %}",
        "{{ target.by.year }}{{ range(3) | list }}{# 说明 {{ 不算 }} #}",
        "{%r if branch.has_seal %}甲{%r endif %}",
    ],
)
def test_a_right_tag_is_let_through(broken, text):
    assert faults(broken(adding(text))) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{% fro p in problems %}{% endfor %}", "for"),
        ("{% if branch.has_seal %}甲{% elseif target %}乙{% endif %}", "elif"),
        ("{% if branch.has_seal %}甲{% end if %}", "endif"),
        ("{% for p in branch.problems %}{% endfor %}", "problems"),
    ],
)
def test_what_was_meant_is_offered(broken, text, meant):
    [first, *_] = lint(broken(adding(text)), AGREEMENT, AGREEMENT.template)

    assert first.remedy == f"是否想写“{meant}”"


def test_all_faults_of_a_template_are_told_in_one_run(broken):
    path = broken(
        adding("{{ a }}"), adding("{{ branch.b }}"), adding("{{ branch.id | c }}"), adding("{% if x %}")
    )

    assert sorted({rule for rule, _ in faults(path)}) == ["G08", "G09"]
    assert len({place for _, place in faults(path)}) == 4


def test_a_pair_torn_between_two_cells_is_told(broken):
    def tear(document):
        row = document.tables[0].rows[0]
        row.cells[0].paragraphs[0].add_run("{% if branch.has_seal %}")
        row.cells[1].paragraphs[0].add_run("{% endif %}")

    assert [rule for rule, _ in faults(broken(tear))] == ["G08"]


def test_a_name_in_the_footer_is_judged_too(broken):
    def change(document):
        document.sections[0].footer.paragraphs[0].add_run("{{ branch.nichts }}")

    assert [(rule, place[:2]) for rule, place in faults(broken(change))] == [("G09", "页脚")]


def test_a_style_that_lost_its_meaning_is_told(broken):
    def change(document):
        paragraph_with(document, "一、确定的").style = document.styles["Normal"]

    [(rule, place)] = faults(broken(change))
    assert rule == "G12"
    assert "一、确定的晋位升级档次" in place


def test_new_text_in_no_official_style_is_told(broken):
    assert [rule for rule, _ in faults(broken(lambda d: d.add_paragraph("另外的话")))] == ["G12"]


def test_formatting_against_the_style_is_told(broken):
    def change(document):
        paragraph_with(document, "一、确定的").runs[0].font.size = Pt(12)

    assert [rule for rule, _ in faults(broken(change))] == ["G13"]


def test_a_changed_style_is_told(broken):
    def change(document):
        document.styles["公文正文"].font.size = Pt(14)

    assert [rule for rule, _ in faults(broken(change))] == ["G13"]


def test_a_changed_page_is_told(broken):
    def change(document):
        document.sections[0].left_margin = Mm(20)

    assert [rule for rule, _ in faults(broken(change))] == ["G14"]


def test_a_template_of_no_kind_is_judged_without_its_names(broken):
    path = broken(adding("{{ anything }}"), adding("{{ anything | nothing }}"))

    assert [rule for rule, _ in faults(path, None)] == ["G08"]


def _without(member: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(AGREEMENT.template) as package, zipfile.ZipFile(kept, "w") as copy:
        for name in package.namelist():
            if name != member:
                copy.writestr(name, package.read(name))
    return kept.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"{{ }}",
        b"\xd0\xcf\x11\xe0rest",
        _without("word/document.xml"),
        _without("[Content_Types].xml"),
    ],
    ids=["empty", "torn zip", "text", "old doc", "no body", "no types"],
)
def test_what_is_no_word_document_is_one_clear_fault(tmp_path, data):
    path = tmp_path / "模板.docx"
    path.write_bytes(data)

    [finding] = lint(path, AGREEMENT, None)

    assert finding.rule == "G07"
    assert finding.severity is Severity.ERROR
    assert finding.remedy


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("word/vbaProject.bin", b"", "宏"),
        ("word/_rels/settings.xml.rels", b'<a T="http://x/relationships/attachedTemplate"/>', "链接"),
    ],
)
def test_what_papers_would_carry_unseen_is_told(broken, name, data, told):
    path = broken()
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(name, data)

    assert told in next(one.message for one in lint(path, AGREEMENT, None) if one.rule == "G07")


def test_a_name_that_the_manifest_does_not_feed_is_told_so():
    poorer = replace(AGREEMENT, feeds=tuple(feed for feed in AGREEMENT.feeds if feed != "target"))

    assert {one.rule for one in lint(AGREEMENT.template, poorer, None)} == {"G10"}
