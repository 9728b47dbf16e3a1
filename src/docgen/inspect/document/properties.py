"""What w:pPr and w:rPr say, as flat values that one level of the cascade can lay over another."""

import re
from collections.abc import Mapping

from docgen.layout.tree import VAL, Element, w

Values = Mapping[str, str]

_OFF = frozenset({"0", "false", "off", "none"})
_NUMBER = re.compile(r"-?\d{1,9}(\.\d+)?")
_UNITS = {"mm": 56.693, "cm": 566.93, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d+)?)(mm|cm|in|pt|pc|pi)")

_PARAGRAPH_SWITCHES = {
    w(name): name
    for name in ("pageBreakBefore", "keepNext", "keepLines", "widowControl", "snapToGrid", "overflowPunct")
}
_PARAGRAPH_VALUES = {w(name): name for name in ("jc", "outlineLvl")}
_RUN_SWITCHES = {w(name): name for name in ("b", "i", "vanish", "snapToGrid")}
_RUN_VALUES = {w(name): name for name in ("sz", "color", "spacing", "w", "u")}
_FONTS = w("rFonts")
_THEMED = (
    ("eastAsia", "eastAsiaTheme"),
    ("ascii", "asciiTheme"),
)
_BORDERS = ("top", "bottom", "between")


def number(text: str | None, default: int = 0) -> int:
    """A whole number (or a length with its unit, as twips); `default` for anything else."""
    if text is None:
        return default
    if _NUMBER.fullmatch(text):
        return round(float(text))
    found = _MEASURE.fullmatch(text)
    return round(float(found[1]) * _UNITS[found[2]]) if found else default


def is_on(element: Element) -> bool:
    """Whether a switch such as w:b is on: present, and not said to be off."""
    return (element.get(VAL) or "1").lower() not in _OFF


def run_values(properties: Element | None) -> dict[str, str]:
    """The values of a w:rPr; a switch is "1" or "0", a theme's font "@minorEastAsia"."""
    found: dict[str, str] = {}
    for element in properties if properties is not None else ():
        tag = str(element.tag)
        if tag == _FONTS:
            found |= _fonts(element)
        elif tag in _RUN_SWITCHES:
            found[_RUN_SWITCHES[tag]] = "1" if is_on(element) else "0"
        elif tag in _RUN_VALUES:
            found[_RUN_VALUES[tag]] = element.get(VAL) or ""
        elif tag == w("rStyle"):
            found["style"] = element.get(VAL) or ""
    return found


def _fonts(element: Element) -> dict[str, str]:
    found = {}
    for slot, theme in _THEMED:
        if themed := element.get(w(theme)):
            found[slot] = f"@{themed}"
        elif named := element.get(w(slot)):
            found[slot] = named
    return found


def paragraph_values(properties: Element | None) -> dict[str, str]:
    """The values of a w:pPr: `ind.left`, `spacing.line`, `top.sz` … for those with several."""
    found: dict[str, str] = {}
    for element in properties if properties is not None else ():
        tag = str(element.tag)
        if tag in _PARAGRAPH_SWITCHES:
            found[_PARAGRAPH_SWITCHES[tag]] = "1" if is_on(element) else "0"
        elif tag in _PARAGRAPH_VALUES:
            found[_PARAGRAPH_VALUES[tag]] = element.get(VAL) or ""
        elif tag in (w("ind"), w("spacing"), w("framePr")):
            found |= attributes(element, tag.rpartition("}")[2])
        elif tag == w("pBdr"):
            for side in _BORDERS:
                line = element.find(w(side))
                found |= {} if line is None else {f"{side}.val": "nil"} | attributes(line, side)
        elif tag == w("numPr"):
            found |= _numbering(element)
        elif tag == w("tabs"):
            found["tabs"] = _tabs(element, found.get("tabs", ""))
    return found


def attributes(element: Element, prefix: str) -> dict[str, str]:
    """The attributes as `prefix.name`; start and end, as strict documents have it, are left and right."""
    names = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
    found = {}
    for key, value in element.attrib.items():
        name = str(key).rpartition("}")[2]
        found[f"{prefix}.{names.get(name, name)}"] = str(value)
    return found


def _numbering(element: Element) -> dict[str, str]:
    found = {}
    for key in ("numId", "ilvl"):
        child = element.find(w(key))
        if child is not None:
            found[key] = child.get(VAL) or "0"
    return found


def _tabs(element: Element, before: str) -> str:
    stops = {part.partition("@")[2]: part for part in before.split() if part}
    for tab in element.iter(w("tab")):
        at = str(number(tab.get(w("pos"))))
        stops.pop(at, None)
        if tab.get(VAL) != "clear":
            stops[at] = f"{tab.get(VAL) or 'left'}@{at}"
    return " ".join(stops.values())


def laid_over(base: Values, top: Values) -> dict[str, str]:
    """`base` with what `top` says instead; a hanging indent ends an inherited first-line indent."""
    merged = dict(base)
    if any(key in top for key in ("ind.hanging", "ind.hangingChars")):
        _drop(merged, "ind.firstLine", "ind.firstLineChars")
    if any(key in top for key in ("ind.firstLine", "ind.firstLineChars")):
        _drop(merged, "ind.hanging", "ind.hangingChars")
    merged.update(top)
    return merged


def _drop(values: dict[str, str], *keys: str) -> None:
    for key in keys:
        values.pop(key, None)
