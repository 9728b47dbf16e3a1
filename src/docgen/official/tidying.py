"""One paragraph as GB/T 9704, 15834 and 15835 want it written: numbering, brackets, marks, dates.

Only what stands next to Han is touched: an address on the web or a line of English stays as it is.
"""

import re
from collections.abc import Callable

_HAN = "一-鿿〇"
_NUMERAL = "一二三四五六七八九十百"
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_IN_BRACKETS = str.maketrans(
    {"⑴": "（1）", "⑵": "（2）", "⑶": "（3）", "⑷": "（4）", "⑸": "（5）", "⑹": "（6）"}
)

# The numbering that opens a paragraph, by level: 一、（一）1.（1） (7.3.3).
_NUMBERING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"^([{_NUMERAL}]{{1,4}})[.．,，]\s*"), r"\1、"),
    (re.compile(rf"^([{_NUMERAL}]{{1,4}})、\s+"), r"\1、"),
    (re.compile(rf"^[(（]\s*([{_NUMERAL}]{{1,4}})\s*[)）]\s*[、，,.．]?\s*"), r"（\1）"),
    (re.compile(r"^(\d{1,3})\s*[、．]\s*(?!\d)"), r"\1."),
    (re.compile(r"^(\d{1,3})\.\s+(?![\s\d])"), r"\1."),  # “2. 10月” without its blank is another number
    (re.compile(r"^[(（]\s*(\d{1,3})\s*[)）]\s*[、，,.．]?\s*"), r"（\1）"),
    (re.compile(r"^(\d{1,3})[)）]\s*[、，,.．]?\s*"), r"（\1）"),
)
# 长发[2012]10号, 长发（2012）第010号: 长发〔2012〕10号 (7.2.5).
_DOC_NUMBER = re.compile(
    r"(?<=[一-鿿A-Za-z])\s*[\[［【(（〔〖]\s*((?:19|20)\d{2})\s*[\]］】)）〕〗]\s*第?\s*0*(\d{1,5})\s*号"
)
_ZERO_MONTH = re.compile(r"(?<=\d{4}年)0(?=[1-9]月)")
_ZERO_DAY = re.compile(r"(?<=月)0(?=[1-9][日号])")
_DAY_NUMBER = re.compile(r"(?<=\d月)(\d{1,2})号(?!楼|线|门|院|教|机|库|房|文|令|厅|室|馆|车)")
_GAP = re.compile(rf"(?<=[{_HAN}，。；：！？、（）《》“”])[ \t　]+(?=[{_HAN}，。；：！？、（）《》“”])")
# 第一条　为了…: an article and its text stand apart. So do names in a row, and what was set apart on purpose.
_ARTICLE = re.compile(rf"^(第[{_NUMERAL}零〇千\d]{{1,7}}[编章节条])[ \t　]+(?=\S)")
_WIDE_GAP = re.compile(rf"(?<=[{_HAN}])(?:[ \t　]*[\t　][ \t　]*| {{2,}})(?=[{_HAN}])")
_NAMES = re.compile(rf"(?:^|(?<=[：；。，]))[{_HAN}]{{2,4}}(?: [{_HAN}]{{2,4}}){{2,}}(?=$|[；。，])")
_HALF_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = re.compile(rf"(?<=[{_HAN}”》）〕])([,;:?!])(?!//)\s*|([,;:?!])(?=[{_HAN}“《（])")
_STOP = re.compile(rf"(?<=[{_HAN}”》）])\.(?=$|[{_HAN}“《（])")
_ROUND = re.compile(rf"\(([^()]*[{_HAN}][^()]*)\)|(?<=[{_HAN}])\(([^()]*)\)")
_ELLIPSIS = re.compile(r"\.{3,}|。{3,}|…(?!…)(?<!……)")
_DASH = re.compile(rf"(?<=[{_HAN}”》）])-{{2,}}(?=[{_HAN}“《（])")
_DOUBLED = re.compile(r"([，。；：、！？])\1+")
_KEPT = "\x0b"  # stands for a gap that stays; cannot stand in a record
_QUOTES = re.compile(r'"([^"]*)"')


def tidy(text: str) -> str:
    """The paragraph with its numbering, brackets and marks in their official forms; tidied, it stays."""
    text = text.translate(_WIDE_DIGITS).strip(" \t　")
    text = text[:1].translate(_IN_BRACKETS) + text[1:]
    for step in _STEPS:
        text = step(text)
    return text


def _numbered(text: str) -> str:
    for pattern, written in _NUMBERING:
        changed = pattern.sub(written, text)
        if changed != text:
            return changed
    return text


def _marks(text: str) -> str:
    text = _MARK.sub(lambda found: _HALF_WIDTH[found[1] or found[2]], text)
    text = _STOP.sub("。", text)
    return _ROUND.sub(lambda found: f"（{found[1] or found[2] or ''}）", text)


def _quotes(text: str) -> str:
    return _QUOTES.sub(r"“\1”", text) if re.search(f"[{_HAN}]", text) else text


def _dates(text: str) -> str:
    text = _ZERO_DAY.sub("", _ZERO_MONTH.sub("", text))
    return _DAY_NUMBER.sub(r"\1日", text)


def _gaps(text: str) -> str:
    """A gap that says something is one full-width blank; a stray one between Han goes."""
    kept = _NAMES.sub(lambda found: found[0].replace(" ", _KEPT), text)
    kept = _WIDE_GAP.sub(_KEPT, _ARTICLE.sub(rf"\1{_KEPT}", kept))
    return _GAP.sub("", kept).replace(_KEPT, "　")


_STEPS: tuple[Callable[[str], str], ...] = (
    _numbered,
    lambda text: _DOC_NUMBER.sub(r"〔\1〕\2号", text),
    _dates,
    _marks,
    _quotes,
    lambda text: _ELLIPSIS.sub("……", text),
    lambda text: _DASH.sub("——", text),
    lambda text: _DOUBLED.sub(r"\1", text),
    _gaps,
)
