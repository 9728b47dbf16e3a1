"""The head of an order and its signing (命令格式, GB/T 9704, 10.2 and 7.3.5.3)."""

from collections.abc import Mapping

from docgen.layout.blocks.body import blank_rows, styled_paragraph
from docgen.layout.blocks.registry import Scope, Value, block, fields_of, text_of
from docgen.layout.blocks.signing import OPEN_DATE, guarded
from docgen.layout.gbt9704 import ORDER_MARK_TOP, twips
from docgen.layout.markup import inline, paragraph
from docgen.layout.styles import STYLE_ID

_KEEP = "<w:keepNext/>"


@block("order_head")
def order_head(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{mark, number}`: the mark at 57 mm, two blank rows, 令号 (第N号), two blank rows; no red line."""
    fields = fields_of(value, "order_head", ("mark", "number"), ("mark", "number"))
    drop = twips(ORDER_MARK_TOP.mm) - scope.profile.top_twips
    spacing = f'<w:spacing w:before="{drop}" w:after="0" w:line="1240" w:lineRule="exact"/>'
    return (
        styled_paragraph("发文机关标志", text_of(fields["mark"], "mark"), spacing)
        + blank_rows(2)
        + styled_paragraph("令号", text_of(fields["number"], "number"))
        + blank_rows(2)
    )


@block("signature_stamp")
def signature_stamp(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{post, name, date, for}`: 职务 and, two characters right of it, the signer; then the date.

    `post` and `name` may hold the variable of `for`: one row a signer.
    """
    fields = fields_of(value, "signature_stamp", ("post", "name", "date", "for"))
    post, name = (text_of(fields.get(key, ""), f"signature_stamp.{key}") for key in ("post", "name"))
    signer = paragraph(STYLE_ID["签名章"], inline(f"{post}　　{name}"), _KEEP)
    if fields.get("for"):
        signer = guarded(signer, {"for": fields["for"]})
    date = text_of(fields.get("date") or OPEN_DATE, "signature_stamp.date")
    blank = paragraph(STYLE_ID["公文空行"], "", _KEEP)
    return blank * 2 + signer + blank + paragraph(STYLE_ID["成文日期"], inline(date))
