"""A change that a paper of the committee does not show makes it no new version, and no draft (J24)."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from docgen.build.drafts import open_errors
from docgen.build.inputs import Inputs
from docgen.build.paper import Workshop
from docgen.build.plan import Job, plan
from docgen.findings import Finding, Severity
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support.papers import DAY, TEMPLATES, office_of, records

Plain = dict[str, dict[str, Any]]
PAPERS = [
    paper
    for kind in load_catalogue([TEMPLATES]).kinds
    for paper in kind.papers
    if paper.scope == "committee" and paper.items is None
]
FILE = "branch-Z04.yaml"


def digests(plain: Plain) -> dict[str, str]:
    office = office_of(plain)
    inputs = Inputs(Workshop(office, Settings(), DAY))
    return {job.paper.label: inputs.of(job, draft=False) for job in jobs(plain)}


def jobs(plain: Plain) -> list[Job]:
    return [job for job in plan(PAPERS, office_of(plain), Settings(), None) if not job.reason]


@cache
def before() -> dict[str, str]:
    return digests(records())


def stale_after(change: Callable[[dict[str, Any]], None]) -> set[str]:
    plain = records()
    change(plain[FILE])
    now = digests(plain)
    return {label for label, digest in before().items() if now[label] != digest}


def progress(record: dict[str, Any]) -> None:
    record["problems"][0]["progress"][-1]["note"] = "又走访了三个班级。"


def measure(record: dict[str, Any]) -> None:
    record["problems"][1]["measures"][0]["action"] = "换一种做法。"


def telephone(record: dict[str, Any]) -> None:
    record["branch"]["contact"]["phone"] = "0000-1234567"


def comment(record: dict[str, Any]) -> None:
    record["final"]["shortcomings"] = ["还有一处不足。"]


def grade(record: dict[str, Any]) -> None:
    record["final"]["grade"] = "一般"


def one_problem_less(record: dict[str, Any]) -> None:
    del record["problems"][-1]


@pytest.mark.parametrize("change", [progress, measure, telephone])
def test_what_only_a_branch_sees_leaves_the_committees_letters_alone(change):
    stale = stale_after(change)

    assert not stale & {"D01", "D02", "D03-plan", "D03-grades", "D11-both", "D16", "D26-result", "D38"}


def test_a_shortcoming_is_no_matter_of_the_grades():
    stale = stale_after(comment)

    assert not stale & {"D03-plan", "D03-grades", "D11-both", "D16", "D26-result"}
    assert "D15-total" in stale


def test_a_grade_is_shown_wherever_grades_are():
    assert {"D03-grades", "D08-statistics", "D15-total", "D16", "D18", "D26-result"} <= stale_after(grade)


def test_the_number_of_problems_is_shown_where_they_are_counted():
    stale = stale_after(one_problem_less)

    assert {"D03-plan", "D08-branches", "D08-problems", "D08-statistics", "D15-total", "D18"} <= stale
    assert not stale & {"D03-grades", "D16", "D26-result"}


def test_an_error_in_a_problem_makes_no_draft_of_what_shows_grades_alone():
    wrong = Finding(
        rule="R11",
        severity=Severity.ERROR,
        file=FILE,
        message="没有写原因",
        remedy="补写",
        field="problems[0].causes",
    )
    errors = open_errors([wrong], "committee.yaml", [FILE])

    drafts = {job.paper.label for job in jobs(records()) if errors.of(job, "")}

    assert not drafts & {"D03-grades", "D16", "D26-result", "D14-ballot"}
    assert {"D08-problems", "D15-total"} <= drafts
