"""Which templates are well-formed whatever the data."""

import pytest
from jinja2 import Environment

from docgen.render.balance import is_always_well_formed


@pytest.mark.parametrize(
    "source",
    [
        "<a>{{ x }}</a>",
        "<a>{% if x %}<b/>{% else %}<c>{{ y }}</c>{% endif %}</a>",
        "<a>{% for x in y %}<b>{{ x }}</b>{% endfor %}</a>",
        "<p>{% if x %}甲</p><p>乙{% endif %}丙</p>",  # closes p and opens p: the same as nothing
        "<p>{% for x in y %}甲</p><p>{% endfor %}丙</p>",
        '<a b="{% if x %}1{% else %}2{% endif %}"/>',
        '<?xml version="1.0"?><a><!-- <b> --></a>',
        "<a>{% set x = 1 %}{{ x }}</a>",
        "<a>{% if x %}<b>{% else %}<b>{% endif %}</b></a>",
    ],
)
def test_shown_to_nest(source):
    assert is_always_well_formed(Environment().parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "<a>{% if x %}<b>{% endif %}</a>",
        "<a>{% if x %}<b>{% else %}<c>{% endif %}</b></a>",
        "<a>{% for x in y %}<b>{% endfor %}</a>",
        "<a><b></a></b>",
        "<a>",
        "</a>",
        "<p><r>甲{% if x %}</r></s></p><p><s><r>乙{% endif %}丙</r></p>",  # the same as nothing, elsewhere
        "<a {% if x %}><b{% endif %}></b></a>",
        "<a>{% macro m() %}<b>{% endmacro %}</a>",
        "<a>{% filter upper %}x{% endfilter %}</a>",
        "<a>1 < 2</a>",
    ],
)
def test_not_shown_to_nest(source):
    assert not is_always_well_formed(Environment().parse(source))
