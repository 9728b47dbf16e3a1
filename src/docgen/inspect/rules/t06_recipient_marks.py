"""T06: 主送 ends with a full-width colon, 抄送 with a full stop."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "T06",
    "7.3.2、7.4.2",
    Strength.MUST,
    "主送、抄送机关的标点",
    "主送机关最后一个名称后标全角冒号；“抄送”后标全角冒号，最后一个抄送机关名称后标句号。",
)
_COPY_LABEL = re.compile(r"^(?:抄\s*送|抄\s*报|分\s*送|主\s*送)\s*([:：]?)")

_CELLS = ("抄送机关", "抄送单位", "主送机关", "主送单位")  # the labels of a form


def _slips(wording: Wording) -> Iterator[Slip]:
    if not wording.format.is_official:
        return
    recipients = wording.of(Element.RECIPIENTS)
    if recipients:
        text = recipients[-1].text.rstrip()
        if not text.endswith("："):
            told = "主送机关后面没有全角冒号"
            yield Slip(recipients[-1], told, "请在最后一个主送机关后面标“：”", "：", text[-1:])
    copies = [line for line in wording.of(Element.COPY_TO) if line.text.strip() not in _CELLS]
    for line in copies:
        label = _COPY_LABEL.match(line.text.strip())
        if label and label[1] != "：":
            yield Slip(line, f"“{line.text.strip()[:2]}”后面没有全角冒号", "请标“：”", "：", label[1])
    if copies:
        last = copies[-1]
        text = last.text.rstrip()
        if text and not text.endswith("。"):
            yield Slip(last, "最后一个抄送机关后面没有句号", "请在最后标“。”", "。", text[-1:])


in_document, on_pages = both(RULE, _slips)
