"""Resolved values as the model has them: fonts by name, characters as lengths, borders in millimetres."""

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.inspect.document.model import Border, Indent, Run, Spacing, Tab
from docgen.inspect.document.numbering import Level
from docgen.inspect.document.properties import laid_over, number
from docgen.inspect.document.styles import Styles
from docgen.inspect.document.theme import Theme
from docgen.inspect.elements.look import Align

Values = Mapping[str, str]

_DEFAULT_HALF_POINTS = 20  # Word's, where nothing says a size
_ALIGNMENTS = {
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.BOTH,
    "distribute": Align.BOTH,
    "lowKashida": Align.BOTH,
}
_LINE_TWIPS = 240
_NO_LINE = ("nil", "none", "")
_HEX_DIGITS = frozenset("0123456789ABCDEF")


@dataclass(frozen=True, slots=True)
class Cascade:
    """What direct values are laid over."""

    styles: Styles
    theme: Theme

    def paragraph(
        self, style_id: str, direct: Values, level: Level | None, table_style: str
    ) -> dict[str, str]:
        """The paragraph's values; a list's indents stand over its style's, unless the style has the list."""
        values = self.styles.paragraph(style_id, table_style).paragraph
        if level is not None and "numId" not in direct and "numId" in values:
            own = {key: value for key, value in values.items() if key.startswith("ind.")}
            values = laid_over(laid_over(values, level.paragraph), own)
        elif level is not None:
            values = laid_over(values, level.paragraph)
        return laid_over(values, direct)

    def run(self, text: str, below: Values, direct: Values, field: str) -> Run:
        """The run in the manner that Word gives it; `below` are its paragraph's values."""
        style = direct.get("style", "")
        values = self.styles.character(style, dict(below)) if style else below
        values = laid_over(values, direct)
        return Run(
            text,
            self.theme.font(values.get("eastAsia", "")),
            self.theme.font(values.get("ascii", "")),
            number(values.get("sz"), _DEFAULT_HALF_POINTS) / 2,
            values.get("b") == "1",
            values.get("i") == "1",
            _unless(values.get("u", ""), "none"),
            color_of(values.get("color", "")),
            number(values.get("spacing")),
            number(values.get("w", "").rstrip("%"), 100),
            values.get("vanish") == "1",
            field,
            self.styles.name(style),
        )


def _unless(text: str, nothing: str) -> str:
    return "" if text == nothing else text


def color_of(text: str) -> str:
    """RRGGBB in capitals; "" for black, automatic, or what is no colour."""
    color = text.upper().lstrip("#")
    if len(color) != 6 or not set(color) <= _HEX_DIGITS or color == "000000":
        return ""
    return color


def align_of(values: Values) -> Align:
    """Left unless it says otherwise: Word's default, though Chinese templates say both."""
    return _ALIGNMENTS.get(values.get("jc", ""), Align.LEFT)


def indent_of(values: Values, size_pt: float) -> Indent:
    """The indents as lengths. Characters count only when they are not 0, as in Word."""

    def side(twips: str, chars: str) -> tuple[int, float | None]:
        many = number(values.get(f"ind.{chars}")) / 100
        if many:
            return round(many * size_pt * 20), many
        return number(values.get(f"ind.{twips}")), None

    left, left_chars = side("left", "leftChars")
    right, right_chars = side("right", "rightChars")
    hanging, hanging_chars = side("hanging", "hangingChars")
    first, first_chars = side("firstLine", "firstLineChars")
    if hanging:
        first, first_chars = -hanging, None if hanging_chars is None else -hanging_chars
    return Indent(left, right, first, left_chars, right_chars, first_chars)


def spacing_of(values: Values, pitch_twips: int) -> Spacing:
    """Before, after and between lines; `beforeLines` count rows of the grid."""

    def side(name: str) -> int:
        lines = number(values.get(f"spacing.{name}Lines"))
        return (
            round(lines / 100 * (pitch_twips or _LINE_TWIPS))
            if lines
            else number(values.get(f"spacing.{name}"))
        )

    rule = values.get("spacing.lineRule", "auto")
    return Spacing(side("before"), side("after"), number(values.get("spacing.line"), _LINE_TWIPS), rule)


def border_of(values: Values, side: str) -> Border | None:
    """The line on that side; None where none is drawn."""
    style = values.get(f"{side}.val", "")
    if style in _NO_LINE:
        return None
    return Border(
        style,
        number(values.get(f"{side}.sz"), 4) / 8 * 25.4 / 72,
        color_of(values.get(f"{side}.color", "")),
        number(values.get(f"{side}.space")),
    )


def tabs_of(values: Values) -> tuple[Tab, ...]:
    """The tab stops from the left."""
    pairs = (part.partition("@") for part in values.get("tabs", "").split())
    return tuple(sorted((Tab(kind, number(at)) for kind, _, at in pairs), key=lambda tab: tab.at_twips))
