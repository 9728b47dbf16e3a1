"""B15: without a seal, the name ends two characters in and the date begins two after the name's first."""

from collections.abc import Iterator

from docgen.inspect.blanks import rows_above
from docgen.inspect.block_type import rows_above_on_page
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.signing import signing_of, signing_on_page
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "B15",
    "7.3.5.2",
    Strength.MUST,
    "不加盖印章的署名和日期",
    "单一机关行文时，在正文（或附件说明）下空一行右空二字编排发文机关署名，在署名下一行编排成文日期，首字比署名首字右移二字；"
    "成文日期长于署名的，使成文日期右空二字，并相应增加署名右空字数。加盖印章的见B13。",
)
_JUDGED = (Format.ORDINARY, Format.UPWARD, Format.LETTER)
_BETWEEN, _ROWS_MISSING = 3.2, 0.45
_BLANK = "请在正文与署名之间空一行"
_TEXT = (
    Element.BODY,
    Element.HEADING1,
    Element.HEADING2,
    Element.HEADING3,
    Element.HEADING4,
    Element.ATTACHMENT_NOTE,
)


def in_document(seen: Seen) -> Iterator[Deviation]:
    found = signing_of(seen) if is_judged(seen) and seen.format in _JUDGED else None
    if found is None:
        return
    if not found.is_right and found.spans.date_right < _BETWEEN:
        told = f"署名右边空了{found.spans.name_right:.2g}字、成文日期右边空了{found.spans.date_right:.2g}字"
        remedy = (
            "不加盖印章的，请让署名右空二字、日期首字比署名首字右移二字；加盖印章的，日期右空四字、署名居中"
        )
        yield at_paragraph(RULE, found.date, told, remedy, "右空2字", f"右空{found.spans.date_right:.2g}字")
    above = rows_above(seen, found.first)
    if above and above[1] in _TEXT and above[0] < _ROWS_MISSING:
        yield at_paragraph(RULE, found.first, "署名紧接正文，中间没有空行", _BLANK, "1行", "0行")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    found = signing_on_page(seen) if is_judged_on_pages(seen) and seen.format in _JUDGED else None
    if found is None:
        return
    above = rows_above_on_page(seen, found.first)
    if above and above[1] in _TEXT and above[0] < _ROWS_MISSING:
        yield at_block(RULE, found.first, "署名紧接正文，中间没有空行", _BLANK, "1行", "0行")
    if not found.is_right and found.spans.date_right < _BETWEEN:
        told = f"署名右空{found.spans.name_right:.1f}字、成文日期右空{found.spans.date_right:.1f}字"
        remedy = "不加盖印章的，请让署名右空二字、日期首字比署名首字右移二字"
        yield at_block(RULE, found.date, told, remedy, "右空2字", f"右空{found.spans.date_right:.1f}字")
