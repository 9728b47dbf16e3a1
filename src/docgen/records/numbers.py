"""Numbers, shares, counts and yes or no, from what was typed; refused with advice, never guessed."""

import re
from decimal import Decimal

from docgen.records.faults import Fault
from docgen.records.value_faults import bad_choice, bad_count, bad_number, bad_share
from docgen.text.numerals import plain_number

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?", re.ASCII)
_INSIDE = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．－％−", "0123456789.-%-")
_CHINESE_DIGITS = re.compile("[〇一二三四五六七八九十百千万两]+")
_YES = frozenset({"是", "有", "true", "yes", "y"})
_NO = frozenset({"否", "无", "false", "no", "n"})


def decimal(text: str) -> Decimal | Fault:
    """The number; full-width digits count as digits."""
    typed = text.translate(_HALF_WIDTH)
    return Decimal(typed) if _NUMBER.fullmatch(typed) else bad_number(text, _advice(typed))


def share(text: str) -> Decimal | Fault:
    """A number from 0 to 1."""
    typed = text.translate(_HALF_WIDTH)
    if not _NUMBER.fullmatch(typed):
        return bad_share(text, _share_advice(typed))
    number = Decimal(typed)
    return number if 0 <= number <= 1 else bad_share(text, _share_advice(typed))


def count(text: str) -> int | Fault:
    """A whole number, not negative."""
    typed = text.translate(_HALF_WIDTH)
    if not _NUMBER.fullmatch(typed):
        return bad_number(text, _advice(typed, "例如 0、3、12"))
    number = Decimal(typed)
    if number < 0 or number != number.to_integral_value() or "." in typed:
        return bad_count(text, "请写成整数，例如 0、3、12")
    return int(number)


def choice(text: str) -> bool | Fault:
    """是 or 否, 有 or 无, true or false, yes or no."""
    typed = text.casefold()
    if typed in _YES:
        return True
    return False if typed in _NO else bad_choice(text)


def _advice(typed: str, example: str = "例如 12 或 95.5") -> str:
    inside = _INSIDE.findall(typed)
    if "%" in typed and inside:
        return f"请去掉百分号和其他文字，只写 {inside[0]}"
    if re.fullmatch(r"0\d+", typed, re.ASCII):
        return "请去掉前面的 0；若是编号或电话，它不该写在这一项"
    if re.fullmatch(r"-?\d{1,3}([,，_]\d{3})+(\.\d+)?", typed):
        return f"请去掉分隔号，写成 {re.sub('[,，_]', '', typed)}"
    if re.fullmatch(r"-?\d{16,}(\.\d+)?|-?\d+(\.\d+)?[eE][+-]?\d+|-?\d+\.\d{11,}", typed, re.ASCII):
        return "数字太大或小数位太多，请核对后写成普通的数字"
    if re.fullmatch(r"-?\.\d+|-?\d+\.", typed, re.ASCII):
        return f"请写成 {plain_number(Decimal(typed))}"
    if len(inside) == 1 and not re.search(r"\d[:：./年]", typed):
        return f"请只写数字 {inside[0]}，单位和其他说明写在别处"
    if _CHINESE_DIGITS.search(typed):
        return "请改成阿拉伯数字"
    return f"请写成普通的数字，{example}"


def _share_advice(typed: str) -> str:
    inside = _INSIDE.findall(typed)
    if inside and len(inside[0]) < 10:
        number = Decimal(inside[0])
        if 1 < number <= 100 or ("%" in typed and 0 <= number <= 100):
            return f"{plain_number(number)}% 请写成 {max(_hundredths(number), key=len)}"
    return "请写成小数，例如百分之三十写成 0.30"


def _hundredths(number: Decimal) -> tuple[str, str]:
    # Two decimals at least, as the records write shares: 0.30.
    return plain_number(number / 100), f"{number / 100:.2f}"
