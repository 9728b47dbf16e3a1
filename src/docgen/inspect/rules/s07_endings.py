"""S07: the last phrase is that of the genre."""

import re
from collections.abc import Iterator

from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "S07",
    "惯例",
    Strength.HABIT,
    "结束语与文种一致",
    "通知用“特此通知”，通报用“特此通报”，公告用“特此公告”，批复用“此复”“特此批复”，函用“特此函达”“请予函复”等；"
    "写成别的文种的结束语，多半是套用了旧稿。上行文由T15检查。",
)
_ENDINGS = {
    "通知": re.compile(r"特此通知"),
    "通报": re.compile(r"特此通报"),
    "公告": re.compile(r"特此公告"),
    "通告": re.compile(r"特此通告"),
    "报告": re.compile(r"特此报告"),
    "批复": re.compile(r"此复|特此批复"),
    "函": re.compile(r"(?:特此|专此|此)函[达告复商询请]?|请予?函复|函请"),
    "请示": re.compile(r"(?:妥否|当否|可否|是否妥当)，?请"),
    "议案": re.compile(r"请(?:予)?审议"),
    "决定": re.compile(r"特此决定"),
}
_ALIKE = {"函": ("函", "批复")}  # 专此函复, 此复 end a 复函 as well


def _slips(wording: Wording) -> Iterator[Slip]:
    genre = wording.genre
    lines = [line for line in wording.body if line.text.strip()]
    if not genre or wording.goes_up or genre in ("报告", "请示", "纪要") or not lines:
        return
    last = lines[-1]
    if re.fullmatch(r"此致[！!，,]?(?:敬礼[！!]?)?", "".join(last.text.split())):
        yield Slip(last, "公文的结尾写了书信用的“此致敬礼”", "请去掉它", found=last.text.strip())
        return
    own = _ALIKE.get(genre, (genre,))
    sentence = last.text.strip().rstrip("。！").rsplit("。", 1)[-1]
    for other, pattern in _ENDINGS.items():
        found = pattern.search(sentence)
        if found and other not in own and len(sentence) <= len(found[0]) + 8:
            right = next((one for one in own if _ENDINGS.get(one)), "")
            if right and _ENDINGS[right].search(sentence):
                continue
            told = f"{genre}的结束语写成了“{sentence}”"
            yield Slip(last, told, "请换成与文种相称的结束语，或者去掉它", found=found[0])
            return


in_document, on_pages = both(RULE, _slips)
