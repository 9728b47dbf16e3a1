"""A .docx as rules see it: every paragraph with the look that Word gives it in the end."""

from docgen.inspect.document.model import (
    Border,
    Document,
    Drawing,
    Indent,
    Paragraph,
    Run,
    Section,
    Spacing,
    Tab,
    Table,
)

__all__ = [
    "Border",
    "Document",
    "Drawing",
    "Indent",
    "Paragraph",
    "Run",
    "Section",
    "Spacing",
    "Tab",
    "Table",
]
