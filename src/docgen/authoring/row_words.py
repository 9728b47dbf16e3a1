"""What the parts of derived rows are called in Chinese, for lists of names: one word for one thing.

A part ending in `_text` is the same thing ready for paper and needs no word of its own.
"""

import re

_WORDS = """
absent 缺席人员  account 说明  achieved 实际达到  achievement 成果  activities 查找活动
adopted 通过  adopts_method 是否通过办法  all 全部  answered 已答复  approved 已审定  area 领域
assessed 已考评  assessed_on 考评日期  at_baseline 原档次数  at_final 审定档次数  at_target 目标档次数
attendance 到会情况  author 责任者  average 平均分  aware 知晓人数  base 基数  baseline 定级
baseline_average 定级平均分  below 不及格  branch 党支部  branches 党支部  by 完成期限  called_by 召集单位
carried 续办  category 类别  cause_summary 主要原因  causes 原因  change 变化  channels 公开渠道
chosen 选中
closed 已销号  closed_on 销号日期  closing 销号率  closing_choice 销号结论  columns 各列  comment 评语
count 数量
counts 各项数量  criticised 批评  day 日期  day_digits 八位日期  days_left 剩余天数  deadline 时限
decided 已审定  deed 实事  deed_counts 实事统计  deeds 实事  deeds_done 办结实事数  demand 要求
demands 要求  dimensions 五个方面  doc_no 文号  done 已完成  done_on 完成日期  dossier 问题档案
entry 追责记录  escalated 上级协调  evidence 佐证  facts 事实  fallen 下降  feedback 意见
filed 立档  final 审定  final_average 年终平均分  finding 发现的问题  findings 发现的问题
focus 重点解决  form 追责方式  formal 正式党员数  formula 计算公式  found 查实情况
from_above 上级依据  from_grade 原档次  full 分值  full_total 分值合计  gain 提高分值  goals 目标
grade 档次  grade_by_total 按总分应定档次  grade_from 原档次  grade_to 目标或审定档次  graded 已定档
grades 档次变化  guarantees 保障机制
handler 经办人  handling 处理情况  has 有无  held 督查次数  highest 最高分  ideas 工作思路
immediate 立即解决  interviewer_title 约谈人职务  invalid 无效票  is_criticised 是否批评
is_held 是否已督查  is_latest 是否最新  is_met 是否达到  is_new 是否新增  is_of_all 是否全部
is_open 是否未结  is_praised 是否表扬  is_satisfied 是否计入满意  issued 发出数  items 各项
kept 已兑现  kinds 方式  label 名称  last_progress 最近进展  letter_title 函的标题
letter_to 函的主送单位  liaison 联系委员  line 通过情况  lost 扣分  lowest 最低分  matter 事项  measure 措施
measures 措施  meetings 会议  members 党员数  met 是否符合  method 办法  methods 方法  metric 指标
mode 提升方式
name 名称  newer_version 新版次  no 编号  note 备注  notice 公示  notices 公示  objective 客观原因
open 未结  opinion 意见  opinions 意见  options 选项  order_deadline 整改期限  order_no 限期整改通知书文号
order_reasons 批评原因  other_causes 其他原因  outcome 结果
overdue 是否逾期  own 自评  owner 负责人  participants 参加人数  participated 参与人数
participation 参与  passed 通过  people 受益人数  percent 百分比  period 期限  person_title 职务
planned 计划  pledged 承诺  pledges 承诺  points 要点  praised 表扬  previous 上一版
probationary 预备党员数  problem 问题  problem_counts 问题统计  problem_no 问题编号  problems 问题
progress 进展  prominent 突出问题数  promoted 是否晋档  rate 比率  reached 是否达到
reason_for_same_grade 本档提升的理由  reasons 原因
recipients 主送单位  record 支部记录  remark 备注  replied 已答复  request_title 请示标题
required 要求  required_share 要求比例  responsible 责任人  result 结果  retention 保管期限
returned 收回数  risen 提升  row 行  rows 各行  rules 规章制度  sample 调查人数  satisfaction 满意率
satisfied 满意选项  score 得分  score_to 目标分值  scored 已计分  sent_by_branch 是否支部报送
secretary 书记  sentence 说明  seq 序号
share 比例  signed 已签订  slip_to 联系单承办部门  source 来源  sources 来源  stage 阶段  statement 主要目标
status 状态  subjective 主观原因  submission 报审  submitted 已报审  submitted_on 报审日期
superior 考评  support 配合部门  surveyed_on 调查日期  target 目标  targets 目标  text 内容
theme 主题  time 时间  title 题名  to 主送  to_grade 目标档次  total 合计  total_from 定级得分
triage 解决方式
unassessed 未考评  unit 单位  valid 有效数  venues 组织阵地  vote 表决情况  way 方式  ways 方式
weak 薄弱环节数  weighted 加权得分  weights 权重  who 反映人  workdays 工作日数
"""
_WORD = dict(re.findall(r"(\w+) (\S+)", _WORDS))


_ENDINGS = {"": "", "_text": "", "_name": "名称", "_names": "名单", "_rate": "率", "_total": "总分"}


def row_word(name: str) -> str:
    """The Chinese word for a part of a derived row; the name itself where there is none."""
    for ending, suffix in _ENDINGS.items():
        if name.endswith(ending) and (word := _WORD.get(name.removesuffix(ending))):
            return f"{word}{suffix}"
    return name
