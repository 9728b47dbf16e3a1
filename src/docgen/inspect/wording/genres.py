"""The fifteen genres (文种) of official papers, and which of them a paper says it is.

《党政机关公文处理工作条例》 art. 8.
"""

import re

from docgen.inspect.elements import Format

GENRES = (
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复",
    "议案", "函", "纪要",
)  # fmt: skip
_BY_FORMAT = {Format.LETTER: "函", Format.ORDER: "命令", Format.MINUTES: "纪要"}
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")
_ORDER_MARK = re.compile(r"(?:命令|令)$")
# 请示报告, 会议通知 …: the last two characters decide; these only look like a 函 or an 决定.
_NOT_A_LETTER = re.compile(r"(?:信|公|来|复|便|电)函集$|邀请函|感谢函")


def genre_of(title: str, mark: str, form: Format) -> str:
    """The genre that the title ends with, else that of the mark, else that of the format; "" for none."""
    plain = _REMARK.sub("", title)
    for genre in GENRES:
        if plain.endswith(genre) and not _NOT_A_LETTER.search(plain):
            return genre
    spaceless = re.sub(r"\s+", "", mark)
    if spaceless.endswith("纪要"):
        return "纪要"
    if _ORDER_MARK.search(spaceless) or _ORDER_MARK.search(plain):
        return "命令"
    return _BY_FORMAT.get(form, "") if not title else ""
