"""One typed text to one value, by the kind of its field."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, partial

from docgen.records import numbers
from docgen.records.faults import Fault
from docgen.records.shape import Single
from docgen.records.texts import FORMS, Noted, clean, one_of_closed, one_of_open
from docgen.records.value_faults import bad_date, too_long, vague_day
from docgen.text.dates import NotADay, parse_day

Converter = Callable[[str], object]
_WORDS = re.compile(r"[\u4e00-\u9fff]")
_OF_A_DAY = re.compile(r"[年月日号〇零一二三四五六七八九十]")


@cache
def converter(kind: Single) -> Converter:
    """Text to value for this kind: the value, a Fault when there is none, or both as Noted."""
    if kind.type is date:
        return _day
    if kind.type is Decimal:
        return numbers.share if kind.share else numbers.decimal
    if kind.type is int:
        return numbers.count
    if kind.type is bool:
        return numbers.choice
    return _text_converter(kind)


def convert(text: str, kind: Single, limit_chars: int) -> object:
    """The value of a typed text, cleaned first; see `converter` for what comes back."""
    if len(text) > limit_chars:
        return too_long(len(text), limit_chars)
    tidy, faults = clean(text)
    value = converter(kind)(tidy)
    return _with(value, faults) if faults else value


def _with(value: object, faults: tuple[Fault, ...]) -> Noted:
    if isinstance(value, Noted):
        return Noted(value.value, faults + value.faults)
    return Noted(None, (*faults, value)) if isinstance(value, Fault) else Noted(value, faults)


def _text_converter(kind: Single) -> Converter:
    if kind.options:
        pick = one_of_open if kind.options.open else one_of_closed
        return partial(pick, kind.options.words)
    return FORMS.get(kind.form, _as_is)


def _as_is(text: str) -> str:
    return text


def _day(text: str) -> date | Fault:
    # Nine in ten are typed this way; date.fromisoformat alone would also take 2012-W23-2.
    if len(text) == 10 and text[4] == text[7] == "-" and text[5] != "W":
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    try:
        return parse_day(text)
    except NotADay as reason:
        is_vague = not str(reason) and _WORDS.search(_OF_A_DAY.sub("", text))
        return vague_day(text) if is_vague else bad_date(text, str(reason))
