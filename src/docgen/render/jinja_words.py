"""What Jinja says of a tag that it cannot read, in the clerk's words; it says it in English only."""

import re

_ENDS = r"end of (?:print statement|statement block|template)"
_SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"unexpected char ['\"](.)['\"] at \d+"), "多了符号“{0}”，或者它不是半角的"),
    (re.compile(rf"(?:[Ee]xpected an expression, got|unexpected) '{_ENDS}'"), "没有写完，后面缺名称或内容"),
    (re.compile(r"[Ee]xpected an expression, got '(.+)'"), "“{0}”的前面缺名称或内容"),
    (re.compile(rf"expected token '{_ENDS}', got '='"), "比较是否相等要写两个等号 =="),
    (re.compile(rf"expected token '{_ENDS}', got '(.+)'"), "“{0}”是多出来的，或者前面缺点号、运算符"),
    (re.compile(rf"expected token '(.+)', got '{_ENDS}'"), "没有写完，后面缺“{0}”"),
    (re.compile(r"expected token 'name', got '(.+)'"), "“{0}”的位置应当写名称"),
    (re.compile(r"expected token '(.+)', got '(.+)'"), "应当是“{0}”的地方写了“{1}”"),
    (re.compile(r"unexpected '(.+?)'(?:, expected '(.+)')?"), "“{0}”是多出来的"),
    (re.compile(r"expected name or number"), "点号后面缺名称"),
    (re.compile(r"can't assign to .*"), "等号左边应当只写一个新的名称"),
)


def in_chinese(message: str | None) -> str:
    """What is wrong with the tag's writing, in brackets; "" where Jinja says what we do not know."""
    for pattern, said in _SAID:
        match = pattern.fullmatch((message or "").strip())
        if match:
            return f"（{said.format(*match.groups())}）"
    return ""
