"""One problem of a branch, from filing to closing (domain.md 2.2, R8-R12, R24, R30-R33)."""

from docgen.campaign.models.types import (
    ActivityId,
    Area,
    Body,
    CauseId,
    CauseKind,
    Day,
    Dimension,
    Direction,
    DocNo,
    EscalationKind,
    Id,
    Nature,
    Number,
    Person,
    Priority,
    ProblemStatus,
    RecheckResult,
    Triage,
    Unit,
)
from docgen.records.schema import Entity, field, many, part, words


class Cause(Entity):
    """Why the problem exists (R11)."""

    id: Id = words("编号", due="S2")
    kind: CauseKind = words("原因类别", "类别", due="S2")
    text: str = words("原因", "内容", due="S2")


class Metric(Entity):
    """The number by which solving a problem is judged (R24)."""

    metric: str = words("指标", due="S2")
    unit: str = words("单位", due="S2")
    baseline: Number | None = field("现值", due="S2")
    target: Number | None = field("目标值", due="S2")
    direction: Direction = words("方向", due="S2")


class Measure(Entity):
    """What will be done about which causes, by whom and by when (R12, R24)."""

    id: Id = words("编号", due="S2")
    addresses: tuple[CauseId, ...] = many("针对原因", due="S2")
    action: str = words("措施", "内容", due="S2")
    responsible: Person = words("责任人", due="S2")
    support: tuple[Unit, ...] = many("配合部门", "配合")
    deadline: Day | None = field("时限", "完成时限", due="S2")
    deliverable: str = words("成果", due="S2")
    done_on: Day | None = field("完成日期")


class Immediate(Entity):
    """How a problem was solved at once (R31)."""

    done_on: Day | None = field("完成日期", due="S8")
    result: str = words("结果", due="S8")


class Explanation(Entity):
    """What members and masses were told of a problem that needs time (R32)."""

    date: Day | None = field("日期", due="S8")
    channel: str = words("渠道", due="S8")
    audience: str = words("对象", due="S8")
    text: str = words("说明内容", "内容", due="S8")


class Relay(Entity):
    """The committee's letter that carries an escalation further."""

    to: str = words("收文单位", "对象")
    kind: EscalationKind = words("文种")
    doc_no: DocNo = words("文号", "字号")
    date: Day | None = field("日期")


class Escalation(Entity):
    """A problem that only a superior can solve (R33)."""

    to: str = words("报请对象", "对象", due="S8")
    kind: EscalationKind = words("文种", due="S8")
    title: str = words("标题", due="S8")
    doc_no: DocNo = words("文号", "字号")
    sent_on: Day | None = field("报出日期", due="S8")
    relay: Relay = part(Relay, "转办")
    replied_on: Day | None = field("答复日期")
    reply: str = words("答复内容", "答复")
    outcome: str = words("办理结果", "结果")


class Progress(Entity):
    """One entry of the running record; entries are only ever added."""

    date: Day | None = field("日期", due="S7")
    percent: Number | None = field("进度", "百分比", due="S7")
    note: str = words("进展情况", "说明", due="S7")


class Closure(Entity):
    """销号: applied for, checked, agreed."""

    applied_on: Day | None = field("申请日期", due="S7")
    evidence: tuple[str, ...] = many("佐证材料", "佐证", due="S7")
    checked_by: Person = words("核查人", due="S7")
    checked_on: Day | None = field("核查日期", due="S7")
    opinion: str = words("核查意见", due="S7")
    closed_on: Day | None = field("销号日期", due="S7")


class CarryOver(Entity):
    """续办: why a problem goes on beyond the year, and until when."""

    reason: str = words("原因", due="S10")
    new_deadline: Day | None = field("新时限", due="S10")
    explained_on: Day | None = field("说明日期", due="S10")


class Recheck(Entity):
    """回头看: whether a closed problem came back (R56)."""

    date: Day | None = field("日期")
    by: Person = words("复查人")
    result: RecheckResult = words("结果")


class Problem(Entity):
    """One thing found wrong; its dossier is printed as Z01-W1."""

    id: Id = words("编号", due="S1")
    title: str = words("问题名称", "名称", "标题", due="S1")
    description: str = words("具体表现", "表现", due="S1")
    nature: Nature = words("性质", "问题性质", due="S1")
    priority: Priority = words("重点", "重点程度", due="S2")
    focus: tuple[str, ...] = many("焦点")
    dimensions: tuple[Dimension, ...] = many("涉及方面")
    area: Area = words("领域", due="S1")
    sources: tuple[ActivityId, ...] = many("来源", due="S1")
    found_on: Day | None = field("发现日期", due="S1")
    filed_on: Day | None = field("立档日期", due="S1")
    causes: tuple[Cause, ...] = many("原因", "原因分析", due="S2")
    target: Metric = part(Metric, "量化目标", "目标", due="S2")
    measures: tuple[Measure, ...] = many("措施", "解决办法", due="S2")
    lead: Person = words("牵头责任人", "牵头人", due="S2")
    deadline: Day | None = field("总时限", "时限", "完成时限", due="S2")
    triage: Triage = words("解决方式", due="S2")
    immediate: Immediate = part(Immediate, "立即解决情况", "立即解决")
    explanation: Explanation = part(Explanation, "情况说明")
    escalation: Escalation = part(Escalation, "上级协调情况", "上级协调")
    progress: tuple[Progress, ...] = many("进展", "整改进展")
    result_value: Number | None = field("实际值")
    status: ProblemStatus = words("状态", due="S1")
    closure: Closure = part(Closure, "销号")
    carry_over: CarryOver = part(CarryOver, "续办")
    recheck: Recheck = part(Recheck, "回头看")
    texts: dict[str, dict[str, Body]] = field("补充文字", default={})
