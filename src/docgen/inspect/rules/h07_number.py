"""H07: the paper's own number: organ's code, full year in 〔〕, serial number without 第 and zeros."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both
from docgen.inspect.wording.patterns import HAN

RULE = Rule(
    "H07",
    "7.2.5",
    Strength.MUST,
    "发文字号的写法",
    "由发文机关代字、年份、发文顺序号组成。年份、发文顺序号用阿拉伯数字标注；年份应标全称，用六角括号“〔〕”括入；"
    "发文顺序号不加“第”字，不编虚位（即1不编为01），在阿拉伯数字后加“号”字。例：示院党发〔2024〕5号。",
)
_RIGHT = re.compile(rf"[{HAN}A-Za-z]+〔(?:19|20)\d{{2}}〕[1-9]\d*号")
_ISSUE = re.compile(r"[（(〔]?(?:\d{4}[年〕]?)?第?[\d一二三四五六七八九十]+[期次号][)）〕]?")
_FAULTS = (
    (
        re.compile(r"[\[(（［【{〈<]\s*\d{2,4}\s*年?\s*[\])）］】}〉>]"),
        "年份没有用六角括号",
        "请用六角括号“〔〕”括入年份",
    ),
    (re.compile(r"〔\s*\d{2}\s*〕"), "年份没有写全", "请把年份写成四位数字"),
    (re.compile(r"〔[〇零○一二三四五六七八九]{2,4}〕"), "年份用了汉字", "请用阿拉伯数字写年份"),
    (re.compile(r"〕\s*第"), "序号前多了“第”字", "请去掉“第”字"),
    (re.compile(r"〕\s*0"), "序号编了虚位", "请去掉序号前面的0"),
    (re.compile(r"\d\s*$"), "序号后面没有“号”字", "请在序号后面加“号”字"),
    (re.compile(r"^\s*〔"), "没有机关代字", "请在年份前面写上机关代字"),
)
# What a draft has before it is numbered.
_OPEN = re.compile(rf"[{HAN}A-Za-z]*〔(?:19|20)\d{{2}}〕号?")


def _slips(wording: Wording) -> Iterator[Slip]:
    if wording.format in (Format.ORDER, Format.MINUTES):
        return
    for line in wording.of(Element.NUMBER, Element.SIGNER):
        number = _number_in(line.text)
        if number is None or _RIGHT.fullmatch(number):
            continue
        if line.element is Element.NUMBER and _ISSUE.fullmatch(number):
            continue
        if _OPEN.fullmatch("".join(number.split())):
            told, remedy = "发文字号还没有编号", "定稿时请编上序号"
            yield Slip(line, told, remedy, "机关代字〔年份〕序号号", number, Strength.MAY)
            continue
        fault, remedy = next(
            ((fault, remedy) for shape, fault, remedy in _FAULTS if shape.search(number)),
            ("的写法不合规定", "请写成“机关代字〔年份〕序号号”，如“示院党发〔2024〕5号”"),
        )
        yield Slip(line, f"发文字号“{number}”{fault}", remedy, "机关代字〔年份〕序号号", number)


def _number_in(text: str) -> str | None:
    """The number in a row, without what stands beside it."""
    pieces = [piece.strip() for piece in re.split(r"\t|\n|[ 　]{2,}|签发人", text)]
    return next(
        (piece for piece in pieces if re.search(r"\d", piece) and not re.fullmatch(r"\d+", piece)), None
    )


in_document, on_pages = both(RULE, _slips)
