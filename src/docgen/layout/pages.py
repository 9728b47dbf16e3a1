"""Sections, headers and page numbers: what stands around the text of a page."""

from dataclasses import dataclass, replace

from docgen.layout.gbt9704 import (
    A3_WIDTH_TWIPS,
    LEFT_TWIPS,
    PAGE_HEIGHT_TWIPS,
    PAGE_NUMBER_DASH,
    PAGE_NUMBER_FOOTER_TWIPS,
    PAGE_WIDTH_TWIPS,
    RIGHT_TWIPS,
    TEXT_WIDTH_TWIPS,
    emu,
)
from docgen.layout.markup import NAMESPACES, XML_HEAD, field, paragraph, run
from docgen.layout.profile import Profile
from docgen.layout.textbox import TextBox, text_box

HEADER_TWIPS = 851
_ONE_CHAR_OF_4 = 280
_BOX_HEIGHT_MM = 6.0  # of the turned page number's box: one line of 14 pt
_TEXT_RIGHT_MM, _TEXT_LEFT_MM = 184.0, 28.0

HEADERS = {"default": "header1.xml", "even": "header2.xml", "first": "header3.xml"}
_FOOTERS = {"default": "footer1.xml", "even": "footer2.xml", "first": "footer3.xml"}
_TURNED_FOOTERS = {"default": "footer4.xml", "even": "footer5.xml", "first": "footer3.xml"}
HEADER_PARTS = tuple(HEADERS.values())
FOOTER_PARTS = ("footer1.xml", "footer2.xml", "footer3.xml", "footer4.xml", "footer5.xml")
RELATION = {name: f"rId{number}" for number, name in enumerate(HEADER_PARTS + FOOTER_PARTS, 10)}


@dataclass(frozen=True, slots=True)
class Section:
    """How the pages of one section lie, and whether the first goes without a number.

    A lying A4 page is an upright one turned. A lying A3 page (`wide`) is an upright A4 one twice as
    wide: the same margins, the number at the same height; it is folded into the file.
    """

    landscape: bool = False
    first_page_bare: bool = False
    wide: bool = False

    @property
    def text_width_twips(self) -> int:
        if self.wide:
            return A3_WIDTH_TWIPS - LEFT_TWIPS - RIGHT_TWIPS
        return 12756 if self.landscape else TEXT_WIDTH_TWIPS

    @property
    def is_turned(self) -> bool:
        """Whether it is an upright page on its side."""
        return self.landscape and not self.wide

    def turned(self, *, landscape: bool) -> "Section":
        return replace(self, landscape=landscape, first_page_bare=False, wide=False)


def section_properties(section: Section, profile: Profile) -> str:
    """The section's `w:sectPr`."""
    footers = _TURNED_FOOTERS if section.is_turned else _FOOTERS
    references = "".join(
        f'<w:{kind}Reference w:type="{use}" r:id="{RELATION[name]}"/>'
        for kind, parts in (("header", HEADERS), ("footer", footers))
        for use, name in parts.items()
    )
    title_page = "<w:titlePg/>" if section.first_page_bare else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>{_size(section)}{_margins(section, profile)}'
        f'{title_page}<w:docGrid w:type="lines" w:linePitch="{profile.pitch_twips}"/></w:sectPr>'
    )


def _size(section: Section) -> str:
    if section.wide:
        return f'<w:pgSz w:w="{A3_WIDTH_TWIPS}" w:h="{PAGE_HEIGHT_TWIPS}" w:orient="landscape"/>'
    if section.landscape:
        return f'<w:pgSz w:w="{PAGE_HEIGHT_TWIPS}" w:h="{PAGE_WIDTH_TWIPS}" w:orient="landscape"/>'
    return f'<w:pgSz w:w="{PAGE_WIDTH_TWIPS}" w:h="{PAGE_HEIGHT_TWIPS}"/>'


def margins_twips(*, landscape: bool, profile: Profile) -> dict[str, int]:
    """Top, right, bottom, left. A landscape page is a portrait one turned: its head is the binding side."""
    upright = {
        "top": profile.top_twips,
        "right": RIGHT_TWIPS,
        "bottom": profile.bottom_twips,
        "left": LEFT_TWIPS,
    }
    if not landscape:
        return upright
    return {
        "top": upright["left"],
        "right": upright["top"],
        "bottom": upright["right"],
        "left": upright["bottom"],
    }


def _margins(section: Section, profile: Profile) -> str:
    sides = margins_twips(landscape=section.is_turned, profile=profile)
    edges = " ".join(f'w:{side}="{width}"' for side, width in sides.items())
    return f'<w:pgMar {edges} w:header="{HEADER_TWIPS}" w:footer="{PAGE_NUMBER_FOOTER_TWIPS}" w:gutter="0"/>'


def header_xml() -> str:
    """An empty header: the place of the draft watermark."""
    return f"{XML_HEAD}<w:hdr {NAMESPACES}>{paragraph('GwHeader')}</w:hdr>"


def footer_xml(name: str, line: str = "") -> str:
    """The footer part of that name; upright pages have the line over the number, on the other side."""
    content = {
        "footer1.xml": _numbered("right"),
        "footer2.xml": _numbered("left"),
        "footer3.xml": paragraph("GwPageNumber"),
        "footer4.xml": _turned("right"),
        "footer5.xml": _turned("left"),
    }[name]
    side = "right" if name == _FOOTERS["even"] else "left"
    beside = f'<w:jc w:val="{side}"/>'
    above = paragraph("GwHeader", run(line), beside) if line and name in _FOOTERS.values() else ""
    return f"{XML_HEAD}<w:ftr {NAMESPACES}>{above}{content}</w:ftr>"


def _number_runs() -> str:
    # The em dash in the Chinese face, half-width digits between.
    return f"{run('— ')}{field(' PAGE ', '1')}{run(' —')}"


def _numbered(side: str) -> str:
    return paragraph(
        "GwPageNumber", _number_runs(), f'<w:ind w:{side}="{_ONE_CHAR_OF_4}"/><w:jc w:val="{side}"/>'
    )


def _turned(side: str) -> str:
    # 8 of the standard: on a landscape page the number stays where portrait pages have it, so it is
    # turned with the page: at the left edge, 28 mm from it (297 - 269), reading downwards.
    box = TextBox(
        id=102 if side == "right" else 103,
        name="横页页码",
        x_emu=emu(297.0 - PAGE_NUMBER_DASH.mm - _BOX_HEIGHT_MM / 2),
        y_emu=emu(_TEXT_LEFT_MM),
        width_emu=emu(_BOX_HEIGHT_MM),
        height_emu=emu(_TEXT_RIGHT_MM - _TEXT_LEFT_MM),
        content=_numbered(side),
        turned=True,
    )
    return paragraph("GwPageNumber", text_box(box))
