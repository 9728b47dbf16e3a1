"""What automatic numbering prints before a paragraph, and the indents that it gives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.inspect.document.properties import number, paragraph_values, run_values
from docgen.layout.tree import VAL, Element, w
from docgen.text.numerals import cn_number

_LEVEL = re.compile(r"%([1-9])")
_HAN = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographTraditional",
    "taiwaneseCountingThousand",
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_UNNUMBERED = ("none", "bullet")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the shape of its number and the values of its paragraphs and numbers."""

    start: int = 1
    shape: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    paragraph: Mapping[str, str] = field(default_factory=dict)
    run: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    levels: dict[str, dict[int, Level]]
    lists: dict[str, str]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def level(self, num_id: str, depth: int) -> Level | None:
        """The level that a paragraph of the list stands on; None for no list."""
        return self.levels.get(num_id, {}).get(depth)

    def next(self, num_id: str, depth: int) -> str:
        """What the list prints before its next paragraph on that level."""
        level = self.level(num_id, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self.lists.get(num_id, num_id), {})
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        return _LEVEL.sub(lambda found: self._printed(num_id, int(found[1]) - 1, counts), level.text)

    def _printed(self, num_id: str, depth: int, counts: dict[int, int]) -> str:
        level = self.level(num_id, depth) or Level()
        return _in_shape(counts.get(depth, level.start), level.shape)


def _in_shape(count: int, shape: str) -> str:
    if shape in _UNNUMBERED:
        return ""
    if shape in _HAN and 0 < count < 100:
        return cn_number(count)
    if shape in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < count <= len(_CIRCLED):
        return _CIRCLED[count - 1]
    if shape in ("lowerLetter", "upperLetter") and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if shape == "upperLetter" else letter
    return f"{count:02d}" if shape == "decimalZero" else str(count)


def read_numbering(root: Element | None) -> Numbering:
    """The lists of numbering.xml; without one there are none."""
    levels: dict[str, dict[int, Level]] = {}
    lists: dict[str, str] = {}
    abstract = {one.get(w("abstractNumId")): one for one in _all(root, "abstractNum")}
    for num in _all(root, "num"):
        num_id, link = num.get(w("numId")) or "", num.find(w("abstractNumId"))
        kind = None if link is None else link.get(VAL)
        levels[num_id] = _levels(abstract.get(kind)) | _overridden(num, _levels(abstract.get(kind)))
        starts_anew = num.find(f"{w('lvlOverride')}/{w('startOverride')}") is not None
        lists[num_id] = f"own {num_id}" if starts_anew else f"list {kind}"
    return Numbering(levels, lists)


def _all(root: Element | None, name: str) -> list[Element]:
    return [] if root is None else root.findall(w(name))


def _levels(element: Element | None) -> dict[int, Level]:
    return {number(one.get(w("ilvl"))): _level(one) for one in _all(element, "lvl")}


def _overridden(num: Element, below: dict[int, Level]) -> dict[int, Level]:
    found = {}
    for one in _all(num, "lvlOverride"):
        depth, whole, start = number(one.get(w("ilvl"))), one.find(w("lvl")), one.find(w("startOverride"))
        level = below.get(depth, Level()) if whole is None else _level(whole)
        if start is not None:
            level = Level(
                number(start.get(VAL), 1), level.shape, level.text, level.suffix, level.paragraph, level.run
            )
        found[depth] = level
    return found


def _level(element: Element) -> Level:
    def value(name: str, default: str) -> str:
        child = element.find(w(name))
        return default if child is None else child.get(VAL) or default

    return Level(
        number(value("start", "1"), 1),
        value("numFmt", "decimal"),
        value("lvlText", ""),
        value("suff", "tab"),
        paragraph_values(element.find(w("pPr"))),
        run_values(element.find(w("rPr"))),
    )
