"""One paragraph with its manner worked out."""

from dataclasses import dataclass

from docgen.inspect.document.manners import (
    Cascade,
    align_of,
    border_of,
    indent_of,
    spacing_of,
    tabs_of,
)
from docgen.inspect.document.model import Paragraph, Run
from docgen.inspect.document.numbering import Level, Numbering
from docgen.inspect.document.pieces import PAGE_BREAK, Piece, values_at
from docgen.inspect.document.properties import Values, number, paragraph_values, run_values
from docgen.inspect.elements.look import Place
from docgen.layout.gbt9704 import TWIPS_PER_MM
from docgen.layout.tree import PPR, RPR, Element


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the reader stands: in the flow, in a cell of a table, in a text box."""

    place: Place = Place.FLOW
    table: int = 0
    row: int = 0
    column: int = 0
    box: int = 0
    table_style: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Manners:
    """All that a paragraph's look comes from besides itself."""

    cascade: Cascade
    numbering: Numbering

    def read(self, element: Element, pieces: list[Piece], spot: Spot, pitch_twips: int) -> Paragraph:
        """The paragraph, not yet numbered and placed in the document."""
        properties = element.find(PPR)
        direct = paragraph_values(properties)
        style = "" if properties is None else values_at(properties, "pStyle")
        below = self.cascade.styles.paragraph(style, spot.table_style)
        level, prefix = self._numbered(direct, below.paragraph)
        values = self.cascade.paragraph(style, direct, level, spot.table_style)
        marks = run_values(None if properties is None else properties.find(RPR))
        runs = self._runs(pieces, below.run, marks)
        if prefix and level is not None:
            runs = (self.cascade.run(prefix, below.run, {**marks, **level.run}, ""), *runs)
        return _built(
            values,
            runs,
            spot,
            self.cascade.styles.name(style or self.cascade.styles.default),
            prefix,
            pitch_twips,
        )

    def _numbered(self, direct: Values, below: Values) -> tuple[Level | None, str]:
        """The level of the list that the paragraph belongs to, and what the list prints before it."""
        num_id = direct.get("numId", below.get("numId", "0"))
        depth = number(direct.get("ilvl", below.get("ilvl", "0")))
        level = self.numbering.level(num_id, depth) if num_id != "0" else None
        return level, self.numbering.next(num_id, depth) if level is not None else ""

    def _runs(self, pieces: list[Piece], below: dict[str, str], marks: Values) -> tuple[Run, ...]:
        runs = [
            self.cascade.run(
                piece.text.replace(PAGE_BREAK, ""), below, run_values(piece.properties), piece.field
            )
            for piece in pieces
            if piece.drawing is None
        ]
        return tuple(runs) or (self.cascade.run("", below, marks, ""),)


def _built(
    values: Values, runs: tuple[Run, ...], spot: Spot, style: str, prefix: str, pitch_twips: int
) -> Paragraph:
    shown = [run for run in runs if not run.is_hidden]
    size_pt = max(shown, key=lambda run: len(run.text.strip()), default=runs[0]).size_pt
    outline = values.get("outlineLvl", "")
    return Paragraph(
        0,
        "".join(run.text for run in shown),
        runs,
        style,
        spot.place,
        align_of(values),
        indent_of(values, size_pt),
        spacing_of(values, pitch_twips),
        numbering=prefix,
        page_break_before=values.get("pageBreakBefore") == "1",
        keep_next=values.get("keepNext") == "1",
        widow_control=values.get("widowControl", "1") == "1",
        snap_to_grid=values.get("snapToGrid", "1") == "1",
        outline_level=int(outline) if outline.isdigit() and int(outline) < 9 else None,
        top_border=border_of(values, "top"),
        bottom_border=border_of(values, "bottom"),
        tabs=tabs_of(values),
        table=spot.table,
        row=spot.row,
        column=spot.column,
        box=spot.box,
        frame_top_mm=_frame_top_mm(values),
        frame_align=values.get("framePr.xAlign", ""),
    )


def _frame_top_mm(values: Values) -> float | None:
    if values.get("framePr.vAnchor") != "page" or "framePr.y" not in values:
        return None
    return number(values["framePr.y"]) / TWIPS_PER_MM
