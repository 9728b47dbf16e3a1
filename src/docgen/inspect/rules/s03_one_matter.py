"""S03: a 请示 is about one matter."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "S03",
    "《条例》第十五条",
    Strength.USUAL,
    "请示一文一事",
    "一份请示只请求一件事；几件事分写几份请示。",
)
_TITLE = re.compile(
    r"(?:两|二|三|四|五|几|若干|多)(?:项|个|件)(?:事项|问题|工作|请求)?|等(?:事项|事宜|问题|工作)"
)
_PAIR = re.compile(
    r"关于(?:申请|请求|解决|增加|拨付|购置|增设|调整)[^的]{2,20}(?:和|及|以及|并)(?:申请|请求|解决|增加|拨付|购置|增设|调整|招聘)"
)
_ANOTHER = re.compile(
    r"(?:^|。)(?:另外?|此外|同时)，?[^。]{0,30}(?:请|拟请|恳请)[^。]{0,20}(?:批准|拨付|解决|同意|批复|支持)"
)


def _slips(wording: Wording) -> Iterator[Slip]:
    titles = wording.of(Element.TITLE)
    if wording.genre != "请示" or not titles:
        return
    if _TITLE.search(wording.title) or _PAIR.search(wording.title):
        yield Slip(titles[0], "从标题看，这份请示不止一件事", "请按一文一事分写成几份请示", "一件事")
        return
    for line in wording.body:
        found = _ANOTHER.search(line.text)
        if found:
            yield Slip(
                line,
                "这份请示另外又请求了一件事",
                "请把另一件事另写一份请示",
                "一件事",
                found[0].lstrip("。")[:20],
            )
            return


in_document, on_pages = both(RULE, _slips)
