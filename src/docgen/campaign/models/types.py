"""The words that the campaign's enumerations allow (domain.md 2.1), and how its texts are written."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from docgen.records.schema import Form, Options, Reference


def _options(*words: str, open_: bool = False) -> Options:
    return Options(words, open_)


Day = date
Number = Decimal
Count = int

Name = Annotated[str, Form("name")]
Person = Annotated[str, Form("name"), Reference("person")]
DocNo = Annotated[str, Form("doc_no")]
Clock = Annotated[str, Form("clock")]
Phone = Annotated[str, Form("phone")]
Id = Annotated[str, Form("id")]
Body = Annotated[str, Form("body")]  # a section of a paper: lines of text, or a list of them
BranchId = Annotated[str, Form("id"), Reference("branch")]
OwnerId = Annotated[str, Form("id"), Reference("branch or committee")]
Unit = Annotated[str, Reference("department")]
Grade = Annotated[str, Reference("grade")]
ActivityId = Annotated[str, Form("id"), Reference("activity")]
ProblemId = Annotated[str, Form("id"), Reference("problem")]
CauseId = Annotated[str, Form("id"), Reference("cause")]
DeedId = Annotated[str, Form("id"), Reference("deed")]
NoticeId = Annotated[str, Form("id"), Reference("notice")]

Category = Annotated[str, _options("机关", "教师", "学生", "离退休", "后勤", "联合", open_=True)]
Nature = Annotated[str, _options("突出问题", "薄弱环节")]
Priority = Annotated[str, _options("重点", "一般")]
Triage = Annotated[str, _options("立即解决", "限期解决", "上级协调")]
CauseKind = Annotated[str, _options("主观", "客观")]
Area = Annotated[str, _options("工作思路", "规章制度", "组织阵地", "保障机制")]
Dimension = Annotated[
    str,
    _options("战斗力", "书记素质", "党员队伍生机活力", "基层基础保障水平", "基层党建制度化水平"),
]
ProblemStatus = Annotated[str, _options("立档", "整改中", "待验收", "已销号", "转入续办", "反弹")]
TargetMode = Annotated[str, _options("晋档", "本档提升")]
ReviewResult = Annotated[str, _options("通过", "退回修改", "不予通过")]
Defect = Annotated[str, _options("不具体", "不明确", "缺乏针对性", "缺乏可操作性")]
Feasibility = Annotated[str, _options("可行", "基本可行", "不可行")]
Timeliness = Annotated[str, _options("合理", "偏紧", "不明确")]
InspectionMode = Annotated[str, _options("集中督查", "随机抽查")]
InspectionScope = Annotated[str, _options("面上指导", "点上检查")]
MidtermOutcome = Annotated[str, _options("表扬", "通过", "批评并限期整改")]
OrderReason = Annotated[str, _options("整改措施不到位", "工作走过场", "不得力")]
ActivityKind = Annotated[str, _options("座谈会", "走访调研", "向上级党组织征求意见", "其他")]
MeetingType = Annotated[str, _options("支部委员会", "党员大会", "党小组会", "党委会", "部署会", open_=True)]
ChannelType = Annotated[str, _options("公示栏", "校园网", "会议", "其他", open_=True)]
NoticeKind = Annotated[str, _options("目标和办法公示", "结果公示")]
EscalationKind = Annotated[str, _options("请示", "报告", "函", "口头", open_=True)]
RuleAction = Annotated[str, _options("新建", "修订", "沿用")]
Direction = Annotated[str, _options("越大越好", "越小越好")]
RecheckResult = Annotated[str, _options("未反弹", "反弹")]
