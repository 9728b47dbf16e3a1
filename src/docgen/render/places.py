"""Where each tag of a template stands: part, paragraph, table cell.

Jinja counts lines of the prepared source, in which paragraphs that hold only `{%p … %}` are gone; a
person counts paragraphs in Word. The two are brought together by the tags, whose order preparing
does not change.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from docgen.render.faults import Place

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_PREFIX = re.compile(r"^(?:(?:p|tr|tc|r)\s+|(?:colspan|cellbg)\s+)")
_NOISE = re.compile(r"[\s“”‘’\"'+-]+")
_AREAS = (("header", "页眉"), ("footer", "页脚"), ("footnotes", "脚注"), ("core", "文档属性"))


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as the template's author wrote it, and where."""

    text: str
    place: Place

    @property
    def inner(self) -> str:
        """The tag without braces, docxtpl's prefix, white space and quotes."""
        return _inner(self.text)


@dataclass(frozen=True, slots=True)
class PartText:
    """The paragraphs of one part, and the tags in them, both in reading order."""

    part: str
    paragraphs: tuple[Place, ...]
    tags: tuple[Tag, ...]

    def at_line(self, source: str, line: int, name: str = "") -> tuple[Place, str]:
        """The place and the tag that stand on a line of the prepared source (lines count from 1).

        Where the line holds several tags, the first that contains `name`.
        """
        start, end = _line_span(source, line)
        here = list(_TAG.finditer(source, start, end))
        chosen = next((m for m in here if name and name in m.group()), here[0] if here else None)
        if chosen is None:
            return self._by_text(_MARKUP.sub("", source[start:end])), ""
        wanted = _inner(chosen.group())
        earlier = sum(_inner(m.group()) == wanted for m in _TAG.finditer(source, 0, chosen.start()))
        same = [tag for tag in self.tags if tag.inner == wanted]
        if not same:
            return self._by_text(_MARKUP.sub("", source[start:end])), chosen.group().strip()
        tag = same[min(earlier, len(same) - 1)]
        return tag.place, tag.text

    def _by_text(self, text: str) -> Place:
        text = text.strip()
        inside = [p for p in self.paragraphs if p.text.strip() and (p.text in text or text[:30] in p.text)]
        return inside[0] if text and inside else Place(self.part, area_of(self.part))


def area_of(part: str) -> str:
    """What the user calls this member of the package."""
    file = part.rsplit("/", 1)[-1]
    return next((label for start, label in _AREAS if file.startswith(start)), "正文")


def read_part(part: str, root: etree._Element) -> PartText:
    """The paragraphs and tags of a part, from its own XML."""
    paragraphs = tuple(_paragraphs(part, root))
    return PartText(part, paragraphs, tuple(_tags(paragraphs)))


def text_part(part: str, text: str) -> PartText:
    """The same for a text that has no paragraphs, such as a document property."""
    place = Place(part, area_of(part), text=text)
    return PartText(part, (place,), tuple(_tags((place,))))


def _paragraphs(part: str, root: etree._Element) -> Iterator[Place]:
    area, cells = area_of(part), _cells(root)
    for number, paragraph in enumerate(root.iter(f"{_W}p"), start=1):
        cell = next((cells[a] for a in paragraph.iterancestors(f"{_W}tc") if a in cells), "")
        yield Place(part, area, number, cell, _text(paragraph))


def _cells(root: etree._Element) -> dict[etree._Element, str]:
    return {
        cell: f"表格 {t} 第 {r} 行第 {c} 格"
        for t, table in enumerate(root.iter(f"{_W}tbl"), start=1)
        for r, row in enumerate(table.iterchildren(f"{_W}tr"), start=1)
        for c, cell in enumerate(row.iterchildren(f"{_W}tc"), start=1)
    }


def _text(paragraph: etree._Element) -> str:
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    pieces = []
    for node in paragraph.iter(f"{_W}t", *signs):
        if next(node.iterancestors(f"{_W}p")) is paragraph:  # not a text box's own paragraph
            pieces.append(signs.get(str(node.tag)) or node.text or "")
    return "".join(pieces)


def _tags(paragraphs: tuple[Place, ...]) -> Iterator[Tag]:
    starts = list(accumulate((len(place.text) + 1 for place in paragraphs), initial=0))
    for match in _TAG.finditer("\n".join(place.text for place in paragraphs)):
        yield Tag(match.group(), paragraphs[bisect_right(starts, match.start()) - 1])


def _inner(tag: str) -> str:
    text = tag.strip()[2:-2].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return _NOISE.sub("", _PREFIX.sub("", text.strip("+- \t\n")))


def _line_span(source: str, line: int) -> tuple[int, int]:
    start = 0
    for _ in range(line - 1):
        found = source.find("\n", start)
        if found < 0:
            break
        start = found + 1
    end = source.find("\n", start)
    return start, len(source) if end < 0 else end
