"""docxtpl's and python-docx's names, typed as Any: their own annotations are partial or wrong."""

from typing import Any

import docx.opc.oxml
import docx.oxml.parser
import docxtpl.inline_image
import docxtpl.listing
import docxtpl.richtext
import docxtpl.subdoc
import docxtpl.template
from lxml import etree

DocxTemplate: Any = docxtpl.template.DocxTemplate
InlineImage: Any = docxtpl.inline_image.InlineImage
Listing: Any = docxtpl.listing.Listing
RichText: Any = docxtpl.richtext.RichText
RichTextParagraph: Any = docxtpl.richtext.RichTextParagraph
Subdoc: Any = docxtpl.subdoc.Subdoc
parse_xml: Any = docx.opc.oxml.parse_xml
serialize_part_xml: Any = docx.opc.oxml.serialize_part_xml

_LONG_PARSER = etree.XMLParser(remove_blank_text=True, resolve_entities=False, huge_tree=True)
_LONG_PARSER.set_element_class_lookup(docx.oxml.parser.element_class_lookup)


def parse_long_xml(xml: bytes) -> Any:
    """python-docx's parse_xml without its limit of ten megabytes a text."""
    return etree.fromstring(xml, _LONG_PARSER)
