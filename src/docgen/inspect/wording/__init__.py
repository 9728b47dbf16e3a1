"""What a paper says, apart from how it looks: its lines with what each was taken for."""

from docgen.inspect.wording.line import Line
from docgen.inspect.wording.slip import Slip, both
from docgen.inspect.wording.wording import Wording, wording_of_document, wording_of_pages

__all__ = ["Line", "Slip", "Wording", "both", "wording_of_document", "wording_of_pages"]
