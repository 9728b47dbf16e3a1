"""H03: the urgency, in Hei type of size 3, flush left under copy number and secrecy."""

from collections.abc import Iterator, Sequence

from docgen.inspect.asking import in_face, in_size, is_at, is_flush_left, not_bold
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "H03",
    "7.2.3",
    Strength.USUAL,
    "紧急程度",
    "紧急程度一般用3号黑体字，顶格编排在版心左上角；同时标注份号、密级和保密期限、紧急程度的，"
    "按照份号、密级和保密期限、紧急程度的顺序自上而下分行排列。公文分特急、加急，电报分特提、特急、加急、平急。",
)
_VALUES = ("特急", "加急", "特提", "平急")
_ORDER = (Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY)


def in_document(seen: Seen) -> Iterator[Deviation]:
    for paragraph in seen.paragraphs(Element.URGENCY):
        text = "".join(paragraph.text.split("\t")[0].split())
        if text not in _VALUES:
            yield at_paragraph(
                RULE, paragraph, f"紧急程度写成“{text}”", "请写“特急”或“加急”", "特急、加急", text
            )
        yield from in_face(RULE, paragraph, Typeface.HEITI, "紧急程度")
        yield from not_bold(RULE, paragraph, "紧急程度")
        yield from in_size(RULE, paragraph, seen.numbers.body_size_pt, "紧急程度")
        if not is_flush_left(paragraph):
            yield at_paragraph(RULE, paragraph, "紧急程度没有顶格", "请左对齐，去掉前面的空格和缩进", "顶格")
    head = seen.paragraphs(*_ORDER)
    if not _is_in_order([seen.element_of(paragraph) for paragraph in head]):
        yield at_paragraph(RULE, head[0], "份号、密级、紧急程度的顺序不对", _REORDER, strength=Strength.MUST)


_REORDER = "请按份号、密级和保密期限、紧急程度的顺序自上而下排列"


def on_pages(seen: Seen) -> Iterator[Deviation]:
    for block in seen.blocks(Element.URGENCY):
        if seen.document is None:
            text = "".join(block.text.split("\t")[0].split())
            if text not in _VALUES:
                yield at_block(RULE, block, f"紧急程度写成“{text}”", "请写“特急”或“加急”", "特急、加急", text)
            yield from in_face(RULE, block, Typeface.HEITI, "紧急程度")
            yield from not_bold(RULE, block, "紧急程度")
            yield from in_size(RULE, block, seen.numbers.body_size_pt, "紧急程度")
        left = block.cells.left_mm
        if not is_at(left, seen.numbers.left_mm, seen.tolerance_mm(RULE)):
            told = f"紧急程度左边在 {left:.1f} 毫米处，没有顶格"
            yield at_block(
                RULE, block, told, "请左对齐", f"{seen.numbers.left_mm:g} 毫米", f"{left:.1f} 毫米"
            )
    if seen.document is None and seen.pages is not None:
        found = [element for element in seen.page_elements if element in _ORDER]
        if not _is_in_order(found):
            yield at_block(
                RULE,
                seen.blocks(*_ORDER)[0],
                "份号、密级、紧急程度的顺序不对",
                _REORDER,
                strength=Strength.MUST,
            )


def _is_in_order(found: Sequence[Element]) -> bool:
    places = [_ORDER.index(element) for element in found]
    return places == sorted(places)
