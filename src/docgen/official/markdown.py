"""A Markdown text to the pieces of a paper: headings get their numbers 一、（一）1.（1）, tables their cells.

What official papers do not have (bold, links, pictures, rules) leaves its words behind.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from docgen.official.joining import softly_joined
from docgen.official.pieces import Piece
from docgen.text.numerals import cn_number

_MARKDOWN = re.compile(r"^#{1,6}[ \t]|^[ \t]*\|.*\|[ \t]*$|^```", re.MULTILINE)
_NUMBERED = re.compile(
    r"[一二三四五六七八九十百]{1,4}[、.．]|[（(][一二三四五六七八九十百\d]{1,4}[)）]|\d{1,3}[.、．]"
)
# A short item of a list and a line that begins at the margin: that is no longer of the list.
_LAZY_LINE = re.compile(
    r"^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:[^\n]{1,19}|[^\n]*[。；：！？]))\n(?=[^\s\-*+\d#|>`])",
    re.MULTILINE,
)
_LEVELS = 4
_HARD_BREAK = "\x0b"  # cannot stand in a record
_PARSER = (
    MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "html_block", "html_inline"])
)


def looks_like_markdown(text: str) -> bool:
    """Whether the text has headings or tables in Markdown's manner."""
    return _MARKDOWN.search(text) is not None


def pieces_of(text: str, title: str = "") -> list[Piece]:
    """The paragraphs and tables of a Markdown text, in order, but for a heading that is the paper's title."""
    tokens = _PARSER.parse(_LAZY_LINE.sub(r"\1\n\n", text))
    if title and len(tokens) > 2 and tokens[0].type == "heading_open" and _text(tokens[1]).strip() == title:
        tokens = tokens[3:]
    return list(_Reading(tokens).pieces())


def heading_number(level: int, count: int) -> str:
    """The number of the heading `count` of a level from 0 to 3: 一、（一）1.（1）."""
    return (f"{cn_number(count)}、", f"（{cn_number(count)}）", f"{count}.", f"（{count}）")[level]


@dataclass(slots=True)
class _Reading:
    tokens: Sequence[Token]
    counts: list[int] = field(default_factory=lambda: [0] * _LEVELS)
    level: int = -1  # of the last heading
    lists: list[int | None] = field(default_factory=list)  # the next number of each open list; None: bullets
    marker: str = ""  # what the next paragraph begins with

    def pieces(self) -> Iterator[Piece]:
        top = self._highest()
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type == "heading_open":
                yield from self._heading(self.tokens[at + 1], int(token.tag[1]) - top)
                at += 2
            elif token.type == "table_open":
                end = next(n for n in range(at, len(self.tokens)) if self.tokens[n].type == "table_close")
                yield Piece(rows=tuple(_rows(self.tokens[at:end])))
                at = end
            elif token.type == "inline":
                yield from self._paragraphs(_text(token))
            elif token.type in ("fence", "code_block", "html_block"):
                yield from (Piece(line) for line in token.content.splitlines() if line.strip())
            else:
                self._list(token)
            at += 1

    def _highest(self) -> int:
        used = [int(token.tag[1]) for token in self.tokens if token.type == "heading_open"]
        return min(used, default=1)

    def _heading(self, inline: Token, depth: int) -> Iterator[Piece]:
        text = _text(inline).replace("\n", "").replace(_HARD_BREAK, "")
        level = min(depth, _LEVELS - 1)
        self.level = level
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        yield Piece(text if _NUMBERED.match(text) else heading_number(level, self.counts[level]) + text)

    def _list(self, token: Token) -> None:
        if token.type == "ordered_list_open":
            self.lists.append(int(token.attrGet("start") or 1))
        elif token.type == "bullet_list_open":
            self.lists.append(None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open" and self.lists:
            number = self.lists[-1]
            self.marker = ""
            if number is not None:
                depth = sum(one is not None for one in self.lists) - 1
                # In a text without lower headings its own numbers are 1. and（1）.
                self.marker = heading_number(min(max(2, self.level + 1) + depth, _LEVELS - 1), number)
                self.lists[-1] = number + 1

    def _paragraphs(self, text: str) -> Iterator[Piece]:
        lines = [line for part in text.split(_HARD_BREAK) for line in softly_joined(part)]
        for paragraph in lines:
            marker = "" if _NUMBERED.match(paragraph) else self.marker
            self.marker = ""
            yield Piece(marker + paragraph)


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    cells: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(_text(token).replace(_HARD_BREAK, "").strip())
        elif token.type == "tr_close":
            yield tuple(cells)


def _text(inline: Token) -> str:
    """The words of an inline token without its decoration."""
    parts = []
    for child in inline.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n" if child.type == "softbreak" else _HARD_BREAK)
        elif child.type in ("text", "code_inline", "text_special", "image"):
            parts.append(child.content)
    return "".join(parts)
