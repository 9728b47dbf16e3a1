"""T05: the attachments are named without marks, numbered 1. 2. and referred to as they are."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Line, Slip, Wording, both
from docgen.inspect.wording.attachments import named_attachments

RULE = Rule(
    "T05",
    "7.3.4、7.3.7",
    Strength.MUST,
    "附件说明的写法",
    "“附件”后标全角冒号和附件名称；有多个附件的，用阿拉伯数字编号，如“附件：1.×××××”；附件名称后不加标点，"
    "名称不加书名号；正文里提到的“附件3”应当确有第三个附件。",
)
_LABEL = re.compile(r"附\s*件\s*(\d{0,2})\s*([:：]?)")
_NUMBERED_LABEL = re.compile(r"附\s*件\s*\d{1,2}\s*[:：]")
_BAD_NUMBER = re.compile(r"(?:^|[:：]\s*|\n\s*)(\d{1,2}\s*[、．,，]|[(（]\d{1,2}[)）])")
_END = re.compile(r"[。；，、.;,]$")
_REFERENCE = re.compile(r"(?:见|详见|按照|填写|参见|依照|填报|附)[^。；，\n]{0,3}附件\s*(\d{1,2})")


def _slips(wording: Wording) -> Iterator[Slip]:
    if not wording.format.is_official:
        return
    lines = wording.of(Element.ATTACHMENT_NOTE)
    for at, line in enumerate(lines):
        if at == 0 or line.text.strip().startswith("附"):
            yield from _of_label(line)
        yield from _of_name(line)
    yield from _of_references(wording)


def _of_label(line: Line) -> Iterator[Slip]:
    text = line.text.strip()
    found = _LABEL.match(text)
    if _NUMBERED_LABEL.match(text):
        told = "附件说明写成了“附件1：”的样子"
        yield Slip(line, told, "请写成“附件：1.名称”", "附件：1.", text[:5])
    elif found and found[2] == ":":
        yield Slip(line, "“附件”后面用了半角冒号", "请改为全角冒号“：”", "：", ":")
    elif found and not found[2]:
        yield Slip(line, "“附件”后面没有冒号", "请在“附件”后面加全角冒号", "附件：", text[:4])


def _of_name(line: Line) -> Iterator[Slip]:
    text = line.text.strip()
    number = _BAD_NUMBER.search(text)
    if number:
        yield Slip(line, f"附件序号写成了“{number[1]}”", "请写成“1.”的样子", "1.", number[1])
    for name in text.split("\n"):
        ending = _END.search(name.strip())
        if ending:
            yield Slip(line, f"附件名称后面多了“{ending[0]}”", "请去掉附件名称后面的标点", "", ending[0])
    quoted = re.search(r"(?:^|[:：.．\s])《([^》]*)》\s*$", text)
    if quoted:
        told = "附件名称加了书名号"
        yield Slip(line, told, "请去掉书名号", quoted[1], f"《{quoted[1]}》", Strength.HABIT)


def _of_references(wording: Wording) -> Iterator[Slip]:
    count = max(len(named_attachments(wording)), len(wording.of(Element.ATTACHMENT_LABEL)))
    if not count:
        return
    for line in wording.body:
        for found in _REFERENCE.finditer(line.text):
            if int(found[1]) > count:
                told = f"正文提到“附件{found[1]}”，附件只有{count}个"
                yield Slip(line, told, "请核对附件的个数和编号", f"不超过{count}", found[1])


in_document, on_pages = both(RULE, _slips)
