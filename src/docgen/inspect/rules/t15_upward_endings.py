"""T15: a paper that goes upward ends as its genre does."""

import re
from collections.abc import Iterator

from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "T15",
    "惯例",
    Strength.HABIT,
    "上行文的结束语与文种相称",
    "请示以“妥否，请批示”“当否，请批复”一类的话结束；报告以“特此报告”“请审阅”等结束，或者不用结束语。",
)
_ASKING = re.compile(
    r"请(?:予|予以|及时|领导|党委|党组|上级)?(?:批示|批复|批准|审批|审定|审议|审示|指示|审核|核准|示|裁定|批转)|请求(?:批准|批复)|请予(?:支持|解决)"
)
_REPORTING = re.compile(r"(?:特此|专此)(?:报告|汇报)|此报")
_STRANGE = re.compile(r"特此(?:通知|通报|公告|通告|函达|函告|函复|批复)|此复|请予函复|请函复|请即函复")


def _slips(wording: Wording) -> Iterator[Slip]:
    genre = wording.genre
    if not wording.goes_up or genre not in ("请示", "报告") or not wording.body:
        return
    last = [line for line in wording.body if line.text.strip()][-1]
    text = last.text.strip()
    tail = "".join(line.text for line in wording.body[-2:])
    strange = _STRANGE.search(text[-20:])
    if strange:
        yield Slip(last, f"{genre}的结束语写成了“{strange[0]}”", _remedy(genre), found=strange[0])
    elif genre == "请示" and _REPORTING.search(text[-20:]):
        yield Slip(last, "请示的结束语写成了报告的", _remedy(genre), "妥否，请批示。", text[-12:])
    elif genre == "请示" and not _ASKING.search(tail):
        yield Slip(last, "请示的最后没有请求批示的话", _remedy(genre), "妥否，请批示。", text[-12:])


def _remedy(genre: str) -> str:
    if genre == "请示":
        return "请在最后写“妥否，请批示。”一类的话"
    return "请改为“特此报告。”，或者去掉结束语"


in_document, on_pages = both(RULE, _slips)
