"""What a style comes to: document defaults, then what it is based on, then itself."""

from dataclasses import dataclass, field

from docgen.inspect.document.properties import laid_over, paragraph_values, run_values
from docgen.layout.tree import VAL, Element, w

_DEPTH_MAX = 50  # Word allows a chain of 11; a chain in a circle would never end
_TOGGLES = ("b", "i")


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    kind: str
    base: str
    paragraph: dict[str, str]
    run: dict[str, str]
    element: Element


@dataclass(frozen=True, slots=True)
class Manner:
    """Paragraph and run values as a style leaves them."""

    paragraph: dict[str, str]
    run: dict[str, str]


@dataclass(frozen=True)
class Styles:
    """The styles of a document; `default` is the style of paragraphs that name none."""

    styles: dict[str, _Style]
    base: Manner
    default: str
    default_table: str
    _resolved: dict[tuple[str, str], Manner] = field(default_factory=dict)

    def name(self, style_id: str) -> str:
        """The name that users see; "" for no style and for a default one."""
        found = self.styles.get(style_id)
        return found.name if found else ""

    def paragraph(self, style_id: str, table_style: str = "") -> Manner:
        """A paragraph's values without its direct ones; unknown styles count as the default one."""
        key = (style_id if style_id in self.styles else self.default, table_style)
        found = self._resolved.get(key)
        if found is None:
            found = self._resolved[key] = self._resolve(*key)
        return found

    def _resolve(self, style_id: str, table_style: str) -> Manner:
        paragraph, run = self.base.paragraph, self.base.run
        for style in (*self._chain(table_style), *self._chain(style_id)):
            paragraph = laid_over(paragraph, _own(style))
            run = laid_over(run, style.run)
        return Manner(dict(paragraph), dict(run))

    def character(self, style_id: str, below: dict[str, str]) -> dict[str, str]:
        """`below` with the character style on it; bold upon bold is plain, as Word has it."""
        run = below
        for style in self._chain(style_id):
            own = dict(style.run)
            for toggle in _TOGGLES:
                if own.get(toggle) == "1" and below.get(toggle) == "1":
                    own[toggle] = "0"
            run = laid_over(run, own)
        return dict(run)

    def tables(self, style_id: str) -> list[Element]:
        """The elements of a table style and what it is based on, the lowest first."""
        return [style.element for style in self._chain(style_id or self.default_table)]

    def _chain(self, style_id: str) -> list[_Style]:
        chain: list[_Style] = []
        while (style := self.styles.get(style_id)) is not None and len(chain) < _DEPTH_MAX:
            chain.append(style)
            style_id = style.base
        return chain[::-1]


def _own(style: _Style) -> dict[str, str]:
    # A style's own indent stands over that of the numbering it carries: marked, for whoever lays that on.
    return style.paragraph | ({"numbered by": "style"} if "numId" in style.paragraph else {})


def read_styles(root: Element | None) -> Styles:
    """The styles of styles.xml; without one Word's own defaults."""
    elements = [] if root is None else root.findall(w("style"))
    styles = {element.get(w("styleId")) or "": _read(element) for element in elements}
    defaults = None if root is None else root.find(w("docDefaults"))
    base = Manner(
        paragraph_values(_below(defaults, "pPrDefault", "pPr")),
        run_values(_below(defaults, "rPrDefault", "rPr")),
    )
    return Styles(styles, base, _default(elements, "paragraph"), _default(elements, "table"))


def _below(element: Element | None, *path: str) -> Element | None:
    for name in path:
        element = None if element is None else element.find(w(name))
    return element


def _default(elements: list[Element], kind: str) -> str:
    ids = [
        element.get(w("styleId")) or ""
        for element in elements
        if element.get(w("type")) == kind and element.get(w("default")) in ("1", "true", "on")
    ]
    return ids[-1] if ids else ""


def _read(element: Element) -> _Style:
    name, base = element.find(w("name")), element.find(w("basedOn"))
    return _Style(
        "" if name is None else name.get(VAL) or "",
        element.get(w("type")) or "",
        "" if base is None else base.get(VAL) or "",
        paragraph_values(element.find(w("pPr"))),
        run_values(element.find(w("rPr"))),
        element,
    )
