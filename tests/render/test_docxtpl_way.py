"""What needs docxtpl's own object: the results are docxtpl's, through the same interface."""

import io
from typing import Any

import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText

from docgen.render import BoundValue, Template, TemplateError, UnknownName
from support.rendering import differing, docxtpl_renders, header, made, png, table, text_of

PICTURE = made(lambda d: d.add_picture(io.BytesIO(png(3, 3)), width=Mm(9)), "{{ name }}")


def images(tpl: Any) -> dict[str, Any]:
    seal = InlineImage(tpl, io.BytesIO(png(5, 5)), width=Mm(5))
    linked = InlineImage(tpl, io.BytesIO(png(6, 6)), anchor="https://example.cn/?a=1&b=2")
    return {"name": "甲 & 乙", "seal": seal, "rows": [seal, linked]}


def new_subdocument(tpl: Any) -> dict[str, Any]:
    sub = tpl.new_subdoc()
    sub.add_paragraph("子 & <文>")
    sub.add_table(rows=1, cols=2).rows[0].cells[0].text = "格"
    return {"sub": sub, "name": "甲"}


def subdocument_of_a_file(tpl: Any) -> dict[str, Any]:
    inner = made("内", table(["一", "二"]), lambda d: d.add_picture(io.BytesIO(png(4, 4))))
    return {"sub": tpl.new_subdoc(io.BytesIO(inner)), "name": "甲"}


def link(tpl: Any) -> dict[str, Any]:
    text = RichText("见")
    text.add("网站", url_id=tpl.build_url_id("https://example.cn/?a=1&b=2"), underline=True)
    return {"link": text}


def replaced_media(tpl: Any) -> dict[str, Any]:
    tpl.replace_media(io.BytesIO(png(3, 3)), io.BytesIO(png(8, 8)))
    return {"name": "甲"}


def replaced_picture(tpl: Any) -> dict[str, Any]:
    tpl.replace_pic("image.png", io.BytesIO(png(8, 8)))
    return {"name": "甲"}


CASES = {
    "pictures": (
        made(
            "{{ name }}",
            "{{ seal }}",
            header("{{ seal }}"),
            table(["{%tr for r in rows %}"], ["{{ r }}"], ["{%tr endfor %}"]),
        ),
        images,
    ),
    "new sub-document": (made("{{p sub }}", "{{ name }}"), new_subdocument),
    "sub-document from a file": (made("{{p sub }}", "{{ name }}"), subdocument_of_a_file),
    "links": (made("{{r link }}"), link),
    "replaced media": (PICTURE, replaced_media),
    "replaced picture": (PICTURE, replaced_picture),
}


@pytest.mark.parametrize("case", CASES)
def test_result_equals_docxtpls(case):
    template, context = CASES[case]

    assert differing(Template(template).render(context), docxtpl_renders(template, context)) == []


@pytest.mark.parametrize("case", CASES)
def test_result_is_the_same_twice(case):
    template, context = CASES[case]
    form = Template(template)

    assert form.render(context) == form.render(context)


def test_replaced_member_and_embedded_file(tmp_path):
    new = tmp_path / "new.png"
    new.write_bytes(png(8, 8))

    def context(tpl: Any) -> dict[str, Any]:
        tpl.replace_zipname("word/media/image1.png", str(new))
        return {"name": "甲"}

    assert differing(Template(PICTURE).render(context), docxtpl_renders(PICTURE, context)) == []


def test_picture_in_plain_data_is_moved_to_this_document():
    template = made("{{ seal }}")
    elsewhere = DocxTemplate(io.BytesIO(made()))
    image = InlineImage(elsewhere, io.BytesIO(png(5, 5)))

    ours = Template(template).render({"seal": image})

    theirs = docxtpl_renders(template, lambda tpl: {"seal": InlineImage(tpl, io.BytesIO(png(5, 5)))})
    assert differing(ours, theirs) == []
    assert image.tpl is elsewhere


@pytest.mark.parametrize(("make", "kind"), [(new_subdocument, "子文档"), (link, "带链接的文字")])
def test_value_bound_to_another_document_is_refused_with_the_way_out(make, kind):
    elsewhere = DocxTemplate(io.BytesIO(made()))
    elsewhere.init_docx()
    values = make(elsewhere)

    with pytest.raises(BoundValue, match=kind) as raised:
        Template(made("{{p x }}")).render({"x": values.get("sub") or values["link"]})

    assert "lambda tpl" in raised.value.remedy


def test_unknown_names_are_told_here_too():
    with pytest.raises(UnknownName) as raised:
        Template(made("一", "{{ nmae }}")).render(lambda _tpl: {"name": 1})

    assert raised.value.uses[0].near == "name"
    assert raised.value.uses[0].place.paragraph == 2


def test_picture_file_that_is_missing_is_named_with_its_tag():
    with pytest.raises(TemplateError, match=r"没有\.png"):
        Template(made("{{ x }}")).render(lambda tpl: {"x": InlineImage(tpl, "没有.png")})


def test_fault_of_the_callers_own_function_stays_its_own():
    with pytest.raises(ZeroDivisionError):
        Template(made("{{ x }}")).render(lambda _tpl: 1 / 0)


def test_values_are_as_safe_here_as_on_the_compiled_way():
    odd = "甲\x0b<乙> & {_{ {{ 7*7 }}"

    ours = Template(made("{{ x }}")).render(lambda _tpl: {"x": odd})

    assert text_of(ours) == odd.replace("\x0b", "")


def test_texts_of_many_megabytes_are_no_limit():
    long = "长" * 4_000_000

    ours = Template(made("{{ x }}", header("{{ x }}"))).render(lambda _tpl: {"x": long})

    assert text_of(ours) == long
