"""What the marks of all formats have in common: centred, red, in 小标宋, and how high they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.inspect.asking import in_face, is_at, is_centred
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.geometry import Box
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

# A substitute's glyphs begin higher in their line than those of a 小标宋 (gbt9704 6).
_SUBSTITUTE_MM = 1.2
_CENTRE_MM = 2.0
_BESIDE_MM = 1.5
_SONG = (Typeface.SONG,)  # a PDF calls 小标宋 by many names


@dataclass(frozen=True, slots=True)
class Mark:
    """How a format's mark is judged: `top_mm` from the paper's edge, told as measured from `origin`."""

    rule: Rule
    label: str
    top_mm: float
    origin_mm: float
    origin: str

    def in_document(self, seen: Seen) -> Iterator[Deviation]:
        """Colour, face, weight and alignment as they were set."""
        for paragraph in seen.paragraphs(Element.MARK):
            run = paragraph.main_run
            if not run.is_red:
                told = f"{self.label}不是红色"
                yield at_paragraph(
                    self.rule, paragraph, told, "请改为红色", "红色", strength=Strength.ADVISED
                )
            yield from in_face(self.rule, paragraph, Typeface.TITLE_SONG, self.label, Strength.ADVISED)
            if run.is_bold:
                told = f"{self.label}加了粗"
                yield at_paragraph(
                    self.rule, paragraph, told, "请取消加粗", "不加粗", strength=Strength.ADVISED
                )
            if not paragraph.table and not paragraph.box and not is_centred(paragraph):
                yield at_paragraph(self.rule, paragraph, f"{self.label}没有居中", "请居中", "居中")

    def on_pages(self, seen: Seen) -> Iterator[Deviation]:
        """Its place on the first page; of a PDF alone its colour and face too."""
        marks = [block for block in seen.blocks(Element.MARK) if block.page == 1]
        if not marks or seen.pages is None:
            return
        if seen.document is None:
            yield from self._looks(marks)
        area = seen.pages.pages[0].mark or marks[0].ink
        is_substitute = any(block.look.face is Typeface.SUBSTITUTE for block in marks)
        yield from self._height(seen, marks[0], area, _SUBSTITUTE_MM if is_substitute else 0.0)
        yield from self._across(seen, marks[0], area)

    def _looks(self, marks: list[PageBlock]) -> Iterator[Deviation]:
        for block in marks:
            if not block.look.is_red:
                told = f"{self.label}不是红色"
                yield at_block(self.rule, block, told, "请改为红色", "红色", strength=Strength.ADVISED)
            yield from in_face(self.rule, block, Typeface.TITLE_SONG, self.label, Strength.ADVISED, _SONG)

    def _height(self, seen: Seen, block: PageBlock, area: Box, slack_mm: float) -> Iterator[Deviation]:
        tolerance = seen.tolerance_mm(self.rule)
        if self.top_mm - tolerance - slack_mm <= area.top_mm <= self.top_mm + tolerance:
            return
        expected, found = (
            f"{one - self.origin_mm:.1f}".removesuffix(".0") for one in (self.top_mm, area.top_mm)
        )
        told = f"{self.label}上边缘距{self.origin} {found} 毫米"
        remedy = f"请调整到 {expected} 毫米"
        yield at_block(self.rule, block, told, remedy, f"{expected} 毫米", f"{found} 毫米", box_mm=area)

    def _across(self, seen: Seen, block: PageBlock, area: Box) -> Iterator[Deviation]:
        numbers = seen.numbers
        off = area.centre_x_mm - numbers.centre_mm
        if not is_at(off, 0, _CENTRE_MM):
            told = f"{self.label}偏{'右' if off > 0 else '左'} {abs(off):.1f} 毫米，没有居中"
            yield at_block(self.rule, block, told, "请居中", "居中", f"偏 {abs(off):.1f} 毫米", box_mm=area)
        elif (
            area.left_mm < numbers.left_mm - _BESIDE_MM or area.right_mm > numbers.text_right_mm + _BESIDE_MM
        ):
            told = f"{self.label}宽 {area.width_mm:.1f} 毫米，超出版心"
            yield at_block(
                self.rule, block, told, "请缩小字号", f"{numbers.text_width_mm:g} 毫米以内", box_mm=area
            )
