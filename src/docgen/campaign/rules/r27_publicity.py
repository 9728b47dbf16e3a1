"""R27 通过公示栏、校园网、会议等形式公开，公示够天数 (part two, step three)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.approval import approved_version
from docgen.campaign.days import two
from docgen.campaign.models.process import Channel, Notice
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "publicity.notices"
_GOALS = "目标和办法公示"
_SEED = "通过公示栏公示、校园网、召开会议等形式向党员群众公开"
# What a hospital or a factory calls the three (J17): 公告栏, 院内网, 职工大会.
_SIGNS = {"公示栏": ("栏", "橱窗", "张贴", "上墙"), "校园网": ("网",), "会议": ("会",)}


@rule("R27", due="S5", severity=Severity.ERROR, remedy="按实际公示情况补上", seed=_SEED)
def goals_posted(branch: BranchRecord) -> Iterator[Hit]:
    """目标和办法要公示；每次公示写明类别、起止日期和至少一个公开渠道。

    正确::

        publicity: {notices: [
          {id: G1, kind: 目标和办法公示, start: 2013-03-14, end: 2013-03-20, channels: [{type: 公示栏}]}]}

    错误::

        publicity: {notices: [{id: G1, kind: 目标和办法公示, start: 2013-03-14, end: 2013-03-20}]}

    错误::

        publicity: {notices: [
          {id: G1, kind: 结果公示, start: 2013-12-11, end: 2013-12-17, channels: [{type: 公示栏}]}]}
    """
    notices = branch.publicity.notices
    for index, notice in enumerate(notices):
        yield from owed(notice, f"{_FIELD}[{index}]", "kind", "start", "end", "channels")
    if not any(notice.kind in (_GOALS, "") for notice in notices):
        yield Hit(_FIELD, "目标和办法还没有公示")


@rule(
    "R27",
    due="S5",
    severity=Severity.WARNING,
    remedy="公示栏、校园网（单位内部网站）、会议三种渠道至少用两种",
    seed=_SEED,
)
def two_channels_used(branch: BranchRecord) -> Iterator[Hit]:
    """公示栏、校园网（单位内部网站）、召开会议三种渠道，至少用了两种。

    正确::

        publicity: {notices: [{id: G1, kind: 目标和办法公示, channels: [{type: 公示栏}, {type: 会议}]}]}

    错误::

        publicity: {notices: [{id: G1, kind: 目标和办法公示, channels: [{type: 公示栏}, {type: 其他}]}]}
    """
    for index, notice in enumerate(branch.publicity.notices):
        used = {name for channel in notice.channels if (name := _named(channel))}
        if notice.kind == _GOALS and notice.channels and len(used) < 2:
            said = f"只用了“{'、'.join(used)}”一种" if used else "一种也没有用"
            yield Hit(f"{_FIELD}[{index}].channels", f"公示栏、校园网（单位内部网站）、会议三种渠道{said}")


def _named(channel: Channel) -> str:
    """Which of the three channels this is; a plain word may say it in the place (J29)."""
    written = channel.type or channel.place
    return next((name for name, signs in _SIGNS.items() if any(sign in written for sign in signs)), "")


@rule("R27", due="S5", severity=Severity.ERROR, remedy="公示审核通过的那一版办法", seed=_SEED)
def approved_version_posted(branch: BranchRecord) -> Iterator[Hit]:
    """公示的升级办法是审核通过的那一版。

    正确::

        publicity: {notices: [{id: G1, kind: 目标和办法公示, method_version: 1}]}

    错误::

        publicity: {notices: [{id: G1, kind: 目标和办法公示, method_version: 2}]}
    """
    for index, notice in enumerate(branch.publicity.notices):
        if notice.kind == _GOALS:
            yield from _version(notice, f"{_FIELD}[{index}]", approved_version(branch))


def _version(notice: Notice, field: str, approved: int | None) -> Iterator[Hit]:
    yield from owed(notice, field, "method_version")
    if None not in (notice.method_version, approved) and notice.method_version != approved:
        said = f"公示的办法是第 {notice.method_version} 版，审核通过的是第 {approved} 版"
        yield Hit(f"{field}.method_version", said)


@rule("R27", due="S5", severity=Severity.ERROR, remedy="延长公示，或者核对起止日期和工作日历", seed=_SEED)
def posted_long_enough(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """公示期内的工作日不少于“公示最少工作日”（没有写的按 5 个），首日和末日都算，节假日不算。

    正确::

        publicity: {notices: [{id: G1, start: 2013-03-14, end: 2013-03-20}]}

    错误::

        publicity: {notices: [{id: G1, start: 2013-03-14, end: 2013-03-19}]}
    """
    for index, notice in enumerate(branch.publicity.notices):
        yield from _too_short(f"{_FIELD}[{index}]", notice.start, notice.end, office)


@rule(
    "R27",
    due="S11",
    severity=Severity.ERROR,
    remedy="延长公示，或者核对起止日期和工作日历",
    scope="committee",
    seed=_SEED,
)
def result_posted_long_enough(office: Office) -> Iterator[Hit]:
    """年底的结果公示，工作日也不少于“公示最少工作日”。

    正确::

        final_evaluation: {result_notice: {start: 2013-12-11, end: 2013-12-17}}

    错误::

        final_evaluation: {result_notice: {start: 2013-12-11, end: 2013-12-16}}
    """
    posted = office.committee.final_evaluation.result_notice
    yield from _too_short("final_evaluation.result_notice", posted.start, posted.end, office)


def _too_short(field: str, start: date | None, end: date | None, office: Office) -> Iterator[Hit]:
    if start is None or end is None:
        return
    least, days = office.campaign.rules.publicity_min_workdays, office.calendar.count(start, end)
    first, last = two(start, end)
    if end < start:
        yield Hit(f"{field}.end", f"公示结束日期 {last}早于开始日期 {first}")
    elif days < least:
        yield Hit(f"{field}.end", f"公示 {first}至{last}只有 {days} 个工作日，至少要 {least} 个")
