"""M02: who was there: the label in Hei, the names in Fangsong, continued after the colon."""

from collections.abc import Iterator

from docgen.inspect.asking import blanks_before, is_at, left_chars
from docgen.inspect.block_type import face_of, rows_above_on_page, wrong_face
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Element
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "M02",
    "10.3",
    Strength.USUAL,
    "出席、请假、列席人员名单",
    "标注出席人员名单，一般用3号黑体字，在正文或附件说明下空一行左空二字编排“出席”二字，后标全角冒号，"
    "冒号后用3号仿宋体字标注出席人单位、姓名，回行时与冒号后的首字对齐。请假和列席人员名单依次另起一行，方法相同。",
    tolerance_mm=2.0,
)
_PEOPLE = (Element.ATTENDEES, Element.LEAVE, Element.OBSERVERS)
_UNSURE = (Typeface.UNKNOWN, Typeface.LATIN)
_SLACK_CHARS = 0.5
_LABEL_CHARS = 2
_ROWS_MISSING = 0.45
_TEXT = (Element.BODY, Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)


def in_document(seen: Seen) -> Iterator[Deviation]:
    people = [
        one for one in seen.paragraphs(*_PEOPLE) if one.text.strip()[:2] in ("出席", "请假", "列席", "缺席")
    ]
    for paragraph in people:
        label, names = paragraph.first_run, paragraph.runs[-1]
        if label.face not in (Typeface.HEITI, *_UNSURE):
            told = f"“{paragraph.text.strip()[:_LABEL_CHARS]}”二字不是黑体"
            yield at_paragraph(RULE, paragraph, told, "请改为3号黑体", "黑体", label.face.value)
        if len(paragraph.runs) > 1 and names.text.strip() and names.face is Typeface.HEITI:
            yield at_paragraph(RULE, paragraph, "人员名单用了黑体", "请把名单改为3号仿宋", "仿宋", "黑体")
        if "：" not in paragraph.text[:8]:
            told = f"“{paragraph.text.strip()[:_LABEL_CHARS]}”后面不是全角冒号"
            yield at_paragraph(RULE, paragraph, told, "请改为全角冒号“：”", "：")
        if abs(left_chars(paragraph) - 2) > _SLACK_CHARS and paragraph.place.value == "flow":
            yield at_paragraph(RULE, paragraph, "名单没有左空二字", "请左空二字", "左空二字")
    yield from _blank_above(seen, people)


def _blank_above(seen: Seen, people: list[Paragraph]) -> Iterator[Deviation]:
    if not people:
        return
    blanks = blanks_before(seen, people[0])
    if blanks not in (None, 1):
        label = people[0].text.strip()[:_LABEL_CHARS]
        told = f"正文与“{label}”之间{f'空了 {blanks} 行' if blanks else '没有空行'}"
        yield at_paragraph(RULE, people[0], told, "请空一行", "空一行", f"空 {blanks} 行")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    for block in seen.blocks(*_PEOPLE):
        first = block.lines[0]
        wanted = seen.numbers.left_mm + 2 * seen.numbers.cell_mm
        if first.text[:2] not in ("出席", "请假", "列席", "缺席"):
            continue
        if seen.document is None:
            yield from _looks(seen, block)
        if not is_at(first.cells.left_mm, wanted, seen.tolerance_mm(RULE)):
            yield at_block(RULE, block, "名单没有左空二字", "请左空二字", "左空二字")
        colon = next((char for char in first.chars[:8] if char.text == "："), None)
        if colon is None:
            continue
        for line in block.lines[1:]:
            if not is_at(line.cells.left_mm, colon.cell.right_mm, seen.tolerance_mm(RULE) + 1.0):
                told = "名单回行没有与冒号后的首字对齐"
                yield at_block(RULE, block, told, "请设悬挂缩进", "与冒号后首字对齐", box_mm=line.ink)
                break


def _looks(seen: Seen, block: PageBlock) -> Iterator[Deviation]:
    """The face of the label, and the row above the first, as far as a PDF shows them."""
    label = block.text[:_LABEL_CHARS]
    face = wrong_face(seen, face_of(block.lines[0].chars[:_LABEL_CHARS]), Typeface.HEITI)
    if face:
        yield at_block(RULE, block, f"“{label}”二字不是黑体", "请改为3号黑体", "黑体", face)
    above = rows_above_on_page(seen, block)
    if above and above[1] in _TEXT and above[0] < _ROWS_MISSING:
        yield at_block(RULE, block, f"正文与“{label}”之间没有空行", "请空一行", "空一行", "空 0 行")
