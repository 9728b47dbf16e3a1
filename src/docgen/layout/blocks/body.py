"""The text of a paper: paragraphs, notes, empty rows, places for handwriting."""

from collections.abc import Mapping

from docgen.layout.blocks.registry import BlockError, Scope, Value, block, fields_of, listed, text_of
from docgen.layout.markup import inline, paragraph
from docgen.layout.outline import style_of
from docgen.layout.styles import STYLE_ID


def blank_rows(count: int = 1) -> str:
    """Empty rows of the page's grid."""
    return paragraph(STYLE_ID["公文空行"]) * count


def styled_paragraph(style: str, text: str, properties: str = "") -> str:
    """A paragraph of the style of that name. Raises BlockError for a name that no style has."""
    if style not in STYLE_ID:
        raise BlockError("paragraph", f"没有样式“{style}”", f"可用的有：{'、'.join(STYLE_ID)}")
    return paragraph(STYLE_ID[style], inline(text), properties)


@block("text")
def text(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """Every line one paragraph, its style by its numbering. Empty lines do not print."""
    lines = [line.strip() for part in listed(value) for line in text_of(part, "text").splitlines()]
    return "".join(styled_paragraph(style_of(line), line) for line in lines if line)


@block("paragraph")
def one_paragraph(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{style: 公文正文, text: …}`: a paragraph whose style does not follow from its numbering."""
    fields = fields_of(value, "paragraph", ("style", "text"), ("style", "text"))
    return styled_paragraph(fields["style"], text_of(fields["text"], "paragraph"))


@block("blank_row")
def blank_row(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """So many empty rows."""
    return blank_rows(int(value))


@block("note")
def note(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """附注 in round brackets under the date (7.3.6)."""
    return styled_paragraph("附注", text_of(value, "note"))


@block("blank")
def blank(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{label: 下一步打算, lines: 3}`: ruled lines to write on, with what belongs there, on one page."""
    fields = fields_of(value, "blank", ("label", "lines"))
    label = styled_paragraph(
        "公文正文", f"（{text_of(fields.get('label', ''), 'blank')}，请在此填写）", "<w:keepNext/>"
    )
    lines = max(1, int(fields.get("lines", 3)))
    kept = paragraph(STYLE_ID["空白填写"], "", "<w:keepNext/>") * (lines - 1)
    return label + kept + paragraph(STYLE_ID["空白填写"])
