"""B13: with a seal, the date ends four characters in and the name stands centred above it."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.signing import signing_of, signing_on_page
from docgen.inspect.telling import at_block, at_paragraph, mm
from docgen.inspect.upright import is_judged

RULE = Rule(
    "B13",
    "7.3.5.1",
    Strength.MUST,
    "加盖印章的署名和日期",
    "单一机关行文时，一般在成文日期之上、以成文日期为准居中编排发文机关署名，成文日期一般右空四字，"
    "联合行文时最后一个机关署名如此编排；印章端正、居中下压署名和成文日期，上边缘距正文（或附件说明）一行之内。不加盖印章的见B15。",
)
_JUDGED = (Format.ORDINARY, Format.UPWARD, Format.LETTER)
_BETWEEN = 3.2  # a date further in is meant to have a seal over it
_LIBREOFFICE_SLACK_MM = 3.5
_ROW_MM = 10.2


def in_document(seen: Seen) -> Iterator[Deviation]:
    if not is_judged(seen) or seen.format not in _JUDGED:
        return
    dates = seen.paragraphs(Element.DATE)
    if dates and seen.paragraphs(Element.MARK) and not seen.paragraphs(Element.SIGNATURE, Element.POST):
        remedy = "请在成文日期上一行写发文机关全称或者规范化简称"
        yield at_paragraph(RULE, dates[-1], "成文日期上面没有发文机关署名", remedy, "发文机关署名", "没有")
    found = signing_of(seen)
    if found is None or found.is_right or found.spans.date_right < _BETWEEN:
        return
    if abs(found.spans.date_right - 4) > 0.4:
        told = f"成文日期右边空了{found.spans.date_right:.2g}字"
        remedy = "加盖印章的，请让成文日期右空四字；不加盖印章的，署名右空二字"
        yield at_paragraph(
            RULE, found.date, told, remedy, "右空4字", f"右空{found.spans.date_right:.2g}字", Strength.USUAL
        )
    else:
        side = "右" if found.spans.centre_off > 0 else "左"
        name = "最后一个机关的署名" if found.is_joint else "署名"
        told = f"{name}没有在成文日期上方居中，偏{side}{abs(found.spans.centre_off):.2g}字"
        remedy = f"请以成文日期为准居中编排{name}"
        yield at_paragraph(
            RULE, found.name, told, remedy, "与日期同中心", f"偏{abs(found.spans.centre_off):.2g}字"
        )


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """With a seal on the page: its distance from the text, and name and date under it."""
    if seen.pages is None or seen.format not in _JUDGED:
        return
    names, dates = seen.blocks(Element.SIGNATURE), seen.blocks(Element.DATE)
    if (
        seen.document is None
        and dates
        and seen.blocks(Element.MARK)
        and not (names or seen.blocks(Element.POST))
    ):
        remedy = "请在成文日期上一行写发文机关全称或者规范化简称"
        yield at_block(RULE, dates[-1], "成文日期上面没有发文机关署名", remedy, "发文机关署名", "没有")
    if seen.document is None:
        yield from _places(seen)
    if len(names) != 1 or len(dates) != 1 or names[0].page != dates[0].page:
        return
    page = seen.pages.pages[dates[0].page - 1]
    seals = [seal for seal in page.seals if seal.bottom_mm > names[0].ink.top_mm]
    if len(seals) != 1:
        return
    slack_mm = (
        _LIBREOFFICE_SLACK_MM if "libreoffice" in seen.pages.maker.lower() else seen.tolerance_mm(RULE) + 1
    )
    off_mm = abs(names[0].cells.centre_x_mm - dates[0].cells.centre_x_mm)
    if seen.document is None and off_mm > slack_mm:
        told = f"署名没有在成文日期上方居中，偏{mm(off_mm)}"
        yield at_block(RULE, names[0], told, "请以成文日期为准居中编排署名", "与日期同中心", mm(off_mm))
    above = [row for row in page.rows if row.ink.bottom_mm < names[0].ink.top_mm - 1]
    if above and seals[0].top_mm - above[-1].ink.bottom_mm > _ROW_MM + seen.tolerance_mm(RULE):
        gap = mm(seals[0].top_mm - above[-1].ink.bottom_mm)
        told = f"印章上边缘距正文{gap}，超过一行"
        yield at_block(RULE, names[0], told, "请上移印章或减少署名上面的空行", "一行之内", gap)


def _places(seen: Seen) -> Iterator[Deviation]:
    """Without the document, by the cells: the date far in, but neither of the two arrangements."""
    found = signing_on_page(seen)
    if found is None or found.is_right:
        return
    if found.spans.date_right >= _BETWEEN:
        name = "最后一个机关的署名" if found.is_joint else "署名"
        told = f"成文日期右空{found.spans.date_right:.1f}字，{name}偏{abs(found.spans.centre_off):.1f}字"
        remedy = f"加盖印章的，请让成文日期右空四字，{name}以它为准居中"
        yield at_block(
            RULE, found.date, told, remedy, "右空4字、同中心", f"右空{found.spans.date_right:.1f}字"
        )
