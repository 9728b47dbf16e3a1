"""Each case of docs/docxtpl-differences.md: what docxtpl makes of it, and that ours is right."""

import io
from typing import Any

import pytest
from docxtpl import InlineImage
from jinja2 import Environment
from lxml import etree

from docgen.render import Template, TemplateError
from support.rendering import (
    docxtpl_renders,
    footnote,
    header,
    made,
    member,
    members,
    png,
    raw,
    table,
    text_of,
)

CORE = "docProps/core.xml"
NOTES = "word/footnotes.xml"


def rendered(template: bytes, **context: Any) -> str:
    return text_of(Template(template).render(context))


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_illegal_character_leaves_the_rest_of_the_text_whole(character):
    text = f"甲{character}乙 <丙> & 丁"

    assert rendered(made("{{ x }}"), x=text) == "甲乙 <丙> & 丁"


def test_docxtpl_loses_what_follows_an_illegal_character():
    theirs = docxtpl_renders(made("{{ x }}"), {"x": "甲\x0b<丙> & 丁"})

    assert "<" not in text_of(theirs)


def test_illegal_character_in_a_header_is_left_out_there_too():
    template = made(header("{{ x }}"))

    ours = Template(template).render({"x": "甲\x0b乙 & 丙"})

    assert text_of(ours, "word/header1.xml") == "甲乙 & 丙"
    with pytest.raises(etree.XMLSyntaxError):
        docxtpl_renders(template, {"x": "甲\x0b乙"})


def test_lone_surrogate_is_left_out_and_a_pair_is_joined():
    template = made("{{ x }}", "后文")

    assert rendered(template, x="甲\ud83d乙") == "甲乙\n后文"
    assert rendered(template, x="甲\ud83d\ude00乙") == "甲😀乙\n后文"
    assert "后文" not in text_of(docxtpl_renders(template, {"x": "甲\ud83d乙"}))


def two_sections(document: Any) -> None:
    document.add_section()


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% for %}", "{# 看 #}"])
def test_footnote_text_from_the_data_is_never_carried_out(text):
    template = made(two_sections, footnote("注：{{ x }}"))

    assert text_of(Template(template).render({"x": text}), NOTES) == f"注：{text}"


def test_docxtpl_carries_out_footnote_text_when_there_are_two_sections():
    template = made(two_sections, footnote("注：{{ x }}"))

    assert text_of(docxtpl_renders(template, {"x": "{{ 7*7 }}"}), NOTES) == "注：49"


def test_footnotes_of_a_document_without_section_properties_are_rendered():
    def without_section(document: Any) -> None:
        document.element.body.remove(document.element.body.sectPr)

    template = made("甲", footnote("注：{{ x }}"), without_section)

    assert text_of(Template(template).render({"x": "乙"}), NOTES) == "注：乙"
    assert text_of(docxtpl_renders(template, {"x": "乙"}), NOTES) == "注：{{ x }}"


def titled(document: Any) -> None:
    document.core_properties.title = "{{ x }}"


def title_of(docx: bytes) -> str:
    root = etree.fromstring(member(docx, CORE).encode())
    return root.findtext("{http://purl.org/dc/elements/1.1/}title")


def test_properties_are_escaped_once():
    assert title_of(Template(made(titled)).render({"x": "A & <B>"})) == "A & <B>"
    assert title_of(docxtpl_renders(made(titled), {"x": "A & <B>"})) == "A &amp; &lt;B&gt;"


def test_property_longer_than_255_characters_is_kept():
    assert title_of(Template(made(titled)).render({"x": "长" * 300})) == "长" * 300
    with pytest.raises(ValueError, match="255"):
        docxtpl_renders(made(titled), {"x": "长" * 300})


def test_property_drops_an_illegal_character_only():
    assert title_of(Template(made(titled)).render({"x": "甲\x00乙"})) == "甲乙"


@pytest.mark.parametrize("text", ["{_{ 甲 }_}", "{_% 乙 %_}"])
def test_escaped_braces_in_a_value_stay_as_they_are(text):
    assert rendered(made("{{ x }}"), x=text) == text
    assert text_of(docxtpl_renders(made("{{ x }}"), {"x": text})) != text


def test_escaped_braces_of_the_template_become_braces():
    assert rendered(made("{_{ 甲 }_} {{ '{_{' }}")) == "{{ 甲 }} {{"


def test_ampersand_in_a_tags_own_literal_is_one_ampersand():
    template = made("{{ 'A & B' }}{% if x == 'C & D' %}相同{% endif %}")

    assert rendered(template, x="C & D") == "A & B相同"
    assert text_of(docxtpl_renders(template, {"x": "C & D"})) == "A &amp; B"


def test_table_without_a_grid_is_left_as_it_is():
    template = made(
        raw("<w:tbl><w:tblPr/><w:tr><w:tc><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    )

    assert rendered(template, x="甲") == "甲"
    with pytest.raises(AttributeError):
        docxtpl_renders(template, {"x": "甲"})


def test_column_without_a_width_may_go():
    template = made(
        raw("<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    )

    assert member(Template(template).render({})).count("<w:gridCol/>") == 1
    with pytest.raises(TypeError):
        docxtpl_renders(template, {})


def test_environment_of_the_caller_is_not_changed():
    ours, theirs = Environment(), Environment()
    before = set(ours.filters)

    Template(made("{{ x }}"), jinja_env=ours).render({"x": "&"})
    docxtpl_renders(made("{{ x }}"), {"x": "&"}, theirs)

    assert ours.autoescape is False
    assert set(ours.filters) == before
    assert theirs.autoescape is True


def test_tags_that_do_not_nest_are_an_error_when_docxtpl_would_tear_the_table():
    broken = raw(
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>"
        "<w:tr><w:tc><w:p><w:r><w:t>{% if x %}甲</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl><w:p><w:r><w:t>{% endif %}乙</w:t></w:r></w:p>"
    )
    template = made("始", broken, "末")

    with pytest.raises(TemplateError, match="嵌套不完整") as fault:
        Template(template).render({"x": False})

    assert "跨单元格" in fault.value.remedy


def test_the_same_picture_in_a_subdocument_and_in_the_text():
    inner = made(lambda d: d.add_picture(io.BytesIO(png(3, 3))))
    template = made("{{p sub }}", "{{ image }}")

    def context(tpl: Any) -> dict[str, Any]:
        return {"sub": tpl.new_subdoc(io.BytesIO(inner)), "image": InlineImage(tpl, io.BytesIO(png(3, 3)))}

    ours = Template(template).render(context)

    assert member(ours).count("<pic:pic") == 2
    with pytest.raises(AttributeError):
        docxtpl_renders(template, context)


def test_new_core_properties_hold_no_clock():
    def without_properties(document: Any) -> None:
        rels = document.part.package.rels
        del rels[next(key for key, rel in rels.items() if rel.reltype.endswith("core-properties"))]

    template = made("甲", without_properties)

    ours = Template(template).render({})

    assert "modified" not in member(ours, CORE)
    assert set(members(ours)) == set(members(docxtpl_renders(template, {})))


def test_values_that_look_like_markup_or_tags_come_out_as_they_are():
    odd = ["{{ 7*7 }}", "{% if %}", "<w:p/>", "a & b <c>", "&amp;", "]]>", "{#", "'\"", "“”"]
    template = made("{% for x in odd %}{{ x }}|{% endfor %}", table(["{{ odd|join('|') }}"]))

    lines = rendered(template, odd=odd).split("\n")

    assert lines == ["|".join(odd) + "|", "|".join(odd)]
