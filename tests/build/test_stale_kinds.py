"""A changed key of a record makes the papers stale that it feeds (domain.md 3.4), and no other."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from docgen.build.inputs import Inputs
from docgen.build.paper import Workshop
from docgen.build.plan import Job, plan
from docgen.campaign.feeds import feeding_paths
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support.papers import DAY, TEMPLATES, office_of, records

PAPERS = [
    paper for kind in load_catalogue([TEMPLATES]).kinds for paper in kind.papers if paper.scope != "paper"
]
FILES = ("committee.yaml", "branch-Z01.yaml", "branch-Z03.yaml")

# 3.4 without what its papers do not print: D02's pledges are the plan's, D04 is about methods, not grades,
# D28 has no inspections, D31 names a problem by its number alone; and words are
# changed here: of the plan D08 has but numbers, so has D18 of publicity.
FED = {
    "branch baseline target": "D01 D07 D08 D13 D15 D16 D21 D22 D23 D24 D26 D34",
    "diagnosis": "D20 D21 D22",
    "problems": "D07 D08 D15 D21 D22 D28 D29 D30 D32 D34 D36",
    "goals method brand": "D22 D23 D26 D15 D34",
    "review submission_to_superior": "D03 D04 D05 D23",
    "plan overall_pledge": "D01 D02 D03 D18",
    "pledges": "D24 D25 D26 D34",
    "publicity": "D26 D27 D37",
    "agreement": "D07",
    "deeds achievements": "D31 D38 D15 D18",
    "meetings deployment_meeting": "D06 D35",
    "inspections": "D09",
    "midterm rectification_order": "D10 D11 D12 D33",
    "final final_evaluation grade_confirmation": "D13 D14 D15 D16 D26 D03 D18",
    "accountability": "D17 D18",
}


def digests(plain: dict[str, dict[str, Any]]) -> dict[str, tuple[Job, str]]:
    office = office_of(plain)
    inputs = Inputs(Workshop(office, Settings(), DAY))
    jobs = [job for job in plan(PAPERS, office, Settings(), None) if not job.reason]
    return {job.key: (job, inputs.of(job, draft=False)) for job in jobs}


def read() -> dict[str, dict[str, Any]]:
    return {name: record for name, record in records().items() if name in FILES}


@cache
def before() -> dict[str, tuple[Job, str]]:
    return digests(read())


def reworded(value: Any) -> Any:
    """The same with one more character in every Chinese text of some length; short words may be choices."""
    if isinstance(value, dict):
        return {key: reworded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [reworded(one) for one in value]
    is_prose = isinstance(value, str) and len(value) >= 6 and not value[0].isascii()
    return f"{value[:-1]}改{value[-1]}" if is_prose else value


def stale_after(keys: set[str]) -> list[Job]:
    plain = read()
    for record in plain.values():
        for key in keys & record.keys():
            record[key] = reworded(record[key])
    now = digests(plain)
    return [job for key, (job, digest) in before().items() if now.get(key, (job, ""))[1] != digest]


def roots(job: Job) -> Iterator[str]:
    """The root keys on which the job's paper depends, by its manifest and its facts."""
    paper = job.paper
    for path in feeding_paths(paper.feeds, paper.facts, "branch" if paper.scope == "branch" else "committee"):
        root, _, rest = path.partition(".")
        yield rest if root == "branches" else root.removeprefix("committee_")
    if paper.items is not None:
        yield paper.items.of.partition(".")[0]


@pytest.mark.parametrize("keys", FED)
def test_what_a_key_feeds_is_stale_and_nothing_else(keys):
    changed = set(keys.split())

    stale = stale_after(changed)

    assert set(FED[keys].split()) <= {job.paper.code for job in stale}
    assert [job.path for job in stale if not changed & set(roots(job))] == []


def test_a_record_reworded_in_one_branch_leaves_the_other_branches_papers_alone():
    plain = read()
    plain["branch-Z03.yaml"]["problems"] = reworded(plain["branch-Z03.yaml"]["problems"])

    now = digests(plain)

    stale = {job.owner for key, (job, digest) in before().items() if now[key][1] != digest}
    assert stale == {"Z03", "DW"}
