"""Lines, text boxes and pictures of a document, where DrawingML or VML puts them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.inspect.document.model import Drawing
from docgen.inspect.document.properties import number
from docgen.layout.gbt9704 import EMU_PER_MM, POINTS_PER_MM
from docgen.layout.tree import Element, w

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_V = "{urn:schemas-microsoft-com:vml}"
_TEXT = w("txbxContent")
_LINES = frozenset({"line", "straightConnector1"})
_THIN_MM = 1.0
_SHAPES = tuple(f"{_V}{name}" for name in ("line", "shape", "rect", "roundrect", "oval", "polyline"))
_LENGTH = re.compile(r"(-?\d{0,6}\.?\d{1,6})\s*(pt|mm|cm|in|px|)")
_POINTS = {"pt": 1.0, "mm": POINTS_PER_MM, "cm": 10 * POINTS_PER_MM, "in": 72.0, "px": 0.75, "": 0.75}
_NAMED = {"red": "FF0000", "black": "", "windowtext": "", "blue": "0000FF"}
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_VML_FROM = {"text": "column", "char": "character"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing and, if it is a text box, what stands in it."""

    drawing: Drawing
    content: Element | None


def drawings_of(element: Element, paragraph: int) -> Iterator[Drawn]:
    """The drawings of a w:drawing, w:pict or w:object anchored in that paragraph."""
    frames = [child for child in element if child.tag in (f"{_WP}anchor", f"{_WP}inline")]
    for frame in frames:
        yield _of_frame(frame, paragraph)
    if not frames:
        for shape in element.iter(*_SHAPES):
            yield _of_shape(shape, paragraph)


def _of_frame(frame: Element, paragraph: int) -> Drawn:
    extent = frame.find(f"{_WP}extent")
    width, height = (_mm(extent, side) for side in ("cx", "cy"))
    content = next(frame.iter(_TEXT), None)
    color, line_mm = _stroke(frame)
    across, x_mm, align_across = _position(frame.find(f"{_WP}positionH"))
    down, y_mm, align_down = _position(frame.find(f"{_WP}positionV"))
    drawing = Drawing(
        _kind(frame, content, height),
        paragraph,
        width,
        height,
        across,
        down,
        x_mm,
        y_mm,
        align_across,
        align_down,
        color,
        line_mm,
        is_inline=frame.tag == f"{_WP}inline",
    )
    return Drawn(drawing, content)


def _mm(element: Element | None, name: str) -> float:
    return number(None if element is None else element.get(name)) / EMU_PER_MM


def _kind(frame: Element, content: Element | None, height_mm: float) -> str:
    if content is not None:
        return "box"
    if next(frame.iter(f"{_PIC}pic"), None) is not None:
        return "picture"
    preset = next(frame.iter(f"{_A}prstGeom"), None)
    is_line = preset is not None and preset.get("prst") in _LINES
    return "line" if is_line or height_mm < _THIN_MM else "shape"


def _stroke(frame: Element) -> tuple[str, float]:
    """Colour and width of the line around the first shape; none drawn is 0 wide."""
    for properties in frame.iter(f"{_WPS}spPr"):
        line = properties.find(f"{_A}ln")
        if line is None or line.find(f"{_A}noFill") is not None:
            fill = properties.find(f"{_A}solidFill")
            return (_color(fill), 0.0) if fill is not None else ("", 0.0)
        return _color(line), number(line.get("w"), 9525) / EMU_PER_MM
    return "", 0.0


def _color(element: Element) -> str:
    color = next(element.iter(f"{_A}srgbClr"), None)
    found = _HEX.fullmatch(color.get("val") or "") if color is not None else None
    return _no_black(found[1].upper()) if found else ""


def _no_black(color: str) -> str:
    return "" if color == "000000" else color


def _position(element: Element | None) -> tuple[str, float | None, str]:
    if element is None:
        return "", None, ""
    offset, align = element.find(f"{_WP}posOffset"), element.find(f"{_WP}align")
    at = None if offset is None else number((offset.text or "").strip()) / EMU_PER_MM
    return element.get("relativeFrom") or "", at, "" if align is None else (align.text or "").strip()


def _of_shape(shape: Element, paragraph: int) -> Drawn:
    style = _style(shape.get("style") or "")
    content = next(shape.iter(_TEXT), None)
    x_mm, y_mm, width, height = _place(shape, style)
    is_picture = next(shape.iter(f"{_V}imagedata"), None) is not None
    is_line = shape.tag == f"{_V}line" or (content is None and not is_picture and height < _THIN_MM)
    kind = "box" if content is not None else "picture" if is_picture else "line" if is_line else "shape"
    across = style.get("mso-position-horizontal-relative", "text")
    down = style.get("mso-position-vertical-relative", "text")
    align_down = style.get("mso-position-vertical", "")
    drawing = Drawing(
        kind,
        paragraph,
        width,
        height,
        _VML_FROM.get(across, across),
        "paragraph" if down == "text" else down,
        x_mm,
        None if align_down not in ("", "absolute") else y_mm,
        style.get("mso-position-horizontal", "").replace("absolute", ""),
        align_down.replace("absolute", ""),
        _vml_color(shape.get("strokecolor") or ""),
        0.0
        if shape.get("stroked") in ("f", "false")
        else _points(shape.get("strokeweight") or "0.75pt") / POINTS_PER_MM,
        is_inline=style.get("position") != "absolute",
    )
    return Drawn(drawing, content)


def _style(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def _place(shape: Element, style: dict[str, str]) -> tuple[float, float, float, float]:
    """Left, top, width and height in mm; a v:line says from where to where."""
    left, top = _points(style.get("margin-left", "0")), _points(style.get("margin-top", "0"))
    width, height = _points(style.get("width", "0")), _points(style.get("height", "0"))
    ends = [part.split(",") for part in (shape.get("from") or "", shape.get("to") or "")]
    if shape.tag == f"{_V}line" and all(len(end) == 2 for end in ends):
        (x1, y1), (x2, y2) = ((_points(x), _points(y)) for x, y in ends)
        left, top, width, height = left + min(x1, x2), top + min(y1, y2), abs(x2 - x1), abs(y2 - y1)
    return (
        left / POINTS_PER_MM,
        top / POINTS_PER_MM,
        width / POINTS_PER_MM,
        height / POINTS_PER_MM,
    )


def _points(text: str) -> float:
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _POINTS[found[2]] if found else 0.0


def _vml_color(text: str) -> str:
    word = text.split()[0].lower() if text.split() else ""
    found = _HEX.match(word)
    return _no_black(found[1].upper()) if found else _NAMED.get(word, "")
