"""The fonts of a document's theme, which “正文” and “标题” stand for in documents made in Word."""

from dataclasses import dataclass

from docgen.layout.tree import Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPT = "Hans"  # simplified Chinese; the theme lists a font for each script


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by the words that w:rFonts uses: minorEastAsia, majorHAnsi …"""

    fonts: dict[str, str]

    def font(self, name: str) -> str:
        """The font that `name` stands for: itself, unless it is “@minorEastAsia” or the like."""
        return self.fonts.get(name[1:], "") if name.startswith("@") else name


def read_theme(root: Element | None) -> Theme:
    """The theme; without one every themed font is unknown."""
    found: dict[str, str] = {}
    for size in ("major", "minor"):
        group = None if root is None else next(iter(root.iter(f"{_A}{size}Font")), None)
        if group is not None:
            latin = _typeface(group, "latin")
            found |= {f"{size}Ascii": latin, f"{size}HAnsi": latin, f"{size}Bidi": _typeface(group, "cs")}
            found[f"{size}EastAsia"] = _typeface(group, "ea") or _of_script(group)
    return Theme(found)


def _typeface(group: Element, slot: str) -> str:
    element = group.find(f"{_A}{slot}")
    return "" if element is None else element.get("typeface") or ""


def _of_script(group: Element) -> str:
    fonts = (font for font in group.iter(f"{_A}font") if font.get("script") == _SCRIPT)
    return next((font.get("typeface") or "" for font in fonts), "")
