"""The rows in which a title is set, and the shape that they make."""

from collections.abc import Sequence
from itertools import pairwise

from docgen.text.width import width_em

_SLACK_EM = 0.6


def shape_fault(rows: Sequence[str]) -> str:
    """What is wrong with the shape of these rows, "" for nothing: 梯形 and 菱形 are right."""
    widths = [width_em("".join(row.split())) for row in rows]
    if len(widths) < 2:
        return ""
    if max(widths) - min(widths) < _SLACK_EM:
        return "各行一样长，排成了长方形"
    inner = widths[1:-1]
    if inner and min(inner) < min(widths[0], widths[-1]) - _SLACK_EM:
        return "中间的行比上下都短，排成了沙漏形"
    return ""


_WORDS = """
关于 印发 转发 通知 通报 请示 报告 批复 意见 决定 决议 公告 通告 公报 纪要 议案
工作 管理 加强 开展 进一步 做好 实施 办法 方案 规定 会议 活动 单位 公司 安全 申请
"""
_TORN = tuple(_WORDS.split())
_NOT_FIRST = frozenset("的了、，。：；）》”〕")
_NOT_LAST = frozenset("（《“〔")


def torn_word(rows: Sequence[str]) -> str:
    """The word that a row's end breaks in two (or the sign that it leaves alone); "" for none."""
    plain = ["".join(row.split()) for row in rows]
    for before, after in pairwise(plain):
        if not before or not after:
            continue
        if after[0] in _NOT_FIRST:
            return after[0]
        if before[-1] in _NOT_LAST:
            return before[-1]
        for word in _TORN:
            for at in range(1, len(word)):
                if before.endswith(word[:at]) and after.startswith(word[at:]):
                    return word
    return ""
