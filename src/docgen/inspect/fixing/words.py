"""How a line is written rightly: brackets, marks, dates, numbering; meaning is never touched."""

import re

from docgen.inspect.elements import Element
from docgen.official.tidying import tidy

_HEADINGS = (Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)
_TIDIED = (
    Element.BODY,
    *_HEADINGS,
    Element.RECIPIENTS,
    Element.NUMBER,
    Element.DATE,
    Element.NOTE,
    Element.COPY_TO,
    Element.ATTACHMENT_NOTE,
)
_HAN = "一-鿿〇"
# Room to write in, or between parts that were set apart.
_ROOM = re.compile(r"([ \t　]{2,})")
# “2. 10月底前…”: without its space the number would read 2.10.
_NUMBER_BEFORE_DIGIT = re.compile(r"\d{1,3}[.．]\s+(?=\d)")
_LEAD = re.compile(r"^[ \t　\n]*")
_TAIL = re.compile(r"[ \t　\n]*$")
_HAN_DIGITS = {sign: digit for digit, signs in enumerate(("〇零○", *"一二三四五六七八九")) for sign in signs}
_HAN_DATE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_PERCENT = re.compile(r"(?<![\d.%％])(\d+(?:\.\d+)?)\s*[～~]\s*(\d+(?:\.\d+)?)([%％])")
_TITLE_END = re.compile(r"[。，；：！？、.,;:!?]+(?=[ \t　\n]*$)")
_LONE_HEADING = re.compile(r"^[一二三四五六七八九十]{1,3}、[^，；。：]{1,20}[。；]$")


def rewritten(element: Element, text: str) -> str:
    """The line as it should be written; as it was where nothing is to be done by rule alone."""
    lead, tail = _LEAD.match(text), _TAIL.search(text)
    before, behind = (lead[0] if lead else ""), (tail[0] if tail else "")
    core = text[len(before) : len(text) - len(behind)]
    if element is Element.IMPRINT:
        return before + _imprint(core) + behind
    if not core or "\t" in core:
        return text
    return before + "\n".join(_line(element, line) for line in core.split("\n")) + behind


def _line(element: Element, text: str) -> str:
    if element is Element.TITLE:
        return _number_brackets(text)
    if element not in _TIDIED:
        return text
    if _ROOM.search(text):
        return _tidied(text)
    text = _ranges(_tidied(text)) if element is not Element.DATE else _date(text)
    if element is Element.RECIPIENTS:
        return re.sub(r"[:;；。，、,.]$", "", text).rstrip("：") + "："
    if element is Element.COPY_TO:
        return re.sub(r"^(抄\s*[送报])\s*:", r"\1：", text)
    if element is Element.ATTACHMENT_NOTE:
        return _attachment(text)
    if element is Element.NOTE and not text.startswith("（") and not text.endswith("）"):
        return f"（{text.rstrip('。')}）"
    if element is Element.HEADING1 and _LONE_HEADING.match(text):
        return text[:-1]
    return text


def _tidied(text: str) -> str:
    """The text tidied between the room that is left in it, which stays."""
    return "".join(part if _ROOM.fullmatch(part) else _tidied_part(part) for part in _ROOM.split(text))


def _tidied_part(text: str) -> str:
    number = _NUMBER_BEFORE_DIGIT.match(text)
    return number[0] + tidy(text[number.end() :]) if number else tidy(text)


def last_copy(text: str) -> str:
    """The last line of 抄送 ends with a full stop."""
    plain = text.rstrip(" 　\t")
    return re.sub(r"[.,;，；、]$", "", plain).rstrip("。") + "。" + text[len(plain) :]


def title_end(text: str) -> str:
    """The title's last line without a mark at its end."""
    return _TITLE_END.sub("", text)


def _number_brackets(text: str) -> str:
    return re.sub(r"(?<=[一-鿿])[\[［【]((?:19|20)\d{2})[\]］】]\s*第?0*(\d{1,5})号", r"〔\1〕\2号", text)


def _date(text: str) -> str:
    found = _HAN_DATE.fullmatch("".join(text.split()))
    if found:
        year = "".join(str(_HAN_DIGITS[sign]) for sign in found[1])
        return f"{year}年{_counted(found[2])}月{_counted(found[3])}日"
    dotted = re.fullmatch(r"((?:19|20)\d{2})[./-](\d{1,2})[./-](\d{1,2})", "".join(text.split()))
    if dotted:
        return f"{dotted[1]}年{int(dotted[2])}月{int(dotted[3])}日"
    return _tidied(text) if re.search(r"\d", text) else text


def _imprint(text: str) -> str:
    """The row of 印发 with its day in Arabic digits, without padding, and 印发 behind it."""
    text = _HAN_DATE.sub(lambda found: _date(found[0]), text)
    text = re.sub(r"(?<=年)0(?=[1-9]月)|(?<=月)0(?=[1-9]日)", "", text)
    return f"{text}印发" if re.search(r"\d日$", text) else text


def _counted(signs: str) -> int:
    tens, ten, ones = signs.rpartition("十")
    if not ten:
        return _HAN_DIGITS[ones]
    return (_HAN_DIGITS[tens] if tens else 1) * 10 + (_HAN_DIGITS[ones] if ones else 0)


def _ranges(text: str) -> str:
    text = _PERCENT.sub(r"\1\3～\2\3", text)
    text = re.sub(r"((?:19|20)\d{2})年?[-~～]((?:19|20)\d{2})(?=年)", r"\1—\2", text)
    text = re.sub(rf"(?<=[{_HAN}])\.(?=\d+%)", "0.", text)
    return re.sub(r"、等(?=[。，；、]|[一-鿿]{1,6}[。，；])(?![级额待同效比式])", "等", text)


def _attachment(text: str) -> str:
    text = re.sub(r"^附\s*件\s*[:：]?\s*", "附件：", text) if text.startswith("附") else text
    text = re.sub(r"^附件：(\d{1,2})[:：、．]\s*", r"附件：\1.", text)
    text = re.sub(r"^(\d{1,2})[、．]\s*", r"\1.", text)
    return re.sub(r"[。；，、.;,]+$", "", text)
