"""The page number by 7.5: “— 1 —” in 4号宋体, odd pages right, even pages left, 7 mm under the text."""

import posixpath

from lxml import etree

from docgen.inspect.elements import Format
from docgen.inspect.fixing.parts import CONTENT_TYPES, Parts
from docgen.inspect.folios import in_headers, number_run
from docgen.inspect.rules import all_rules
from docgen.inspect.seen import Seen
from docgen.layout.gbt9704 import PAGE_NUMBER_FOOTER_TWIPS
from docgen.layout.markup import NAMESPACES, XML_HEAD, field, run
from docgen.layout.tree import SECT, Element, T, w

_RULES = ("N01", "N02", "N03")
_ONE_CHAR_TWIPS = 280
_SIDES = {"default": "right", "even": "left"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_SONG = (
    '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体" w:hint="eastAsia"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/>'
)
# What stands before w:evenAndOddHeaders in settings.xml, in the schema's order.
_BEFORE_EVEN = """
writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting
documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle
defaultTableStyle
"""


def set_page_numbers(parts: Parts, seen: Seen, off: frozenset[str]) -> list[str]:
    """What was done. Footers that hold more than a number, and papers with headers, are left alone."""
    settings = next((one.target for one in parts.package.relations.values() if one.kind == "settings"), "")
    has_parts = all(parts.has(part) for part in (CONTENT_TYPES, parts.rels, settings))
    if off & set(_RULES) or not has_parts or not _is_wrong(seen) or not _is_free(parts, seen):
        return []
    names = {kind: _add_footer(parts, kind) for kind in _SIDES}
    sections = seen.document.sections if seen.document else ()
    for element, section in zip(parts.tree(parts.main).iter(SECT), sections, strict=False):
        if not section.is_landscape:
            _refer(element, names)
    _set_even_and_odd(parts.tree(settings))
    return ["页码改为4号宋体、左右各加一字线，单页居右、双页居左各空一字"]


def _is_wrong(seen: Seen) -> bool:
    asked = [one for one in all_rules() if one.rule.code in _RULES and one.in_document is not None]
    return any(next(iter(one.in_document(seen)), None) for one in asked if one.in_document)


def _is_free(parts: Parts, seen: Seen) -> bool:
    """Whether nothing but a number would be lost, and nothing would change place.

    With odd and even pages apart, what a header says or draws would stand on odd ones only.
    """
    if seen.document is None or seen.format is Format.LETTER or in_headers(seen.document):
        return False
    footers = [one for section in seen.document.sections for _, story in section.footers for one in story]
    if any(one.text.strip() and number_run(one) is None for one in footers):
        return False
    headers = (one.target for one in parts.package.relations.values() if one.kind == "header")
    return not any(_shows_something(parts.tree(part)) for part in headers if parts.has(part))


def _shows_something(header: Element) -> bool:
    return next(header.iter(T, w("drawing"), w("pict"), w("object")), None) is not None


def _add_footer(parts: Parts, kind: str) -> str:
    """The id of a relation to a new footer."""
    name = posixpath.join(posixpath.dirname(parts.main), f"docgenFooter-{kind}.xml")
    while parts.has(name):
        name = name.replace(".xml", "1.xml")
    parts.add(name, _footer(_SIDES[kind]).encode())
    override = f"{{{_PACKAGE}/content-types}}Override"
    etree.SubElement(parts.tree(CONTENT_TYPES), override, PartName=f"/{name}", ContentType=_TYPE)
    identity = f"docgenFooter{kind}{len(name)}"
    relation = {"Id": identity, "Type": f"{_OFFICE}/footer", "Target": posixpath.basename(name)}
    etree.SubElement(parts.tree(parts.rels), f"{{{_PACKAGE}/relationships}}Relationship", relation)
    return identity


def _footer(side: str) -> str:
    runs = run("— ", _SONG) + field(" PAGE ", "1", _SONG) + run(" —", _SONG)
    runs = runs.replace('<w:rPr><w:rFonts w:hint="eastAsia"/>', "<w:rPr>")  # the face has its own hint
    return (
        f'{XML_HEAD}<w:ftr {NAMESPACES}><w:p><w:pPr><w:snapToGrid w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="280" w:lineRule="exact"/>'
        f'<w:ind w:{side}="{_ONE_CHAR_TWIPS}"/><w:jc w:val="{side}"/></w:pPr>{runs}</w:p></w:ftr>'
    )


def _refer(section: Element, names: dict[str, str]) -> None:
    for old in section.findall(w("footerReference")):
        if old.get(w("type")) in (*names, None):
            section.remove(old)
    for at, (kind, identity) in enumerate(names.items()):
        made = etree.Element(w("footerReference"))
        made.set(w("type"), kind)
        made.set(f"{{{_OFFICE}}}id", identity)
        section.insert(at, made)
    margins = section.find(w("pgMar"))
    if margins is not None:
        margins.set(w("footer"), str(PAGE_NUMBER_FOOTER_TWIPS))


def _set_even_and_odd(settings: Element) -> None:
    old = settings.find(w("evenAndOddHeaders"))
    if old is not None:
        settings.remove(old)
    ahead = {w(name) for name in _BEFORE_EVEN.split()}
    at = sum(1 for child in settings if child.tag in ahead)
    settings.insert(at, etree.Element(w("evenAndOddHeaders")))
