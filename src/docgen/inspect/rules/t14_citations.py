"""T14: a paper is cited by its title, its number in brackets behind."""

import re
from collections.abc import Iterator

from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both
from docgen.inspect.wording.patterns import HAN

RULE = Rule(
    "T14",
    "惯例",
    Strength.HABIT,
    "引用公文先标题后字号",
    "引用公文先引标题，后引发文字号并用圆括号括入：《关于……的通知》（×发〔2024〕5号）。第一次提到时不只写字号。"
    "这是机关习惯，只作提示。",
)
_NUMBER_FIRST = re.compile(rf"([{HAN}]{{1,20}}〔\d{{4}}〕\d{{1,5}}号)(?:文件)?\s*(?:（|“)?《")
_BARE = re.compile(
    r"(?:根据|按照|依据|依照|贯彻|落实|遵照|执行)[^。；，《（〔]{0,12}〔\d{4}〕\d{1,5}号(?:文件|文)?"
)
_CITED = re.compile(r"》\s*[（(]([^（）()]*〔\d{4}〕\d{1,5}号)")


def _slips(wording: Wording) -> Iterator[Slip]:
    known = {found[1][-9:] for line in wording.body for found in _CITED.finditer(line.text)}
    for line in wording.body:
        for found in _NUMBER_FIRST.finditer(line.text):
            if line.text[: found.start(1)].rstrip().endswith(("（", "(")):
                continue
            told = f"引用公文时字号“{found[1]}”写在标题前面"
            yield Slip(line, told, "请先写标题，再把字号写在标题后面的圆括号里", found=found[1])
        for found in _BARE.finditer(line.text):
            number = re.search(r".{4}〔\d{4}〕\d+号|〔\d{4}〕\d+号", found[0])
            cited = any(number and number[0][-7:] in one for one in known)
            if not cited and not line.text[found.end() :].lstrip().startswith("《"):
                told = f"第一次引用公文只写了字号：“{found[0]}”"
                yield Slip(line, told, "请写上标题，字号放在标题后面的圆括号里", found=found[0])


in_document, on_pages = both(RULE, _slips)
