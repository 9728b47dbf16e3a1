"""N03: the number of an odd page stands right, of an even page left, one character in."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align
from docgen.inspect.folios import Folio, folios_of
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import mm
from docgen.inspect.upright import is_judged
from docgen.text.width import width_em

RULE = Rule(
    "N03",
    "7.5",
    Strength.MUST,
    "单双页页码的左右",
    "单页码居右空一字，双页码居左空一字。用Word时，在页脚选“奇偶页不同”，分别设为右对齐、左对齐，各缩进1字符。",
)
_CHAR_TWIPS, _SLACK = 280.0, 0.35
_ROWS_OF_ONE_PAGE = 18
_REMEDY = "请在页脚选“奇偶页不同”，单页码右对齐、双页码左对齐，各缩进1字符"
_SIDES = {"default": (Align.RIGHT, "单页码", "居右"), "even": (Align.LEFT, "双页码", "居左")}
_FRAMES = {"right": Align.RIGHT, "left": Align.LEFT, "center": Align.CENTER}
_WORDS = {Align.LEFT: "居左", Align.BOTH: "居左", Align.RIGHT: "居右", Align.CENTER: "居中"}


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen):
        return
    folios = [one for one in folios_of(seen.document) if not one.paragraph.box and one.kind in _SIDES]
    for folio in folios:
        if deviation := _side(folio):
            yield deviation
            return
    kinds = {folio.kind for folio in folios}
    if "default" in kinds and "even" not in kinds and _has_more_pages(seen) and not _is_outside(folios):
        told = "单页码和双页码排在同一边" if not seen.document.has_even_and_odd else "双页没有页码"
        yield Deviation(RULE, told, _REMEDY, "单页码居右、双页码居左", "没有分单双页", text="页码")


def _side(folio: Folio) -> Deviation | None:
    wanted, which, word = _SIDES[folio.kind]
    found = _align(folio.paragraph)
    if found is None:
        return None
    is_side = found is wanted or (wanted is Align.LEFT and found is Align.BOTH)
    if not is_side:
        return Deviation(
            RULE, f"{which}{_WORDS[found]}了", _REMEDY, f"{word}空一字", _WORDS[found], text="页码"
        )
    gap = _gap_chars(folio.paragraph, wanted)
    if abs(gap - 1) > _SLACK and not folio.paragraph.frame_align:
        return Deviation(
            RULE, f"{which}{word}空了{gap:.2g}字", _REMEDY, "空1字", f"空{gap:.2g}字", text="页码"
        )
    return None


def _align(paragraph: Paragraph) -> Align | None:
    """Where the number stands; None where that depends on the page, or cannot be told."""
    if paragraph.frame_align:
        return _FRAMES.get(paragraph.frame_align)
    tabs = len(paragraph.text) - len(paragraph.text.lstrip("\t"))
    if not tabs:
        return paragraph.align
    kinds = [tab.kind for tab in paragraph.tabs]
    return {"right": Align.RIGHT, "center": Align.CENTER}.get(kinds[tabs - 1]) if tabs <= len(kinds) else None


def _gap_chars(paragraph: Paragraph, side: Align) -> float:
    """The empty space outside the number, in characters of 4号; typed spaces count."""
    text, indent = paragraph.text.strip("\t"), paragraph.indent
    if side is Align.RIGHT:
        chars, twips, typed = indent.right_chars, indent.right_twips, text[len(text.rstrip()) :]
    else:
        first = (
            indent.first_line_twips
            if indent.first_line_chars is None
            else indent.first_line_chars * _CHAR_TWIPS
        )
        chars, twips, typed = (
            indent.left_chars,
            round(indent.left_twips + first),
            text[: len(text) - len(text.lstrip())],
        )
    return (twips / _CHAR_TWIPS if chars is None else chars) + width_em(typed)


def _is_outside(folios: list[Folio]) -> bool:
    return any(one.paragraph.frame_align in ("outside", "inside") for one in folios)


def _has_more_pages(seen: Seen) -> bool:
    """Whether the paper surely has an even page."""
    if seen.pages is not None:
        return len(seen.pages.pages) > 1
    paragraphs = seen.document.paragraphs if seen.document else ()
    rows = sum(
        1 + int(width_em(one.text) // seen.numbers.chars_per_row) for one in paragraphs if one.text.strip()
    )
    return rows > _ROWS_OF_ONE_PAGE + seen.numbers.rows_per_page or any(
        one.starts_page for one in paragraphs[1:]
    )


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official:
        return
    left_mm, right_mm = seen.numbers.left_mm, seen.numbers.text_right_mm
    char_mm = seen.numbers.small_size_pt / 72 * 25.4
    for page in seen.pages.pages:
        number = page.page_number
        if number is None or number.is_turned or page.width_mm > page.height_mm:
            continue
        is_odd = number.number % 2 == 1
        gap_mm = right_mm - number.cells.right_mm if is_odd else number.cells.left_mm - left_mm
        if abs(gap_mm - char_mm) > seen.tolerance_mm(RULE) + 0.5:
            side = "右" if is_odd else "左"
            yield Deviation(
                RULE,
                f"第{page.number}页的页码距版心{side}边{mm(gap_mm)}",
                _REMEDY,
                f"居{side}空一字（{mm(char_mm)}）",
                mm(gap_mm),
                page=page.number,
                box_mm=number.ink,
                text="页码",
            )
            return
