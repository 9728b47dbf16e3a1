"""Deviations at a paragraph or a block, with the beginning of its words."""

from collections.abc import Callable

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.geometry import Box
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength

_CHARS_SHOWN = 30
Tell = Callable[..., Deviation]


def at_paragraph(
    rule: Rule,
    paragraph: Paragraph,
    message: str,
    remedy: str,
    expected: str = "",
    found: str = "",
    strength: Strength | None = None,
) -> Deviation:
    """The deviation of a paragraph of the document."""
    text = shown(paragraph.text)
    return Deviation(
        rule, message, remedy, expected, found, paragraph=paragraph.number, text=text, strength=strength
    )


def at_block(
    rule: Rule,
    block: PageBlock,
    message: str,
    remedy: str,
    expected: str = "",
    found: str = "",
    strength: Strength | None = None,
    box_mm: Box | None = None,
) -> Deviation:
    """The deviation of a block of a page, boxed where it is unless another box is told."""
    return Deviation(
        rule,
        message,
        remedy,
        expected,
        found,
        page=block.page,
        box_mm=box_mm or block.ink,
        text=shown(block.text),
        strength=strength,
    )


def shown(text: str) -> str:
    """The beginning of a text, on one line."""
    return " ".join(text.split())[:_CHARS_SHOWN]


def mm(length_mm: float) -> str:
    """36.9 mm: a length as reports have it."""
    return f"{length_mm:.1f}".removesuffix(".0") + " mm"


def pt(size_pt: float) -> str:
    """3号（16磅）: a type size by its Chinese name, if it has one."""
    name = _SIZES.get(round(size_pt * 2) / 2)
    plain = f"{size_pt:g}磅"
    return f"{name}（{plain}）" if name else plain


_SIZES = {
    42: "初号", 36: "小初", 26: "1号", 24: "小1号", 22: "2号", 18: "小2号", 16: "3号", 15: "小3号",
    14: "4号", 12: "小4号", 10.5: "5号", 9: "小5号", 7.5: "6号", 6.5: "小6号",
}  # fmt: skip
