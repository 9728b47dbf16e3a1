"""B01: the title is in 2号小标宋, centred, two rows under the red line."""

from collections.abc import Iterator

from docgen.inspect.bearings import left_chars, right_chars, start_chars
from docgen.inspect.blanks import rows_above
from docgen.inspect.block_type import rows_above_on_page
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align, Element, Format
from docgen.inspect.lettering import is_bold as is_bold_on_page
from docgen.inspect.manner import is_bold, other_faces, other_sizes
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph, pt
from docgen.inspect.typeface import Typeface
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "B01",
    "7.3.1",
    Strength.USUAL,
    "标题的字体、字号和位置",
    "标题一般用2号小标宋体字，编排于红色分隔线下空二行位置，分一行或多行居中排布，不加粗。"
    "印发的方案、办法自己的标题同样编排，字体、字号只作提示。",
    tolerance_mm=2.0,
)
_NOT_BOLD = "请去掉加粗，小标宋本身就够粗"
_HEADED = (Format.ORDINARY, Format.UPWARD)
_ABOVE = (Element.NUMBER, Element.SIGNER, Element.OTHER)
_ROWS, _ROWS_SLACK, _ROWS_MISSING = 2.0, 0.55, 0.4
_ROWS_MANY = 3.6  # a title of large rows may begin one and a half lower
_OFF_CENTRE_CHARS = 1.0


def in_document(seen: Seen) -> Iterator[Deviation]:
    rows = seen.paragraphs(Element.TITLE) if is_judged(seen) else ()
    for paragraph in rows:
        yield from _of_row(seen, paragraph, Strength.USUAL)
    for paragraph in seen.paragraphs(Element.ISSUED_TITLE) if is_judged(seen) else ():
        yield from _of_row(seen, paragraph, Strength.MAY)
    if rows and seen.format in _HEADED and seen.paragraphs(Element.MARK):
        found = rows_above(seen, rows[0])
        if found and found[1] in _ABOVE and abs(found[0] - _ROWS) > _ROWS_SLACK:
            told = f"标题上面空了{found[0]:.2g}行" if found[0] >= _ROWS_SLACK else "标题上面没有空行"
            yield at_paragraph(
                RULE, rows[0], told, "请在红色分隔线与标题之间空二行", "2行", f"{found[0]:.2g}行"
            )


def _of_row(seen: Seen, paragraph: Paragraph, of_type: Strength) -> Iterator[Deviation]:
    """What is wrong with a row of a title; `of_type`: how strong it is that its type is another."""
    runs, wanted, what = paragraph.runs, seen.numbers.title_size_pt, seen.element_of(paragraph)
    for font in other_faces(runs, Typeface.TITLE_SONG)[:1]:
        told = f"{what}的字体是{font}"
        yield at_paragraph(RULE, paragraph, told, "请改为方正小标宋简体", "小标宋", font, of_type)
    for size_pt in other_sizes(runs, wanted)[:1]:
        told = f"{what}的字号是{pt(size_pt)}"
        yield at_paragraph(RULE, paragraph, told, f"请改为{pt(wanted)}", pt(wanted), pt(size_pt), of_type)
    if is_bold(runs):
        yield at_paragraph(RULE, paragraph, f"{what}加粗了", _NOT_BOLD, "不加粗", "加粗", of_type)
    if not _is_centred(paragraph):
        told, remedy = f"{what}没有居中", "请把标题设为居中，缩进设为0"
        yield at_paragraph(RULE, paragraph, told, remedy, "居中", _place(paragraph))


def _is_centred(paragraph: Paragraph) -> bool:
    if paragraph.align is Align.CENTER:
        start = start_chars(paragraph)
        return start is None or abs(start - right_chars(paragraph)) <= 2 * _OFF_CENTRE_CHARS
    # Typed spaces that bring a row to the middle are not for this rule to judge.
    return "\t" in paragraph.text or paragraph.text[:1] in " 　" or left_chars(paragraph) > _OFF_CENTRE_CHARS


def _place(paragraph: Paragraph) -> str:
    return {Align.RIGHT: "居右", Align.CENTER: "偏离中间"}.get(paragraph.align, "居左")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if not is_judged_on_pages(seen) or seen.pages is None:
        return
    yield from _close_to_head(seen)
    for block in seen.blocks(Element.TITLE):
        size_pt, wanted = block.look.size_pt, seen.numbers.title_size_pt
        if abs(size_pt - wanted) > 0.6:
            yield at_block(
                RULE, block, f"标题的字号是{pt(size_pt)}", f"请改为{pt(wanted)}", pt(wanted), pt(size_pt)
            )
        face = block.look.face
        if face is Typeface.SUBSTITUTE and _has_song_mark(seen):
            face = Typeface.HEITI  # the mark's face was there: a sans is no stand-in for it
        if face in (Typeface.FANGSONG, Typeface.KAITI, Typeface.HEITI) and not seen.pages.has_substitutes:
            yield at_block(RULE, block, f"标题的字体是{face}", "请改为方正小标宋简体", "小标宋", str(face))
        if is_bold_on_page(char for line in block.lines for char in line.chars):
            yield at_block(RULE, block, "标题加粗了", _NOT_BOLD, "不加粗", "加粗")
        yield from _centred(seen, block, "标题")
    for block in seen.blocks(Element.ISSUED_TITLE):
        yield from _centred(seen, block, "印发件标题")


def _close_to_head(seen: Seen) -> Iterator[Deviation]:
    """Of the two rows above the title some are missing, or there are more."""
    blocks = seen.blocks(Element.TITLE)
    found = rows_above_on_page(seen, blocks[0]) if blocks and seen.format in _HEADED else None
    if found is None or not seen.blocks(Element.MARK) or found[1] not in (Element.NUMBER, Element.SIGNER):
        return
    rows = max(0, int(found[0]))
    if found[0] < _ROWS - _ROWS_MISSING or found[0] > _ROWS_MANY:
        told = f"标题上面空了{rows}行" if rows else "标题上面没有空行"
        yield at_block(RULE, blocks[0], told, "请在红色分隔线与标题之间空二行", "2行", f"{rows}行")


def _centred(seen: Seen, block: PageBlock, what: str) -> Iterator[Deviation]:
    centre_mm, tolerance_mm = seen.numbers.centre_mm, seen.tolerance_mm(RULE)
    if any(abs(line.cells.centre_x_mm - centre_mm) > tolerance_mm for line in block.lines):
        remedy = "请把标题设为居中，缩进设为0"
        yield at_block(RULE, block, f"{what}没有居中", remedy, "居中", "偏离中间")


def _has_song_mark(seen: Seen) -> bool:
    return any(block.look.face in (Typeface.SONG, Typeface.TITLE_SONG) for block in seen.blocks(Element.MARK))
