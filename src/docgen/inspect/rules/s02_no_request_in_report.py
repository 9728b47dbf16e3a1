"""S02: a 报告 carries no request."""

import re
from collections.abc import Iterator

from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "S02",
    "《条例》第十五条",
    Strength.MUST,
    "报告不夹带请示事项",
    "报告只汇报工作、反映情况、回复询问；需要上级批准或解决的，另写请示。",
)
_REQUEST = re.compile(
    r"(?:妥否|当否|可否|是否妥当)，?请|请(?:予以?|上级|领导)?(?:批示|批复|批准|审批|核准)(?!(?:的|后|程序|手续|件))|"
    r"(?:恳请|请求|特请|拟请|请)[^，。；]{0,8}(?:予以|给予|帮助|协调)(?:解决|支持|批准|拨付|核拨|追加|资金|经费)|"
    r"请求(?:批准|解决|拨付|追加|增加)"
)


def _slips(wording: Wording) -> Iterator[Slip]:
    if wording.genre != "报告" or not wording.has_head:
        return
    for line in wording.body:
        found = _REQUEST.search(line.text)
        if found:
            told = f"报告里写了请求的话“{found[0]}”"
            yield Slip(line, told, "请把请求的事项另写一份请示，报告里只说情况", found=found[0])
            return


in_document, on_pages = both(RULE, _slips)
