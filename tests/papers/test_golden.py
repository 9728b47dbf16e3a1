"""Every kind's paper from the sample records, as a text that a person can review: style and words.

A paper of a branch is that of the committee's first branch that has one; of several items, the first.
"""

import pytest

from docgen.build.plan import plan
from docgen.build.templates import blocks_of, built_template
from docgen.kinds import Paper, load_catalogue
from support.docx import styled_paragraphs
from support.papers import TEMPLATES, chosen_for, made, office_for

PAPERS = [paper for kind in load_catalogue([TEMPLATES]).kinds for paper in kind.papers]
ALL = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.slug}-{paper.variant}".strip("-"))


def _golden(paper: Paper):
    return paper.template.with_name(paper.template.name.replace("template", "golden")).with_suffix(".txt")


def _golden_text(paper: Paper) -> str:
    whose = office_for(paper)
    job = next(job for job in plan([paper], whose, chosen_for(paper), None) if not job.reason)
    lines = styled_paragraphs(made(paper, whose, job.branch, job.item))
    return "".join(f"{style}\t{text}\n" for style, text in lines)


@ALL
def test_the_paper_reads_as_its_golden_text(paper, update_golden):
    text = _golden_text(paper)

    if update_golden:
        _golden(paper).write_text(text, "utf-8")

    assert _golden(paper).is_file(), "no golden text: run pytest --update-golden and review it"
    assert text == _golden(paper).read_text("utf-8")


@ALL
def test_the_committed_template_is_what_its_blocks_make(paper):
    if not blocks_of(paper).is_file():
        pytest.skip("a template made in Word")

    assert paper.template.read_bytes() == built_template(paper), "run make templates"


def test_every_golden_text_belongs_to_a_paper():
    assert {_golden(paper) for paper in PAPERS} == set(TEMPLATES.glob("*/golden*.txt"))
