"""Quotation marks within quotation marks."""

from docgen.render.filters import template_filter
from docgen.text.present import present

_INNER = str.maketrans("“”《》", "‘’〈〉")


@template_filter("inner_quotes", "内引号")
def inner_quotes(text: object) -> str:
    """The text to stand within “” or 《》: its own marks become ‘’ and 〈〉."""
    return present(text).translate(_INNER)
