"""Bytes to text: UTF-8 only, told plainly when it is something else."""

import re

from docgen.records import file_faults
from docgen.records.compose import Placed

# What libyaml refuses to read at all, and the line breaks that no editor counts as such.
_REFUSED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UTF8_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> tuple[str | None, list[Placed]]:
    """The text without byte order mark and control characters, or None; and what was wrong."""
    encoding = _other_encoding(data)
    if encoding:
        return None, [Placed(file_faults.wrong_encoding(encoding), 0, 0)]
    text = data.removeprefix(_UTF8_BOM).decode("utf-8")
    return _without_control_characters(text.replace("\r\n", "\n").replace("\r", "\n"))


def _other_encoding(data: bytes) -> str:
    """The encoding that it is instead of UTF-8, or ""."""
    if data.startswith(_WIDE_BOMS) or data.count(0) > len(data) // 4:
        return "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "GBK（GB18030）" if _is_gbk(data) else "未知的编码（或文件已损坏）"
    return ""


def _is_gbk(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return _REFUSED.search(text.replace("\r", "")) is None


def _without_control_characters(text: str) -> tuple[str, list[Placed]]:
    found = _REFUSED.search(text)
    if found is None:
        return text, []
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    clean, count = _REFUSED.subn(" ", text)
    return clean, [Placed(file_faults.control_character(found[0], count), line, column)]
