"""The committee's papers as blank forms: no record counts branches that nobody has entered."""

import re

import pytest

from docgen.build.paper import IS_BLANK, ISSUED
from docgen.campaign.context import paper_context
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.render import Template
from docgen.text.present import finalize
from support.papers import sort_of, words
from support.records import model

EMPTY = Office(model(CommitteeRecord, {"committee": {"full_name": "中共示范学院委员会"}}))


def blank_context(paper):
    """What a form is filled from when nothing is known."""
    known = paper_context(paper.feeds, paper.facts, EMPTY)
    return {**known, IS_BLANK: True, ISSUED: {"doc_no": "", "date": None}}


@pytest.mark.parametrize(
    "kind",
    [
        ("request-to-superior", "grades"),
        ("approval-reply", "collective"),
        ("deployment-meeting", "sign-in"),
        ("midterm-bulletin", "both"),
        ("midterm-bulletin", "praise"),
        ("midterm-bulletin", "criticism"),
        ("grade-notice", ""),
        ("work-report", ""),
    ],
    ids="-".join,
)
def test_a_blank_form_states_nothing(kind):
    paper = sort_of(*kind)
    context = blank_context(paper)

    text = words(Template(paper.template, finalize=finalize).render(context))

    assert not re.search(r"0[个次条项件名]", text)
    assert not any(word in text for word in ("没有予以", "没有登记", "不适用"))


@pytest.mark.parametrize("variant", ["both", "praise"])
def test_a_blank_bulletin_has_room_for_the_branches(variant):
    paper = sort_of("midterm-bulletin", variant)
    context = blank_context(paper)

    text = words(Template(paper.template, finalize=finalize).render(context))

    assert "（予以表扬的党支部，请在此填写）" in text
