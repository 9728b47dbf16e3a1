"""What a branch goes through: review, pledges, publicity, agreement, assessment (domain.md 2.2)."""

from decimal import Decimal

from docgen.campaign.models.types import (
    ChannelType,
    Count,
    Day,
    DeedId,
    Defect,
    DocNo,
    Feasibility,
    Grade,
    Id,
    MidtermOutcome,
    NoticeId,
    NoticeKind,
    Number,
    OrderReason,
    Person,
    Phone,
    ProblemId,
    ReviewResult,
    Timeliness,
)
from docgen.records.schema import Entity, field, many, part, words


class Submission(Entity):
    """One hand-in of the method and the committee's word on it (R22, R43, R44)."""

    version: Count | None = field("版次", "版本", due="S3")
    submitted_on: Day | None = field("报送日期", due="S3")
    feasibility: Feasibility = words("可行性", due="S4")
    timeliness: Timeliness = words("时效性", due="S4")
    defects: tuple[Defect, ...] = many("审核缺陷", "缺陷")
    opinion: str = words("审核意见", "意见", due="S4")
    guidance: str = words("指导意见", "具体指导")
    reviewer: Person = words("审核人", due="S4")
    reviewed_on: Day | None = field("审核日期", due="S4")
    result: ReviewResult = words("审核结果", "结果", due="S4")


class Approval(Entity):
    """The committee's decision on a method (R25)."""

    meeting: str = words("会议", due="S4")
    date: Day | None = field("日期", due="S4")
    result: str = words("结果", due="S4")
    opinion: str = words("审定意见", "意见", due="S4")
    signer: Person = words("签发人", "签字人", due="S4")
    doc_no: DocNo = words("文号", "字号")


class Review(Entity):
    """报审与审定 (the first 审)."""

    submissions: tuple[Submission, ...] = many("报审", "报送", due="S3")
    approval: Approval = part(Approval, "审定", due="S4")


class PledgeToSuperior(Entity):
    """What the branch pledges to the committee (R21)."""

    date: Day | None = field("日期", due="S4")
    signer: Person = words("承诺人", "签字人", due="S4")
    grade: Grade = words("承诺档次", "档次", due="S4")
    items: tuple[str, ...] = many("承诺事项", "事项", due="S4")


class PublicPledge(Entity):
    """One thing pledged to members and masses (R28)."""

    seq: Count | None = field("序号", due="S5")
    text: str = words("承诺事项", "内容", due="S5")
    problem: ProblemId = words("对应问题", "问题")
    deed: DeedId = words("对应实事", "实事")
    responsible: Person = words("责任人", due="S5")
    deadline: Day | None = field("完成时限", "时限", due="S5")
    fulfilled: bool | None = field("是否兑现", "兑现")


class PledgeToPublic(Entity):
    """公开承诺."""

    date: Day | None = field("日期", due="S5")
    signer: Person = words("承诺人", "签字人", due="S5")
    items: tuple[PublicPledge, ...] = many("承诺事项", "事项", due="S5")


class Pledges(Entity):
    """Two of the three pledges; the third is the committee's."""

    to_superior: PledgeToSuperior = part(PledgeToSuperior, "向上级承诺", due="S4")
    to_public: PledgeToPublic = part(PledgeToPublic, "公开承诺", due="S5")


class Channel(Entity):
    """Where something was made public; a plain word is the place (J29)."""

    type: ChannelType = words("渠道", "类型")
    place: str = words("地点", "位置", plain=True)
    url: str = words("网址")


class Supervise(Entity):
    """How members and masses may comment (R29); printed in public (J37)."""

    phone: Phone = words("监督电话", "电话", due="S5")
    email: str = words("电子邮箱", "邮箱")
    box: str = words("意见箱")
    receiver: Person = words("受理人")


class Notice(Entity):
    """公示 (R27)."""

    id: Id = words("编号", due="S5")
    kind: NoticeKind = words("公示类别", "类别", due="S5")
    method_version: Count | None = field("办法版次")
    start: Day | None = field("开始日期", "开始", due="S5")
    end: Day | None = field("结束日期", "结束", due="S5")
    channels: tuple[Channel, ...] = many("公开渠道", "渠道", due="S5")
    supervise: Supervise = part(Supervise, "监督方式", due="S5")
    feedback_count: Count | None = field("意见条数", "意见数")
    conclusion: str = words("公示结论", "结论")


class Feedback(Entity):
    """意见: what somebody said during a notice, and the answer."""

    id: Id = words("编号", due="S5")
    notice: NoticeId = words("对应公示", "公示", due="S5")
    date: Day | None = field("日期", due="S5")
    from_whom: str = words("反映人", "来自", key="from")
    content: str = words("意见内容", "内容", due="S5")
    handling: str = words("处理情况", "处理")
    replied_on: Day | None = field("答复日期")


class Awareness(Entity):
    """知晓率、参与率 of a branch (R59)."""

    surveyed_on: Day | None = field("调查日期", due="S10")
    sample: Count | None = field("调查人数", due="S10")
    aware: Count | None = field("知晓人数", due="S10")
    participated: Count | None = field("参与人数", due="S10")


class Publicity(Entity):
    """What the branch made public, and what came back."""

    notices: tuple[Notice, ...] = many("公示", due="S5")
    feedback: tuple[Feedback, ...] = many("意见", "意见反馈")
    awareness: Awareness = part(Awareness, "知晓率调查", "知晓率", due="S10")


class Party(Entity):
    """One side of the agreement."""

    org: str = words("单位", due="S6")
    signer: Person = words("签字人", "代表", due="S6")
    duties: tuple[str, ...] = many("职责任务", "职责", due="S6")


class Agreement(Entity):
    """责任书 (R39)."""

    doc_no: DocNo = words("编号", "文号", "字号")
    party_a: Party = part(Party, "甲方", due="S6")
    party_b: Party = part(Party, "乙方", due="S6")
    grade_from: Grade = words("原档次", due="S6")
    grade_to: Grade = words("目标档次", due="S6")
    problems: tuple[ProblemId, ...] = many("需要解决的问题", "问题", due="S6")
    goals: tuple[str, ...] = many("所要达到的目标", "目标", due="S6")
    assessment: str = words("考核", due="S6")
    accountability: str = words("责任追究", due="S6")
    copies: Count | None = field("份数")
    signed_on: Day | None = field("签订日期")
    place: str = words("签订地点")


class Deed(Entity):
    """实事 (R34)."""

    id: Id = words("编号", due="S7")
    title: str = words("实事名称", "名称", due="S7")
    beneficiary: str = words("服务对象", due="S7")
    people: Count | None = field("受益人数")
    lead: Person = words("责任人", due="S7")
    planned_on: Day | None = field("计划时间", "计划完成日期", due="S7")
    done_on: Day | None = field("完成时间", "完成日期")
    result: str = words("办理结果", "结果")
    evidence: tuple[str, ...] = many("佐证材料", "佐证")
    problem: ProblemId = words("对应问题", "问题")


class Midterm(Entity):
    """“七一”前考评 of one branch (R48-R50)."""

    date: Day | None = field("考评日期", "日期", due="S9")
    scores: dict[str, Decimal] = field("各项得分", "得分", default={}, due="S9")
    total: Number | None = field("总分", due="S9")
    outcome: MidtermOutcome = words("考评结果", "结果", due="S9")
    comment: str = words("评语")


class Receipt(Entity):
    """Who received the order, and when."""

    by: Person = words("签收人")
    date: Day | None = field("签收日期", "日期")


class OrderReport(Entity):
    """The branch's report on what it did."""

    title: str = words("标题")
    date: Day | None = field("日期")


class OrderRecheck(Entity):
    """The committee's check of the report."""

    by: Person = words("复查人")
    date: Day | None = field("复查日期", "日期")
    result: str = words("结果")


class RectificationOrder(Entity):
    """限期整改通知 (R50)."""

    doc_no: DocNo = words("文号", "字号")
    issued_on: Day | None = field("发出日期", "日期", due="S9")
    reasons: tuple[OrderReason, ...] = many("批评原因", "原因", due="S9")
    demands: tuple[str, ...] = many("整改要求", "要求", due="S9")
    deadline: Day | None = field("整改期限", "时限", due="S9")
    receipt: Receipt = part(Receipt, "回执")
    report: OrderReport = part(OrderReport, "整改报告")
    recheck: OrderRecheck = part(OrderRecheck, "复查")


class Satisfaction(Entity):
    """民主测评: ballots and the count of each option.

    The options are the rubric's own words, so they stand beside the fixed keys and land in `counts`.
    """

    issued: Count | None = field("发出票数", "发出", due="S10")
    returned: Count | None = field("收回票数", "收回", due="S10")
    valid: Count | None = field("有效票数", "有效", due="S10")
    rate: Number | None = field("满意率", share=True)
    counts: dict[str, int] = field("各选项票数", default={}, rest=True)


class Final(Entity):
    """考评验收 of one branch (R51)."""

    applied_on: Day | None = field("申报日期", "自查申报日期", due="S10")
    applied_grade: Grade = words("申报档次", due="S10")
    date: Day | None = field("验收日期", "日期", due="S11")
    self_scores: dict[str, Decimal] = field("自评得分", default={}, due="S10")
    superior_scores: dict[str, Decimal] = field("考评得分", default={}, due="S11")
    self_total: Number | None = field("自评总分", due="S10")
    superior_total: Number | None = field("考评总分", due="S11")
    total: Number | None = field("总分", due="S11")
    satisfaction: Satisfaction = part(Satisfaction, "民主测评", "满意度测评", due="S11")
    conclusion: str = words("验收结论", "结论", due="S11")
    shortcomings: tuple[str, ...] = many("存在不足", "不足")
    grade: Grade = words("审定档次", "档次", due="S11")
    achieved: bool | None = field("是否实现目标", "实现目标", due="S11")
