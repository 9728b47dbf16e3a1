"""Texts, names, document numbers and ids as they go on paper, from what was typed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import partial

from docgen.records import value_faults
from docgen.records.faults import Fault

_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# One search finds everything that is out of the ordinary; the rest of the work is then skipped.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ue000-\uf8ff\ufff9-\uffff\U000f0000-\U0010ffff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffc\ufffd\U000f0000-\U0010fffd]")
_LINE_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
_DOTS = re.compile(
    "[\u2022\u2027\u2219\u22c5\u25cf\u30fb\uff65\u2024\u00b0\uff0e]|(?<=[\u3400-\u9fff])\\.(?=[\u3400-\u9fff])"
)
_HAN_GAP = re.compile("(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\\s+(?=[\u3400-\u9fff\U00020000-\U0003ffff])")
_YEAR_BRACKETS = re.compile(r"[\[［【(（〔〖]\s*(\d{4})\s*[\]］】)）〕〗]")
_NUMBER = re.compile(r"(?<=〕)第?0*(\d+)号$")
_DOC_NO = re.compile(r"[^\s〔〕]+〔\d{4}〕\d+号")
_ID = re.compile(r'[^\s/\\:*?"<>|,，、;；]+')
_CLOCK = r"([01]?\d|2[0-4]):[0-5]\d"
_CLOCKS = re.compile(rf"{_CLOCK}(?:\s*[-—–~～至到]+\s*{_CLOCK})?")
_DOC_NO_CHARS = 60
_STRETCHED_CHARS = 4  # a space in 仇　朴 is for looks; in a longer name it may stand for the dot


@dataclass(frozen=True, slots=True)
class Noted:
    """A value that was read with remarks; None when it had to be left out."""

    value: object
    faults: tuple[Fault, ...]


def clean(text: str) -> tuple[str, tuple[Fault, ...]]:
    """NFC, one kind of line break, no trailing spaces, nothing invisible; and what was left out."""
    faults: tuple[Fault, ...] = ()
    if _ODD.search(text):
        text, faults = _without_odd(text)
    if "\n" in text:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text), faults


def _without_odd(text: str) -> tuple[str, tuple[Fault, ...]]:
    text = _LINE_BREAK.sub("\n", text)
    faults = []
    for pattern, build in ((_CONTROL, value_faults.control_in_text), (_INVISIBLE, value_faults.invisible)):
        found = pattern.findall(text)
        if found:
            faults.append(build(_codes(found)))
            text = pattern.sub("", text)
    private = _PRIVATE.findall(text)
    return text, (*faults, *([value_faults.unprintable(_codes(private))] if private else ()))


def _codes(chars: list[str]) -> str:
    return "、".join(f"U+{ord(char):04X}" for char in sorted(set(chars))[:5])


def name(text: str) -> str | Noted:
    """A person's name: the inner dot is U+00B7, and two characters stand together."""
    faults: list[Fault] = []
    dotted = _DOTS.sub("·", text)
    if dotted != text:
        faults.append(value_faults.name_dot_tidied(text, dotted))
    joined = _HAN_GAP.sub("", dotted)
    if joined != dotted and len(joined) <= _STRETCHED_CHARS:
        faults.append(value_faults.name_space_removed(dotted, joined))
        dotted = joined
    elif joined != dotted:
        faults.append(value_faults.name_space(dotted))
    return Noted(dotted, tuple(faults)) if faults else dotted


def doc_no(text: str) -> str | Noted:
    """A document number: the year in 〔〕, no 第, no leading zeros."""
    if len(text) > _DOC_NO_CHARS:
        return Noted(text, (value_faults.odd_doc_no(text),))
    tidy = _YEAR_BRACKETS.sub(r"〔\1〕", text.translate(_FULL_WIDTH_DIGITS))
    tidy = _NUMBER.sub(r"\1号", re.sub(r"\s+", "", tidy))
    if not _DOC_NO.fullmatch(tidy):
        return Noted(text, (value_faults.odd_doc_no(text),))
    return tidy if tidy == text else Noted(tidy, (value_faults.doc_no_tidied(text, tidy),))


def identity(text: str) -> str | Noted:
    """An id: nothing that a file name or a list of ids cannot hold."""
    return text if _ID.fullmatch(text) else Noted(text, (value_faults.odd_id(text),))


def clock(text: str) -> str | Noted:
    """A time of day, or from one to another."""
    tidy = text.translate(_FULL_WIDTH_DIGITS).replace("：", ":")
    return tidy if _CLOCKS.fullmatch(tidy) else Noted(text, (value_faults.odd_clock(text),))


FORMS = {"name": name, "doc_no": doc_no, "id": identity, "clock": clock}


def word(allowed: tuple[str, ...], text: str, *, is_open: bool) -> str | Noted:
    """One of the allowed words; another is kept, with a remark."""
    if text in allowed:
        return text
    build = value_faults.unusual_word if is_open else value_faults.refused_word
    return Noted(text, (build(text, allowed),))


one_of_open = partial(word, is_open=True)
one_of_closed = partial(word, is_open=False)
