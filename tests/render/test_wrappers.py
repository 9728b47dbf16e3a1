"""Smart tags, insertions, links and content controls that begin or end within a tag."""

import pytest
from docxtpl import RichText

from docgen.render import Template
from docgen.render.wrappers import without_torn
from support.rendering import W, differing, docxtpl_renders, made, member, raw, text_of

WRAPPERS = {
    "smart tag": '<w:smartTag w:uri="u" w:element="place">{}</w:smartTag>',
    "insertion": '<w:ins w:id="1" w:author="甲">{}</w:ins>',
    "link": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "content control": "<w:sdt><w:sdtPr><w:id w:val='1'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
}


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_value_is_printed_and_nothing_behind_it_is_lost(wrapper):
    half = paragraph(run("前{{ na") + WRAPPERS[wrapper].format(run("me }}后")))
    template = made(raw(half), "尾")

    ours = Template(template).render({"name": "甲"})

    assert text_of(ours) == "前甲后\n尾"
    assert member(ours).count("<w:sectPr") == 1
    assert "<w:sectPr" not in member(docxtpl_renders(template, {"name": "甲"}))


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_docxtpls_own_path_does_the_same(wrapper):
    half = paragraph(WRAPPERS[wrapper].format(run("前{{ na")) + run("me }}后"))
    form = Template(made(raw(half), "{{r rich }}"))
    values = {"name": "甲", "rich": RichText("乙")}

    assert differing(form.render(lambda _tpl: values), form.render(values)) == []


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_wrappers_that_stand_whole_or_meet_alike_stay_as_docxtpl_has_them(wrapper):
    around = WRAPPERS[wrapper].format
    template = made(
        raw(paragraph(around(run("前{{ name }}后")))),
        raw(paragraph(run("{{ ") + around(run("name")) + run(" }}"))),
        raw(paragraph(around(run("前{{ na")) + around(run("me }}后")))),
        raw(paragraph(run("无") + around(run("{% if name %}")) + run("有{% endif %}"))),
    )

    ours = Template(template).render({"name": "甲"})

    assert differing(ours, docxtpl_renders(template, {"name": "甲"})) == []


def test_part_without_torn_wrappers_is_left_as_it_is():
    xml = f'<w:p xmlns:w="{W}"><w:ins w:id="1"><w:r><w:t>{{{{ a }}}}</w:t></w:r></w:ins></w:p>'

    assert without_torn(xml) is xml


def test_wrapper_between_a_merging_tag_and_its_text_goes():
    link = WRAPPERS["link"].format
    template = made(raw(paragraph(link(run("甲")))), raw(paragraph(run("{%- if yes %}乙{% endif %}"))), "尾")

    assert text_of(Template(template).render({"yes": True})) == "甲乙\n尾"
