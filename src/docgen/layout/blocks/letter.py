"""The head of a letter (信函格式, GB/T 9704, 10.1): mark, two red double lines, number."""

from collections.abc import Mapping

from docgen.layout.blocks.body import blank_rows, styled_paragraph
from docgen.layout.blocks.registry import Scope, Value, block, fields_of, text_of
from docgen.layout.drawing import Line, drawn_line
from docgen.layout.gbt9704 import (
    EMU_PER_MM,
    LEFT,
    LETTER_LINE_LENGTH,
    LETTER_LOWER_LINE,
    LETTER_MARK_TOP,
    LETTER_THICK_LINE,
    LETTER_THIN_LINE,
    RED,
    TEXT_WIDTH,
    emu,
)
from docgen.layout.letter import LETTER_SHAPES, double_line_top_emu
from docgen.layout.markup import paragraph
from docgen.layout.styles import STYLE_ID
from docgen.layout.textbox import TextBox, text_box

_MARK_HEIGHT_MM = 16.0  # the layout pass computes the true one
_FIRST_ID = 11


@block("letter_head")
def letter_head(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{mark, number, copy_no, secrecy, urgency}`: the mark is the organ's name alone.

    The layout pass computes the mark's size and the places that follow from it, and sets the first of
    份号, 密级 and 紧急程度 on the number's row.
    """
    fields = fields_of(
        value, "letter_head", ("mark", "number", "copy_no", "secrecy", "urgency"), ("mark", "number")
    )
    return (
        paragraph(STYLE_ID["信函版头"], _mark(text_of(fields["mark"], "mark")) + _lines())
        + styled_paragraph("信函字号", "\t" + text_of(fields["number"], "number"))
        + styled_paragraph("份号", text_of(fields.get("copy_no", ""), "copy_no"))
        + "".join(
            styled_paragraph("密级和紧急程度", text_of(fields.get(key, ""), key))
            for key in ("secrecy", "urgency")
        )
        + blank_rows(2)
    )


def _mark(text: str) -> str:
    box = TextBox(
        id=_FIRST_ID,
        name="信函标志",
        x_emu=LEFT.emu,
        y_emu=LETTER_MARK_TOP.emu,
        width_emu=TEXT_WIDTH.emu,
        height_emu=emu(_MARK_HEIGHT_MM),
        content=styled_paragraph("发文机关标志", text),
    )
    return text_box(box)


def _lines() -> str:
    # On 版心, which is 1 mm right of the page's middle.
    left = round((LEFT.mm + TEXT_WIDTH.mm / 2 - LETTER_LINE_LENGTH.mm / 2) * EMU_PER_MM)
    tops = {"上": emu(LETTER_MARK_TOP.mm + _MARK_HEIGHT_MM), "下": double_line_top_emu(LETTER_LOWER_LINE.mm)}
    return "".join(
        drawn_line(
            Line(
                id=_FIRST_ID + number,
                name=shape.name,
                x_emu=left,
                y_emu=tops[shape.side] + shape.offset_emu,
                length_emu=LETTER_LINE_LENGTH.emu,
                thickness_emu=(LETTER_THICK_LINE if shape.thick else LETTER_THIN_LINE).emu,
                color=RED,
            )
        )
        for number, shape in enumerate(LETTER_SHAPES, 1)
    )
