"""Who was at a meeting, under the text of its minutes (纪要格式, GB/T 9704, 10.3)."""

from collections.abc import Mapping

from docgen.layout.blocks.body import blank_rows, styled_paragraph
from docgen.layout.blocks.registry import Scope, Value, block, fields_of, text_of


@block("attendees")
def attendees(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{出席: names, 请假: names, 列席: names}`: a row each, in this order; one without names vanishes."""
    fields = fields_of(value, "attendees", ("出席", "请假", "列席"))
    return blank_rows() + "".join(
        styled_paragraph("与会人员", f"{label}：{text_of(names, label)}") for label, names in fields.items()
    )
