"""Meetings, votes and who was absent, wherever a record tells of one."""

from docgen.campaign.models.types import Clock, Count, Day, DocNo, MeetingType, Person
from docgen.records.schema import Entity, field, many, part, words


class Absence(Entity):
    """Who did not come; “预备党员 3 名” counts as three and is no registry name (J11)."""

    name: Person = words("姓名", due="S1")
    reason: str = words("原因", "事由")


class Meeting(Entity):
    """会议 of a branch: should - present = the absent ones."""

    date: Day | None = field("日期", "时间", due="S1")
    type: MeetingType = words("类型", "会议类型", due="S1")
    place: str = words("地点", due="S1")
    chair: Person = words("主持人", "主持", due="S1")
    recorder: Person = words("记录人", "记录", due="S1")
    should: Count | None = field("应到人数", "应到", due="S1")
    present: Count | None = field("实到人数", "实到", due="S1")
    absent: tuple[Absence, ...] = many("缺席人员", "缺席")
    topic: str = words("议题", due="S1")
    decision: str = words("决定事项", "决定")


class Vote(Entity):
    """The meeting of a branch that adopted its method, with the count (R19, J28)."""

    meeting: MeetingType = words("会议", due="S3")
    date: Day | None = field("日期", due="S3")
    should: Count | None = field("应到人数", "应到", due="S3")
    present: Count | None = field("实到人数", "实到", due="S3")
    voters: Count | None = field("有表决权人数", "表决人数", due="S3")
    agree: Count | None = field("赞成", "同意", due="S3")
    against: Count | None = field("反对", due="S3")
    abstain: Count | None = field("弃权", due="S3")


class CommitteeMeeting(Entity):
    """A meeting of the committee that decided something."""

    meeting: str = words("会议", due="S3")
    session: str = words("会议次数", "届次")
    date: Day | None = field("日期", due="S3")
    should: Count | None = field("应到人数", "应到")
    present: Count | None = field("实到人数", "实到")
    result: str = words("结果")


class DeploymentMeeting(Entity):
    """部署会 of the committee (R26)."""

    title: str = words("会议名称", "标题", due="S4")
    date: Day | None = field("日期", due="S4")
    time: Clock = words("时间")
    place: str = words("地点", due="S4")
    chair: Person = words("主持人", "主持", due="S4")
    recorder: Person = words("记录人", "记录", due="S4")
    should: Count | None = field("应到人数", "应到", due="S5")
    present: Count | None = field("实到人数", "实到", due="S5")
    absent: tuple[Absence, ...] = many("缺席人员", "缺席")
    agenda: tuple[str, ...] = many("议程")


class Letter(Entity):
    """A paper sent up or down: 请示, 批复, 通知, 通报, 报告."""

    title: str = words("标题", due="S3")
    doc_no: DocNo = words("文号", "字号", "发文字号")
    date: Day | None = field("日期", "成文日期", due="S3")
    signer: Person = words("签发人")
    attachments: tuple[str, ...] = many("附件")
    result: str = words("结果")
    opinion: str = words("意见")


class Exchange(Entity):
    """A request to the superior and its reply."""

    request: Letter = part(Letter, "请示", due="S3")
    reply: Letter = part(Letter, "批复")
