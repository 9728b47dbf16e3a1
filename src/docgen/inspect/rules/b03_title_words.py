"""B03: a title says what it is about and ends with one of the fifteen genres."""

import re
from collections.abc import Iterator, Sequence

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "B03",
    "7.3.1、《条例》第九条",
    Strength.MUST,
    "标题的内容",
    "标题由发文机关名称、事由和文种组成：“关于……的通知”。文种是决议、决定、命令（令）、公报、公告、通告、意见、通知、"
    "通报、报告、请示、批复、议案、函、纪要这十五种之一。",
)
_JUDGED = (Format.ORDINARY, Format.UPWARD, Format.LETTER)
_GENRE = re.compile(
    r"(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[（(][^（）()]*[)）])?[。.，,；;！!]?$"
)
_SAYS_ABOUT = re.compile(r"关于|转发|印发|批转|任免|任命|会议|情况|工作报告")
_NEEDS_ABOUT = re.compile(r"的(?:通知|请示|批复|函|复函|通报|意见|决定)$")


def in_document(seen: Seen) -> Iterator[Deviation]:
    rows = seen.paragraphs(Element.TITLE) if is_judged(seen) else ()
    for told in _faults(seen, [row.text for row in rows]):
        yield at_paragraph(RULE, rows[0], told[0], told[1], told[2], told[3], told[4])


def on_pages(seen: Seen) -> Iterator[Deviation]:
    blocks = seen.blocks(Element.TITLE) if is_judged_on_pages(seen) else ()
    for told in _faults(seen, [block.text for block in blocks]):
        yield at_block(RULE, blocks[0], told[0], told[1], told[2], told[3], told[4])


def _faults(seen: Seen, rows: Sequence[str]) -> Iterator[tuple[str, str, str, str, Strength | None]]:
    title = "".join("".join(row.split()) for row in rows)
    if (
        not title
        or seen.format not in _JUDGED
        or not (seen.paragraphs(Element.MARK) or seen.blocks(Element.MARK))
    ):
        return
    if not _GENRE.search(title):
        remedy = "请在标题末尾写上文种，如“……的通知”；方案、办法等应当用“通知”印发"
        yield "标题没有以文种结尾", remedy, "十五种文种之一", title[-6:], None
    elif _NEEDS_ABOUT.search(title) and not _SAYS_ABOUT.search(title):
        yield "标题里没有“关于”", "请写成“关于……的……”", "关于……", title[:12], Strength.HABIT
