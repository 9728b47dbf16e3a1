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
from docgen.inspect.document.package import UnreadableDocument
from docgen.inspect.document.reader import read_document

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
    "UnreadableDocument",
    "read_document",
]
