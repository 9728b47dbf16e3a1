"""The end of a paper: attachment names, signature, imprint."""

import re
from itertools import takewhile

from docgen.layout.fit import paragraph_height_twips
from docgen.layout.gbt9704 import (
    CHAR_ADVANCE_TWIPS,
    CHARS_PER_ROW,
    EMU_PER_MM,
    IMPRINT_BOTTOM,
    POINTS_PER_MM,
    TEXT_WIDTH_TWIPS,
    TWIPS_PER_MM,
    UNSEALED_RIGHT_CHARS,
)
from docgen.layout.markup import WP, A, V
from docgen.layout.outline import STYLES as BODY_STYLES
from docgen.layout.passes.paper import Rendered
from docgen.layout.signature import Placement, place_signature
from docgen.layout.spacing import rows_filled, width_with_room
from docgen.layout.styles import IMPRINT_LINE
from docgen.layout.title import break_title
from docgen.layout.tree import PPR, TBL, Element, P, remove, set_property, set_text, text_of, w
from docgen.text.width import width_em

_ATTACHMENT = re.compile(r"(?:附件[：:])?\s*(?:\d+[.．、]\s*)?(?P<name>.*?)[。；，、;,.]*", re.DOTALL)
_IN_QUOTES = re.compile(r"《([^《》]*)》")
_KEPT_BEFORE_SIGNATURE = frozenset({*BODY_STYLES, "附件说明", "签署栏", "与会人员"})

# The closing words of a letter, a report or a request, a paragraph of their own.
_CLOSING = re.compile(r"(?:特此|此复|妥否|当否|专此).{0,8}[。！]")
_KEPT_BEFORE_CLOSING = frozenset({*BODY_STYLES, "空白填写"})
_SHORT_ROWS = 4  # a longer paragraph would leave a hole on its page

_BEFORE_TELEPHONE = re.compile(r"([，；])(?=(?:联系)?电话)")
_NOTE_INDENT_CHARS = 2
_NAMES_KEPT_MAX = 5  # of more, some would fill a page without their text

_COPY_CHAR_TWIPS = 280
_COPY_LABEL_CHARS = 3
_COPY_ROW_CHARS = TEXT_WIDTH_TWIPS // _COPY_CHAR_TWIPS - 2  # a blank on either side
_ISSUER_GAP_CHARS = 1
_PLEDGE_SPARE_CHARS = 0.5  # a line that is just as long as its place breaks before its last character
# A line of the imprint: 1 pt of paragraph and 1 pt of border; measured to end at 262 mm.
_RULE_TWIPS = 40


def number_attachments(paper: Rendered) -> None:
    """附件说明 reads “附件：1.×××”, later names under the first, continuations under the name (7.3.4)."""
    for group in paper.groups("附件说明"):
        for number, element in enumerate(group, 1):
            _write_attachment(element, number if len(group) > 1 else None)


def attachment_name(text: str) -> str:
    """The name alone: without 附件：, number, closing mark, or the 《》 around the whole."""
    match = _ATTACHMENT.fullmatch(text.strip())
    name = match["name"].strip() if match else text.strip()
    quoted = _IN_QUOTES.fullmatch(name)
    return quoted[1] if quoted else name


def _write_attachment(element: Element, number: int | None) -> None:
    mark = "" if number is None else f"{number}."
    label = "附件：" if number in (None, 1) else ""
    text = f"{label}{mark}{attachment_name(text_of(element))}"
    if text != text_of(element):
        set_text(element, text)
    hanging = width_em(label + mark)
    left = 2 + 3 + width_em(mark)
    set_property(
        element,
        "ind",
        {
            "left": round(left * CHAR_ADVANCE_TWIPS),
            "hanging": round(hanging * CHAR_ADVANCE_TWIPS),
        },
    )


def place_signatures(paper: Rendered) -> None:
    """署名 and date stand as 7.3.5 wants them, and never alone on a page."""
    for kind, sealed in (("", True), ("（不盖章）", False)):
        for date in paper.in_style(f"成文日期{kind}"):
            if date.getparent() is not paper.body:
                continue  # in a table of seals (passes/joint.py)
            orgs = _before(date, paper, f"落款署名{kind}")
            for org in orgs:
                _break_name(org, CHARS_PER_ROW if sealed else CHARS_PER_ROW - UNSEALED_RIGHT_CHARS, paper)
            lines = [line for org in orgs for line in text_of(org).split("\n")]
            for_orgs, for_date = place_signature(lines, text_of(date), sealed=sealed)
            for org in orgs:
                _place(org, for_orgs)
            _place(date, for_date)
            _keep_with_text(orgs[0] if orgs else date, paper)
            _keep_with_note(date, paper)


def _break_name(org: Element, chars_max: int, paper: Rendered) -> None:
    """A name that does not fit into one row stands in several, as short as a title's."""
    text = text_of(org)
    if width_em(text) > chars_max:
        set_text(org, "\n".join(break_title(text, paper.keep_whole)))


def _before(element: Element, paper: Rendered, style: str) -> list[Element]:
    found: list[Element] = []
    here = element.getprevious()
    while here is not None and here.tag == P and paper.styles.name(here) == style:
        found.insert(0, here)
        here = here.getprevious()
    return found


def _place(element: Element, placement: Placement) -> None:
    indents = {"left": placement.left_twips, "right": placement.right_twips, "firstLine": 0}
    set_property(element, "ind", indents)
    set_property(element, "jc", {"val": placement.align})


def break_notes(paper: Rendered) -> None:
    """附注 that takes two rows parts before its telephone, whose number a renderer breaks at the hyphen."""
    for element in paper.in_style("附注"):
        text = text_of(element)
        if "\n" not in text and width_with_room(text) + _NOTE_INDENT_CHARS > CHARS_PER_ROW:
            parted = _BEFORE_TELEPHONE.sub(r"\1\n", text, count=1)
            if parted != text:
                set_text(element, parted)


def place_pledges(paper: Rendered) -> None:
    """Who pledges and signs under the text: the lines begin further left where a name is too long."""
    for group in paper.groups("签署栏"):
        indents = [element.find(f"{PPR}/{w('ind')}") for element in group]
        left = min((int(indent.get(w("left")) or 0) for indent in indents if indent is not None), default=0)
        widest = max(width_with_room(text_of(element)) for element in group) + _PLEDGE_SPARE_CHARS
        most = max(0, TEXT_WIDTH_TWIPS - round(widest * CHAR_ADVANCE_TWIPS))
        if left > most:
            for element in group:
                set_property(element, "ind", {"left": most, "firstLine": 0})


def keep_signing_with_text(paper: Rendered) -> None:
    """Lines to sign on stand on one page, in two columns or alone, and with the text before them."""
    groups = list(paper.groups("签署栏"))
    for group in groups:
        for element in group[:-1]:
            set_property(element, "keepNext")
    for start in dict.fromkeys(_outermost(group[0]) for group in groups):
        _keep_text_before(start, paper)


def _outermost(element: Element) -> Element:
    return next(element.iterancestors(w("tbl")), element)


def _keep_with_text(element: Element, paper: Rendered) -> None:
    _keep_text_before(element, paper)
    set_property(element, "keepNext")


def _keep_with_note(date: Element, paper: Rendered) -> None:
    """附注 stands under the date, not on a page of its own (7.3.6)."""
    below = date.getnext()
    if below is not None and below.tag == P and paper.styles.name(below) == "附注":
        set_property(date, "keepNext")


def _keep_text_before(element: Element, paper: Rendered) -> None:
    here = element.getprevious()
    while here is not None and paper.is_blank_row(here):
        set_property(here, "keepNext")
        here = here.getprevious()
    if here is not None and here.tag == TBL:
        for element in here.findall(w("tr"))[-1].iter(P):
            set_property(element, "keepNext")
    elif here is not None and here.tag == P and paper.styles.name(here) in _KEPT_BEFORE_SIGNATURE:
        set_property(here, "keepNext")
        if paper.styles.name(here) == "附件说明":
            _keep_text_before_names(here, paper)
        elif _CLOSING.fullmatch(text_of(here).strip()):
            _keep_before_closing(here, paper)


def _keep_before_closing(closing: Element, paper: Rendered) -> None:
    """特此报告。 alone says nothing: what stands before it goes with it to the signature's page."""
    here = closing.getprevious()
    above = [one for one in closing.itersiblings(preceding=True) if one.tag == P]
    if here is None or here.tag != P or paper.styles.name(here) not in _KEPT_BEFORE_CLOSING:
        return
    is_short = paragraph_height_twips(here, paper) <= _SHORT_ROWS * paper.profile.pitch_twips
    if is_short and sum(paper.styles.name(one) in BODY_STYLES for one in above) > 1:
        set_property(here, "keepNext")


def _keep_text_before_names(last: Element, paper: Rendered) -> None:
    """附件说明 is no text of the paper: under it alone the signature would stand on a page without one.

    The paper's only paragraph stays where it is: the first page must show some text (7.3.3).
    """
    above = [one for one in last.itersiblings(preceding=True) if one.tag == P]
    names = [last, *takewhile(lambda one: paper.styles.name(one) == "附件说明", above)]
    paragraphs = sum(paper.styles.name(one) in BODY_STYLES for one in above)
    if len(names) <= _NAMES_KEPT_MAX and paragraphs > 1:
        for name in names:
            set_property(name, "keepNext")
        _keep_text_before(names[-1], paper)


def set_imprints(paper: Rendered) -> None:
    """抄送 hangs after its colon and ends in a full stop; the box is as high as its rows (7.4)."""
    for place in paper.in_style("版记位置"):
        heights = [_write_imprint(box, paper) for box in place.iter(w("txbxContent"))]
        if heights and heights[0]:
            _set_height(place, heights[0])
        elif heights:
            remove(place)


def _write_imprint(box: Element, paper: Rendered) -> int:
    """The height of the box's rows and lines, in twips; 0 for one that says nothing."""
    copies = [element for element in box.findall(P) if paper.styles.name(element) == "抄送"]
    issuers = [element for element in box.findall(P) if paper.styles.name(element) == "印发"]
    rows = sum(_write_issuer(element, paper) for element in issuers)
    for element in copies:
        text = text_of(element).strip()
        label = "主送" if text.startswith("主送") else "抄送"
        names = re.sub(r"^(?:抄送|主送)[：:]|[。\s]+$", "", text)
        set_text(element, f"{label}：{names}。")
        left = (1 + _COPY_LABEL_CHARS) * _COPY_CHAR_TWIPS
        hanging = _COPY_LABEL_CHARS * _COPY_CHAR_TWIPS
        set_property(element, "ind", {"left": left, "right": _COPY_CHAR_TWIPS, "hanging": hanging})
        rows += rows_of_copy(names)
    for line in [element for element in box.findall(P) if paper.styles.name(element) == "版记细线"]:
        if not copies:
            remove(line)
    if not issuers:  # a letter's: no lines (10.1)
        return rows * IMPRINT_LINE
    return rows * IMPRINT_LINE + (3 if copies else 2) * _RULE_TWIPS


def _write_issuer(element: Element, paper: Rendered) -> int:
    """The rows of 印发机关 and 印发日期: the date goes under a name that leaves it no room."""
    name, tab, date = text_of(element).partition("\t")
    if not tab or width_with_room(name) + _ISSUER_GAP_CHARS + width_with_room(date) <= _COPY_ROW_CHARS:
        return 1
    lines = [*break_title(name, paper.keep_whole, _COPY_ROW_CHARS)]
    if width_with_room(lines[-1]) + _ISSUER_GAP_CHARS + width_with_room(date) > _COPY_ROW_CHARS:
        lines.append("")
    set_text(element, "\n".join(lines) + tab + date)
    return len(lines)


def rows_of_copy(names: str) -> int:
    """How many rows the names after 抄送： take."""
    return rows_filled(f"{names}。", _COPY_ROW_CHARS - _COPY_LABEL_CHARS)


def _set_height(place: Element, height_twips: int) -> None:
    height_emu = round(height_twips / TWIPS_PER_MM * EMU_PER_MM)
    top_emu = IMPRINT_BOTTOM.emu - height_emu
    for extent in (*place.iter(f"{{{WP}}}extent"), *place.iter(f"{{{A}}}ext")):
        extent.set("cy", str(height_emu))
    for offset in place.iterfind(f".//{{{WP}}}positionV/{{{WP}}}posOffset"):
        offset.text = str(top_emu)
    for shape in place.iter(f"{{{V}}}shape"):
        style = shape.get("style") or ""
        for key, length_emu in (("height", height_emu), ("margin-top", top_emu)):
            points = f"{length_emu / EMU_PER_MM * POINTS_PER_MM:.2f}"
            style = re.sub(rf"(?<=;{key}:)[\d.]+", points, style)
        shape.set("style", style)
    # The place keeps the box's height free, so that no text runs into it: without room left the box
    # goes to the next page with its place.
    spacing = {"before": 0, "after": 0, "line": height_twips, "lineRule": "exact"}
    set_property(place, "spacing", spacing)
