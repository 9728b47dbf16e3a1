"""What the committee does in the campaign: plan, pledge, inspections, evaluations (domain.md 2.2)."""

from docgen.campaign.models.meetings import CommitteeMeeting, Exchange, Letter
from docgen.campaign.models.process import Channel
from docgen.campaign.models.types import (
    BranchId,
    Count,
    Day,
    DocNo,
    Grade,
    Id,
    InspectionMode,
    InspectionScope,
    OwnerId,
    Person,
    Phone,
    Unit,
)
from docgen.records.schema import Entity, field, many, part, words


class RatioPledge(Entity):
    """How many branches are pledged to rise from one grade to another (R20)."""

    from_grade: Grade = words("原档次", "从", due="S2", key="from")
    to_grade: Grade = words("目标档次", "到", due="S2", key="to")
    base: Count | None = field("基数", due="S2")
    pledged: Count | None = field("承诺数", due="S2")


class Stage(Entity):
    """One step of the plan."""

    name: str = words("阶段", "名称", due="S2")
    from_day: Day | None = field("开始日期", "开始", due="S2", key="from")
    to_day: Day | None = field("结束日期", "结束", due="S2", key="to")


class LeadershipGroup(Entity):
    """领导小组 (R52)."""

    leader: Person = words("组长")
    deputies: tuple[Person, ...] = many("副组长")
    members: tuple[Person, ...] = many("成员")
    office: Unit = words("办公室")
    office_head: Person = words("办公室主任")


class GradeGuidance(Entity):
    """分类指导 for the branches of one grade (R36-R38)."""

    grade: Grade = words("档次", due="S2")
    theme: str = words("主题", due="S2")
    methods: tuple[str, ...] = many("方法", due="S2")
    focus: tuple[str, ...] = many("重点解决", due="S2")


class Task(Entity):
    """A task of the plan, with who leads and who helps (R57)."""

    seq: Count | None = field("序号", due="S2")
    task: str = words("任务", due="S2")
    lead: Unit = words("牵头单位", "牵头", due="S2")
    support: tuple[Unit, ...] = many("配合单位", "配合")
    deadline: Day | None = field("时限", "完成时限", due="S2")
    deliverable: str = words("成果", due="S2")


class Plan(Entity):
    """晋位方案, one current version to a committee (R17)."""

    title: str = words("标题", "名称", due="S2")
    version: Count | None = field("版次", "版本", due="S2")
    doc_no: DocNo = words("文号", "字号", "发文字号")
    issued_on: Day | None = field("印发日期", "成文日期")
    adopted: CommitteeMeeting = part(CommitteeMeeting, "通过情况", due="S3")
    guiding: str = words("指导思想", due="S2")
    overall_goal: str = words("总体目标", due="S2")
    ratio_pledges: tuple[RatioPledge, ...] = many("晋升比例承诺", due="S2")
    stages: tuple[Stage, ...] = many("步骤安排", due="S2")
    leadership_group: LeadershipGroup = part(LeadershipGroup, "领导小组")
    classification: tuple[GradeGuidance, ...] = many("分类指导", due="S2")
    tasks: tuple[Task, ...] = many("任务分工", due="S2")
    guarantees: tuple[str, ...] = many("保障措施")


class OverallPledge(Entity):
    """党委向上级的整体承诺 (R20)."""

    date: Day | None = field("日期", due="S3")
    signer: Person = words("承诺人", "签字人", due="S3")
    items: tuple[str, ...] = many("承诺事项", "事项", due="S3")


class InspectionFinding(Entity):
    """What an inspection found at a branch."""

    branch: BranchId = words("党支部", "支部", due="S9")
    text: str = words("发现问题", "问题", due="S9")
    demand: str = words("整改要求", "要求", due="S9")
    due: Day | None = field("时限", due="S9")
    done: bool | None = field("是否完成", "完成")


class Inspection(Entity):
    """督查 (R45, R46)."""

    id: Id = words("编号", due="S9")
    date: Day | None = field("日期", due="S9")
    mode: InspectionMode = words("督查方式", "方式", due="S9")
    scope: InspectionScope = words("督查范围", "范围", due="S9")
    branches: tuple[BranchId, ...] = many("受检支部", "支部", due="S9")
    inspectors: tuple[Person, ...] = many("督查人员", due="S9")
    items: tuple[str, ...] = many("督查内容", due="S9")
    findings: tuple[InspectionFinding, ...] = many("发现的问题", "问题")
    signed_by_checked: bool | None = field("受检方签字")


class Team(Entity):
    """考评组."""

    leader: Person = words("组长", due="S9")
    members: tuple[Person, ...] = many("成员", due="S9")


class MidtermEvaluation(Entity):
    """“七一”前考评 as the committee held it; the two lists are derived from the branches."""

    dates: tuple[Day, ...] = many("考评日期", "日期", due="S9")
    team: Team = part(Team, "考评组", due="S9")
    methods: tuple[str, ...] = many("考评方法", "方法")
    bulletin: Letter = part(Letter, "通报", due="S9")
    commended: tuple[BranchId, ...] = many("表扬支部", "表扬")
    criticised: tuple[BranchId, ...] = many("批评支部", "批评")


class ResultNotice(Entity):
    """结果公示 of the committee (J29)."""

    start: Day | None = field("开始日期", "开始", due="S11")
    end: Day | None = field("结束日期", "结束", due="S11")
    channels: tuple[Channel, ...] = many("公开渠道", "渠道", due="S11")
    phone: Phone = words("监督电话", "电话", due="S11")
    feedback_count: Count | None = field("意见条数", "意见数")
    conclusion: str = words("公示结论", "结论")


class FinalEvaluation(Entity):
    """年底考评验收 as the committee held it."""

    dates: tuple[Day, ...] = many("验收日期", "日期", due="S11")
    team: Team = part(Team, "考评组", due="S10")
    methods: tuple[str, ...] = many("验收方法", "方法")
    result_notice: ResultNotice = part(ResultNotice, "结果公示", due="S11")
    report: Letter = part(Letter, "总报告", "报告", due="S11")
    committee_decision: CommitteeMeeting = part(CommitteeMeeting, "党委审定", due="S11")


class GradeConfirmation(Exchange):
    """第二审: the superior's word on the grades, and the notice that publishes them (R23)."""

    notice: Letter = part(Letter, "公布通知", due="S12")


class Accountability(Entity):
    """责任追究 (R41)."""

    branch: BranchId = words("党支部", "支部", due="S11")
    person: Person = words("责任人", due="S11")
    reason: str = words("事由", "原因", due="S11")
    form: tuple[str, ...] = many("追责方式", "方式", due="S11", plain=True)
    decided_by: str = words("决定机关", due="S11")
    decided_on: Day | None = field("决定日期", due="S11")
    interviewed_on: Day | None = field("约谈日期")
    interviewer: Person = words("约谈人")
    follow_up: str = words("后续措施")


class Achievement(Entity):
    """建设年工作成果 (R35)."""

    title: str = words("成果名称", "名称", due="S11")
    kind: str = words("成果类别", "类别", due="S11")
    owner: OwnerId = words("所属组织", "单位", due="S11")
    date: Day | None = field("日期", due="S11")


class Survey(Entity):
    """知晓率、参与率 of the whole committee: the branches' sums (R59)."""

    date: Day | None = field("调查日期", "日期", due="S10")
    sample: Count | None = field("调查人数", due="S10")
    aware: Count | None = field("知晓人数", due="S10")
    members_total: Count | None = field("党员总数")
    participated: Count | None = field("参与人数", due="S10")


class PublicityItem(Entity):
    """One piece of publicity (R58)."""

    date: Day | None = field("日期", due="S9")
    media: str = words("媒体", "渠道", due="S9")
    title: str = words("标题", due="S9")


class CommitteePublicity(Entity):
    """宣传 of the committee."""

    survey: Survey = part(Survey, "知晓率调查", "问卷调查")
    items: tuple[PublicityItem, ...] = many("宣传信息", "宣传")


class ArchivePlan(Entity):
    """归档: by when and by whom the papers go to the archive."""

    due_on: Day | None = field("移交期限")
    responsible: Person = words("责任人")
    class_code: str = words("分类号")
    transferred_on: Day | None = field("移交日期")
