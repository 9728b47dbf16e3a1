"""The campaign: its basis, limits, grades, rubric and calendar (domain.md 2.2)."""

from decimal import Decimal

from docgen.campaign.models.types import Count, Day, DocNo, Grade, Id, Number
from docgen.records.schema import Entity, field, many, part, words


class Basis(Entity):
    """A document that the campaign rests on (R1)."""

    title: str = words("标题", "名称", due="S0")
    issuer: str = words("发文机关", due="S0")
    doc_no: DocNo = words("文号", "字号", "发文字号")
    date: Day | None = field("日期", "成文日期")


class RatioTarget(Entity):
    """The share of branches that must rise from one grade to another (R5-R7), 0 to 1."""

    from_grade: Grade = words("原档次", "从", due="S0", key="from")
    to_grade: Grade = words("目标档次", "到", due="S0", key="to")
    min: Number | None = field("最低比例", due="S0", share=True)


class Limits(Entity):
    """The numbers of the procedure that an office may set; the defaults are the guidance's (J1, J2)."""

    min_problems_per_branch: Count = field("每个支部最少问题数", default=2)  # R9
    ratio_targets: tuple[RatioTarget, ...] = many("晋升比例要求")  # R5-R7
    midterm_before: Day | None = field("七一前考评截止日")  # R48: before 1 July of the campaign's year
    final_not_after: Day | None = field("年底验收截止日")  # R51: 31 December
    venue_not_after: Day | None = field("阵地改造截止日")  # R15: 31 December
    min_deeds_per_branch: Count = field("每个支部最少实事数", default=2)  # R34, A8
    publicity_min_workdays: Count = field("公示最少工作日", default=5)  # R27, A9
    immediate_fix_max_days: Count = field("立即解决最长天数", default=15)  # R31, A10
    branch_study_max_gap_days: Count | None = field("支部研究最大间隔天数")  # R55
    inspection_max_gap_days: Count | None = field("督查最大间隔天数")  # R46
    criticise_below: Number | None = field("批评分数线")  # R50
    min_satisfaction_for_promotion: Number | None = field("晋档最低满意率", share=True)
    min_satisfaction_by_grade: dict[str, Decimal] = field("各档次最低满意率", default={}, share=True)  # J9
    reply_max_days: Count | None = field("上级答复最长天数")  # R33
    progress_max_gap_days: Count | None = field("进展记录最大间隔天数")  # R47
    accountability_forms: tuple[str, ...] = field(
        "追责方式", default=("约谈", "书面检查", "通报批评", "取消评先资格", "调整书记")
    )


class Indicator(Entity):
    """One line of a score sheet; the full marks of a rubric sum to 100."""

    key: Id = words("代号", due="S0")
    name: str = words("名称", due="S0")
    full: Number | None = field("满分", "分值", due="S0")


class Weights(Entity):
    """How the branch's own score and the committee's combine; they sum to 1."""

    self: Number | None = field("自评权重", due="S0", share=True)
    superior: Number | None = field("考评权重", due="S0", share=True)


class Threshold(Entity):
    """The least total that reaches a grade, itself included."""

    grade: Grade = words("档次", due="S0")
    min: Number | None = field("最低分", due="S0")


class Rubric(Entity):
    """How a branch is scored and graded, at the start and at the end (R51)."""

    indicators: tuple[Indicator, ...] = many("指标", due="S0")
    weights: Weights = part(Weights, "权重", due="S10")
    thresholds: tuple[Threshold, ...] = many("档次分数线", due="S0")
    satisfied_options: tuple[str, ...] = field("计入满意的选项", default=("满意", "比较满意"))


class Calendar(Entity):
    """Which days are worked, beyond Monday to Friday."""

    holidays: tuple[Day, ...] = many("节假日")
    extra_workdays: tuple[Day, ...] = many("调休上班日")


class Campaign(Entity):
    """专项工作, one to a committee file."""

    id: Id = words("编号", required=True)
    name: str = words("名称", due="S0")
    short_name: str = words("简称", due="S0")
    year_theme: str = words("年度主题", due="S0")
    year: Count | None = field("年份", "年度", due="S0")
    issued_on: Day | None = field("部署日期", due="S0")  # R63
    motto: str = words("结束语")  # R62
    basis: tuple[Basis, ...] = many("依据", due="S0")
    rules: Limits = part(Limits, "硬性参数", due="S0")
    grades: tuple[str, ...] = many("档次序列", "档次", due="S0")
    rubric: Rubric = part(Rubric, "划档定级办法", due="S0")
    midterm_rubric: tuple[Indicator, ...] = many("七一前考评指标", due="S8")
    calendar: Calendar = part(Calendar, "工作日历", due="S0")
