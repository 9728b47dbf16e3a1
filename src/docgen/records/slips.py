"""Slips that YAML swallows: keys that begin with U+3000 or U+00A0, and `{id：W1}`."""

import re
from collections.abc import Iterator

from docgen.records import file_faults
from docgen.records.compose import Placed
from docgen.records.tree import Mapping, Node, Scalar, Sequence

_WIDE_BLANKS = "\u3000\u00a0"
# Looked for first, because nearly every file has neither.
_SUSPECT = re.compile("^ *[\u3000\u00a0]|[{,][^\n:,]{0,60}：", re.MULTILINE)
_MENDS = 100  # each copies its line
_WIDE_INDENT = re.compile("^[ \u3000\u00a0]+")


def slips(root: Node | None, text: str) -> tuple[list[Placed], str] | None:
    """The slips and the text without them; None when there are none."""
    if _SUSPECT.search(text) is None:
        return None
    lines = text.split("\n")
    placed = _narrow_indentation(root, lines) or _narrow_colons(root, lines)
    return (placed, "\n".join(lines)) if placed else None


def _narrow_indentation(root: Node | None, lines: list[str]) -> list[Placed]:
    rows = sorted({key.line for key in _plain_keys(root) if key.text[0] in _WIDE_BLANKS})
    for row in rows:
        lines[row - 1] = _WIDE_INDENT.sub(narrow_blanks, lines[row - 1])
    return [Placed(file_faults.wide_indentation(len(rows)), rows[0], 1)] if rows else []


def _narrow_colons(root: Node | None, lines: list[str]) -> list[Placed]:
    placed = []
    keys = [key for key in _plain_keys(root) if "：" in key.text[1:]][:_MENDS]
    # From the end, so that the columns before stay true.
    for key in sorted(keys, key=lambda key: (key.line, key.column), reverse=True):
        before, colon, after = key.text.partition("：")
        line, start = lines[key.line - 1], key.column - 1
        if line.startswith(key.text, start):
            lines[key.line - 1] = f"{line[:start]}{before}: {after}{line[start + len(key.text) :]}"
            placed.append(Placed(file_faults.bad_colon(before, colon), key.line, key.column + len(before)))
    return placed[::-1]


def narrow_blanks(found: re.Match[str]) -> str:
    """The indentation in plain spaces."""
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
