"""A branch and what it sets out to do: baseline, target, goals, method (domain.md 2.2)."""

from decimal import Decimal

from docgen.campaign.models.meetings import Vote
from docgen.campaign.models.types import (
    ActivityKind,
    BranchId,
    Category,
    Count,
    Day,
    Dimension,
    Grade,
    Id,
    Name,
    Number,
    Person,
    Phone,
    RuleAction,
    TargetMode,
)
from docgen.records.schema import Entity, field, many, part, words


class Term(Entity):
    """The branch committee's term of office."""

    elected_on: Day | None = field("选举日期")
    expires_on: Day | None = field("届满日期")


class Members(Entity):
    """Party members of a branch."""

    formal: Count | None = field("正式党员数", "正式党员", due="S0")
    probationary: Count | None = field("预备党员数", "预备党员", due="S0")
    groups: Count | None = field("党小组数")


class CommitteeMember(Entity):
    """A member of the branch committee with his post."""

    name: Person = words("姓名", due="S0")
    post: str = words("职务", due="S0")


class Contact(Entity):
    """Whom to call at the branch."""

    name: Name = words("姓名", "联系人", due="S0")
    phone: Phone = words("电话", due="S0")
    email: str = words("电子邮箱", "邮箱")
    fax: Phone = words("传真")
    room: str = words("办公地点", "房间")


class Branch(Entity):
    """党支部, the unit that is graded."""

    id: Id = words("编号", required=True)
    full_name: str = words("全称", "支部全称", "支部名称", due="S0")
    short_name: str = words("简称", "支部简称", required=True)
    category: Category = words("类别", "支部类别", due="S0")
    covers: tuple[str, ...] = many("覆盖单位", due="S0")
    founded_on: Day | None = field("成立时间", "成立日期")
    term: Term = part(Term, "任期")
    members: Members = part(Members, "党员数", due="S0")
    secretary: Person = words("书记", "支部书记", due="S0")
    deputy_secretary: Person = words("副书记")
    committee_members: tuple[CommitteeMember, ...] = many("委员")
    contact: Contact = part(Contact, "联系人", due="S0")
    has_seal: bool = field("印章", "有无印章", default=False)
    liaison: Person = words("联系委员")


class Baseline(Entity):
    """划档定级结果: where the branch starts."""

    grade: Grade = words("档次", "等次", due="S1")
    rated_on: Day | None = field("定级日期", "日期", due="S1")
    scores: dict[str, Decimal] = field("各项得分", "得分", default={}, due="S1")
    total: Number | None = field("总分", due="S1")
    satisfaction: Number | None = field("满意率", due="S1", share=True)


class Target(Entity):
    """晋位升级目标: where it wants to be by the year's end (R3)."""

    mode: TargetMode = words("目标方式", "方式", due="S2")
    grade: Grade = words("目标档次", "档次", due="S2")
    score: Number | None = field("目标分值", "分值", due="S2")
    by: Day | None = field("完成时限", "时限", due="S2")
    statement: str = words("目标表述", "表述", due="S2")
    reason_for_same_grade: str = words("本档提升理由")


class Brand(Entity):
    """品牌, due when the target is the last grade (R7)."""

    name: str = words("品牌名称", "名称")
    slogan: str = words("口号")
    meaning: str = words("内涵")
    carriers: tuple[str, ...] = many("载体")
    owner: Person = words("负责人")
    manual_done_on: Day | None = field("手册完成日期")
    spread: tuple[BranchId, ...] = many("推广支部")
    outside_visits: Count | None = field("外来参观次数")


class Period(Entity):
    """From one day to another, both included."""

    from_day: Day | None = field("开始日期", "开始", "起", due="S1", key="from")
    to_day: Day | None = field("结束日期", "结束", "止", due="S1", key="to")


class Activity(Entity):
    """查找活动: how problems were looked for (R8)."""

    id: Id = words("编号", due="S1")
    kind: ActivityKind = words("查找方式", "方式", due="S1")
    date: Day | None = field("日期", due="S1")
    place: str = words("地点")
    host: Person = words("主持人", due="S1")
    participants: Count | None = field("参加人数", due="S1")
    note: str = words("备注", "说明")
    opinions: Count | None = field("意见数", "意见条数")
    points: tuple[str, ...] = many("发言要点")


class Diagnosis(Entity):
    """深入查找突出问题."""

    period: Period = part(Period, "查找时间")
    activities: tuple[Activity, ...] = many("查找活动", due="S1")


class GoalMetric(Entity):
    """The number by which a goal is judged."""

    name: str = words("指标", "名称", due="S2")
    unit: str = words("单位", due="S2")
    baseline: Number | None = field("现值", due="S2")
    target: Number | None = field("目标值", due="S2")
    result: Number | None = field("实际值", due="S10")


class Goal(Entity):
    """One of the 新提升: 思路, 阵地, 保障 (R13, R15, R16)."""

    text: str = words("内容", due="S2")
    central_task: str = words("中心任务")
    metric: GoalMetric = part(GoalMetric, "指标", due="S2")
    budget_yuan: Number | None = field("预算", "预算（元）")
    responsible: Person = words("责任人", due="S2")
    deadline: Day | None = field("时限", "完成时限", due="S2")
    done_on: Day | None = field("完成日期")


class OwnRule(Entity):
    """A rule of the branch, made or mended (R14)."""

    name: str = words("制度名称", "名称", due="S2")
    action: RuleAction = words("建设方式", "方式", due="S2")
    responsible: Person = words("责任人", due="S2")
    deadline: Day | None = field("时限", "完成时限", due="S2")
    done_on: Day | None = field("完成日期")


class DimensionGoal(Entity):
    """One of the five dimensions (R4)."""

    name: Dimension = words("方面", "名称", due="S2")
    baseline: str = words("现状", due="S2")
    target: str = words("目标", due="S2")
    result: str = words("结果", due="S10")
    reached: bool | None = field("是否达到", "达到", due="S10")


class Goals(Entity):
    """目标体系: the four 新提升 and the five dimensions."""

    work_idea: Goal = part(Goal, "工作思路", due="S2")
    rules: tuple[OwnRule, ...] = many("规章制度", due="S2")
    venue: Goal = part(Goal, "组织阵地", due="S2")
    guarantee: Goal = part(Goal, "保障机制", due="S2")
    five_dimensions: tuple[DimensionGoal, ...] = many("五个方面", due="S2")


class Method(Entity):
    """升级办法, one current version to a branch (R18)."""

    title: str = words("标题", "名称", due="S2")
    version: Count | None = field("版次", "版本", due="S2")
    grade_theme: str = words("档次主题", "主题", due="S2")
    grade_methods: tuple[str, ...] = many("档次方法", "方法", due="S2")
    integration: str = words("工作结合", due="S2")
    adopted: Vote = part(Vote, "通过情况", due="S3")
