"""docxtpl's results on random templates and random texts."""

from io import BytesIO

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError

from docgen.render import Template, TemplateError
from support.rendering import cell, differing, docxtpl_renders, footnote, header, made, raw, table

# Without the characters of docs/docxtpl-differences.md, which docxtpl loses; \a and \f are its own
# marks for paragraphs and pages.
PIECES = [
    "党",
    "a",
    " ",
    "&",
    "<",
    ">",
    '"',
    "'",
    "\n",
    "\t",
    "{",
    "}",
    "{{",
    "%",
    "\r",
    "]]>",
    "😀",
    "&amp;",
    "<w:p>",
]
any_text = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=4)
texts = st.lists(st.sampled_from(PIECES) | any_text, max_size=8).map("".join)
items = st.fixed_dictionaries({"n": st.integers(0, 99), "text": texts})
contexts = st.fixed_dictionaries(
    {
        "text": texts,
        "n": st.integers(1, 3),
        "yes": st.just(True),
        "no": st.just(False),
        "items": st.lists(items, max_size=3),
        "empty": st.just([]),
    }
)

CELL_TEXTS = [
    "甲",
    "{{ text }}",
    "{% if yes %}x{% endif %}",
    "{% for r in items %}{{ r.n }}{% endfor %}",
    "{{ items|length }}",
    "{% colspan n %}{{ text }}",
    "{% cellbg '00FF00' %}乙",
]
PARAGRAPHS = [
    ["前 {{ text }} 后"],
    ["{%p if yes %}", "甲", "{%p endif %}"],
    ["{%p if no %}", "{{ text }}", "{%p endif %}"],
    ["{% if yes %}甲", "乙 {{ n }}", "丙{% endif %}丁"],
    ["{% if no %}甲", "乙", "丙{% endif %}丁"],
    ["{%p for r in items %}", "{{ r.n }}{{ r.text }}", "{%p endfor %}"],
    ["{{r text }}"],
    ["{#p 不见 #}", "乙"],
    ["甲 {%- if yes %}", "乙{% endif -%}", "丙"],
]

spans = st.sampled_from(["", "", "", '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'])
cells = st.builds(cell, st.sampled_from(CELL_TEXTS), spans.map('<w:tcW w:w="2000" w:type="dxa"/>{}'.format))


@st.composite
def rows(draw):
    made_cells = draw(st.lists(cells, min_size=1, max_size=4))
    if draw(st.integers(0, 5)) == 0:
        opening, closing = draw(
            st.sampled_from([("for c in items", "for"), ("for c in empty", "for"), ("if no", "if")])
        )
        place = draw(st.integers(0, len(made_cells)))
        made_cells[place:place] = [cell(f"{{%tc {opening} %}}"), draw(cells), cell(f"{{%tc end{closing} %}}")]
    return f"<w:tr>{''.join(made_cells)}</w:tr>"


@st.composite
def row_groups(draw):
    inside = "".join(draw(st.lists(rows(), min_size=1, max_size=2)))
    opening, closing = draw(
        st.sampled_from(
            [
                ("", ""),
                ("for r in items", "for"),
                ("for r in empty", "for"),
                ("if yes", "if"),
                ("if no", "if"),
            ]
        )
    )
    if not opening:
        return inside
    return (
        f"<w:tr>{cell(f'{{%tr {opening} %}}')}</w:tr>{inside}<w:tr>{cell(f'{{%tr end{closing} %}}')}</w:tr>"
    )


@st.composite
def tables(draw):
    widths = draw(st.lists(st.integers(0, 3000), min_size=1, max_size=5))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(draw(st.lists(row_groups(), min_size=1, max_size=3)))
    xml = f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    if draw(st.integers(0, 7)) == 0:
        xml = (
            '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>'
            f"<w:tr><w:tc><w:tcPr/>{xml}<w:p/></w:tc></w:tr></w:tbl>"
        )
    return [raw(xml)]


@st.composite
def templates(draw):
    blocks = draw(st.lists(tables() | st.sampled_from(PARAGRAPHS), min_size=1, max_size=4))
    extras = draw(
        st.sampled_from([[], [header("{{ text }}", "{% for r in items %}{{ r.text }}{% endfor %}")]])
    )
    notes = draw(st.sampled_from([[], [footnote("{{ text }}")]]))
    return [*(step for block in blocks for step in block), "末", *extras, *notes]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(templates(), contexts)
def test_random_templates_give_what_docxtpl_makes(steps, context):
    template = made(*steps)
    try:
        theirs = docxtpl_renders(template, context)
    except TemplateSyntaxError:
        with pytest.raises(TemplateError):
            Template(template)
        return

    try:
        ours = Template(template).render(context)
    except TemplateError:
        # `{%-` after a table swallows the table's end: what docxtpl makes is torn, ours is an error.
        assert paragraphs_of_the_body(theirs)[-1:] != ["末"]
        return

    assert differing(ours, theirs) == []


def paragraphs_of_the_body(document):
    return [paragraph.text for paragraph in Document(BytesIO(document)).paragraphs]


FORM = made(
    "{{ text }}",
    "{%p for r in items %}",
    "{{ r.text }}",
    "{%p endfor %}",
    table(["{%tr for r in items %}"], ["{{ r.text }}"], ["{%tr endfor %}"]),
    header("{{ text }}"),
)
PREPARED = Template(FORM)


@settings(max_examples=60, deadline=None)
@given(contexts)
def test_random_texts_give_what_docxtpl_makes(context):
    ours = PREPARED.render(context)

    assert differing(ours, docxtpl_renders(FORM, context)) == []
