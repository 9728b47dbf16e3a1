"""What stands above the text: mark, number, red line, title, recipients (GB/T 9704, 7.2 and 7.3)."""

from collections.abc import Mapping

from docgen.layout.blocks.body import blank_rows, styled_paragraph
from docgen.layout.blocks.registry import Scope, Value, block, fields_of, text_of
from docgen.layout.markup import inline, paragraph
from docgen.layout.styles import STYLE_ID

_CLASSIFICATION = (("copy_no", "份号"), ("secrecy", "密级和紧急程度"), ("urgency", "密级和紧急程度"))
# Of a cover's lines, in twips: four characters; twenty, so that a branch's full name takes two lines.
_COVER_LABEL, _COVER_TEXT = 1800, 6600


@block("red_head")
def red_head(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{mark, number, signers}`; with `signers` the paper goes upward and the number stands left.

    Three rows above the mark are kept for 份号, 密级 and 紧急程度, filled or not, so that the mark's
    upper edge is at 72 mm whatever stands there.
    """
    fields = fields_of(
        value, "red_head", ("mark", "number", "signers", "copy_no", "secrecy", "urgency"), ("mark", "number")
    )
    top = "".join(
        styled_paragraph(style, text_of(fields[key], key)) if fields.get(key) else blank_rows()
        for key, style in _CLASSIFICATION
    )
    return top + _mark(fields["mark"], scope) + blank_rows(2) + _number(fields) + blank_rows(2)


def _mark(text: Value, scope: Scope) -> str:
    drop = scope.profile.mark_drop_twips - len(_CLASSIFICATION) * scope.profile.pitch_twips
    spacing = f'<w:spacing w:before="{drop}" w:after="0" w:line="1240" w:lineRule="exact"/>'
    return styled_paragraph("发文机关标志", text_of(text, "mark"), spacing)


def _number(fields: Mapping[str, Value]) -> str:
    number = text_of(fields["number"], "number")
    if not fields.get("signers"):
        return styled_paragraph("发文字号", number)
    return styled_paragraph("签发人", f"{number}\t签发人：{text_of(fields['signers'], 'signers')}")


@block("minutes_head")
def minutes_head(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{mark: ××纪要, number}`: the head of minutes (10.3); a red line under the number."""
    fields = fields_of(value, "minutes_head", ("mark", "number"), ("mark",))
    return red_head({"mark": fields["mark"], "number": fields.get("number", "　")}, item, scope)


@block("title")
def title(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """The title; the layout pass breaks it into whole words as 梯形 or 菱形 (7.3.1)."""
    return styled_paragraph("公文标题", text_of(value, "title"))


@block("subtitle")
def subtitle(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """The line under the title: by whom and when it was adopted."""
    return styled_paragraph("公文副题", text_of(value, "subtitle"))


@block("recipients")
def recipients(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """主送机关, one blank row under the title, flush left (7.3.2)."""
    return blank_rows() + styled_paragraph("主送机关", text_of(value, "recipients"))


@block("cover")
def cover(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{title, lines: [{label, text}]}`: a page of its own without a number."""
    fields = fields_of(value, "cover", ("title", "lines"), ("title",))
    drop = '<w:spacing w:before="2000" w:after="1000" w:line="1000" w:lineRule="exact"/>'
    return (
        styled_paragraph("封面标题", text_of(fields["title"], "cover"), drop)
        + _cover_lines(fields.get("lines", []))
        + paragraph(STYLE_ID["分节"], '<w:r><w:br w:type="page"/></w:r>')
    )


def _cover_lines(lines: list[Mapping[str, Value]]) -> str:
    if not lines:
        return ""
    rows = "".join(_cover_line(line) for line in lines)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_COVER_LABEL + _COVER_TEXT}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{_COVER_LABEL}"/><w:gridCol w:w="{_COVER_TEXT}"/></w:tblGrid>'
        f"{rows}</w:tbl>"
    )


def _cover_line(line: Mapping[str, Value]) -> str:
    fields = fields_of(line, "cover.lines", ("label", "text"), ("label",))
    underline = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders>'
    style = STYLE_ID["封面信息"]
    label = paragraph(style, inline(text_of(fields["label"], "label")), '<w:jc w:val="distribute"/>')
    shown = paragraph(style, inline(text_of(fields.get("text", ""), "text")), '<w:jc w:val="center"/>')
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{_COVER_LABEL}" w:type="dxa"/>'
        f'<w:vAlign w:val="bottom"/></w:tcPr>{label}</w:tc>'
        f'<w:tc><w:tcPr><w:tcW w:w="{_COVER_TEXT}" w:type="dxa"/>{underline}<w:vAlign w:val="bottom"/>'
        f"</w:tcPr>{shown}</w:tc></w:tr>"
    )
