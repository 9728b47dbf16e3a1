"""One paragraph marked by the character against what it was, the look of its characters too."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.archive.difference.fingerprint import look_of, sign_of
from docgen.layout.tree import PPR, RPR, Element, R, T, w

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SECTION = w("sectPr")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What refers to something elsewhere in the paper cannot be carried over from the old one.
_TIED = frozenset(
    w(name) for name in ("footnoteReference", "endnoteReference", "commentReference", "altChunk")
)
_WHOLE = frozenset((w("fldChar"), w("instrText")))
LINES = frozenset(w(name) for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"))
LEFT_OUT = frozenset((*LINES, w("commentRangeStart"), w("commentRangeEnd")))


class CannotMark(Exception):
    """The change reaches into what cannot be marked, such as the end of a section."""


@dataclass(slots=True)
class Marks:
    """Who is said to have changed it, and when; every mark has a number of its own."""

    author: str
    at: str
    number: int = 9000

    def mark(self, like: Element, name: str) -> Element:
        """An empty mark of this kind."""
        self.number += 1
        return like.makeelement(
            w(name), {w("id"): str(self.number), w("author"): self.author, w("date"): self.at}, None
        )


def as_deleted(run: Element) -> None:
    """The run's text is text that was taken out."""
    for text in run:
        if text.tag in (T, w("instrText")):
            text.tag = w("delText") if text.tag == T else w("delInstrText")
            text.set(SPACE, "preserve")


def refuse_tied(whole: Element, name: str) -> None:
    """Nothing of the old paper refers to pictures, links or notes that only it has. Raises CannotMark."""
    if name == "del":
        for one in whole.iter():
            if one.tag in _TIED or any(str(key).startswith(_RELATION) for key in one.attrib):
                raise CannotMark


@dataclass(frozen=True, slots=True)
class _Sign:
    """One character of a paragraph, or what else stands like one: a break, a picture."""

    key: str
    look: str
    source: Element
    properties: Element | None


def merged_paragraph(old: Element, new: Element, marks: Marks) -> Element | None:
    """The paragraph with both; None where one of them holds more than characters."""
    before, after = _signs(old), _signs(new)
    if before is None or after is None:
        return None
    merged = copy.copy(new)
    for one in list(merged):
        merged.remove(one)
    properties = _merged_properties(old.find(PPR), new.find(PPR), merged, marks)
    if properties is not None:
        merged.append(properties)
    codes = SequenceMatcher(None, [one.key for one in before], [one.key for one in after], autojunk=False)
    for tag, i, i_end, j, j_end in codes.get_opcodes():
        if tag == "equal":
            for one in _kept(before[i:i_end], after[j:j_end], marks):
                merged.append(one)
            continue
        for name, signs in (("del", before[i:i_end]), ("ins", after[j:j_end])):
            for run in _runs(signs):
                mark = marks.mark(merged, name)
                mark.append(run)
                if name == "del":
                    as_deleted(run)
                refuse_tied(mark, name)
                merged.append(mark)
    return merged


def _merged_properties(
    old: Element | None, new: Element | None, like: Element, marks: Marks
) -> Element | None:
    merged = copy.deepcopy(new)
    if any(one is not None and one.find(_SECTION) is not None for one in (old, new)):
        raise CannotMark
    if look_of(old) == look_of(new):
        return merged
    if merged is None:
        merged = like.makeelement(PPR, None, None)
    was = like.makeelement(PPR, None, None)
    for one in old if old is not None else ():
        if one.tag != RPR:
            was.append(copy.deepcopy(one))
    change = marks.mark(like, "pPrChange")
    change.append(was)
    merged.append(change)
    return merged


def _signs(paragraph: Element) -> list[_Sign] | None:
    """The paragraph sign by sign; None where it holds more than runs, or a field."""
    found: list[_Sign] = []
    for child in paragraph:
        if child.tag in (PPR, *LEFT_OUT):
            continue
        if child.tag != R or any(one.tag in _WHOLE for one in child):
            return None
        properties = child.find(RPR)
        look = look_of(properties)
        for one in child:
            if one.tag == T:
                found += [_Sign(char, look, one, properties) for char in one.text or ""]
            elif one.tag != RPR and one.tag not in LEFT_OUT:
                found.append(_Sign(sign_of(one) or str(one.tag), look, one, properties))
    return found


def _kept(before: Sequence[_Sign], after: Sequence[_Sign], marks: Marks) -> list[Element]:
    """What both say, its look marked where that changed."""
    found = []
    start = 0
    for end in range(1, len(after) + 1):
        same = end < len(after) and (before[end].look, after[end].look) == (
            before[start].look,
            after[start].look,
        )
        if same:
            continue
        for run in _runs(after[start:end]):
            if before[start].look != after[start].look:
                _mark_look(run, before[start].properties, marks)
            found.append(run)
        start = end
    return found


def _mark_look(run: Element, old: Element | None, marks: Marks) -> None:
    look = run.find(RPR)
    if look is None:
        look = run.makeelement(RPR, None, None)
        run.insert(0, look)
    was = run.makeelement(RPR, None, None)
    for one in old if old is not None else ():
        was.append(copy.deepcopy(one))
    change = marks.mark(run, "rPrChange")
    change.append(was)
    look.append(change)


def _runs(signs: Sequence[_Sign]) -> list[Element]:
    """The signs as runs: one for each stretch of one look."""
    found: list[Element] = []
    last: _Sign | None = None
    for sign in signs:
        if last is None or sign.look != last.look:
            run = sign.source.makeelement(R, None, None)
            if sign.properties is not None:
                run.append(copy.deepcopy(sign.properties))
            found.append(run)
        _add_sign(found[-1], sign)
        last = sign
    return found


def _add_sign(run: Element, sign: _Sign) -> None:
    if sign.source.tag != T:
        copied = copy.deepcopy(sign.source)
        copied.tail = None
        run.append(copied)
        return
    if not len(run) or run[-1].tag != T:
        text = run.makeelement(T, {SPACE: "preserve"}, None)
        text.text = ""
        run.append(text)
    run[-1].text = (run[-1].text or "") + sign.key
