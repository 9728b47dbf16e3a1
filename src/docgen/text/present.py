"""How a value of a record reads on paper when a template prints it as it is."""

from datetime import date
from decimal import Decimal

from docgen.text.dates import cn_date
from docgen.text.numerals import plain_number


def present(value: object) -> str:
    """2012年6月14日 for a date, 66.2 for a number, 是 or 否, nothing for None, 甲、乙 for a list."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return cn_date(value)
    if isinstance(value, Decimal | float):
        return _number(value)
    if isinstance(value, list | tuple):
        return "、".join(present(item) for item in value)
    return str(value)


def _number(value: Decimal | float) -> str:
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return plain_number(exact) if exact.is_finite() else str(exact)


def finalize(value: object) -> object:
    """What Jinja2 prints in place of `value`: itself when it is markup, else as `present` has it."""
    return value if hasattr(value, "__html__") else present(value)
