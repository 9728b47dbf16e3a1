"""A copy of a paper that shows its findings: comments at the paragraphs, boxes on the pages."""

from docgen.inspect.annotating.boxes import boxed_page
from docgen.inspect.annotating.comments import commented

__all__ = ["boxed_page", "commented"]
