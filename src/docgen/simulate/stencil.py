"""A record's text with its values cut out, to be filled again and again.

Filling keeps the look of the file (flow and block, order, blank lines) and takes a millisecond, where
building a tree and dumping it takes twenty. Comments speak of the one record they stand in, and go.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from docgen.records.write_back.marked import Marked, MarkedMapping, MarkedScalar, marked
from docgen.records.write_back.quoting import scalar
from docgen.records.write_back.wanted import Leaf

_COMMENT = re.compile(r"[ \t]*#[^\n]*")
Change = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class _Hole:
    """One value: its field path, what is typed there, and the fixed text behind it."""

    path: str
    text: str
    typed: str
    flow: bool
    style: str
    after: str


@dataclass(frozen=True, slots=True)
class Stencil:
    """A record's text, cut at its values."""

    before: str
    holes: tuple[_Hole, ...]

    @classmethod
    def of(cls, text: str) -> "Stencil":
        """The stencil of a record without aliases."""
        tree = marked(text)
        found = sorted(_scalars(tree, "", flow=False), key=lambda one: one[1].start) if tree else []
        ends = [node.start for _, node, _ in found[1:]] + [len(text)]
        holes = (
            _Hole(
                path, node.text, text[node.start : node.end], flow, node.style, _bare(text[node.end : behind])
            )
            for (path, node, flow), behind in zip(found, ends, strict=True)
        )
        return cls(_bare(text[: found[0][1].start] if found else text).lstrip("\n"), tuple(holes))

    @property
    def values(self) -> Mapping[str, str]:
        """The values by field path."""
        return {hole.path: hole.text for hole in self.holes}

    def filled(self, change: Change) -> str:
        """The text with `change(path, value)` in the place of each value."""
        pieces = [self.before]
        for hole in self.holes:
            new = change(hole.path, hole.text)
            same = new == hole.text
            pieces += (hole.typed if same else _typed(new, hole), hole.after)
        return "".join(pieces)


def _typed(text: str, hole: _Hole) -> str:
    style = "" if hole.style in ("|", ">") else hole.style
    return scalar(Leaf(text, is_text=False), flow=hole.flow, style=style) if text else ""


def _bare(text: str) -> str:
    return _COMMENT.sub("", text)


def _scalars(node: Marked, path: str, *, flow: bool) -> Iterator[tuple[str, MarkedScalar, bool]]:
    if isinstance(node, MarkedScalar):
        yield path, node, flow
    elif isinstance(node, MarkedMapping):
        for key, value in node.entries:
            yield from _scalars(value, f"{path}.{key.text}" if path else key.text, flow=flow or node.flow)
    else:
        for index, item in enumerate(node.items):
            yield from _scalars(item, f"{path}[{index}]", flow=flow or node.flow)
