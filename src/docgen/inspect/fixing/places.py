"""Where things stand, put right: empty rows, name and date, the page that an attachment begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from docgen.inspect.bearings import rows_between
from docgen.inspect.blanks import rows_above
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align, Element, Format, Place
from docgen.inspect.fixing.edits import own_text, write_text
from docgen.inspect.fixing.parts import Parts
from docgen.inspect.seen import Seen
from docgen.inspect.signing import signing_of
from docgen.layout.signature import Placement, place_signature
from docgen.layout.tree import SECT, P, is_blank, set_property, w
from docgen.layout.tree import Element as Xml

_TEXT = (Element.BODY, Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)
_HEADED = (Format.ORDINARY, Format.UPWARD)
_ROWS_SLACK, _ROWS_MISSING = 0.55, 0.45
# A date further in is meant to have a seal over it.
_SEALED_CHARS = 3.2
_REVISED = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange"))


@dataclass(frozen=True, slots=True)
class _Gap:
    """How many empty rows one element keeps from what stands above it."""

    code: str
    below: Paragraph
    above: tuple[Element, ...]
    rows: int


def set_places(parts: Parts, seen: Seen, off: frozenset[str]) -> list[str]:
    """What was done, in the user's words. `seen`: the document as `parts` hold it."""
    if seen.document is None or not seen.format.is_official:
        return []
    root = parts.tree(parts.main)
    if next(root.iter(*_REVISED), None) is not None:
        return []  # revisions are for the clerk to accept or refuse; rows between them too
    listed = parts.paragraphs(parts.main)
    xml = {
        one.number: listed[one.at]
        for one in seen.document.paragraphs
        if one.part == parts.main and one.place is Place.FLOW
    }
    gaps = [gap for gap in _gaps(seen) if gap.code not in off and gap.below.number in xml]
    done = [said for gap in gaps if (said := _set_rows(seen, gap, xml[gap.below.number]))]
    if not {"B13", "B15"} & off:
        done += _set_signing(seen, xml)
    if "B21" not in off:
        done += _set_attachments(seen, xml)
    return done


def _gaps(seen: Seen) -> Iterator[_Gap]:
    """All that have a row of their own above them."""
    titles = seen.paragraphs(Element.TITLE)
    if titles and seen.format in _HEADED and seen.paragraphs(Element.MARK):
        yield _Gap("B01", titles[0], (Element.NUMBER, Element.SIGNER), 2)
    for code, element, above in (
        ("B04", Element.RECIPIENTS, (Element.TITLE,)),
        ("B12", Element.ATTACHMENT_NOTE, _TEXT),
        ("M02", Element.ATTENDEES, _TEXT),
    ):
        for paragraph in seen.paragraphs(element)[:1]:
            yield _Gap(code, paragraph, above, 1)
    signing = signing_of(seen)
    if signing is not None:
        yield _Gap("B15", signing.first, (*_TEXT, Element.ATTACHMENT_NOTE), 1)
    for paragraph in seen.paragraphs(Element.ATTACHMENT_TITLE):
        yield _Gap("B21", paragraph, (Element.ATTACHMENT_LABEL,), 1)


def _set_rows(seen: Seen, gap: _Gap, xml: Xml) -> str:
    found = rows_above(seen, gap.below)
    if found is None or found[1] not in gap.above:
        return ""
    missing = gap.rows - found[0]
    what = f"{seen.element_of(gap.below)}上面"
    if missing > _ROWS_SLACK:
        for _ in range(round(missing)):
            xml.addprevious(_empty_row(seen.profile.pitch_twips))
        return f"{what}补了 {round(missing)} 个空行"
    if gap.code != "B15" and -missing > _ROWS_SLACK:  # above a name the seal wants room
        removed = _remove_rows(seen, gap, xml, -missing)
        return f"{what}去掉 {removed} 个空行" if removed else ""
    return ""


def _empty_row(pitch_twips: int) -> Xml:
    row = etree.Element(P)
    set_property(row, "widowControl", {"val": "0"})
    set_property(row, "spacing", {"before": 0, "after": 0, "line": pitch_twips, "lineRule": "exact"})
    return row


def _remove_rows(seen: Seen, gap: _Gap, xml: Xml, surplus: float) -> int:
    """How many empty paragraphs above were taken away; what holds a section or a drawing stays.

    Each goes only if no row would then be missing: an empty paragraph may be higher than a row.
    """
    removed = 0
    paragraphs = seen.document.paragraphs if seen.document else ()
    for blank in reversed(paragraphs[: gap.below.number - 1]):
        surplus -= rows_between([blank], seen.profile.pitch_twips)
        if not blank.is_blank or surplus < -_ROWS_MISSING:
            break
        above, parent = xml.getprevious(), xml.getparent()
        if parent is None or above is None or above.tag != P or not is_blank(above):
            break
        if next(above.iter(SECT), None) is not None:
            break
        parent.remove(above)
        removed += 1
    return removed


def _set_signing(seen: Seen, xml: dict[int, Xml]) -> Iterator[str]:
    """One organ's name and date, set as with a seal where the date is far in, else as without."""
    signing = signing_of(seen)
    if signing is None or signing.is_joint or signing.is_right:
        return
    sealed = signing.spans.date_right >= _SEALED_CHARS
    places = place_signature([signing.name.text.strip()], signing.date.text.strip(), sealed=sealed)
    for paragraph, place in zip((signing.name, signing.date), places, strict=True):
        _set_place(xml[paragraph.number], place)
    yield f"署名和成文日期改按{'加盖' if sealed else '不加盖'}印章的位置编排"


def _set_place(xml: Xml, place: Placement) -> None:
    text = own_text(xml)
    write_text(xml, text.strip(" 　"))
    sides = {"left": place.left_twips, "right": place.right_twips, "firstLine": 0}
    set_property(xml, "ind", {**sides, "leftChars": 0, "rightChars": 0, "firstLineChars": 0})
    set_property(xml, "jc", {"val": place.align})


def _set_attachments(seen: Seen, xml: dict[int, Xml]) -> Iterator[str]:
    labels = [one for one in seen.paragraphs(Element.ATTACHMENT_LABEL) if one.number in xml]
    for label in labels:
        if not label.starts_page:
            set_property(xml[label.number], "pageBreakBefore")
            yield "附件改为另起一页"
        if label.align in (Align.CENTER, Align.RIGHT):
            set_property(xml[label.number], "jc", {"val": "left"})
            yield "附件标记改为顶格"
        text = own_text(xml[label.number])
        plain = re.sub(r"[：:]\s*$", "", text)
        if plain != text and write_text(xml[label.number], plain):
            yield "附件标记去掉了冒号"
    for title in seen.paragraphs(Element.ISSUED_TITLE):
        if (
            title.number in xml
            and title.align in (Align.LEFT, Align.BOTH, Align.RIGHT)
            and title.text[:1] not in " 　\t"
        ):
            set_property(xml[title.number], "jc", {"val": "center"})
            set_property(
                xml[title.number], "ind", {"left": 0, "firstLine": 0, "leftChars": 0, "firstLineChars": 0}
            )
            yield "印发件标题改为居中"
