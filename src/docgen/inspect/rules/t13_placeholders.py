"""T13: nothing is left over of the template or the draft."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Place
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both
from docgen.inspect.wording.patterns import HAN, SURNAMES

RULE = Rule(
    "T13",
    "docgen",
    Strength.MUST,
    "没有遗留的占位符",
    "定稿里不应还有模板的标记（{{ }}）、“×××”“某某单位”“XX”“TODO”“待补”或“单击此处输入文字”等占位的字。"
    "隐去姓名的“张某某”“张××”和证件号码中间的×不受此限。",
)
_PATTERNS = (
    re.compile(r"\{\{[^}]*\}?\}?|\{%[^%]*%?\}?|\$\{[^}]*\}|«[^»]*»"),
    re.compile(rf"(?<![{SURNAMES}\d×╳✕])[×╳✕]{{2,}}(?!\d)|(?<![{SURNAMES}\d×])×(?:年|月|日)"),
    re.compile(
        rf"(?<![{SURNAMES}])某某|(?<=[{HAN}])某(?:单位|部门|局|市|县|学校|公司|同志)(?=[{HAN}]{{0,6}}[：])"
    ),
    re.compile(r"(?<![A-Za-z0-9])(?:X{2,}|x{2,})(?![A-Za-z0-9])"),
    re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum"),
    re.compile(
        r"[（(【\[](?:此处|待)(?:填写?|补充?|定|核实|确认|插入|添加|完善)[^）)】\]]{0,10}[）)】\]]|待补(?![充助缴贴偿办录选考种])"
    ),
    re.compile(
        r"(?:单击|点击)(?:或点击|或单击)?此处(?:输入|添加)|请在此处?(?:输入|插入)|(?<!，)请在此处?填写|占位符"
    ),
)


def _slips(wording: Wording) -> Iterator[Slip]:
    for line in wording.lines:
        for pattern in _PATTERNS:
            found = pattern.search(line.text)
            if found and not _is_form(wording, line.place):
                told = f"有遗留的占位文字“{found[0]}”"
                yield Slip(line, told, "请填上内容，或者删去", found=found[0])
                break


def _is_form(wording: Wording, place: Place) -> bool:
    # An empty form explains its cells so.
    return not wording.format.is_official and place is Place.CELL


in_document, on_pages = both(RULE, _slips)
