"""H04: the organ's mark, centred, its upper edge 35 mm below the top of the text area, red and Song."""

from collections.abc import Iterator

from docgen.inspect.asking import in_face, is_at, is_centred
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.geometry import Box
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "H04",
    "7.2.4",
    Strength.MUST,
    "发文机关标志",
    "由发文机关全称或规范化简称加“文件”二字组成，也可以使用发文机关全称或规范化简称；居中排布，"
    "上边缘至版心上边缘为35毫米（距纸上边72毫米）；推荐使用小标宋体字，颜色为红色，以醒目、美观、庄重为原则。",
)
_FORMATS = (Format.ORDINARY, Format.UPWARD)
_SONG = (Typeface.SONG,)  # a PDF calls 小标宋 by many names
# A substitute's glyphs begin higher in their line than those of a 小标宋 (gbt9704 6).
_SUBSTITUTE_MM = 1.2
_CENTRE_MM = 2.0


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format not in _FORMATS:
        return
    for paragraph in seen.paragraphs(Element.MARK):
        run = paragraph.main_run
        if not run.is_red:
            told = "发文机关标志不是红色"
            yield at_paragraph(
                RULE, paragraph, told, "请把字的颜色改为红色", "红色", run.color, Strength.ADVISED
            )
        yield from in_face(RULE, paragraph, Typeface.TITLE_SONG, "发文机关标志", Strength.ADVISED)
        if run.is_bold:
            told = "发文机关标志加了粗"
            yield at_paragraph(RULE, paragraph, told, "请取消加粗", "不加粗", "加粗", Strength.ADVISED)
        if not paragraph.table and not paragraph.box and not is_centred(paragraph):
            yield at_paragraph(RULE, paragraph, "发文机关标志没有居中", "请居中", "居中")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format not in _FORMATS or seen.pages is None:
        return
    marks = seen.blocks(Element.MARK)
    if not marks:
        return
    numbers, tolerance = seen.numbers, seen.tolerance_mm(RULE)
    area = seen.pages.pages[0].mark or marks[0].ink
    if seen.document is None:
        for block in marks:
            if not block.look.is_red:
                told = "发文机关标志不是红色"
                yield at_block(RULE, block, told, "请改为红色", "红色", strength=Strength.ADVISED)
            yield from in_face(RULE, block, Typeface.TITLE_SONG, "发文机关标志", Strength.ADVISED, also=_SONG)
    is_substitute = any(block.look.face is Typeface.SUBSTITUTE for block in marks)
    lowest = numbers.mark_top_mm - tolerance - (_SUBSTITUTE_MM if is_substitute else 0.0)
    if not lowest <= area.top_mm <= numbers.mark_top_mm + tolerance:
        below = numbers.mark_top_mm - numbers.top_mm
        told = f"发文机关标志上边缘距版心上边缘 {area.top_mm - numbers.top_mm:.1f} 毫米"
        found, expected = f"{area.top_mm - numbers.top_mm:.1f} 毫米", f"{below:g} 毫米"
        yield at_block(RULE, marks[0], told, f"请调整到 {below:g} 毫米", expected, found, box_mm=area)
    yield from _across(seen, area)


def _across(seen: Seen, area: Box) -> Iterator[Deviation]:
    numbers, marks = seen.numbers, seen.blocks(Element.MARK)
    left, right = numbers.left_mm, numbers.left_mm + numbers.text_width_mm
    centre = (left + right) / 2
    if not is_at(area.centre_x_mm, centre, _CENTRE_MM):
        off = area.centre_x_mm - centre
        told = f"发文机关标志偏{'右' if off > 0 else '左'} {abs(off):.1f} 毫米，没有居中"
        yield at_block(
            RULE, marks[0], told, "请居中", f"{centre:g} 毫米", f"{area.centre_x_mm:.1f} 毫米", box_mm=area
        )
    elif area.left_mm < left - 1.5 or area.right_mm > right + 1.5:
        told = f"发文机关标志宽 {area.width_mm:.1f} 毫米，超出版心"
        yield at_block(RULE, marks[0], told, "请缩小字号", f"{numbers.text_width_mm:g} 毫米以内", box_mm=area)
