"""T04: a title has no mark at its end and hardly any inside."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "T04",
    "惯例",
    Strength.HABIT,
    "标题里的标点",
    "标题末尾不用标点。标题中间除法规、规章名称加书名号，以及必要的引号、括号、连接号和并列机关之间的顿号外，一般不用标点；"
    "转发的通知、意见不加书名号。这是机关习惯，不是国家标准的规定，只作提示。",
)
_END = re.compile(r"[。，；：！？、．.,;:!?…]$")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|[（(][^）)]*[）)]")
_INSIDE = re.compile(r"[。，；：！？,;:!?]")
_FORWARDED = re.compile(
    r"(?:批转|转发)[^《]*《([^》]*(?:通知|意见|决定|通报|报告|请示|函|批复))》|印发《([^》]*通知)》"
)


def _slips(wording: Wording) -> Iterator[Slip]:
    if not wording.format.is_official:
        return
    for element in (Element.TITLE, Element.ATTACHMENT_TITLE, Element.ISSUED_TITLE):
        lines = wording.of(element)
        if not lines:
            continue
        last = lines[-1]
        if element is Element.TITLE:
            whole = wording.title
            # What is quoted keeps its own marks.
            found = _INSIDE.search(_QUOTED.sub("", whole[:-1]))
            if found:
                yield Slip(
                    lines[0], f"标题中间用了“{found[0]}”", "请改写标题，去掉中间的标点", found=found[0]
                )
            forwarded = _FORWARDED.search(whole)
            if forwarded:
                name = forwarded[1] or forwarded[2]
                told = f"标题里被转发的“{name}”加了书名号"
                yield Slip(lines[0], told, "请去掉书名号；只有法规、规章名称加书名号", found=f"《{name}》")
        ending = _END.search(last.text.strip())
        if ending:
            yield Slip(last, f"{element}末尾多了“{ending[0]}”", "请去掉末尾的标点", found=ending[0])


in_document, on_pages = both(RULE, _slips)
