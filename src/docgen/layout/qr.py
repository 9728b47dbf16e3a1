"""A QR code on the first page of a posted paper: a picture outside the type area, placed in millimetres."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from docgen.layout.gbt9704 import TWIPS_PER_MM, emu
from docgen.layout.markup import NAMESPACES, R, run
from docgen.layout.textbox import TextBox, text_box
from docgen.layout.tree import SECT, Element, P, parse, serialize, w

BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
PICTURE = "word/media/docgen-qr.png"

SIDE_MM = 20.0  # on A4; larger in proportion on a larger page
GAP_MM = 3.0  # to the type area: more than the four modules that a reader needs
_EDGE_MM = 4.0  # what office printers leave white
_CAPTION_MM = (34.0, 10.0)
_SHORT_EDGE_MM = 210.0
_PICTURE_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION_ID = "rIdDocgenQr"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the code and its caption stand, from the page's upper left corner."""

    x_mm: float
    y_mm: float
    side_mm: float
    caption_x_mm: float
    caption_y_mm: float
    scale: float


def with_code(members: Mapping[str, bytes], png: bytes, caption: tuple[str, ...]) -> dict[str, bytes] | None:
    """The members of the .docx with the code in them; None where the margins have no room for it."""
    root = parse(members[BODY])
    place = _place(root)
    paragraph = _first_paragraph(root)
    if place is None or paragraph is None:
        return None
    number = 1 + max((int(one.get("id") or 0) for one in root.iter("{*}docPr")), default=0)
    for position, xml in enumerate((_picture(place, number), _caption(place, number + 1, caption))):
        paragraph.insert(position + _after_properties(paragraph), _element(xml))
    return {
        **members,
        BODY: serialize(root),
        RELATIONS: _with_relation(members[RELATIONS]),
        TYPES: _with_type(members[TYPES]),
        PICTURE: png,
    }


def _place(root: Element) -> Place | None:
    """Under the type area at its left edge; beside its lower right corner where the page lies."""
    section = next(root.iter(SECT), None)
    size = section.find(w("pgSz")) if section is not None else None
    margins = section.find(w("pgMar")) if section is not None else None
    if size is None or margins is None:
        return None
    width, height = _mm(size, "w"), _mm(size, "h")
    scale = min(width, height) / _SHORT_EDGE_MM
    side, gap, edge = SIDE_MM * scale, GAP_MM * scale, _EDGE_MM * scale
    left, right, bottom = (_mm(margins, name) for name in ("left", "right", "bottom"))
    if bottom >= side + gap + edge:
        y = height - bottom + gap
        return Place(left, y, side, left + side + gap, y + side - _CAPTION_MM[1] * scale, scale)
    if right >= side + gap + edge:
        x, y = width - right + gap, height - bottom - side - _CAPTION_MM[1] * scale
        return Place(x, y, side, x, y + side, scale)
    return None


def _mm(element: Element, name: str) -> float:
    return int(element.get(w(name)) or 0) / TWIPS_PER_MM


def _first_paragraph(root: Element) -> Element | None:
    body = root.find(w("body"))
    if body is None:
        return None
    own = body.find(P)
    return own if own is not None else next(body.iter(P), None)


def _after_properties(paragraph: Element) -> int:
    return 1 if len(paragraph) and paragraph[0].tag == w("pPr") else 0


def _element(xml: str) -> Element:
    return etree.fromstring(re.sub(r"^<w:r>", f"<w:r {NAMESPACES}>", xml))


def _picture(place: Place, number: int) -> str:
    side = emu(place.side_mm)
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="3" '
        'behindDoc="0" locked="0" layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(place.x_mm)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(place.y_mm)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="二维码" descr="二维码：公示栏上这份文书的网页"/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_PICTURE_NAMESPACE}"><pic:pic xmlns:pic="{_PICTURE_NAMESPACE}">'
        '<pic:nvPicPr><pic:cNvPr id="0" name="docgen-qr.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{_RELATION_ID}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def _caption(place: Place, number: int, lines: tuple[str, ...]) -> str:
    size, pitch = round(18 * place.scale), round(240 * place.scale)
    face = '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/>'
    properties = f'{face}<w:spacing w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    content = "".join(
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'
        f'<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>{_run(line, properties)}</w:p>'
        for line in lines
    )
    width, height = (emu(length * place.scale) for length in _CAPTION_MM)
    x, y = emu(place.caption_x_mm), emu(place.caption_y_mm)
    return text_box(TextBox(number, "二维码说明", x, y, width, height, content))


def _run(text: str, properties: str) -> str:
    return run(text, properties).replace('<w:rFonts w:hint="eastAsia"/>', "", 1)  # ours names the face too


def _with_relation(relations: bytes) -> bytes:
    root = parse(relations)
    etree.SubElement(
        root,
        f"{{{_PACKAGE}/relationships}}Relationship",
        Id=_RELATION_ID,
        Type=f"{R}/image",
        Target=PICTURE.removeprefix("word/"),
    )
    return serialize(root)


def _with_type(types: bytes) -> bytes:
    root = parse(types)
    name = f"{{{_PACKAGE}/content-types}}"
    if not any((one.get("Extension") or "").lower() == "png" for one in root.iter(f"{name}Default")):
        default = etree.Element(f"{name}Default", Extension="png", ContentType="image/png")
        root.insert(0, default)
    return serialize(root)
