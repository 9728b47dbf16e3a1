"""Forms and the branch's own papers, of records with gaps: made, and without half sentences."""

import random
import re

import pytest

from docgen.campaign.models.branch import Activity
from docgen.campaign.models.committee_process import Accountability, Inspection
from docgen.campaign.models.meetings import Meeting
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.process import Notice, Submission
from support.docx import styled_paragraphs
from support.papers import made, office_of, records, sort_of, thinned
from support.planned import jobs_of

KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})
HALF = re.compile(
    r"《》|（）|“”|〔〕|[，、；。][，；。]|：。|的理由：$|^[，。；、：]|经研究研究|（[，；]|于[，。]|档次为[，。]"
)
KINDS = [
    ("review-opinion", ""),
    ("submission-form", ""),
    ("inspection", "record"),
    ("inspection", "bulletin"),
    ("midterm-assessment", "scores"),
    ("midterm-assessment", "report"),
    ("rectification-order", ""),
    ("acceptance-scores", ""),
    ("satisfaction-poll", "ballot"),
    ("satisfaction-poll", "summary"),
    ("accountability", "interview-notice"),
    ("accountability", "interview-record"),
    ("accountability", "decision"),
    ("closure-form", ""),
    ("recheck-record", ""),
    ("opinions", "record"),
    ("opinions", "summary"),
    ("grade-pledge", ""),
    ("notice-outcome", "statement"),
    ("notice-outcome", "register"),
    ("explanation", ""),
    ("coordination", "request"),
    ("coordination", "letter"),
    ("coordination", "slip"),
    ("rectification-report", ""),
    ("self-assessment", "report"),
    ("self-assessment", "application"),
    ("branch-meeting", ""),
]
NOTHING = {
    "submission": Submission(),
    "inspection": Inspection(),
    "problem": Problem(),
    "entry": Accountability(),
    "activity": Activity(),
    "notice": Notice(),
    "meeting": Meeting(),
}


def _faults(paper: bytes) -> list[str]:
    lines = [line for _, text in styled_paragraphs(paper) for line in text.split("\n")]
    traces = [line for line in lines if re.search(r"None|nan|\{\{|\{%|Undefined|\d{4}-\d\d-\d\d", line)]
    return traces + [line for line in lines if HALF.search(line.strip(" "))]


@pytest.mark.parametrize("seed", range(6))
def test_a_record_with_gaps_makes_whole_forms(seed):
    chance = random.Random(seed)
    whose = office_of({name: thinned(plain, chance, KEPT) for name, plain in records().items()})

    papers = {
        (job.path): made(job.paper, whose, job.branch, job.item)
        for kind in KINDS
        for job in jobs_of(*kind, whose)[seed % 2 :: 4]
    }

    assert {path: found for path, paper in papers.items() if (found := _faults(paper))} == {}


@pytest.mark.parametrize(("slug", "variant"), KINDS)
def test_an_empty_record_makes_a_form_to_fill_in_by_hand(slug, variant):
    paper = sort_of(slug, variant)
    whose = office_of(
        {
            "committee.yaml": {"committee": {"full_name": "中共某某水务集团有限公司委员会"}},
            "branch.yaml": {"branch": {"id": "Z01", "short_name": "第一党支部"}},
        }
    )
    branch = whose.branches[0] if paper.scope == "branch" else None

    form = made(paper, whose, branch, NOTHING[paper.items.name] if paper.items else None)

    assert _faults(form) == []
