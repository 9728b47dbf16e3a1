"""Whether a text has the typeface and size that it should."""

from collections.abc import Iterator, Sequence

from docgen.inspect.document.model import Run
from docgen.inspect.typeface import Typeface
from docgen.text.width import width_em

_SIZE_SLACK_PT = 0.3
_UNSURE = (Typeface.UNKNOWN, Typeface.SUBSTITUTE)
_HALF = 0.5


def other_faces(runs: Sequence[Run], wanted: Typeface) -> list[str]:
    """The fonts of other typefaces, if they set half of the Chinese text or more; unknown ones pass."""
    han = [(run, _han(run.text)) for run in runs if not run.is_hidden and _han(run.text)]
    wrong = [(run, count) for run, count in han if run.face is not wanted and run.face not in _UNSURE]
    if not han or sum(count for _, count in wrong) < _HALF * sum(count for _, count in han):
        return []
    return list(dict.fromkeys(run.east_asian_font for run, _ in wrong))


def other_sizes(runs: Sequence[Run], wanted_pt: float) -> list[float]:
    """The sizes other than wanted, if they set half of the text or more."""
    shown = [run for run in runs if run.text.strip() and not run.is_hidden]
    wrong = [run for run in shown if abs(run.size_pt - wanted_pt) > _SIZE_SLACK_PT]
    total = sum(width_em(run.text.strip()) for run in shown)
    if not shown or sum(width_em(run.text.strip()) for run in wrong) < _HALF * total:
        return []
    return list(dict.fromkeys(run.size_pt for run in wrong))


def is_bold(runs: Sequence[Run]) -> bool:
    """Whether half of the text or more is bold."""
    shown = [run for run in runs if run.text.strip() and not run.is_hidden]
    total = sum(len(run.text.strip()) for run in shown)
    return bool(total) and sum(len(run.text.strip()) for run in shown if run.is_bold) >= _HALF * total


def _han(text: str) -> int:
    return sum(1 for char in text if "一" <= char <= "鿿")


def visible(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with text that shows."""
    return (run for run in runs if run.text.strip() and not run.is_hidden)
