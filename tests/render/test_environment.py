"""Templates from elsewhere cannot reach Python, and data is never carried out."""

import pytest
from jinja2 import Environment
from jinja2.nativetypes import NativeEnvironment

from docgen.render import Template, TemplateError, limits
from support.rendering import made, text_of

HOSTILE = [
    "{{ ''.__class__.__mro__ }}",
    "{{ x.__init__.__globals__ }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{% for i in range(10**9) %}a{% endfor %}",
    "{{ 'a' * 10**9 }}",
    "{{ [1] * 10**9 }}",
    "{{ 2 ** 100000 ** 2 }}",
    "{{ x|attr('__class__') }}{{ (x|attr('__class__')).mro() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("base", [None, Environment], ids=["own", "callers"])
@pytest.mark.parametrize("way", ["compiled", "docxtpl"])
def test_hostile_template_is_an_error(text, base, way):
    context = {"x": "甲"} if way == "compiled" else lambda _tpl: {"x": "甲"}

    with pytest.raises(TemplateError):
        Template(made(text), jinja_env=base() if base else None).render(context)


@pytest.mark.parametrize("way", ["compiled", "docxtpl"])
def test_values_are_escaped_and_not_rendered(way):
    odd = {"x": "{{ 7*7 }}<w:p/>&lt;{% if %}"}

    ours = Template(made("{{ x }}")).render(odd if way == "compiled" else lambda _tpl: odd)

    assert text_of(ours) == odd["x"]


def test_finalize_turns_each_value_into_what_is_printed():
    form = Template(
        made("{{ a }}，{{ b }}，{{ '字' }}"), finalize=lambda value: "空" if value is None else value
    )

    assert text_of(form.render({"a": None, "b": 1})) == "空，1，字"


def test_filters_and_globals_of_the_caller_are_there():
    form = Template(
        made("{{ n|jin }}{{ office }}"), filters={"jin": lambda n: f"{n}斤"}, globals={"office": "办"}
    )

    assert text_of(form.render({"n": 3})) == "3斤办"


def test_keys_that_a_mapping_also_has_as_methods_are_reached_by_index():
    form = Template(made("{{ d['items'] }}{{ d.name }}{% for k in d.keys() %}{{ k }}{% endfor %}"))

    assert text_of(form.render({"d": {"items": 1, "name": 2}})) == "12itemsname"


def test_environment_of_native_values_gives_texts():
    form = Template(made("{{ a }}", "{{ b }}"), jinja_env=NativeEnvironment())

    assert text_of(form.render({"a": 1, "b": "<甲>"})) == "1\n<甲>"


def nested(*sources: str) -> str:
    """Loops over these, each within the one before."""
    return "".join(f"{{% for x in {source} %}}" for source in sources) + "{% endfor %}" * len(sources)


ENDLESS = [
    nested("range(99999)", "range(99999)"),
    nested("xs", "xs", "xs", "xs"),
    nested("range(999)", "xs|map('upper')", "xs|map('upper')"),
    "{% for a in range(9999) %}{{ long }}{% endfor %}",
    "{% set ns = namespace(s='a') %}{% for a in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
]


@pytest.mark.parametrize("endless", ENDLESS)
def test_loops_without_end_and_texts_without_measure_are_stopped(endless, monkeypatch):
    # A tenth of the limits, which take up to ten seconds to be reached.
    monkeypatch.setattr(limits, "ROUNDS_MAX", limits.ROUNDS_MAX // 10)
    monkeypatch.setattr(limits, "CHARACTERS_MAX", limits.CHARACTERS_MAX // 10)

    with pytest.raises(TemplateError, match="循环或数值过大"):
        Template(made(endless)).render({"xs": ["a"] * 200, "long": "长" * 100_000})


def test_loops_over_what_has_no_length_know_their_place():
    text = (
        "{% for x in xs|map('upper') %}{{ loop.index }}/{{ loop.length }}{{ '。' if loop.last }}{% endfor %}"
    )

    assert text_of(Template(made(text)).render({"xs": ["a", "b"]})) == "1/22/2。"
