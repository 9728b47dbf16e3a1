from decimal import Decimal

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.campaign.models.process import Approval
from docgen.campaign.views import NotPrintable, TextsView, View, view
from support.records import make_branch


def rendered(source: str, **names: object) -> str:
    return ImmutableSandboxedEnvironment().from_string(source).render(**names)


def test_lists_of_mappings_are_views_all_the_way_down():
    problems = View(make_branch()).problems

    assert (
        rendered("{% for p in problems %}{{ p.原因[0].类别 }}{% endfor %}", problems=problems) == "主观主观"
    )


def test_key_words_of_the_record_are_names():
    assert str(view(make_branch()).diagnosis.period.__getattr__("from")) == "2013-02-25"


def test_fields_called_like_methods_are_fields():
    pledges = View(make_branch()).pledges

    assert rendered("{{ pledges.to_public.items|length }}", pledges=pledges) == "2"


def test_maps_are_read_by_key_and_by_name():
    scores = View(make_branch()).baseline.scores

    assert rendered("{{ s.team }} {{ s['work'] }}", s=scores) == "30 40.5"


def test_an_empty_mapping_is_false():
    assert not View(Approval())
    assert rendered("{% if a %}有{% else %}无{% endif %}", a=View(Approval())) == "无"
    assert str(View(Approval())) == ""


def test_printing_a_whole_mapping_is_an_error():
    with pytest.raises(NotPrintable) as caught:
        rendered("{{ branch }}", branch=View(make_branch().branch))

    assert caught.value.remedy


def test_an_unknown_name_is_undefined():
    branch = View(make_branch().branch)

    assert rendered("{{ branch.secretry is defined }}", branch=branch) == "False"
    assert "secretary" in dir(branch)


@pytest.mark.parametrize("name", ["_entity", "__class__", "model_dump", "model_copy", "model_fields"])
def test_nothing_of_the_model_can_be_reached(name: str):
    assert rendered("{{ b[name] is defined }}", b=View(make_branch()), name=name) == "False"


def test_texts_that_nobody_wrote_read_as_nothing():
    texts = TextsView({"D18": {"主要做法": "抓早抓小"}})

    assert rendered("{{ t.D18.主要做法 }}{{ t.D18.下步打算 }}{{ t.D99.任何 }}", t=texts) == "抓早抓小"
    assert rendered("{% if t.D99 %}有{% else %}无{% endif %}{% if t.D18 %}有{% endif %}", t=texts) == "无有"


def test_values_are_passed_as_they_are():
    assert view(Decimal("1.5")) == Decimal("1.5")
    assert view(None) is None
    assert view(("甲", "乙")) == ("甲", "乙")
