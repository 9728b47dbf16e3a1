"""What most of a paper's text looks like: its face, its size, its rows."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar, cast

from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Element, Place
from docgen.inspect.manner import visible
from docgen.inspect.seen import Seen
from docgen.inspect.typeface import Typeface

T = TypeVar("T")

_TEXT = (Element.BODY, Element.HEADING3, Element.HEADING4)
_SLACK_PT = 0.3
_UNSURE = (Typeface.UNKNOWN, Typeface.SUBSTITUTE, Typeface.LATIN)


def text_paragraphs(seen: Seen) -> list[Paragraph]:
    """The paragraphs of running text, from the first to the last attachment."""
    return [one for one in seen.paragraphs(*_TEXT) if one.place is Place.FLOW]


def _once(count: Callable[[Seen], T]) -> Callable[[Seen], T]:
    """The same answer for the same paper, counted once: rules ask for each of its paragraphs."""

    @wraps(count)
    def asked(seen: Seen) -> T:
        if count.__name__ not in seen.memo:
            seen.memo[count.__name__] = count(seen)
        return cast("T", seen.memo[count.__name__])

    return asked


@_once
def usual_font(seen: Seen) -> tuple[Typeface, str] | None:
    """The typeface of most of the text, and a font of it; None where nobody can tell."""
    runs = [run for one in text_paragraphs(seen) for run in visible(one.runs)]
    counts: Counter[tuple[Typeface, str]] = Counter()
    for run in runs:
        counts[run.face, run.east_asian_font] += len(run.text.strip())
    faces: Counter[Typeface] = Counter()
    for (face, _), count in counts.items():
        faces[face] += count
    usual = _most(faces)
    if usual is None or usual in _UNSURE:
        return None
    return usual, next(font for (face, font), _ in counts.most_common() if face is usual)


@_once
def usual_size_pt(seen: Seen) -> float | None:
    """The size of most of the text."""
    counts: Counter[float] = Counter()
    for one in text_paragraphs(seen):
        for run in visible(one.runs):
            counts[run.size_pt] += len(run.text.strip())
    return _most(counts)


def has_right_face(seen: Seen) -> bool:
    """Whether most of the text is in 仿宋: else P05 tells it, once for all."""
    font = usual_font(seen)
    return font is None or font[0] is Typeface.FANGSONG


def has_right_size(seen: Seen) -> bool:
    """Whether most of the text is as large as it should be: else P05 tells it, once for all."""
    size_pt = usual_size_pt(seen)
    return size_pt is None or abs(size_pt - seen.numbers.body_size_pt) < _SLACK_PT


@_once
def usual_face_on_pages(seen: Seen) -> tuple[Typeface, float] | None:
    """Typeface and size of most of the text of the pages; None where a face was missing."""
    counts: Counter[tuple[Typeface, float]] = Counter()
    for block in seen.blocks(*_TEXT):
        counts[block.look.face, round(block.look.size_pt * 2) / 2] += len(block.text)
    return _most(counts)


def _most(counts: Counter[T]) -> T | None:
    return counts.most_common(1)[0][0] if counts else None


def most_of(values: Iterable[float]) -> float | None:
    """The value that comes most often."""
    return _most(Counter(values))
