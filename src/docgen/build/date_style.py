"""成文日期 in Chinese numerals, for an office that writes them so (`date_style`; domain.md, A13)."""

import re

from docgen.layout.tree import P, T, parse, serialize, style_names
from docgen.text.numerals import cn_digits, cn_number

_STYLES = ("成文日期", "成文日期（不盖章）")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def with_numeral_dates(document_xml: bytes, styles_xml: bytes | None) -> bytes:
    """The document with its own dates as 二〇一二年六月十四日; dates in the text stay Arabic."""
    root, styles = parse(document_xml), style_names(styles_xml)
    for paragraph in root.iter(P):
        if styles.name(paragraph) in _STYLES:
            for text in paragraph.iter(T):
                text.text = _DAY.sub(_in_numerals, text.text or "")
    return serialize(root)


def _in_numerals(day: re.Match[str]) -> str:
    return f"{cn_digits(int(day[1]))}年{cn_number(int(day[2]))}月{cn_number(int(day[3]))}日"
