"""T08: a heading of the first level that has its line to itself ends without a full stop."""

from collections.abc import Iterator
from itertools import pairwise

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "T08",
    "惯例",
    Strength.HABIT,
    "独占一行的一级标题末尾不加句号",
    "“一、”一级的标题单独成行时，末尾一般不加标点。自成一段的条文（如“一、授予某某称号。”）不在此列。",
)
_LONGEST_CHARS = 22
_UNDER = (Element.BODY, Element.HEADING2, Element.HEADING3)
_SENTENCES = ("，", "；", "。", "：")


def _slips(wording: Wording) -> Iterator[Slip]:
    for line, following in pairwise(wording.body):
        text = line.text.strip()
        if line.element is not Element.HEADING1 or following.element not in _UNDER:
            continue
        if text[-1:] in "。；，" and len(text) <= _LONGEST_CHARS and not _has_sentence(text[:-1]):
            yield Slip(line, f"一级标题末尾多了“{text[-1]}”", "请去掉标题末尾的标点", "", text[-1])


def _has_sentence(text: str) -> bool:
    return any(mark in text for mark in _SENTENCES)


in_document, on_pages = both(RULE, _slips)
