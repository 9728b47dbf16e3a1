"""T09: marks next to Han are full-width, single, and paired."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from docgen.inspect.elements import Element, Place
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Line, Slip, Wording, both
from docgen.inspect.wording.pairs import lone_signs, unpaired
from docgen.inspect.wording.patterns import FOREIGN, HAN

RULE = Rule(
    "T09",
    "9、GB/T 15834",
    Strength.USUAL,
    "标点符号的形式",
    "汉字旁边的标点用全角：，；：？！（）“”；省略号用“……”，破折号用“——”；标点不重复；引号、书名号、括号成对。"
    "网址、邮箱、时刻（14:30）、数字里的半角符号不受此限。",
)
_HALF = re.compile(rf"(?<=[{HAN}”》）〕])\s*([,;:?!])(?!//)|([,;:?!])\s*(?=[{HAN}“《（])")
_ROUND = re.compile(
    rf"(?<=[{HAN}”》])([(\[])|([)\]])(?=[{HAN}，。；])|(\()(?=[{HAN}“《])|(?<=[{HAN}”》])(\))"
)
_STOP = re.compile(rf"(?<=[{HAN}”》）])(\.)(?=$|[{HAN}“《（])")
_STRAIGHT = re.compile(rf"(?<=[{HAN}，。：；、（])([\"'])|([\"'])(?=[{HAN}])")
_ELLIPSIS = re.compile(rf"(?<=[{HAN}”》，])(?:\.{{2,}}|·{{3,}}|。{{2,}})|(?<!…)…(?!…)")
_DASH = re.compile(rf"(?<=[{HAN}”》）])(?:-{{2,}}|－{{2,}}|–{{2,}}|_{{2}}(?=[{HAN}]))(?=[{HAN}“《（])")
_DOUBLED = re.compile(r"([，；：、])\1+|[，；：、]。|。[，；：、]|，、|、，|；，|，；|：，|，：|？？+")
_ANGLES = re.compile(rf"<[^<>]*[{HAN}][^<>]*>")
_WIDE = {mark: chr(ord(mark) + 0xFEE0) for mark in ",;:?!()"} | {"[": "〔", "]": "〕"}
_WIDE_BRACKETS = str.maketrans("()", "（）")
# What their own rules say more of: T05, T06, H07, H09, M02, B18, the numbers of headings (T07).
_OTHERS = (Element.NUMBER, Element.DATE)
_COLON_OF_OTHERS = (
    Element.RECIPIENTS,
    Element.COPY_TO,
    Element.ATTACHMENT_NOTE,
    Element.SIGNER,
    Element.ATTENDEES,
    Element.LEAVE,
    Element.OBSERVERS,
)
_LAST_OF_OTHERS = (Element.TITLE, Element.ATTACHMENT_TITLE, Element.ISSUED_TITLE)
_SERIAL = re.compile(
    r"^\s*[(（]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|^\s*[一二三四五六七八九十]{1,3}\s*[.,:]|^\s*\d{1,2}[)）]|^\s*[一二三四五六七八九十]{1,3}[)）]"
)
_YEAR = re.compile(r"[\[(（［](?:19|20)\d{2}[\])）］]\s*第?\d+\s*号")


def _slips(wording: Wording) -> Iterator[Slip]:
    # A block of a page may be a piece of a sentence: a line of a cell, the end of a paragraph.
    is_of_pages = any(line.page for line in wording.lines)
    if is_of_pages:
        yield from _lone_on_pages(wording.lines)
    for line in wording.lines:
        if line.element in _OTHERS:
            continue
        text = _blanked(line)
        yield from _half_width(line, text)
        yield from _forms(line, text)
        if line.element not in _LAST_OF_OTHERS and not is_of_pages:
            # A half-width bracket is told already; it is no missing half.
            yield from _pairs(line, text.translate(_WIDE_BRACKETS))
    for element, rows in groupby(wording.lines, key=lambda line: line.element):
        if element in _LAST_OF_OTHERS and not is_of_pages:
            # What is quoted in a title may go on in its next row.
            yield from _of_rows(list(rows))


def _lone_on_pages(lines: Sequence[Line]) -> Iterator[Slip]:
    texts = ["" if one.element in _OTHERS else _blanked(one).translate(_WIDE_BRACKETS) for one in lines]
    for at, sign in lone_signs(texts):
        yield _lone(lines[at], sign)


def _lone(line: Line, sign: str) -> Slip:
    return Slip(line, f"“{sign}”没有成对", "请补上另一半，或者去掉多出的一半", found=sign)


def _of_rows(rows: list[Line]) -> Iterator[Slip]:
    return _pairs(rows[0], "".join(row.text for row in rows).translate(_WIDE_BRACKETS))


def _blanked(line: Line) -> str:
    """The text with all that belongs to other rules, or to no rule, made neutral."""
    text = line.text
    for pattern in (re.compile(FOREIGN), _SERIAL, _YEAR):
        text = pattern.sub(lambda found: "\0" * len(found[0]), text)
    if line.element in _COLON_OF_OTHERS:
        text = re.sub(
            r"(?:^\s*(?:附\s*件|抄\s*送|主\s*送|分\s*送|抄\s*报|出\s*席|请\s*假|列\s*席)\s*\d*\s*):|签\s*发\s*人\s*:|[:.;,]\s*$",
            "\0",
            text,
        )
    if line.element in _LAST_OF_OTHERS:
        text = re.sub(r"[,;:?!.]\s*$", "\0", text)
        text = re.sub(r"[,;:?!]", "\0", text)
    return text


def _half_width(line: Line, text: str) -> Iterator[Slip]:
    # Cells side by side make one line of a page: what opens the second stands by the first's last word.
    patterns = (_HALF,) if line.page and line.place is Place.CELL else (_HALF, _ROUND)
    found = sorted({m for pattern in patterns for one in pattern.finditer(text) for m in one.groups() if m})
    if found:
        wide = "".join(_WIDE[mark] for mark in found)
        marks = "、".join(f"“{mark}”" for mark in found)
        yield Slip(line, f"汉字旁边用了半角标点{marks}", f"请改为全角的“{wide}”", wide, "".join(found))
    if angles := _ANGLES.search(text):
        remedy = "请改为“《》”"
        yield Slip(line, f"书名号写成了“{angles[0][0]}{angles[0][-1]}”", remedy, "《》", angles[0])
    if _STOP.search(text):
        yield Slip(line, "句号写成了半角的“.”", "请改为“。”", "。", ".")
    if _STRAIGHT.search(text):
        yield Slip(line, "引号写成了半角的直引号", "请改为“”", "“”", '"')


def _forms(line: Line, text: str) -> Iterator[Slip]:
    ellipsis = _ELLIPSIS.search(text)
    if ellipsis:
        yield Slip(line, f"省略号写成了“{ellipsis[0]}”", "请改为“……”", "……", ellipsis[0])
    dash = _DASH.search(text)
    if dash:
        yield Slip(line, f"破折号写成了“{dash[0]}”", "请改为“——”", "——", dash[0])
    if not ellipsis:
        doubled = _DOUBLED.search(text)
        if doubled:
            yield Slip(line, f"标点重复：“{doubled[0]}”", "请只留一个标点", doubled[0][:1], doubled[0])


def _pairs(line: Line, text: str) -> Iterator[Slip]:
    lone = unpaired(text)
    if lone:
        yield _lone(line, lone)


in_document, on_pages = both(RULE, _slips)
