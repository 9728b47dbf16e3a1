"""Lists with items added, removed or in another order: each item keeps its text and its comments."""

import re
from collections import Counter
from itertools import pairwise

from docgen.records.write_back import emit
from docgen.records.write_back.edits import Edits
from docgen.records.write_back.marked import MarkedMapping, MarkedSequence
from docgen.records.write_back.wanted import Fields, Items, Wanted

_COMMENT = re.compile(r"^[ \t]*#", re.MULTILINE)


def rewrite_flow(edits: Edits, node: MarkedSequence, wanted: Items) -> None:
    """The list between brackets has the wanted items."""
    spans = [(item.start, item.end) for item in node.items]
    if not spans:
        new = ", ".join(emit.in_flow(one) for one in wanted.fresh)
        edits.replace(node.start + 1, node.end - 1, new)
    elif wanted.is_empty:
        edits.replace(node.start + 1, node.end - 1, "")
    else:
        gaps = [edits.text[a[1] : b[0]] for a, b in pairwise(spans)]
        texts = [_flow_text(edits, spans, number, one) for number, one in wanted.items]
        new = _joined(texts, [number for number, _ in wanted.items], gaps, ", ")
        edits.replace(spans[0][0], spans[-1][1], new)


def _flow_text(edits: Edits, spans: list[tuple[int, int]], number: int | None, one: Wanted) -> str:
    return emit.in_flow(one) if number is None else edits.render(*spans[number])


def rewrite_block(edits: Edits, node: MarkedSequence, wanted: Items) -> None:
    """The list of dashes has the wanted items; there is one at least."""
    spans = _block_spans(edits, node)
    column = edits.column(_dash(edits, node, 0))
    gaps = [edits.text[a[1] : b[0]] for a, b in pairwise(spans)]
    plain_gaps = [gap for gap in gaps if not gap.strip()]
    usual = Counter(plain_gaps).most_common(1)[0][0] if plain_gaps else edits.line_break
    texts = [
        _block_text(edits, node, column, one) if number is None else _chunk(edits, spans[number], column)
        for number, one in wanted.items
    ]
    new = _joined(texts, [number for number, _ in wanted.items], gaps, usual)
    edits.replace(spans[0][0], spans[-1][1], new)


def _chunk(edits: Edits, span: tuple[int, int], column: int) -> str:
    text = edits.render(*span)
    # The first item may follow another dash or stand further right than its line begins.
    return text if text.startswith((" ", "#", "\t")) or column == 0 else " " * column + text


def _block_text(edits: Edits, node: MarkedSequence, column: int, one: Wanted) -> str:
    flows = [item.flow for item in node.items if isinstance(item, MarkedMapping)]
    flow = flows[-1] if flows and isinstance(one, Fields) else None
    return edits.fresh(" " * column + emit.item(one, column, flow=flow))


def _block_spans(edits: Edits, node: MarkedSequence) -> list[tuple[int, int]]:
    """From where to where each item stands: its lines with the comments above them."""
    spans: list[tuple[int, int]] = []
    for number, item in enumerate(node.items):
        start = edits.line_start(_dash(edits, node, number))
        if spans:
            between = edits.text[spans[-1][1] : start]
            comment = _COMMENT.search(between)
            start = spans[-1][1] + comment.start() if comment else start
        spans.append((start, edits.line_end(max(item.end, start))))
    return spans


def _dash(edits: Edits, node: MarkedSequence, number: int) -> int:
    """Where the item's dash stands."""
    item = node.items[number]
    return edits.text.rfind("-", 0, max(item.start, node.start + 1))


def _joined(texts: list[str], numbers: list[int | None], gaps: list[str], usual: str) -> str:
    """Neighbours that were neighbours keep what stood between them."""
    new = texts[0]
    for text, number, before in zip(texts[1:], numbers[1:], numbers, strict=False):
        adjacent = before is not None and number == before + 1
        new += (gaps[before] if adjacent and before is not None else usual) + text
    return new
