"""签发人 above the title of a paper that goes upward without a 版头 (7.2.6)."""

from collections.abc import Mapping

from docgen.layout.blocks.registry import Scope, Value, block, fields_of, text_of
from docgen.layout.gbt9704 import CHAR_ADVANCE_TWIPS, TEXT_WIDTH_TWIPS
from docgen.layout.markup import HINT, inline, paragraph
from docgen.layout.styles import STYLE_ID

# Names in 楷体, as under a red head (7.2.6): by a style, as all that has a meaning.
_NAMES = f'<w:rStyle w:val="GwLeadKaiti"/>{HINT}'


@block("signer_line")
def signer_line(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{signers, number}`: the number, if any, stands left, the signers one character from the right."""
    fields = fields_of(value, "signer_line", ("signers", "number"), ("signers",))
    number, signers = (text_of(fields.get(key, ""), f"signer_line.{key}") for key in ("number", "signers"))
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH_TWIPS - CHAR_ADVANCE_TWIPS}"/></w:tabs>'
    names = inline(signers).replace(HINT, _NAMES)
    return paragraph(STYLE_ID["签署栏"], inline(f"{number}\t签发人：") + names, tab)
