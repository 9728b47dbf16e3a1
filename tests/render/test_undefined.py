"""A name that the data lacks: absent in a test, an error when printed, looped over or computed with."""

from dataclasses import dataclass

import pytest
from pydantic import BaseModel

from docgen.render import Template, TemplateError, UnknownName
from support.rendering import header, made, text_of


def unknown(template: bytes, context, **options) -> UnknownName:
    with pytest.raises(UnknownName) as raised:
        Template(template, **options).render(context)
    return raised.value


@pytest.mark.parametrize(
    "text",
    [
        "{{ nmae }}",
        "{{ nmae|upper }}",
        "甲{{ '%s'|format(nmae) }}",
        "{% for x in nmae %}{% endfor %}",
        "{{ nmae + 1 }}",
        "{{ nmae.a.b }}",
        "{{ nmae() }}",
        "{{ 'a' ~ nmae }}",
        "{{ nmae|length }}",
        "{{ nmae|join('、') }}",
        "{{ nmae|年月日 }}",
        "{{ nmae|留空 }}",
        "{{ -nmae }}",
        "{% if nmae > 1 %}{% endif %}",
        "{%r if yes %}{{ nmae }}{%r endif %}",
    ],
)
def test_use_is_an_error_with_place_tag_and_nearest_name(text):
    fault = unknown(made("一", text), {"name": 1, "yes": True})

    use = fault.uses[0]
    assert (use.name, use.near) == ("nmae", "name")
    assert use.place.paragraph == 2
    assert use.tag in text
    assert "是否想写“name”" in fault.message


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{% if nmae %}有{% else %}无{% endif %}", "无"),
        ("{{ nmae|default('缺') }}", "缺"),
        ("{{ '有' if nmae else '无' }}", "无"),
        ("{{ nmae or '无' }}", "无"),
        ("{{ nmae is defined }}", "False"),
        ("{% if not nmae %}无{% endif %}", "无"),
        ("{% if nmae|length %}有{% endif %}无", "无"),
        ("{% if 'a' in nmae %}有{% endif %}无", "无"),
        ("{% if nmae == 'a' %}有{% endif %}无", "无"),
        ("{% for x in nmae or [] %}有{% endfor %}无", "无"),
        ("{{ []|first }}无", "无"),
    ],
)
def test_absence_in_a_test_or_with_default_is_no_error(text, printed):
    assert text_of(Template(made(text)).render({"name": 1})) == printed


def test_all_unknown_names_of_a_rendering_come_in_one_error():
    template = made("{{ a }}", "{{ known }}", "{{ b.c }}", header("{{ d }}"))

    fault = unknown(template, {"known": 1, "b": {}})

    assert [(use.place.area, use.name) for use in fault.uses] == [("正文", "a"), ("正文", "c"), ("页眉", "d")]


def test_unknown_name_in_a_loop_is_told_once():
    fault = unknown(made("{% for x in rows %}{{ x.b }}{% endfor %}"), {"rows": [{"a": 1}] * 50})

    assert len(fault.uses) == 1


def test_missing_item_of_a_list_is_an_error_of_its_own():
    assert "第 3 项" in unknown(made("{{ rows[2] }}"), {"rows": [1]}).message


@dataclass
class Plain:
    secretary: str = "甲"


class Model(BaseModel):
    secretary: str = "甲"


@pytest.mark.parametrize("branch", [Plain(), Model(), {"secretary": "甲"}])
def test_fields_of_models_dataclasses_and_mappings_are_suggested(branch):
    fault = unknown(made("{{ branch.secretry }}"), {"branch": branch})

    assert fault.uses[0].near == "secretary"


def test_caller_says_which_names_an_object_offers():
    fault = unknown(made("{{ 支部.书计 }}"), {"支部": object()}, names_of=lambda _owner: ["书记", "名称"])

    assert fault.uses[0].near == "书记"


def test_docxtpls_silence_is_there_on_request():
    assert text_of(Template(made("甲{{ nmae }}乙"), strict=False).render({})) == "甲乙"


def test_callers_environment_with_its_own_undefined_keeps_it():
    from jinja2 import ChainableUndefined, Environment

    environment = Environment(undefined=ChainableUndefined)

    assert text_of(Template(made("甲{{ a.b.c }}乙"), jinja_env=environment).render({})) == "甲乙"


def test_method_printed_without_call_is_an_error():
    with pytest.raises(TemplateError, match="方法"):
        Template(made("{{ name.upper }}")).render({"name": "a"})


def test_object_with_a_fault_of_its_own_is_named_with_its_tag():
    class Broken:
        @property
        def rate(self) -> float:
            return 1 / 0

    with pytest.raises(TemplateError, match="除数") as raised:
        Template(made("一", "{{ branch.rate }}")).render({"branch": Broken()})

    assert raised.value.place.paragraph == 2
