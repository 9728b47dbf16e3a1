"""Which style a line of text takes by its numbering: 一、（一）1.（1）."""

import re
from collections.abc import Iterable

BODY = "公文正文"
HEADINGS = ("公文一级标题", "公文二级标题", "公文三级标题", "公文四级标题")
STYLES = frozenset({BODY, *HEADINGS})

_HAN = "一二三四五六七八九十百零〇"
_LEVELS = (
    re.compile(rf"[{_HAN}]{{1,5}}、"),
    re.compile(rf"（[{_HAN}]{{1,5}}）"),
    re.compile(r"\d{1,3}[.．](?!\d)"),
    re.compile(r"（\d{1,3}）"),
)
_LEAD_CHARS_MAX = 40  # a first sentence longer than that is no heading
_END = re.compile(r"[。！？]")


def level_of(line: str) -> int | None:
    """0 to 3 for the four levels of numbering, None for a line without one."""
    stripped = line.lstrip("\u3000 ")
    return next((level for level, pattern in enumerate(_LEVELS) if pattern.match(stripped)), None)


def style_of(line: str) -> str:
    """The style of one paragraph. A numbered sentence that goes on after its heading is body text."""
    level = level_of(line)
    if level is None or (level < 2 and not _is_heading(line)):
        return BODY
    return HEADINGS[level]


def lead_of(line: str) -> tuple[int, str] | None:
    """Level and text of the heading that opens a paragraph of body text: “（一）加强领导。各支部……”."""
    level = level_of(line)
    if level is None or level > 1 or _is_heading(line):
        return None
    end = _END.search(line)
    return (level, line[: end.end()]) if end and end.end() <= _LEAD_CHARS_MAX else None


def styled(text: str | Iterable[str]) -> list[tuple[str, str]]:
    """Style and text of every paragraph of a body written as plain text or as a list."""
    lines = (
        text.splitlines() if isinstance(text, str) else [line for item in text for line in item.splitlines()]
    )
    return [(style_of(line.strip()), line.strip()) for line in lines if line.strip()]


def _is_heading(line: str) -> bool:
    # A heading is one short sentence: no stop inside, and not so long that it must be a paragraph.
    inner = line.strip().rstrip("。")
    return not _END.search(inner) and len(inner) <= _LEAD_CHARS_MAX
