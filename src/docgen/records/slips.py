"""Slips that YAML swallows: keys that begin with U+3000 or U+00A0, and `{id：W1}`."""

import re
from collections.abc import Iterator

from docgen.records import file_faults
from docgen.records.compose import Placed
from docgen.records.syntax import Diagnosis
from docgen.records.tree import Mapping, Node, Scalar, Sequence

_WIDE_BLANKS = "\u3000\u00a0"
_WIDE_INDENT = re.compile("^[ \u3000\u00a0]+")


def slips(root: Node | None, text: str) -> Diagnosis | None:
    """The first slip, and the text without it; None when there is none."""
    keys = [key for key in _plain_keys(root) if key.text[0] in _WIDE_BLANKS]
    if keys:
        return _narrow_indentation(sorted({key.line for key in keys}), text.split("\n"))
    lines = text.split("\n")
    for key in _plain_keys(root):
        before, colon, after = key.text.partition("：")
        line, start = lines[key.line - 1], key.column - 1
        if colon and before and line.startswith(key.text, start):
            lines[key.line - 1] = f"{line[:start]}{before}: {after}{line[start + len(key.text) :]}"
            place = Placed(file_faults.bad_colon(before, colon), key.line, key.column + len(before))
            return Diagnosis(place, "\n".join(lines))
    return None


def _narrow_indentation(rows: list[int], lines: list[str]) -> Diagnosis:
    for row in rows:
        lines[row - 1] = _WIDE_INDENT.sub(_narrow_blanks, lines[row - 1])
    return Diagnosis(Placed(file_faults.wide_indentation(len(rows)), rows[0], 1), "\n".join(lines))


def _narrow_blanks(found: re.Match[str]) -> str:
    return found[0].replace("\u3000", "  ").replace("\u00a0", " ")


def _plain_keys(root: Node | None) -> Iterator[Scalar]:
    pending: list[Node] = [root] if root else []
    seen: set[int] = set()
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Mapping):
            yield from (key for key, _ in node.entries if key.plain)
            pending += [value for _, value in node.entries if not isinstance(value, Scalar)]
        elif isinstance(node, Sequence):
            pending += [item for item in node.items if not isinstance(item, Scalar)]
