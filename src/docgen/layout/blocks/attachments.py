"""Attachments and the imprint: what follows the text of a paper (7.3.4, 7.3.7, 7.4)."""

from collections.abc import Mapping

from docgen.layout.blocks.body import blank_rows, styled_paragraph
from docgen.layout.blocks.control import condition
from docgen.layout.blocks.registry import Scope, Value, block, compose, fields_of, listed, text_of
from docgen.layout.gbt9704 import IMPRINT_BOTTOM, LEFT, TEXT_WIDTH, emu
from docgen.layout.markup import control, paragraph
from docgen.layout.styles import STYLE_ID
from docgen.layout.textbox import TextBox, text_box

_IMPRINT_HEIGHT_EMU = emu(20)  # the layout pass computes the true one


@block("attachment_note")
def attachment_note(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """附件说明: a blank row, then the names; the layout pass numbers and indents them.

    A list of names, or `{for: a in x, text: "{{ a }}"}`.
    """
    if isinstance(value, Mapping):
        fields = fields_of(value, "attachment_note", ("for", "text"), ("for", "text"))
        loop = condition(fields["for"], "attachment_note.for")
        names = styled_paragraph("附件说明", text_of(fields["text"], "attachment_note"))
        above = control("if loop.first") + blank_rows() + control("endif")
        return control(f"for {loop}") + above + names + control("endfor")
    return blank_rows() + "".join(
        styled_paragraph("附件说明", text_of(name, "attachment_note")) for name in listed(value)
    )


@block("attachment")
def attachment(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{number, title, blocks}`: a new page, 附件1 in row 1, its title in row 3."""
    fields = fields_of(value, "attachment", ("number", "title", "subtitle", "blocks"), ("title",))
    number = fields.get("number")
    head = styled_paragraph("附件标记", f"附件{'' if number is None else number}") + blank_rows()
    head += styled_paragraph("附件标题", text_of(fields["title"], "attachment.title"))
    if fields.get("subtitle"):
        head += styled_paragraph("公文副题", text_of(fields["subtitle"], "attachment.subtitle"))
    return head + blank_rows() + compose(fields.get("blocks", []), scope)


@block("imprint")
def imprint(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{send_to, copy_to, issuer, date}`: 版记, its last line on the lower edge of the text area (7.4).

    `send_to` are recipients too many for the first page (7.4.2). Without the keys issuer and date it is
    a letter's: 抄送 alone, without lines (10.1).
    """
    fields = fields_of(value, "imprint", ("send_to", "copy_to", "issuer", "date"))
    copies = "".join(
        styled_paragraph("抄送", f"{label}：{text_of(fields[key], f'imprint.{key}')}")
        for key, label in (("send_to", "主送"), ("copy_to", "抄送"))
        if fields.get(key)
    )
    if "issuer" not in fields and "date" not in fields:
        return _imprint_place(copies)
    issuer, date = (text_of(fields.get(key, ""), f"imprint.{key}") for key in ("issuer", "date"))
    return _imprint_place(
        styled_paragraph("版记粗线", "")
        + (copies + styled_paragraph("版记细线", "") if copies else "")
        + styled_paragraph("印发", f"{issuer}\t{date}印发")
        + styled_paragraph("版记粗线", "")
    )


def _imprint_place(rows: str) -> str:
    box = TextBox(
        id=1,
        name="版记",
        x_emu=emu(LEFT.mm),
        y_emu=emu(IMPRINT_BOTTOM.mm) - _IMPRINT_HEIGHT_EMU,
        width_emu=TEXT_WIDTH.emu,
        height_emu=_IMPRINT_HEIGHT_EMU,
        content=rows,
    )
    return paragraph(STYLE_ID["版记位置"], text_box(box))
