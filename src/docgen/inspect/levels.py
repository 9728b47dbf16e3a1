"""How the levels of a text are set: one typeface each, no bold type."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docgen.inspect.bearings import runs_of_first
from docgen.inspect.block_type import face_of, wrong_face
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph, Run
from docgen.inspect.elements import Element, Place
from docgen.inspect.lettering import is_bold as is_bold_on_page
from docgen.inspect.manner import is_bold, other_faces, other_sizes
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph, pt
from docgen.inspect.typeface import Typeface
from docgen.inspect.upright import is_judged, is_judged_on_pages
from docgen.inspect.usual import has_right_face, has_right_size, usual_face_on_pages

Check = Callable[[Seen], Iterator[Deviation]]

_HEADING_CHARS_MAX = 40  # a longer first sentence is text that only begins with a number
_ENDS = "。：:；"
_ITEM_CHARS_MIN = 20  # a first sentence of clauses and this long is a ruling, not a heading


@dataclass(frozen=True, slots=True)
class Level:
    """One level: what it is called, and its typeface."""

    element: Element
    name: str
    face: Typeface
    font: str


def checks_of(rule: Rule, level: Level) -> tuple[Check, Check]:
    """The checks of one level, of documents and of pages."""

    def in_document(seen: Seen) -> Iterator[Deviation]:
        for paragraph in seen.paragraphs(level.element) if is_judged(seen) else ():
            if paragraph.place is Place.FLOW and (length := _length(paragraph.text)):
                yield from _of_paragraph(rule, level, seen, paragraph, length)

    def on_pages(seen: Seen) -> Iterator[Deviation]:
        if not is_judged_on_pages(seen) or seen.pages is None or seen.pages.has_substitutes:
            return
        for block in seen.blocks(level.element):
            if block.look.place is Place.FLOW and (length := _length(block.text)):
                yield from _of_block(rule, level, seen, block, length)

    return in_document, on_pages


def _length(text: str) -> int:
    """The length of the heading itself: all of a short line, or the first sentence; 0 for none."""
    plain = text.strip()
    end = next((at for at, char in enumerate(plain) if char in _ENDS), len(plain))
    return min(len(plain), end) if end <= _HEADING_CHARS_MAX else 0


def is_numbered_sentence(text: str) -> bool:
    """Whether it is a numbered sentence of the text (“一、同意设立，编制35名。”) and no heading."""
    plain = text.strip()
    first, stop, rest = plain.partition("。")
    return bool(stop) and "，" in first and (not rest.strip() or len(first) >= _ITEM_CHARS_MIN)


def _of_paragraph(
    rule: Rule, level: Level, seen: Seen, paragraph: Paragraph, length: int
) -> Iterator[Deviation]:
    runs = runs_of_first(paragraph, length)
    for font in _wrong_fonts(level, seen, paragraph.text, runs)[:1]:
        told = f"{level.name}的字体是{font}"
        yield at_paragraph(rule, paragraph, told, f"请改为{level.font}", level.font, font)
    wanted = seen.numbers.body_size_pt
    if has_right_size(seen):
        for size_pt in other_sizes(runs, wanted)[:1]:
            told = f"{level.name}的字号是{pt(size_pt)}"
            yield at_paragraph(rule, paragraph, told, f"请改为{pt(wanted)}", pt(wanted), pt(size_pt))
    if is_bold(runs):
        strength = _of_bold(level)
        yield at_paragraph(rule, paragraph, f"{level.name}加粗了", "请去掉加粗", "不加粗", "加粗", strength)


def _of_bold(level: Level) -> Strength | None:
    return Strength.HABIT if level.face is Typeface.FANGSONG else None


def _wrong_fonts(level: Level, seen: Seen, text: str, runs: Sequence[Run]) -> list[str]:
    if level.face is Typeface.FANGSONG and not has_right_face(seen):
        return []
    if is_numbered_sentence(text) and not other_faces(runs, Typeface.FANGSONG):
        return []
    return other_faces(runs, level.face)


def _of_block(rule: Rule, level: Level, seen: Seen, block: PageBlock, length: int) -> Iterator[Deviation]:
    chars = [char for line in block.lines for char in line.chars if not char.text.isspace()][:length]
    found = wrong_face(seen, face := face_of(chars), level.face)
    if found and not (face is Typeface.FANGSONG and is_numbered_sentence(block.text)):
        told = f"{level.name}的字体是{found}"
        yield at_block(rule, block, told, f"请改为{level.font}", level.font, found)
    if is_bold_on_page(chars):
        strength = _of_bold(level)
        yield at_block(rule, block, f"{level.name}加粗了", "请去掉加粗", "不加粗", "加粗", strength)
    sizes = sorted(char.size_pt for char in chars)
    wanted = seen.numbers.body_size_pt
    if sizes and 0.6 < abs(sizes[len(sizes) // 2] - wanted) < 4:
        size_pt = sizes[len(sizes) // 2]
        usual = usual_face_on_pages(seen)
        if usual is not None and abs(usual[1] - wanted) < 0.6:
            told = f"{level.name}的字号是{pt(size_pt)}"
            yield at_block(rule, block, told, f"请改为{pt(wanted)}", pt(wanted), pt(size_pt))
