"""The two kinds of record file: one for the committee, one for each branch."""

from docgen.campaign.models.branch import Baseline, Branch, Brand, Diagnosis, Goals, Method, Target
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.committee_process import (
    Accountability,
    Achievement,
    ArchivePlan,
    CommitteePublicity,
    FinalEvaluation,
    GradeConfirmation,
    Inspection,
    MidtermEvaluation,
    OverallPledge,
    Plan,
)
from docgen.campaign.models.meetings import DeploymentMeeting, Exchange, Meeting
from docgen.campaign.models.organisation import Committee, RegisteredPerson, Superior
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.process import (
    Agreement,
    Deed,
    Final,
    Midterm,
    Pledges,
    Publicity,
    RectificationOrder,
    Review,
)
from docgen.campaign.models.types import Body
from docgen.records.schema import Entity, field, many, part, words

SCHEMA = "jinwei-shengji/v1"


class BranchRecord(Entity):
    """All that one branch's file tells."""

    schema_: str = words("格式版本", required=True, key="schema")
    branch: Branch = part(Branch, "党支部", "支部", required=True)
    baseline: Baseline = part(Baseline, "划档定级结果", "定级结果", due="S1")
    target: Target = part(Target, "目标", "晋位升级目标", due="S2")
    brand: Brand = part(Brand, "品牌")
    diagnosis: Diagnosis = part(Diagnosis, "查找", "查找问题", due="S1")
    problems: tuple[Problem, ...] = many("问题", due="S1")
    goals: Goals = part(Goals, "目标体系", due="S2")
    method: Method = part(Method, "升级办法", "办法", due="S2")
    review: Review = part(Review, "审定", "报审审定", due="S3")
    pledges: Pledges = part(Pledges, "承诺", due="S4")
    publicity: Publicity = part(Publicity, "公示", "公开公示", due="S5")
    agreement: Agreement = part(Agreement, "责任书", due="S6")
    deeds: tuple[Deed, ...] = many("实事", due="S7")
    meetings: tuple[Meeting, ...] = many("会议", due="S1")
    midterm: Midterm = part(Midterm, "七一前考评", due="S9")
    rectification_order: RectificationOrder = part(RectificationOrder, "限期整改通知", "限期整改")
    final: Final = part(Final, "考评验收", due="S10")
    texts: dict[str, dict[str, Body]] = field("补充文字", default={})


class CommitteeRecord(Entity):
    """All that the committee's file tells."""

    schema_: str = words("格式版本", required=True, key="schema")
    campaign: Campaign = part(Campaign, "专项工作", required=True)
    superior: Superior = part(Superior, "上级党组织", due="S0")
    committee: Committee = part(Committee, "党委", required=True)
    people: tuple[RegisteredPerson, ...] = many("人员", "人员库", due="S0")
    departments: tuple[str, ...] = many("部门", "机关部门")
    branches: tuple[str, ...] = many("支部文件", "支部清单", due="S0")
    plan: Plan = part(Plan, "晋位方案", "方案", due="S2")
    overall_pledge: OverallPledge = part(OverallPledge, "整体承诺", due="S3")
    submission_to_superior: Exchange = part(Exchange, "方案报审", due="S3")
    deployment_meeting: DeploymentMeeting = part(DeploymentMeeting, "部署会", due="S4")
    inspections: tuple[Inspection, ...] = many("督查")
    midterm_evaluation: MidtermEvaluation = part(MidtermEvaluation, "七一前考评工作", due="S9")
    final_evaluation: FinalEvaluation = part(FinalEvaluation, "年底考评验收", due="S10")
    grade_confirmation: GradeConfirmation = part(GradeConfirmation, "档次审定", due="S11")
    accountability: tuple[Accountability, ...] = many("责任追究")
    achievements: tuple[Achievement, ...] = many("工作成果", "成果")
    publicity: CommitteePublicity = part(CommitteePublicity, "宣传")
    archive: ArchivePlan = part(ArchivePlan, "归档")
    texts: dict[str, dict[str, Body]] = field("补充文字", default={})
