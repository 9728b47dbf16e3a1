"""The head of a letter: the mark's size, what stands under it, and the number's row (10.1)."""

import re
from collections.abc import Iterator

from docgen.layout.gbt9704 import (
    EMU_PER_MM,
    LETTER_GLYPH_WIDTH,
    POINTS_PER_MM,
    emu,
    twips,
)
from docgen.layout.letter import LETTER_SHAPES, LetterHead
from docgen.layout.markup import MC, WP, A, V
from docgen.layout.passes.heads import mark_size, set_mark
from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import TAB, Element, P, R, remove, set_property, set_run_property, text_of

_CLASSIFICATION = ("份号", "密级和紧急程度")
_FACE = {"密级和紧急程度": "黑体"}
_OFFSETS = {f"{shape.name}": shape.offset_emu for shape in LETTER_SHAPES if shape.side == "上"}


def place_letter_heads(paper: Rendered) -> None:
    """Mark and upper line stand by the mark's size; the number shares its row with 份号, 密级 or 紧急程度."""
    for place in paper.in_style("信函版头"):
        marks = [found for found in place.iter(P) if paper.styles.name(found) == "发文机关标志"]
        text = next((text_of(found).strip() for found in marks), "")
        size, scale = mark_size(text, LETTER_GLYPH_WIDTH.mm)
        for found in marks:
            set_mark(found, size, scale)
            set_property(found, "spacing", {"before": 0, "after": 0, "line": size * 10, "lineRule": "exact"})
        _place_shapes(place, LetterHead(size / 2 / POINTS_PER_MM))
        _reserve(place, LetterHead(size / 2 / POINTS_PER_MM), paper)
    for number in paper.in_style("信函字号"):
        _join_first_row(number, paper)


def _place_shapes(place: Element, head: LetterHead) -> None:
    for shape in place.iter(f"{{{MC}}}AlternateContent"):
        name = next((found.get("name") or "" for found in shape.iter(f"{{{WP}}}docPr")), "")
        if name == "信函标志":
            _set_frame(shape, emu(head.mark_top_mm), emu(head.mark_height_mm))
        elif name in _OFFSETS:
            _set_frame(shape, emu(head.upper_line_mm) + _OFFSETS[name], None)


def _set_frame(shape: Element, top_emu: int, height_emu: int | None) -> None:
    """The shape begins at `top_emu` and, unless None, is so high; in DrawingML and in VML."""
    for offset in shape.iterfind(f".//{{{WP}}}positionV/{{{WP}}}posOffset"):
        offset.text = str(top_emu)
    for extent in (*shape.iter(f"{{{WP}}}extent"), *shape.iter(f"{{{A}}}ext")):
        if height_emu is not None:
            extent.set("cy", str(height_emu))
    lengths = {"margin-top": top_emu} | ({} if height_emu is None else {"height": height_emu})
    for element in (*shape.iter(f"{{{V}}}shape"), *shape.iter(f"{{{V}}}rect")):
        style = element.get("style") or ""
        for key, length_emu in lengths.items():
            points = f"{length_emu / EMU_PER_MM * POINTS_PER_MM:.2f}"
            style = re.sub(rf"(?<=;{key}:)[\d.]+", points, style)
        element.set("style", style)


def _reserve(place: Element, head: LetterHead, paper: Rendered) -> None:
    """The place reaches down to the number's row."""
    height = twips(head.first_row_mm) - paper.profile.top_twips
    set_property(place, "spacing", {"before": 0, "after": 0, "line": height, "lineRule": "exact"})
    set_property(place, "snapToGrid", {"val": 0})


def _join_first_row(number: Element, paper: Rendered) -> None:
    """份号, 密级 and 紧急程度 stand left from the number's row down; what is absent takes no row."""
    rows = list(_classification_after(number, paper))
    present = [row for row in rows if text_of(row).strip()]
    for row in rows:
        if row not in present:
            remove(row)
    if not present:
        return
    first = present[0]
    tab = next((child for child in number.iterchildren(R) if child.find(TAB) is not None), None)
    at = 1 if tab is None else number.index(tab)
    face = _FACE.get(paper.styles.name(first))
    for run in list(first.iterchildren(R)):
        number.insert(at, run)
        at += 1
        if face:
            set_run_property(run, "rFonts", {"hint": "eastAsia", "eastAsia": face})
    remove(first)


def _classification_after(number: Element, paper: Rendered) -> Iterator[Element]:
    here = number.getnext()
    while here is not None and here.tag == P and paper.styles.name(here) in _CLASSIFICATION:
        yield here
        here = here.getnext()
