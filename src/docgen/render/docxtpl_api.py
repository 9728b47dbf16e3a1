"""docxtpl's and python-docx's names, typed as Any: their own annotations are partial or wrong."""

from typing import Any

import docx.opc.oxml
import docxtpl.inline_image
import docxtpl.listing
import docxtpl.richtext
import docxtpl.subdoc
import docxtpl.template

DocxTemplate: Any = docxtpl.template.DocxTemplate
InlineImage: Any = docxtpl.inline_image.InlineImage
Listing: Any = docxtpl.listing.Listing
RichText: Any = docxtpl.richtext.RichText
RichTextParagraph: Any = docxtpl.richtext.RichTextParagraph
Subdoc: Any = docxtpl.subdoc.Subdoc
parse_xml: Any = docx.opc.oxml.parse_xml
serialize_part_xml: Any = docx.opc.oxml.serialize_part_xml
