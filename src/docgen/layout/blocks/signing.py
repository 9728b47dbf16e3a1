"""Who signs, where and when: the five signature types of office papers."""

from collections.abc import Mapping
from itertools import zip_longest

from docgen.layout.blocks.body import blank_rows
from docgen.layout.blocks.control import condition
from docgen.layout.blocks.registry import Scope, Value, block, fields_of, listed, text_of
from docgen.layout.gbt9704 import CELL, TEXT_WIDTH_TWIPS, twips
from docgen.layout.markup import control, inline, paragraph
from docgen.layout.styles import STYLE_ID, TWO_CHARS

OPEN_DATE = "　　　　年　　月　　日"
_KEEP = "<w:keepNext/><w:keepLines/>"
# Two rows, so that the seal's upper edge is within one row of the text (7.3.5.1: 42 mm across).
_ROWS_ABOVE_SEALED, _ROWS_ABOVE_UNSEALED = 2, 1
_PLEDGE_LEFT_CHARS = 13


@block("signature")
def signature(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{org, date, sealed}`; the layout pass computes the indents (7.3.5).

    `sealed` is true, false, or an expression such as `branch.has_seal`.
    """
    fields = fields_of(value, "signature", ("org", "date", "sealed", "rows_above"))
    sealed = fields.get("sealed", True)
    if isinstance(sealed, bool):
        return _signature(fields, sealed=sealed)
    with_seal, without = (_signature(fields, sealed=seal) for seal in (True, False))
    test = condition(sealed, "signature.sealed")
    return control(f"if {test}") + with_seal + control("else") + without + control("endif")


def _signature(fields: Mapping[str, Value], *, sealed: bool) -> str:
    kind = "" if sealed else "（不盖章）"
    above = fields.get("rows_above", _ROWS_ABOVE_SEALED if sealed else _ROWS_ABOVE_UNSEALED)
    orgs = "".join(
        _kept(f"落款署名{kind}", text_of(org, "signature.org")) for org in listed(fields.get("org", ""))
    )
    date = paragraph(
        STYLE_ID[f"成文日期{kind}"], inline(text_of(fields.get("date") or OPEN_DATE, "signature.date"))
    )
    return paragraph(STYLE_ID["公文空行"], "", "<w:keepNext/>") * int(above) + orgs + date


def _kept(style: str, text: str, properties: str = "") -> str:
    return paragraph(STYLE_ID[style], inline(text), _KEEP + properties)


@block("pledge_signature")
def pledge_signature(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{label: 承诺人（签字）：, date}`: a person signs by hand."""
    fields = fields_of(value, "pledge_signature", ("label", "date", "rows_above"))
    indent = f'<w:ind w:left="{twips(_PLEDGE_LEFT_CHARS * CELL.mm)}" w:firstLine="0"/>'
    lines = [
        text_of(label, "pledge_signature.label") for label in listed(fields.get("label", "承诺人（签字）："))
    ]
    date = text_of(fields.get("date") or OPEN_DATE, "pledge_signature.date")
    return (
        paragraph(STYLE_ID["公文空行"], "", "<w:keepNext/>") * int(fields.get("rows_above", 1))
        + "".join(_kept("签署栏", line, indent) for line in lines)
        + paragraph(STYLE_ID["签署栏"], inline(date), indent)
    )


@block("sign_lines")
def sign_lines(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`[{label: 考评组组长（签字）：, date: true}]`: one line a person, its date at the right."""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH_TWIPS}"/></w:tabs>'
    return blank_rows() + "".join(_sign_line(line, tab) for line in listed(value))


def _sign_line(line: Value, tab: str) -> str:
    fields = fields_of(line, "sign_lines", ("label", "date", "if", "for"))
    date = fields.get("date", False)
    shown = f"\t{OPEN_DATE if date is True else date}" if date else ""
    label = inline(text_of(fields.get("label", ""), "sign_lines") + shown)
    markup = paragraph(STYLE_ID["签署栏"], label, tab + TWO_CHARS)
    return guarded(markup, fields)


def guarded(markup: str, fields: Mapping[str, Value]) -> str:
    """`markup` inside the `for` and `if` that stand beside it."""
    for word in ("if", "for"):
        if fields.get(word):
            markup = control(f"{word} {fields[word]}") + markup + control(f"end{word}")
    return markup


@block("two_party_signature")
def two_party_signature(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{left: [...], right: [...]}`: two columns without a frame, line beside line, kept on one page."""
    fields = fields_of(value, "two_party_signature", ("left", "right"))
    half = scope.text_width_twips // 2
    pairs = zip_longest(listed(fields.get("left")), listed(fields.get("right")), fillvalue="")
    rows = "".join(_party_row(pair, half) for pair in pairs)
    return (
        paragraph(STYLE_ID["公文空行"], "", "<w:keepNext/>")
        + f'<w:tbl><w:tblPr><w:tblW w:w="{2 * half}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{half}"/>'
        f'<w:gridCol w:w="{half}"/></w:tblGrid>{rows}</w:tbl>' + paragraph(STYLE_ID["分节"])
    )


def _party_row(pair: tuple[Value, Value], half: int) -> str:
    width = f'<w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>'
    cells = "".join(f"<w:tc>{width}{_kept('签署栏', _party_line(line))}</w:tc>" for line in pair)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _party_line(line: Value) -> str:
    if not isinstance(line, Mapping):
        return text_of(line, "two_party_signature")
    fields = fields_of(line, "two_party_signature", ("text", "if"), ("text",))
    text = text_of(fields["text"], "two_party_signature")
    test = fields.get("if")
    return f"{{% if {condition(test, 'two_party_signature')} %}}{text}{{% endif %}}" if test else text
