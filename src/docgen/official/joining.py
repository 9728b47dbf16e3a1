"""A pasted text to whole paragraphs: lines that were broken by hand or by a program are joined.

A clerk copies from a PDF, a web page or a mail, where a sentence goes on over line ends and even over
empty lines. A line goes on where it is as wide as a line of text and does not end a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.text.width import width_em

_BLANKS = " \t　\u00a0"
_FULL_LINE_EM = 20.0  # a shorter line without a stop was meant to end there: a heading, 时间：6月5日
_ENDS = re.compile(r"[。！？；：…][”’）》〉】]*$")
_OPENING = re.compile(
    r"[一二三四五六七八九十百]{1,4}[、.．，,]|[（(][一二三四五六七八九十百]{1,4}[)）]"
    r"|\d{1,3}\s*[、．)）]|\d{1,3}\.(?!\d)|[（(]\d{1,3}[)）]|[①-⑳⑴-⑽]"
    r"|附件[一二三四五六七八九十\d]{0,2}[：:]|[一-鿿]{1,6}[：:]\s*\S"
)
_NEAR_EM = 3.0  # lines that a program broke end within that of one another
_BROKEN_MIN = 2


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    indented: bool
    after_gap: bool

    @property
    def ends(self) -> bool:
        return _ENDS.search(self.text) is not None

    @property
    def opens(self) -> bool:
        return _OPENING.match(self.text) is not None


def paragraphs_of(text: str) -> list[str]:
    """The text's paragraphs in order, each on one line; nothing is lost but blanks and line ends."""
    lines = list(_lines(text))
    wrap = _wrap_width(lines)
    found: list[str] = []
    before: _Line | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, wrap):
            found[-1] = _joined(found[-1], line.text)
        else:
            found.append(line.text)
        before = line
    return found


def softly_joined(text: str) -> list[str]:
    """The paragraphs of a text whose line ends mean nothing, as in Markdown.

    They mean something before a number, and where a clerk who knows no Markdown ended a sentence.
    """
    lines = list(_lines(text))
    wrap = _wrap_width(lines, least=1)
    found: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and not line.opens and (not before.ends or _is_wrapped(before, wrap)):
            found[-1] = _joined(found[-1], line.text)
        else:
            found.append(line.text)
    return found


def _lines(text: str) -> Iterator[_Line]:
    gap = False
    for raw in text.splitlines():
        bare = raw.strip(_BLANKS)
        if bare:
            yield _Line(bare, len(raw) - len(raw.lstrip(_BLANKS)) >= 2 or raw[0] == "　", gap)
        gap = not bare


def _is_wrapped(line: _Line, wrap: tuple[float, float] | None) -> bool:
    return wrap is not None and wrap[0] <= width_em(line.text) <= wrap[1]


def _wrap_width(lines: Sequence[_Line], least: int = _BROKEN_MIN) -> tuple[float, float] | None:
    """Between which widths lines were broken by a program; None where that cannot be told."""
    broken = [
        width_em(line.text)
        for line, following in pairwise(lines)
        if not line.ends and not following.opens and not following.after_gap
    ]
    widest = max(broken, default=0.0)
    near = [width for width in broken if width >= max(_FULL_LINE_EM, widest - _NEAR_EM)]
    return (min(near) - _NEAR_EM, widest + 1) if len(near) >= least else None


def _goes_on(before: _Line, line: _Line, wrap: tuple[float, float] | None) -> bool:
    if line.opens or line.indented:
        return False
    if before.ends:
        # A sentence that happens to end where the program broke the line.
        return not line.after_gap and _is_wrapped(before, wrap)
    return width_em(before.text) >= _FULL_LINE_EM and not _is_heading(before, line)


def _is_heading(before: _Line, line: _Line) -> bool:
    """Whether an unended line is a heading: numbered, with an empty line behind it."""
    return before.opens and line.after_gap and width_em(before.text) < 2 * _FULL_LINE_EM


def _joined(start: str, rest: str) -> str:
    gap = (
        " " if start[-1].isascii() and rest[0].isascii() and rest[0].isalnum() and start[-1].isalnum() else ""
    )
    return start + gap + rest
