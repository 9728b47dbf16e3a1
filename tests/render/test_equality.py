"""docxtpl's results, feature by feature: every member of the package is canonically equal."""

import io
import zipfile
from typing import Any

import pytest
from docx.shared import Mm
from docxtpl import Listing, RichText, RichTextParagraph
from jinja2 import Environment

from docgen.render import Template
from support.rendering import W, cell, differing, docxtpl_renders, footnote, header, made, png, raw, table


def sections(document: Any) -> None:
    for number in (1, 2):
        section = document.sections[0] if number == 1 else document.add_section()
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = f"第{number}节 {{{{ name }}}}"
        section.different_first_page_header_footer = True
        section.first_page_footer.paragraphs[0].text = "首页 {{ rows|length }}"


def properties(document: Any) -> None:
    document.core_properties.title = "{{ name }}的报告"
    document.core_properties.subject = "{% for r in rows %}{{ r.a }},{% endfor %}"
    document.core_properties.author = "office"


def runs(*texts: str) -> Any:
    def add(document: Any) -> None:
        paragraph = document.add_paragraph()
        for text in texts:
            paragraph.add_run(text).bold = len(text) % 2 == 0

    return add


def picture(document: Any) -> None:
    document.add_picture(io.BytesIO(png(3, 3)), width=Mm(10))
    document.add_picture(io.BytesIO(png(4, 4)), width=Mm(10))


TEXT_BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent cx='9'/>"
    '<wp:docPr id="7" name="框"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>'
    "<w:p><w:r><w:t>框内 {{ name }}</w:t></w:r></w:p><w:p><w:r><w:t>{{ note }}</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx>"
    "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent><w:p><w:r><w:t>{{ name }}</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>{{ note }}</w:t></w:r></w:p>"
)
CONTROL = (
    '<w:sdt><w:sdtPr><w:tag w:val="{{ name }}"/></w:sdtPr><w:sdtContent>'
    "<w:p><w:r><w:t>{{ name }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
LINKED = (
    '<w:p><w:hyperlink r:id="rId1"><w:r><w:rPr><w:b/></w:rPr><w:t>{{ note }}</w:t></w:r></w:hyperlink></w:p>'
)


def grid(columns: int, *rows: str) -> Any:
    columns_xml = '<w:gridCol w:w="1501"/>' * columns
    rows_xml = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return raw(f"<w:tbl><w:tblPr/><w:tblGrid>{columns_xml}</w:tblGrid>{rows_xml}</w:tbl>")


NESTED = grid(
    2,
    cell("外 {{ name }}") + "<w:tc><w:tcPr/><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid>"
    "<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{%tc for r in rows %}</w:t></w:r></w:p></w:tc>"
    + cell("{{ r.a }}")
    + cell("{%tc endfor %}")
    + "</w:tr></w:tbl><w:p/></w:tc>",
)

VALUES = {
    "name": "第一党支部",
    "note": "一行\n二行\t后",
    "rows": [{"a": i, "b": f"值{i}", "colour": "FF0000" if i else "00FF00"} for i in range(3)],
    "empty": [],
    "yes": True,
    "no": False,
    "nothing": None,
    "number": 3,
    "odd": "A & B <c> \"d\" 'e' 中文“引号”",
}


def with_twin_prefixes() -> bytes:
    """A template whose root binds a second prefix to Word's namespace, and uses it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made("{{ name }}"))) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            if member == "word/document.xml":
                text = content.decode().replace("<w:document ", f'<w:document xmlns:w2="{W}" ')
                content = text.replace("</w:p>", "<w2:r><w2:t>二</w2:t></w2:r></w:p>").encode()
            new.writestr(member, content)
    return buffer.getvalue()


FEATURES = {
    "two prefixes of one namespace": with_twin_prefixes(),
    "plain text": made("{{ name }}，{{ odd }}，{{ number + 1 }}，{{ nothing }}"),
    "split runs": made(runs("前{", "{ na", "me }", "} 后 {", "% if yes %}是{% end", "if %}")),
    "smart quotes": made(
        "{% if name == “第一党支部” %}对{% endif %}{{ rows|map(attribute=‘b’)|join(‘、’) }}"
    ),
    "if in a paragraph": made(
        "甲{% if yes %}乙{% else %}丙{% endif %}丁{% if no %}戊{% elif yes %}己{% endif %}"
    ),
    "if across paragraphs": made(
        "甲{% if no %}", "乙", "丙{% endif %}丁", "戊{% if yes %}", "己", "{% endif %}庚"
    ),
    "for across paragraphs": made("始{% for r in rows %}{{ r.a }}", "{{ r.b }}{% endfor %}终"),
    "paragraph tags": made(
        "{%p for r in rows %}",
        "{{ r.a }} {{ loop.index }}",
        "{%p endfor %}",
        "{%p if no %}",
        "无",
        "{%p endif %}",
    ),
    "value in a paragraph tag": made("{{p para }}"),
    "run tags": made("前{%r if yes %}中{%r endif %}后 {{r rich }} 尾"),
    "rows": made(
        table(["甲", "乙"], ["{%tr for r in rows %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""])
    ),
    "no rows": made(
        table(
            ["甲", "乙"], ["{%tr for r in empty %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""]
        )
    ),
    "no rows and no head": made(
        table(["{%tr for r in empty %}", ""], ["{{ r.a }}", ""], ["{%tr endfor %}", ""])
    ),
    "row with a condition": made(
        table(["甲", "乙"], ["{%tr if no %}", ""], ["a", "b"], ["{%tr endif %}", ""])
    ),
    "columns": made(table(["{%tc for r in rows %}", "{{ r.b }}", "{%tc endfor %}"])),
    "no columns": made(table(["{%tc for r in empty %}", "{{ r.b }}", "{%tc endfor %}", "末"])),
    "columns and rows": made(
        table(
            ["头", "{%tc for c in rows %}", "{{ c.b }}", "{%tc endfor %}"],
            ["{%tr for r in rows %}", "", "", ""],
            ["{{ r.a }}", "{%tc for c in rows %}", "{{ c.a * r.a }}", "{%tc endfor %}"],
            ["{%tr endfor %}", "", "", ""],
        )
    ),
    "column span": made(table(["{% colspan number %}合并 {{ name }}"]), table(["{% colspan 2 %}甲", "乙"])),
    "cell colour": made(
        table(["{%tr for r in rows %}", ""], ["{% cellbg r.colour %}{{ r.a }}", "b"], ["{%tr endfor %}", ""])
    ),
    "vertical merge": made(
        table(["{%tr for r in rows %}", ""], ["{% vm %}同{{ name }}", "{{ r.a }}"], ["{%tr endfor %}", ""])
    ),
    "horizontal merge": made(table(["{%tc for r in rows %}", "{% hm %}{{ name }}", "{%tc endfor %}"])),
    "horizontal merge with span": made(
        grid(
            4,
            cell("{%tc for r in rows %}")
            + cell("{% hm %}值", '<w:gridSpan w:val="2"/>')
            + cell("{%tc endfor %}"),
        )
    ),
    "grid wider than rows": made(grid(5, cell("{{ name }}") + cell("二"))),
    "grid narrower than rows": made(grid(1, cell("{{ name }}") + cell("二") + cell("三"))),
    "nested tables": made(NESTED),
    "rows in a content control": made(
        raw(
            '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>'
            "<w:sdt><w:sdtContent><w:tr>" + cell("{{ name }}") + "</w:tr></w:sdtContent></w:sdt></w:tbl>"
        )
    ),
    "table in a condition": made(
        "{%p if yes %}",
        table(["{{ name }}", "b"]),
        "{%p endif %}",
        "{%p if no %}",
        table(["c"]),
        "{%p endif %}",
    ),
    "condition across cells": made(grid(3, cell("甲{% if yes %}乙") + cell("丙") + cell("丁{% endif %}戊"))),
    "header and footer": made(
        header("{{ name }}\t{{ note }}", "第 {{ number }} 页{% if no %}无{% endif %}"), "{{ name }}"
    ),
    "sections": made(sections, "{{ name }}"),
    "footnotes": made("正文", footnote("注 {{ name }}{% if yes %}，见{% endif %}")),
    "properties": made(properties, "{{ name }}"),
    "white space control": made("甲 {%- if yes %}", "乙{% endif -%}", "丙{{- name }} 丁"),
    "merged paragraphs": made("甲", "{%- for r in rows %}", "{{ r.a }}", "{%- endfor %}"),
    "comments": made(
        "甲{# 不见 #}乙",
        "{#p 整段不见 #}",
        "丙",
        table(["{#tr 整行 #}", ""], ["a", "b"], ["{#tc 格 #}", "c"]),
    ),
    "escaped braces": made("{_{ name }_} {_% if %_} {{ name }}"),
    "raw": made("{% raw %}{{ name }}{% endraw %}"),
    "listing": made("{{ listing }}", "前 {{ listing }} 后"),
    "rich text": made("{{r rich }}", "{{ rich }}"),
    "rich paragraphs": made("前", "{{p para }}", "后"),
    "breaks": made("{{ note }}", "{{ pages }}", table(["{{ note }}", "{{ pages }}"])),
    "break in a link": made(raw(LINKED)),
    "text boxes": made(raw(TEXT_BOX), "{{ note }}"),
    "content controls": made(raw(CONTROL)),
    "pictures of its own": made(picture, "{{ name }}", "{%p for r in rows %}", picture, "{%p endfor %}"),
    "set and macro": made(
        "{% set x = number * 2 %}{{ x }}", "{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(name) }}{{ m(odd) }}"
    ),
    "namespace": made(
        "{% set ns = namespace(n=0) %}{% for r in rows %}{% set ns.n = ns.n + r.a %}{% endfor %}{{ ns.n }}"
    ),
    "filters of jinja": made(
        "{{ rows|sum(attribute='a') }} {{ name|e }} {{ odd|e }} {{ odd|upper }} {{ absent|default('无') }}",
        "{{ rows|map(attribute='b')|join('、') }}",
    ),
    "safe markup": made("{{ markup|safe }}", "{{p paragraph|safe }}"),
    "safe table": made("{{p own_table|safe }}", "尾"),
    "absent in tests": made(
        "{% if absent %}有{% else %}无{% endif %}{{ '是' if absent else '否' }}{{ absent is defined }}"
    ),
    "calling methods": made(
        "{{ name.upper() }}{{ rows[0]['b'] }}{{ rows[0].get('zz', '缺') }}",
        "{% for k, v in rows[0].items() %}{{ k }}={{ v }};{% endfor %}",
    ),
    "static": made("没有标签", table(["一", "二"]), picture),
    "full document": made(
        properties,
        header("{{ name }}", "{{ note }}"),
        "{{ name }}",
        table(["a", "b"], ["{{ note }}", "{{ odd }}"]),
        footnote("{{ name }}"),
    ),
}


def values() -> dict[str, Any]:
    rich = RichText("红", color="#ff0000", bold=True)
    rich.add("\n换行 <&> ", italic=True, size=30, font="eastAsia:仿宋")
    para = RichTextParagraph("段一", parastyle="Heading1")
    para.add(rich)
    return {
        **VALUES,
        "rich": rich,
        "para": para,
        "listing": Listing("一\n二\a三\f四 <&>\t五"),
        "pages": "甲\f乙\a丙",
        "markup": "</w:t><w:br/><w:t>",
        "paragraph": "<w:p><w:r><w:t>原样</w:t></w:r></w:p>",
        "own_table": '<w:tbl><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>'
        "<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    }


@pytest.mark.parametrize("feature", FEATURES)
def test_every_member_equals_what_docxtpl_makes(feature):
    template = FEATURES[feature]

    ours = Template(template).render(values())

    assert differing(ours, docxtpl_renders(template, values())) == []


@pytest.mark.parametrize("feature", FEATURES)
def test_docxtpls_own_path_gives_the_same_as_the_compiled_one(feature):
    form = Template(FEATURES[feature])

    assert differing(form.render(lambda _tpl: values()), form.render(values())) == []


def test_environment_of_the_caller_brings_its_delimiters_filters_and_globals():
    def environment():
        env = Environment(variable_start_string="[[", variable_end_string="]]", trim_blocks=True)
        env.filters["twice"] = lambda text: text * 2
        env.globals["office"] = "办公室"
        return env

    template = made("[[ name|twice ]] [[ office ]]", "{% if yes %}", "a", "{% endif %}", header("[[ name ]]"))

    ours = Template(template, jinja_env=environment()).render(VALUES)

    assert differing(ours, docxtpl_renders(template, VALUES, environment())) == []
