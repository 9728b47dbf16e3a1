"""R58 通过多种形式进行深度宣传 (part four)."""

from collections.abc import Iterator

from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_LEAST = 2


@rule(
    "R58",
    due="S10",
    severity=Severity.WARNING,
    remedy="在“宣传信息”里补记其他媒体、其他形式的宣传",
    scope="committee",
    seed="通过多种形式进行深度宣传",
)
def several_media_used(committee: CommitteeRecord) -> Iterator[Hit]:
    """到考评验收时，宣传至少用了两种媒体或者形式。

    正确::

        publicity: {items: [{date: 2013-04-01, media: 院报}, {date: 2013-05-02, media: 宣传栏}]}

    错误::

        publicity: {items: [{date: 2013-04-01, media: 院报}, {date: 2013-05-02, media: 院报}]}
    """
    media = {one.media for one in committee.publicity.items if one.media}
    if len(media) < _LEAST:
        said = f"只用了“{next(iter(media))}”一种" if media else "还没有记录"
        yield Hit("publicity.items", f"宣传形式{said}，至少要两种")
