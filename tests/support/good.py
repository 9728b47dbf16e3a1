"""A committee and a branch in which nothing is wrong, as plain mappings with record keys.

Of no school: grades, rubric and words differ from the sample records.
"""

from typing import Any

PEOPLE = {"DW": ("周明", "吴静", "郑华"), "Z01": ("赵海", "钱进"), "Z02": ("孙丽", "李·买买提")}


def committee(branches: list[dict[str, Any]]) -> dict[str, Any]:
    """The committee of these branches; all its sums are theirs."""
    return {
        "schema": "jinwei-shengji/v1",
        "campaign": _campaign(),
        "superior": {
            "full_name": "中共明德市委卫生工作委员会",
            "short_name": "市委卫生工委",
            "doc_prefix": "明卫工委",
        },
        "committee": _committee(branches),
        "people": [
            {"name": name, "org": org, "title": "干部"} for org, names in PEOPLE.items() for name in names
        ],
        "departments": ["组织部", "财务处", "医务处"],
        "branches": [f"branch-{number}.yaml" for number, _ in enumerate(branches)],
        "plan": _plan(branches),
        "overall_pledge": {"date": "2013-03-11", "signer": "周明", "items": ["普遍提升"]},
        "submission_to_superior": {
            "request": {"title": "关于报请审定方案的请示", "date": "2013-03-11", "signer": "周明"},
            "reply": {"title": "关于方案的批复", "date": "2013-03-12", "result": "同意"},
        },
        "deployment_meeting": {
            "title": "部署会",
            "date": "2013-03-14",
            "place": "礼堂",
            "chair": "吴静",
            "recorder": "郑华",
            "should": 20,
            "present": 18,
            "absent": [{"name": "赵海", "reason": "出差"}, {"name": "钱进", "reason": "值班"}],
        },
        "inspections": [
            {
                "id": "JC-1",
                "date": "2013-05-07",
                "mode": "集中督查",
                "scope": "点上检查",
                "branches": [one["branch"]["id"] for one in branches],
                "inspectors": ["吴静"],
                "items": ["整改进度"],
            },
            {
                "id": "JC-2",
                "date": "2013-09-10",
                "mode": "随机抽查",
                "scope": "面上指导",
                "branches": [branches[0]["branch"]["id"]],
                "inspectors": ["郑华"],
                "items": ["回头看"],
            },
        ],
        "midterm_evaluation": {
            "dates": ["2013-06-25"],
            "team": {"leader": "吴静", "members": ["郑华"]},
            "bulletin": {"title": "关于考评结果的通报", "date": "2013-06-27"},
            "commended": _with_outcome(branches, "表扬"),
            "criticised": _with_outcome(branches, "批评并限期整改"),
        },
        "final_evaluation": _final_evaluation(),
        "grade_confirmation": {
            "request": {"title": "关于报请审定档次的请示", "date": "2013-12-20", "signer": "周明"},
            "reply": {"title": "关于审定档次的批复", "date": "2013-12-23", "result": "同意"},
            "notice": {"title": "关于公布档次的通知", "date": "2013-12-24"},
        },
        "achievements": [{"title": "制度汇编", "kind": "制度成果", "owner": "DW", "date": "2013-11-01"}],
        "publicity": {
            "survey": {
                "date": "2013-11-05",
                **{key: _awareness(branches, key) for key in ("sample", "aware", "participated")},
                "members_total": _members(branches, "formal") + _members(branches, "probationary"),
            },
            "items": [
                {"date": "2013-04-01", "media": "院报", "title": "全面部署"},
                {"date": "2013-05-02", "media": "宣传栏", "title": "办实事"},
            ],
        },
        "archive": {"due_on": "2014-06-30", "responsible": "郑华", "class_code": "DQ13"},
    }


def _campaign() -> dict[str, Any]:
    return {
        "id": "TS-2013",
        "name": "基层党组织提升工作",
        "short_name": "提升工作",
        "year_theme": "基层建设年",
        "year": 2013,
        "issued_on": "2013-02-20",
        "motto": "以实绩向建院周年献礼",
        "basis": [{"title": "关于提升工作的意见", "issuer": "中共明德市委", "date": "2013-02-01"}],
        "rules": {
            "midterm_before": "2013-07-01",
            "final_not_after": "2013-12-31",
            "venue_not_after": "2013-12-31",
        },
        "grades": ["一般", "先进", "标兵", "品牌"],
        "rubric": {
            "indicators": [
                {"key": "team", "name": "班子", "full": 40},
                {"key": "work", "name": "业务", "full": 60},
            ],
            "weights": {"self": 0.4, "superior": 0.6},
            "thresholds": [
                {"grade": "品牌", "min": 95},
                {"grade": "标兵", "min": 90},
                {"grade": "先进", "min": 80},
                {"grade": "一般", "min": 60},
            ],
            "satisfied_options": ["满意", "比较满意"],
        },
        "midterm_rubric": [
            {"key": "dossier", "name": "档案", "full": 40},
            {"key": "work", "name": "落实", "full": 60},
        ],
        "calendar": {"holidays": ["2013-04-04", "2013-04-05"], "extra_workdays": ["2013-04-07"]},
    }


def _committee(branches: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": "DW",
        "full_name": "中共明德医院委员会",
        "short_name": "医院党委",
        "school": "明德医院",
        "doc_prefixes": {"下行": "明医党发", "上行": "明医党"},
        "has_seal": True,
        "secretary": "周明",
        "members": ["周明", "吴静"],
        "office": {"name": "党委办公室", "head": "郑华", "phone": "0000-1"},
        "org_department": {"name": "组织部", "head": "吴静", "clerk": "郑华", "phone": "0000-2"},
        "totals": {
            "branches": len(branches),
            "formal_members": _members(branches, "formal"),
            "probationary_members": _members(branches, "probationary"),
        },
    }


def _plan(branches: list[dict[str, Any]]) -> dict[str, Any]:
    starts = [one.get("baseline", {}).get("grade") for one in branches]
    return {
        "title": "提升方案",
        "version": 1,
        "adopted": {"meeting": "党委会", "date": "2013-03-11", "should": 7, "present": 7, "result": "通过"},
        "guiding": "从实际出发。",
        "overall_goal": "普遍提升。",
        "ratio_pledges": [
            {"from": low, "to": high, "base": starts.count(low), "pledged": min(1, starts.count(low))}
            for low, high in (("一般", "先进"), ("先进", "标兵"), ("标兵", "品牌"))
        ],
        "stages": [{"name": "查找问题", "from": "2013-02-25", "to": "2013-03-05"}],
        "leadership_group": {
            "leader": "周明",
            "members": ["吴静"],
            "office": "组织部",
            "office_head": "吴静",
        },
        "classification": [
            {"grade": "一般", "theme": "争先", "methods": ["补短板"], "focus": ["动力不足"]},
            {"grade": "先进", "theme": "创标", "methods": ["树典型"], "focus": ["满足现状"]},
        ],
        "tasks": [
            {
                "seq": 1,
                "task": "审核办法",
                "lead": "组织部",
                "support": ["财务处"],
                "deadline": "2013-03-12",
                "deliverable": "审核意见",
            }
        ],
        "guarantees": ["列支经费。"],
    }


def _final_evaluation() -> dict[str, Any]:
    return {
        "dates": ["2013-12-09", "2013-12-10"],
        "team": {"leader": "吴静", "members": ["郑华"]},
        "methods": ["听取汇报"],
        "result_notice": {
            "start": "2013-12-11",
            "end": "2013-12-17",
            "channels": ["公告栏"],
            "phone": "0000-2",
            "feedback_count": 0,
            "conclusion": "没有不同意见。",
        },
        "report": {"title": "关于考评验收情况的报告", "date": "2013-12-19", "signer": "周明"},
        "committee_decision": {"meeting": "党委会", "date": "2013-12-19"},
    }


def _with_outcome(branches: list[dict[str, Any]], outcome: str) -> list[str]:
    return [one["branch"]["id"] for one in branches if one.get("midterm", {}).get("outcome") == outcome]


def _members(branches: list[dict[str, Any]], key: str) -> int:
    return sum(one["branch"].get("members", {}).get(key, 0) for one in branches)


def _awareness(branches: list[dict[str, Any]], key: str) -> int:
    return sum(one.get("publicity", {}).get("awareness", {}).get(key, 0) for one in branches)


def branch(number: str = "Z01") -> dict[str, Any]:
    """A branch that has gone the whole way, from 一般 to 先进."""
    secretary, other = PEOPLE.get(number, PEOPLE["Z01"])
    name = {"Z01": "门诊", "Z02": "住院"}.get(number, number)
    return {
        "schema": "jinwei-shengji/v1",
        "branch": {
            "id": number,
            "full_name": f"中共明德医院{name}支部委员会",
            "short_name": f"{name}党支部",
            "category": "机关",
            "covers": [f"{name}部"],
            "members": {"formal": 25, "probationary": 2},
            "secretary": secretary,
            "committee_members": [{"name": secretary, "post": "书记"}, {"name": other, "post": "组织委员"}],
            "contact": {"name": other, "phone": "0000-3"},
            "has_seal": False,
            "liaison": "吴静",
        },
        "baseline": {
            "grade": "一般",
            "rated_on": "2013-01-15",
            "scores": {"team": 30, "work": 40.5},
            "total": 70.5,
            "satisfaction": 0.8,
        },
        "target": {
            "mode": "晋档",
            "grade": "先进",
            "score": 82,
            "by": "2013-12-10",
            "statement": "年底晋升先进。",
        },
        "diagnosis": {
            "period": {"from": "2013-02-25", "to": "2013-03-01"},
            "activities": [
                _activity("D1", "座谈会", secretary),
                _activity("D2", "走访调研", other),
                _activity("D3", "向上级党组织征求意见", secretary),
            ],
        },
        "problems": [
            _problem("W1", "立即解决", other, number),
            _problem("W2", "限期解决", secretary, number),
        ],
        "goals": _goals(secretary),
        "method": {
            "title": f"{name}党支部升级办法",
            "version": 1,
            "grade_theme": "争先",
            "grade_methods": ["补短板"],
            "integration": "与业务工作结合。",
            "adopted": {
                "meeting": "党员大会",
                "date": "2013-03-07",
                "should": 27,
                "present": 26,
                "voters": 24,
                "agree": 23,
                "against": 1,
                "abstain": 0,
            },
        },
        "review": {
            "submissions": [
                {
                    "version": 1,
                    "submitted_on": "2013-03-07",
                    "feasibility": "可行",
                    "timeliness": "合理",
                    "opinion": "同意。",
                    "reviewer": "吴静",
                    "reviewed_on": "2013-03-08",
                    "result": "通过",
                }
            ],
            "approval": {
                "meeting": "党委会",
                "date": "2013-03-12",
                "result": "同意",
                "opinion": "同意实施。",
                "signer": "周明",
            },
        },
        "pledges": _pledges(secretary),
        "publicity": {
            "notices": [_notice("G1", other)],
            "feedback": [
                {
                    "id": "F1",
                    "notice": "G1",
                    "date": "2013-03-18",
                    "from": "一名护士",
                    "content": "增加窗口。",
                    "handling": "采纳。",
                    "replied_on": "2013-03-19",
                }
            ],
            "awareness": {"surveyed_on": "2013-11-05", "sample": 27, "aware": 26, "participated": 25},
        },
        "agreement": {
            "party_a": {"org": "中共明德医院委员会", "signer": "周明", "duties": ["给予指导"]},
            "party_b": {
                "org": f"中共明德医院{name}支部委员会",
                "signer": secretary,
                "duties": ["完成整改"],
            },
            "grade_from": "一般",
            "grade_to": "先进",
            "problems": ["W1", "W2"],
            "goals": ["得分不低于 82 分"],
            "assessment": "考核两次。",
            "accountability": "未完成的约谈。",
            "copies": 3,
            "signed_on": "2013-03-14",
        },
        "deeds": [_deed("S1", "增设窗口", other), _deed("S2", "修缮走廊", secretary)],
        "meetings": [_meeting(secretary, other)],
        "midterm": {
            "date": "2013-06-25",
            "scores": {"dossier": 35, "work": 55},
            "total": 90,
            "outcome": "表扬",
            "comment": "进展快。",
        },
        "final": {
            "applied_on": "2013-11-28",
            "applied_grade": "先进",
            "date": "2013-12-09",
            "self_scores": {"team": 35, "work": 50},
            "superior_scores": {"team": 34, "work": 50},
            "self_total": 85,
            "superior_total": 84,
            "total": 84.4,
            "satisfaction": {
                "issued": 60,
                "returned": 58,
                "valid": 57,
                "满意": 40,
                "比较满意": 12,
                "基本满意": 5,
                "不满意": 0,
                "rate": 0.912,
            },
            "conclusion": "通过验收。",
            "shortcomings": ["材料归档慢"],
            "grade": "先进",
            "achieved": True,
        },
    }


def _activity(number: str, kind: str, host: str) -> dict[str, Any]:
    return {
        "id": number,
        "kind": kind,
        "date": "2013-02-26",
        "place": "会议室",
        "host": host,
        "participants": 9,
    }


_OWN_CAUSE = {"Z02": "没有从住院患者的角度安排检查的先后次序。"}
_OWN_ACTION = {"Z02": "由护士长每天早上逐床核对检查的先后次序"}


def _problem(number: str, triage: str, lead: str, branch_id: str) -> dict[str, Any]:
    now = triage == "立即解决"
    return {
        "id": number,
        "title": "候诊时间长" if now else "学习制度不健全",
        "description": "据 2 月统计，平均候诊 60 分钟。",
        "nature": "突出问题",
        "priority": "重点" if now else "一般",
        "focus": ["动力不足"],
        "dimensions": ["战斗力"],
        "area": "工作思路",
        "sources": ["D1", "D2"] if now else ["D2"],
        "found_on": "2013-02-26",
        "filed_on": "2013-03-01",
        "causes": [
            {"id": "Y1", "kind": "主观", "text": _OWN_CAUSE.get(branch_id, "没有从患者角度安排流程。")},
            {"id": "Y2", "kind": "客观", "text": "挂号窗口只有三个。"},
        ],
        "target": {
            "metric": "平均候诊时间",
            "unit": "分钟",
            "baseline": 60,
            "target": 30,
            "direction": "越小越好",
        },
        "measures": [
            {
                "id": "C1",
                "addresses": ["Y1", "Y2"],
                "action": _OWN_ACTION.get(branch_id, "增开窗口，公布流程"),
                "responsible": lead,
                "support": ["财务处", "医务处"],
                "deadline": "2013-03-12",
                "deliverable": "流程图",
                "done_on": "2013-03-11",
            }
        ],
        "lead": lead,
        "deadline": "2013-03-12" if now else "2013-09-30",
        "triage": triage,
        "immediate": {"done_on": "2013-03-11", "result": "窗口已增开。"} if now else {},
        "explanation": {}
        if now
        else {"date": "2013-03-18", "channel": "公告栏", "audience": "全体职工", "text": "需要调整班次。"},
        "progress": [
            {"date": "2013-03-11", "percent": 60, "note": "候诊 40 分钟。"},
            {"date": "2013-06-20", "percent": 100, "note": "候诊 28 分钟。"},
        ],
        "result_value": 28,
        "status": "已销号",
        "closure": {
            "applied_on": "2013-06-20",
            "evidence": ["统计表"],
            "checked_by": "郑华",
            "checked_on": "2013-06-21",
            "opinion": "同意销号。",
            "closed_on": "2013-06-24",
        },
        "recheck": {"date": "2013-10-15", "by": "吴静", "result": "未反弹"},
    }


def _goals(responsible: str) -> dict[str, Any]:
    def goal(text: str, name: str) -> dict[str, Any]:
        return {
            "text": text,
            "metric": {"name": name, "unit": "%", "baseline": 80, "target": 90, "result": 91.2},
            "responsible": responsible,
            "deadline": "2013-10-31",
            "done_on": "2013-10-30",
        }

    names = ("战斗力", "书记素质", "党员队伍生机活力", "基层基础保障水平", "基层党建制度化水平")
    return {
        "work_idea": {**goal("以患者满意为先。", "满意率"), "central_task": "优质服务年"},
        "rules": [
            {
                "name": "学习制度",
                "action": "新建",
                "responsible": responsible,
                "deadline": "2013-09-30",
                "done_on": "2013-09-20",
            }
        ],
        "venue": {**goal("改造活动室。", "达标率"), "budget_yuan": 5000},
        "guarantee": goal("保障经费。", "到位率"),
        "five_dimensions": [
            {"name": name, "baseline": "一般", "target": "较好", "result": "较好", "reached": True}
            for name in names
        ],
    }


def _pledges(secretary: str) -> dict[str, Any]:
    return {
        "to_superior": {
            "date": "2013-03-12",
            "signer": secretary,
            "grade": "先进",
            "items": ["得分 82 分以上"],
        },
        "to_public": {
            "date": "2013-03-14",
            "signer": secretary,
            "items": [
                {
                    "seq": 1,
                    "text": "候诊不超过 30 分钟。",
                    "problem": "W1",
                    "deed": "S1",
                    "responsible": secretary,
                    "deadline": "2013-06-30",
                    "fulfilled": True,
                },
                {
                    "seq": 2,
                    "text": "每月学习两次。",
                    "problem": "W2",
                    "responsible": secretary,
                    "deadline": "2013-09-30",
                    "fulfilled": False,
                },
            ],
        },
    }


def _notice(number: str, receiver: str) -> dict[str, Any]:
    return {
        "id": number,
        "kind": "目标和办法公示",
        "method_version": 1,
        "start": "2013-03-14",
        "end": "2013-03-20",
        "channels": [{"type": "公示栏", "place": "一楼大厅"}, {"type": "会议", "place": "职工例会"}],
        "supervise": {"phone": "0000-2", "receiver": receiver},
        "feedback_count": 1,
        "conclusion": "已采纳。",
    }


def _deed(number: str, title: str, lead: str) -> dict[str, Any]:
    return {
        "id": number,
        "title": title,
        "beneficiary": "患者",
        "people": 900,
        "lead": lead,
        "planned_on": "2013-08-31",
        "done_on": "2013-08-20",
        "result": "已完成",
        "evidence": ["照片"],
        "problem": "W1",
    }


def _meeting(chair: str, recorder: str) -> dict[str, Any]:
    return {
        "date": "2013-03-07",
        "type": "党员大会",
        "place": "会议室",
        "chair": chair,
        "recorder": recorder,
        "should": 27,
        "present": 26,
        "absent": [{"name": "预备党员 1 名", "reason": "外出"}],
        "topic": "审议办法",
        "decision": "通过。",
    }
