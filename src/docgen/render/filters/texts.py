"""Texts: paragraphs, blanks for handwriting, full stops."""

from docgen.render.filters import template_filter
from docgen.text.present import present

_STOPS = "。．.；;"
_ENDS = "。！？…”』」.!?"


@template_filter("paragraphs", "分段")
def paragraphs(text: object) -> list[str]:
    """The paragraphs of a text: a line each, without empty ones."""
    return [line.strip() for line in present(text).splitlines() if line.strip()]


@template_filter("or_blank", "留空")
def or_blank(value: object, width: int = 6) -> str:
    """The value, or a blank so many characters wide that can be underlined and filled in by hand."""
    return present(value) or "　" * width if value or value == 0 else "　" * width


@template_filter("no_stop", "去句号")
def no_stop(text: object) -> str:
    """The text without the stop at its end, to go on in the sentence."""
    return present(text).rstrip().rstrip(_STOPS)


@template_filter("ensure_stop", "补句号")
def ensure_stop(text: object) -> str:
    """The text with a stop at its end; nothing for nothing."""
    plain = present(text).rstrip()
    if not plain or plain[-1] in _ENDS:
        return plain
    return plain.rstrip("，,、；;：:") + "。"
