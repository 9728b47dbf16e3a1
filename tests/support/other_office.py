"""A second good office, of other words than the sample: a hospital of 2027 with three grades.

Five branches with the hard bits that the sample has not: the last grade at the start and as a target
(brand both times), a target missed (criticised, ordered, held to account), three problems at least, other
rubric keys, weights and options, six working days of posting over a holiday, a third that meets 0.3333.
Everything is plain data with record keys, so that a test may change one thing and write it as YAML.
"""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from support.other_problems import PROBLEMS

Data = dict[str, Any]

_HEAD = "贺兰山"
_PEOPLE: dict[str, tuple[str, str, str]] = {
    "P1": ("东方朗", "古丽娜尔·买买提", "祝小满"),
    "P2": ("仲孙礼", "单于青", "缪一诺"),
    "P3": ("端木蓉", "公冶长风", "伊力哈木·吐尔逊"),
    "P4": ("澹台静", "濮阳飞", "谷雨"),
    "P5": ("宇文涛", "令狐春", "呼延宁"),
}
_NAMES = {"P1": "门诊", "P2": "后勤保障", "P3": "外科联合", "P4": "护理", "P5": "退休职工"}
_CATEGORIES = {"P1": "机关", "P2": "后勤", "P3": "联合", "P4": "机关", "P5": "离退休"}
_MEMBERS = {"P1": (21, 2), "P2": (18, 0), "P3": (33, 4), "P4": (40, 6), "P5": (26, 0)}
_GRADES = {  # at the start, as the target, in the end
    "P1": ("达标", "良好", "达标"),
    "P2": ("达标", "达标", "达标"),
    "P3": ("良好", "优秀", "优秀"),
    "P4": ("优秀", "优秀", "优秀"),
    "P5": ("达标", "良好", "良好"),
}
_BASELINE = {"P1": (26, 22, 16), "P2": (25, 21, 17), "P3": (32, 28, 21), "P4": (36, 31, 23), "P5": (27, 23, 17)}
_TARGET_SCORE = {"P1": 78, "P2": 66, "P3": 89, "P4": 92, "P5": 76}
_OWN = {"P1": (30, 26, 18), "P2": (28, 24, 19), "P3": (37, 32, 23), "P4": (38, 33, 24), "P5": (31, 28, 20)}
_SUPERIOR = {"P1": (28, 25, 17), "P2": (27, 24, 18), "P3": (36, 31, 23), "P4": (37, 33, 24), "P5": (31, 27, 20)}
_MIDTERM = {"P1": (35, 20), "P2": (45, 30), "P3": (52, 34), "P4": (56, 38), "P5": (54, 36)}
_OUTCOMES = {"P1": "批评并限期整改", "P2": "通过", "P3": "通过", "P4": "表扬", "P5": "表扬"}
_THEMES = {
    "达标": ("补短板争良好", ["查弱项", "建台账", "逐项销号"], ["标准不高", "作风不实"]),
    "良好": ("争创优秀", ["立规范", "树样板"], ["满足现状", "创新不足"]),
    "优秀": ("领先示范", ["出经验", "带全院"], ["辐射带动不够"]),
}
_DIMENSIONS = ("战斗力", "书记素质", "党员队伍生机活力", "基层基础保障水平", "基层党建制度化水平")


def records() -> Data:
    """The committee's record under "committee", those of the branches under their ids."""
    found: Data = {number: _branch(number) for number in _NAMES}
    return {"committee": _committee_record(list(found.values())), **found}


def changed(field: str, value: Any) -> Data:
    """The good records with one value changed: “P1.problems[0].nature”; None takes the key away."""
    whole = records()
    *way, last = field.replace("[", ".").replace("]", "").split(".")
    inner: Any = whole
    for step in way:
        inner = inner[int(step) if step.isdigit() else step]
    if value is None:
        del inner[int(last) if last.isdigit() else last]
    else:
        inner[int(last) if last.isdigit() else last] = deepcopy(value)
    return whole


def write(whole: Data, folder: Path) -> Path:
    """A workspace with these records lies in the folder."""
    (folder / "docgen.toml").write_text("", "utf-8")
    branches = folder / "data" / "branches"
    branches.mkdir(parents=True)
    for name, record in whole.items():
        path = folder / "data" / "committee.yaml" if name == "committee" else branches / f"{name}.yaml"
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(text, "utf-8")
    return folder


def _committee_record(branches: list[Data]) -> Data:
    ids = [one["branch"]["id"] for one in branches]
    return {
        "schema": "jinwei-shengji/v1",
        "campaign": _campaign(),
        "superior": {"full_name": "中共滨海市卫生健康工作委员会", "short_name": "市卫健工委", "doc_prefix": "滨卫工委"},
        "committee": _committee(branches),
        "people": _people(),
        "departments": ["党办", "人事科", "医务部", "护理部", "总务科", "财务科"],
        "branches": [f"{number}.yaml" for number in ids],
        "plan": _plan(),
        "overall_pledge": {"date": "2027-03-15", "signer": _HEAD, "items": ["两成以上支部晋升", "问题销号率不低于 90%"]},
        "submission_to_superior": {
            "request": {"title": "关于报请审定提升方案的请示", "doc_no": "滨医党〔2027〕5号", "date": "2027-03-15", "signer": _HEAD},
            "reply": {"title": "关于提升方案的批复", "doc_no": "滨卫工委〔2027〕12号", "date": "2027-03-19", "result": "同意"},
        },
        "deployment_meeting": {
            "title": "提升行动部署会", "date": "2027-03-24", "time": "15:00", "place": "学术报告厅",
            "chair": "慕容雪", "recorder": "尤浩", "should": 60, "present": 57,
            "absent": [{"name": "谷雨", "reason": "手术"}, {"name": "值班党员 2 名", "reason": "值班"}],
            "agenda": ["宣读批复", "部署任务", "签订责任书"],
        },
        "inspections": _inspections(ids),
        "midterm_evaluation": {
            "dates": ["2027-06-22"],
            "team": {"leader": "慕容雪", "members": ["尤浩"]},
            "methods": ["查阅台账", "个别谈话"],
            "bulletin": {"title": "关于年中考评结果的通报", "doc_no": "滨医党通〔2027〕2号", "date": "2027-06-25"},
            "commended": [n for n in ids if _OUTCOMES[n] == "表扬"],
            "criticised": [n for n in ids if _OUTCOMES[n] == "批评并限期整改"],
        },
        "final_evaluation": {
            "dates": ["2027-12-06", "2027-12-07"],
            "team": {"leader": "慕容雪", "members": ["尤浩"]},
            "methods": ["听取汇报", "民主测评"],
            "result_notice": {
                "start": "2027-12-08", "end": "2027-12-15", "channels": ["门诊大厅公示栏", "院内网"],
                "phone": "0000-7700002", "feedback_count": 0, "conclusion": "没有收到不同意见。",
            },
            "report": {"title": "关于考评验收情况的报告", "doc_no": "滨医党〔2027〕18号", "date": "2027-12-16", "signer": _HEAD},
            "committee_decision": {"meeting": "党委会", "session": "2027年第19次", "date": "2027-12-16"},
        },
        "grade_confirmation": {
            "request": {"title": "关于报请审定档次的请示", "doc_no": "滨医党〔2027〕19号", "date": "2027-12-16", "signer": _HEAD},
            "reply": {"title": "关于审定档次的批复", "doc_no": "滨卫工委〔2027〕66号", "date": "2027-12-20", "result": "同意"},
            "notice": {"title": "关于公布审定结果的通知", "doc_no": "滨医党发〔2027〕40号", "date": "2027-12-22"},
        },
        "accountability": [
            {
                "branch": "P1", "person": "东方朗", "reason": "没有实现责任书确定的目标。", "form": "书面检查",
                "decided_by": "党委会", "decided_on": "2027-12-16",
            }
        ],
        "achievements": [{"title": "床旁结算流程手册", "kind": "制度成果", "owner": "P3", "date": "2027-11-12"}],
        "publicity": {
            "survey": {
                "date": "2027-11-15",
                **{key: sum(one["publicity"]["awareness"][key] for one in branches) for key in ("sample", "aware", "participated")},
                "members_total": sum(sum(pair) for pair in _MEMBERS.values()),
            },
            "items": [
                {"date": "2027-03-25", "media": "院报", "title": "提升行动启动"},
                {"date": "2027-09-02", "media": "院内网", "title": "支部办实事纪实"},
            ],
        },
        "archive": {"due_on": "2028-06-30", "responsible": "尤浩", "class_code": "DQ13"},
    }  # fmt: skip


def _campaign() -> Data:
    return {
        "id": "TS-2027",
        "name": "基层党组织对标提升行动",
        "short_name": "提升行动",
        "year_theme": "组织力提升年",
        "year": 2027,
        "issued_on": "2027-03-01",
        "basis": [{"title": "关于开展对标提升行动的意见", "issuer": "中共滨海市委", "doc_no": "滨发〔2027〕3号", "date": "2027-02-22"}],
        "rules": {
            "min_problems_per_branch": 3,
            "ratio_targets": [{"from": "达标", "to": "良好", "min": 0.3333}, {"from": "良好", "to": "优秀", "min": 0.5}],
            "midterm_before": "2027-07-01",
            "final_not_after": "2027-12-20",
            "venue_not_after": "2027-11-30",
            "min_deeds_per_branch": 2,
            "publicity_min_workdays": 6,
            "immediate_fix_max_days": 20,
            "branch_study_max_gap_days": 75,
            "inspection_max_gap_days": 80,
            "criticise_below": 60,
            "min_satisfaction_for_promotion": 0.75,
            "reply_max_days": 30,
            "progress_max_gap_days": 100,
            "accountability_forms": ["谈话提醒", "书面检查"],
        },
        "grades": ["达标", "良好", "优秀"],
        "rubric": {
            "indicators": [
                {"key": "zhibu", "name": "支部班子", "full": 40},
                {"key": "yewu", "name": "业务融合", "full": 35},
                {"key": "qunzhong", "name": "群众口碑", "full": 25},
            ],
            "weights": {"self": 0.3, "superior": 0.7},
            "thresholds": [{"grade": "达标", "min": 60}, {"grade": "良好", "min": 75}, {"grade": "优秀", "min": 88}],
            "satisfied_options": ["好", "较好"],
        },
        "midterm_rubric": [
            {"key": "luoshi", "name": "整改落实", "full": 60},
            {"key": "taizhang", "name": "台账", "full": 40},
        ],
        "calendar": {
            "holidays": [
                "2027-01-01", "2027-04-05", "2027-05-03", "2027-06-09", "2027-09-15",
                "2027-10-01", "2027-10-04", "2027-10-05", "2027-10-06", "2027-10-07",
            ],
            "extra_workdays": ["2027-09-26", "2027-10-09"],
        },
    }  # fmt: skip


def _committee(branches: list[Data]) -> Data:
    office = {"phone": "0000-7700001", "email": "db@binyi.example", "room": "综合楼 501"}
    return {
        "id": "DW",
        "full_name": "中共滨海市第一医院委员会",
        "short_name": "医院党委",
        "school": "滨海市第一医院",
        "doc_prefixes": {"下行": "滨医党发", "上行": "滨医党", "批复": "滨医党批", "通报": "滨医党通", "督办": "滨医党督", "函": "滨医党函"},
        "has_seal": True,
        "secretary": _HEAD,
        "deputy_secretary": "慕容雪",
        "members": [_HEAD, "慕容雪", "阿不力克木·艾则孜"],
        "office": {"name": "党办", "head": "尤浩", **office},
        "org_department": {"name": "人事科", "head": "慕容雪", "clerk": "尤浩", **office, "phone": "0000-7700002"},
        "address": "滨海市海港路 9 号",
        "totals": {
            "branches": len(branches),
            "formal_members": sum(one["branch"]["members"]["formal"] for one in branches),
            "probationary_members": sum(one["branch"]["members"]["probationary"] for one in branches),
        },
    }  # fmt: skip


def _people() -> list[Data]:
    own = ((_HEAD, "党委书记"), ("慕容雪", "党委副书记"), ("阿不力克木·艾则孜", "党委委员"), ("尤浩", "党办主任"))
    listed = [{"name": name, "org": "DW", "title": title} for name, title in own]
    titles = ("支部书记", "组织委员", "宣传委员")
    for number, names in _PEOPLE.items():
        listed += [{"name": n, "org": number, "title": t} for n, t in zip(names, titles, strict=True)]
    return listed


def _plan() -> Data:
    guidance = [
        {"grade": grade, "theme": theme, "methods": methods, "focus": focus}
        for grade, (theme, methods, focus) in _THEMES.items()
    ]
    return {
        "title": "基层党组织对标提升行动方案",
        "version": 1,
        "doc_no": "滨医党发〔2027〕9号",
        "issued_on": "2027-03-24",
        "adopted": {"meeting": "党委会", "session": "2027年第4次", "date": "2027-03-12", "should": 3, "present": 3, "result": "一致通过"},
        "guiding": "围绕改善就医体验，一个支部一个支部地对标提升。",
        "overall_goal": "年底前至少两个支部晋升。",
        "ratio_pledges": [
            {"from": "达标", "to": "良好", "base": 3, "pledged": 2},
            {"from": "良好", "to": "优秀", "base": 1, "pledged": 1},
        ],
        "stages": [
            {"name": "查摆问题", "from": "2027-03-01", "to": "2027-03-12"},
            {"name": "整改提升", "from": "2027-03-24", "to": "2027-11-30"},
        ],
        "leadership_group": {"leader": _HEAD, "deputies": ["慕容雪"], "members": ["阿不力克木·艾则孜"], "office": "党办", "office_head": "尤浩"},
        "classification": guidance,
        "tasks": [
            {"seq": 1, "task": "审核升级办法", "lead": "人事科", "support": ["党办"], "deadline": "2027-03-18", "deliverable": "审核意见"},
            {"seq": 2, "task": "协调设备和场地", "lead": "总务科", "support": ["财务科", "医务部"], "deadline": "2027-10-29", "deliverable": "办结清单"},
        ],
        "guarantees": ["列支专项经费 5 万元。"],
    }  # fmt: skip


def _inspections(ids: list[str]) -> list[Data]:
    held = (
        ("JC1", "2027-05-12", "集中督查", "面上指导", ids),
        ("JC2", "2027-07-14", "随机抽查", "点上检查", ["P1", "P3"]),
        ("JC3", "2027-09-16", "集中督查", "点上检查", ["P2", "P5"]),
        ("JC4", "2027-11-10", "随机抽查", "面上指导", ids),
    )
    return [
        {
            "id": number, "date": day, "mode": mode, "scope": scope, "branches": branches,
            "inspectors": ["慕容雪", "尤浩"], "items": ["整改进度", "台账"], "findings": [], "signed_by_checked": True,
        }
        for number, day, mode, scope, branches in held
    ]  # fmt: skip


def _branch(number: str) -> Data:
    secretary, second, third = _PEOPLE[number]
    start, target, end = _GRADES[number]
    formal, probationary = _MEMBERS[number]
    full_name = f"中共滨海市第一医院{_NAMES[number]}支部委员会"
    theme, methods, _ = _THEMES[start]
    record: Data = {
        "schema": "jinwei-shengji/v1",
        "branch": {
            "id": number,
            "full_name": full_name,
            "short_name": f"{_NAMES[number]}党支部",
            "category": _CATEGORIES[number],
            "covers": [f"{_NAMES[number]}科室"],
            "members": {"formal": formal, "probationary": probationary},
            "secretary": secretary,
            "committee_members": [
                {"name": secretary, "post": "书记"}, {"name": second, "post": "组织委员"}, {"name": third, "post": "宣传委员"},
            ],
            "contact": {"name": second, "phone": "0000-7700100"},
            "has_seal": False,
            "liaison": "阿不力克木·艾则孜",
        },
        "baseline": {"grade": start, "rated_on": "2027-01-20", **_scored("scores", _BASELINE[number], "total"), "satisfaction": 0.78},
        "target": {
            "mode": "晋档" if start != target else "本档提升", "grade": target, "score": _TARGET_SCORE[number],
            "by": "2027-12-06", "statement": f"年底考评达到 {_TARGET_SCORE[number]} 分以上。",
        },
        "diagnosis": {
            "period": {"from": "2027-03-02", "to": "2027-03-08"},
            "activities": [
                _activity("A1", "座谈会", "2027-03-03", secretary),
                _activity("A2", "走访调研", "2027-03-04", second),
                _activity("A3", "向上级党组织征求意见", "2027-03-05", secretary),
            ],
        },
        "problems": [_problem(number, index) for index in range(3)],
        "goals": _goals(secretary, third),
        "method": {
            "title": f"{_NAMES[number]}党支部提升办法", "version": 1, "grade_theme": theme, "grade_methods": methods,
            "integration": "与等级医院复审同部署、同检查。",
            "adopted": {
                "meeting": "党员大会", "date": "2027-03-15", "should": formal + probationary,
                "present": formal + probationary, "voters": formal, "agree": formal - 1, "against": 0, "abstain": 1,
            },
        },
        "review": {
            "submissions": [
                {
                    "version": 1, "submitted_on": "2027-03-16", "feasibility": "可行", "timeliness": "合理",
                    "opinion": "目标明确，同意。", "reviewer": "慕容雪", "reviewed_on": "2027-03-18", "result": "通过",
                }
            ],
            "approval": {"meeting": "党委会", "date": "2027-03-22", "result": "同意", "opinion": "同意实施。", "signer": _HEAD},
        },
        "pledges": {
            "to_superior": {"date": "2027-03-15", "signer": secretary, "grade": target, "items": [f"得分 {_TARGET_SCORE[number]} 分以上"]},
            "to_public": {"date": "2027-03-25", "signer": secretary, "items": _public_items(secretary, second)},
        },
        "publicity": _publicity(number, second, formal + probationary),
        "agreement": {
            "doc_no": f"滨医党责〔2027〕{number[1]}号",
            "party_a": {"org": "中共滨海市第一医院委员会", "signer": _HEAD, "duties": ["给予指导", "组织考评"]},
            "party_b": {"org": full_name, "signer": secretary, "duties": ["书记负总责", "完成整改"]},
            "grade_from": start, "grade_to": target, "problems": ["W1", "W2", "W3"],
            "goals": [f"得分不低于 {_TARGET_SCORE[number]} 分"], "assessment": "年中、年底各考核一次。",
            "accountability": "未完成的书面检查。", "copies": 2, "signed_on": "2027-03-24", "place": "学术报告厅",
        },
        "deeds": [
            _deed("S1", PROBLEMS[number][0]["deed"], second, "W1"),
            _deed("S2", PROBLEMS[number][1]["deed"], third, "W2"),
        ],
        "meetings": _meetings(secretary, second, formal + probationary),
        "midterm": {
            "date": "2027-06-22", "scores": {"luoshi": _MIDTERM[number][0], "taizhang": _MIDTERM[number][1]},
            "total": sum(_MIDTERM[number]), "outcome": _OUTCOMES[number], "comment": "按实际打分。",
        },
        "final": _final(number, target, end),
    }  # fmt: skip
    if start == target:
        record["target"]["reason_for_same_grade"] = "设备更新须跨年实施，经党委审定今年在本档内提升。"
    if target == "优秀":
        record["brand"] = {"name": f"{_NAMES[number]}先锋岗", "meaning": "把方便留给患者。", "carriers": ["党员示范岗", "开放日"], "owner": third}
    if _OUTCOMES[number].startswith("批评"):
        record["rectification_order"] = {
            "doc_no": "滨医党督〔2027〕1号", "issued_on": "2027-06-25", "reasons": ["不得力"], "demands": ["重新排定整改计划"],
            "deadline": "2027-07-23", "receipt": {"by": secretary, "date": "2027-06-25"},
            "report": {"title": "限期整改情况报告", "date": "2027-07-21"},
            "recheck": {"by": "慕容雪", "date": "2027-07-26", "result": "合格"},
        }  # fmt: skip
    return record


def _scored(key: str, scores: tuple[int, ...], total: str) -> Data:
    return {key: dict(zip(("zhibu", "yewu", "qunzhong"), scores, strict=True)), total: sum(scores)}


def _activity(number: str, kind: str, day: str, host: str) -> Data:
    return {"id": number, "kind": kind, "date": day, "place": "示教室", "host": host, "participants": 12, "opinions": 7}


def _problem(number: str, index: int) -> Data:
    """The first is solved at once, the second by a date, the third by the committee."""
    secretary, second, third = _PEOPLE[number]
    words = PROBLEMS[number][index]
    lead = (second, secretary, third)[index]
    start = _GRADES[number][0]
    deadline = ("2027-03-26", "2027-10-29", "2027-09-24")[index]
    carried = number == "P2" and index == 1
    closed = ("2027-03-29", "2027-10-29", "2027-09-28")[index]
    problem: Data = {
        "id": f"W{index + 1}",
        "title": words["title"],
        "description": words["description"],
        "nature": ("突出问题", "薄弱环节", "突出问题")[index],
        "priority": ("一般", "重点", "重点")[index],
        "focus": [_THEMES[start][2][index % len(_THEMES[start][2])]],
        "dimensions": [_DIMENSIONS[index]],
        "area": ("规章制度", "工作思路", "组织阵地")[index],
        "sources": ["A1", "A2"] if index else ["A3"],
        "found_on": "2027-03-05",
        "filed_on": "2027-03-10",
        "causes": [
            {"id": f"Y{place}", "kind": ("主观", "客观")[place % 2], "text": text}
            for place, text in enumerate(words["causes"], start=1)
        ],
        "target": dict(zip(("metric", "unit", "baseline", "target", "direction"), words["target"], strict=True)),
        "measures": [
            {
                "id": f"C{place}", "addresses": [f"Y{place}"], "action": action, "responsible": lead,
                "support": [("医务部", "财务科", "总务科")[index]], "deadline": deadline, "deliverable": done,
                **({} if carried else {"done_on": deadline}),
            }
            for place, (action, done) in enumerate(words["measures"], start=1)
        ],
        "lead": lead,
        "deadline": deadline,
        "triage": ("立即解决", "限期解决", "上级协调")[index],
        "progress": [{"date": "2027-03-26", "percent": 100 if not index else 20, "note": words["progress"]}],
        "result_value": words["target"][3],
        "status": "已销号",
        "closure": {
            "applied_on": deadline, "evidence": ["工作记录"], "checked_by": "尤浩", "checked_on": closed,
            "opinion": "同意销号。", "closed_on": closed,
        },
        "recheck": {"date": "2027-11-10", "by": "慕容雪", "result": "未反弹"},
    }  # fmt: skip
    if index:
        for day, percent in (("2027-06-18", 50), ("2027-09-17", 90)):
            problem["progress"].append({"date": day, "percent": percent, "note": f"完成 {percent}%。"})
    if index == 0:
        problem["immediate"] = {"done_on": "2027-03-26", "result": words["progress"]}
    if index == 1:
        problem["explanation"] = {
            "date": "2027-03-26", "channel": "科务会", "audience": "党员和患者代表", "text": "涉及排班和经费，分两步完成。",
        }
    if index == 2:
        problem["escalation"] = {
            "to": "中共滨海市第一医院委员会", "kind": "请示", "title": f"关于协调解决{words['title']}的请示",
            "sent_on": "2027-03-26", "replied_on": "2027-04-20", "reply": "同意安排。", "outcome": "已解决",
        }
    if carried:
        for key in ("closure", "recheck", "result_value"):
            del problem[key]
        problem["progress"].append({"date": "2027-11-26", "percent": 90, "note": "等待验收。"})
        problem |= {
            "status": "转入续办",
            "carry_over": {"reason": "设备到货推迟", "new_deadline": "2028-03-31", "explained_on": "2027-11-26"},
        }
    return problem


def _goals(responsible: str, other: str) -> Data:
    def goal(text: str, metric: tuple[str, str, int, int, int], who: str, deadline: str) -> Data:
        keys = ("name", "unit", "baseline", "target", "result")
        return {
            "text": text, "metric": dict(zip(keys, metric, strict=True)), "responsible": who,
            "deadline": deadline, "done_on": deadline,
        }  # fmt: skip

    idea = goal("把就医流程当作支部阵地。", ("患者推荐率", "%", 70, 85, 86), responsible, "2027-11-19")
    dimensions = [
        {"name": name, "baseline": "70%", "target": "85%", "result": "86%", "reached": True} for name in _DIMENSIONS
    ]
    return {
        "work_idea": {**idea, "central_task": "等级医院复审"},
        "rules": [{"name": "交接班学习制度", "action": "修订", "responsible": other, "deadline": "2027-05-14", "done_on": "2027-05-12"}],
        "venue": {**goal("改造示教室。", ("座位", "个", 20, 40, 40), other, "2027-10-29"), "budget_yuan": 12000},
        "guarantee": goal("党员活动时间计入工时。", ("每月学时", "小时", 1, 2, 2), responsible, "2027-06-30"),
        "five_dimensions": dimensions,
    }  # fmt: skip


def _public_items(first: str, second: str) -> list[Data]:
    return [
        {"seq": 1, "text": "首诊负责，不推诿。", "problem": "W1", "deed": "S1", "responsible": second, "deadline": "2027-03-26", "fulfilled": True},
        {"seq": 2, "text": "每月公布进展。", "problem": "W2", "responsible": first, "deadline": "2027-10-29", "fulfilled": True},
    ]  # fmt: skip


def _publicity(number: str, receiver: str, members: int) -> Data:
    over_holiday = number == "P1"
    notice = {
        "id": "G1", "kind": "目标和办法公示", "method_version": 1,
        "start": "2027-03-30" if over_holiday else "2027-03-25",
        "end": "2027-04-07" if over_holiday else "2027-04-01",
        "channels": [{"type": "公示栏", "place": "住院楼一层"}, {"type": "会议", "place": "科务会"}],
        "supervise": {"phone": "0000-7700002", "receiver": receiver},
        "feedback_count": 1, "conclusion": "收到意见 1 条，已答复。",
    }  # fmt: skip
    said = {
        "id": "F1", "notice": "G1", "date": "2027-03-31", "from": "患者家属", "content": "希望周末也能办出院。",
        "handling": "已安排周末值班。", "replied_on": "2027-04-01",
    }  # fmt: skip
    awareness = {"surveyed_on": "2027-11-12", "sample": members, "aware": members - 1, "participated": members - 2}
    return {"notices": [notice], "feedback": [said], "awareness": awareness}


def _deed(number: str, title: str, lead: str, problem: str) -> Data:
    return {
        "id": number, "title": title, "beneficiary": "住院患者", "people": 300, "lead": lead, "planned_on": "2027-09-30",
        "done_on": "2027-09-17", "result": "已完成", "evidence": ["照片", "登记表"], "problem": problem,
    }  # fmt: skip


def _meetings(chair: str, recorder: str, members: int) -> list[Data]:
    held = (
        ("2027-03-10", "支部委员会", 3, "确定问题"),
        ("2027-03-15", "党员大会", members, "审议提升办法"),
        ("2027-05-20", "支部委员会", 3, "研究整改进度"),
        ("2027-07-28", "支部委员会", 3, "半年小结"),
        ("2027-10-08", "支部委员会", 3, "研究难点"),
        ("2027-11-19", "党员大会", members, "自查申报"),
    )
    return [
        {
            "date": day, "type": kind, "place": "示教室", "chair": chair, "recorder": recorder,
            "should": should, "present": should, "absent": [], "topic": topic, "decision": "按分工落实。",
        }
        for day, kind, should, topic in held
    ]  # fmt: skip


def _final(number: str, target: str, end: str) -> Data:
    own, superior = sum(_OWN[number]), sum(_SUPERIOR[number])
    # in tenths, so that the sum is exact: half up to one decimal
    total = (3 * own + 7 * superior) / 10
    return {
        "applied_on": "2027-11-22",
        "applied_grade": target,
        "date": "2027-12-06",
        **_scored("self_scores", _OWN[number], "self_total"),
        **_scored("superior_scores", _SUPERIOR[number], "superior_total"),
        "total": total,
        "satisfaction": {"issued": 50, "returned": 49, "valid": 48, "好": 30, "较好": 12, "一般": 5, "差": 1, "rate": 0.875},
        "conclusion": "按办法验收。",
        "shortcomings": ["资料整理不够及时"],
        "grade": end,
        "achieved": number != "P1",
    }  # fmt: skip
