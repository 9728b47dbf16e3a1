"""S05: a 批复 quotes the title and the number of the 请示."""

import re
from collections.abc import Iterator

from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "S05",
    "《条例》第八条",
    Strength.USUAL,
    "批复引用来文的标题和字号",
    "批复答复下级机关的请示，正文开头引用来文的标题和发文字号：你单位《关于××的请示》（××〔2024〕3号）收悉。",
)
_TITLE = re.compile(r"《[^》]{4,}》")
_DATED = re.compile(r"\d{1,2}月\d{1,2}日[^《]{0,8}《")  # what has no number is quoted by its day
_NUMBER = re.compile(r"[〔\[［(（【]\s*\d{2,4}\s*[〕\]］)）】]\s*第?\s*\d+\s*号")


def _slips(wording: Wording) -> Iterator[Slip]:
    if wording.genre != "批复" or not wording.body:
        return
    first, text = wording.body[0], "".join(line.text for line in wording.body)
    if "你们" in first.text:
        return  # a reply to several lists what they sent
    remedy = "请在正文开头写明来文的标题和字号"
    if not _TITLE.search(text):
        yield Slip(first, "批复没有引用来文的标题", remedy, "《关于××的请示》")
    if not _NUMBER.search(text) and not _DATED.search(text):
        yield Slip(first, "批复没有引用来文的发文字号", remedy, "（××〔2024〕3号）")


in_document, on_pages = both(RULE, _slips)
