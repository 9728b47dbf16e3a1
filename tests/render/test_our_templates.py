"""The repository's own templates, filled from the sample records: equal to docxtpl's results."""

from collections.abc import Mapping
from typing import Any

import pytest
from jinja2 import Environment

from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.kinds import Paper, load_catalogue
from docgen.render import Template
from docgen.render.filters import known_filters
from docgen.text.present import finalize
from support.papers import DAY, TEMPLATES, chosen_for, office_for
from support.rendering import differing, docxtpl_renders

PAPERS = [paper for kind in load_catalogue([TEMPLATES]).kinds for paper in kind.papers]


def context_of(paper: Paper) -> Mapping[str, Any]:
    """What build hands to the paper's template, for the first paper that the records call for."""
    whose = office_for(paper)
    job = next(job for job in plan([paper], whose, chosen_for(paper), None) if not job.reason)
    return Workshop(whose, chosen_for(paper), DAY)._context(job)


def environment() -> Environment:
    """What docxtpl needs to know of our printing and our filters."""
    env = Environment(finalize=finalize)
    env.filters |= known_filters()
    return env


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.label)
def test_every_member_equals_what_docxtpl_makes(paper):
    context = context_of(paper)
    template = paper.template.read_bytes()

    ours = Template(template, finalize=finalize).render(context)

    assert differing(ours, docxtpl_renders(template, context, environment())) == []
