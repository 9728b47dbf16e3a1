"""What each paragraph or block of a page is: by text, place and look, never by our styles alone."""

from docgen.inspect.elements.element import Element, Format
from docgen.inspect.elements.look import Align, Look, Place

__all__ = ["Align", "Element", "Format", "Look", "Place"]
