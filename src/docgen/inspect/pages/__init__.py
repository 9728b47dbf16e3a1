"""A PDF as rules see it: pages, their blocks of text, lines and seals, in millimetres."""

from docgen.inspect.pages.view import PageBlock, PageSeen, PagesView

__all__ = ["PageBlock", "PageSeen", "PagesView"]
