from pathlib import Path

import pytest

from docgen.build.drafts import open_errors
from docgen.build.plan import Job
from docgen.campaign.models.record import BranchRecord
from docgen.findings import Finding, Severity
from docgen.kinds import Paper

COMMITTEE, ONE, TWO = "data/committee.yaml", "data/branches/one.yaml", "data/branches/two.yaml"


def paper(*feeds, facts=()):
    blank = dict.fromkeys(Paper.__dataclass_fields__, "")
    return Paper(**blank | {"feeds": feeds, "facts": facts, "template": Path("template.docx")})


def finding(file, field, severity=Severity.ERROR):
    return Finding("K05", severity, "", "", file, 1, 1, field)


def is_draft(found, *feeds, branch_file=ONE, facts=()):
    job = Job(paper(*feeds, facts=facts), "Z01", BranchRecord() if branch_file else None)
    return bool(open_errors([found], COMMITTEE, [ONE, TWO]).of(job, branch_file))


@pytest.mark.parametrize(
    ("file", "field", "feeds"),
    [
        (ONE, "method.adopted.date", ["method"]),
        (ONE, "problems[0].title", ["problems"]),
        (ONE, "method", ["method.adopted"]),
        (ONE, "publicity.notices[1].end", ["publicity.notices"]),
        (ONE, "", ["method"]),
        (COMMITTEE, "plan.title", ["plan.title"]),
        (COMMITTEE, "publicity.items[0].date", ["committee_publicity"]),
    ],
)
def test_error_on_a_feeding_key_makes_a_draft(file, field, feeds):
    assert is_draft(finding(file, field), *feeds)


@pytest.mark.parametrize(
    ("file", "field", "feeds"),
    [
        (ONE, "methods.adopted", ["method"]),
        (ONE, "publicity.awareness.sample", ["publicity.notices"]),
        (TWO, "method.adopted.date", ["method"]),
        (COMMITTEE, "plan.title", ["plan.version"]),
        (COMMITTEE, "publicity.items[0].date", ["publicity"]),
        (ONE, "publicity.notices[0]", ["committee_publicity"]),
        (COMMITTEE, "plan.title", ["as_of"]),
    ],
)
def test_error_elsewhere_makes_none(file, field, feeds):
    assert not is_draft(finding(file, field), *feeds)


def test_warning_makes_no_draft():
    assert not is_draft(finding(ONE, "method", Severity.WARNING), "method")


def test_what_a_fact_reads_counts_as_feeding():
    assert is_draft(finding(ONE, "problems[0].causes"), facts=("dossiers",))


def test_committees_paper_depends_on_that_part_of_every_branch():
    feeds = ("plan", "branches.final")

    assert is_draft(finding(TWO, "final.total"), *feeds, branch_file="")
    assert not is_draft(finding(TWO, "method.title"), *feeds, branch_file="")
    assert is_draft(finding(COMMITTEE, "branches[2]"), *feeds, branch_file="")
