"""The repository's own templates, filled from the sample records: equal to docxtpl's results."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from jinja2 import Environment

from docgen.build.plan import Job, plan
from docgen.campaign.context import paper_context
from docgen.kinds import load_catalogue
from docgen.render import Template
from docgen.render.filters import known_filters
from docgen.text.present import finalize
from support.papers import DAY, TEMPLATES, chosen_for, office
from support.rendering import differing, docxtpl_renders

PAPERS = [paper for kind in load_catalogue([TEMPLATES]).kinds for paper in kind.papers]


@cache
def first_jobs() -> dict[str, Job]:
    """For each paper the first job that can be done."""
    jobs = [job for paper in PAPERS for job in plan([paper], office(), chosen_for(paper), None)]
    return {job.paper.label: job for job in reversed(jobs) if not job.reason}


def context_of(job: Job) -> Mapping[str, Any]:
    item = (job.paper.items.name, job.item) if job.paper.items and job.item is not None else None
    return paper_context(job.paper.feeds, job.paper.facts, office(), branch=job.branch, item=item, as_of=DAY)


def environment() -> Environment:
    """What docxtpl needs to know of our printing and our filters."""
    env = Environment(finalize=finalize)
    env.filters |= known_filters()
    return env


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.label)
def test_every_member_equals_what_docxtpl_makes(paper):
    context = context_of(first_jobs()[paper.label])
    template = paper.template.read_bytes()

    ours = Template(template, finalize=finalize).render(context)

    assert differing(ours, docxtpl_renders(template, context, environment())) == []
