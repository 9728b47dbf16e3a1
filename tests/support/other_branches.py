"""The branches of the other office: five of a hospital, from the start to the end of the year."""

from typing import Any

from support.other_problems import PROBLEMS

Data = dict[str, Any]

HEAD = "贺兰山"
PEOPLE: dict[str, tuple[str, str, str]] = {
    "P1": ("东方朗", "古丽娜尔·买买提", "祝小满"),
    "P2": ("仲孙礼", "单于青", "缪一诺"),
    "P3": ("端木蓉", "公冶长风", "伊力哈木·吐尔逊"),
    "P4": ("澹台静", "濮阳飞", "谷雨"),
    "P5": ("宇文涛", "令狐春", "呼延宁"),
}
NAMES = {"P1": "门诊", "P2": "后勤保障", "P3": "外科联合", "P4": "护理", "P5": "退休职工"}
_CATEGORIES = {"P1": "机关", "P2": "后勤", "P3": "联合", "P4": "机关", "P5": "离退休"}
MEMBERS = {"P1": (21, 2), "P2": (18, 0), "P3": (33, 4), "P4": (40, 6), "P5": (26, 0)}
_GRADES = {  # at the start, as the target, in the end
    "P1": ("达标", "良好", "达标"),
    "P2": ("达标", "达标", "达标"),
    "P3": ("良好", "优秀", "优秀"),
    "P4": ("优秀", "优秀", "优秀"),
    "P5": ("达标", "良好", "良好"),
}
_BASELINE = {
    "P1": (26, 22, 16),
    "P2": (25, 21, 17),
    "P3": (32, 28, 21),
    "P4": (36, 31, 23),
    "P5": (27, 23, 17),
}
_TARGET_SCORE = {"P1": 78, "P2": 66, "P3": 89, "P4": 92, "P5": 76}
_OWN = {"P1": (30, 26, 18), "P2": (28, 24, 19), "P3": (37, 32, 23), "P4": (38, 33, 24), "P5": (31, 28, 20)}
_SUPERIOR = {
    "P1": (28, 25, 17),
    "P2": (27, 24, 18),
    "P3": (36, 31, 23),
    "P4": (37, 33, 24),
    "P5": (31, 27, 20),
}
_MIDTERM = {"P1": (35, 20), "P2": (45, 30), "P3": (52, 34), "P4": (56, 38), "P5": (54, 36)}
OUTCOMES = {"P1": "批评并限期整改", "P2": "通过", "P3": "通过", "P4": "表扬", "P5": "表扬"}
THEMES = {
    "达标": ("补短板争良好", ["查弱项", "建台账", "逐项销号"], ["标准不高", "作风不实"]),
    "良好": ("争创优秀", ["立规范", "树样板"], ["满足现状", "创新不足"]),
    "优秀": ("领先示范", ["出经验", "带全院"], ["辐射带动不够"]),
}
_DIMENSIONS = ("战斗力", "书记素质", "党员队伍生机活力", "基层基础保障水平", "基层党建制度化水平")


def branch(number: str) -> Data:
    """The record of one branch."""
    secretary, second, third = PEOPLE[number]
    start, target, end = _GRADES[number]
    formal, probationary = MEMBERS[number]
    full_name = f"中共滨海市第一医院{NAMES[number]}支部委员会"
    theme, methods, _ = THEMES[start]
    record: Data = {
        "schema": "jinwei-shengji/v1",
        "branch": {
            "id": number,
            "full_name": full_name,
            "short_name": f"{NAMES[number]}党支部",
            "category": _CATEGORIES[number],
            "covers": [f"{NAMES[number]}科室"],
            "members": {"formal": formal, "probationary": probationary},
            "secretary": secretary,
            "committee_members": [
                {"name": secretary, "post": "书记"},
                {"name": second, "post": "组织委员"},
                {"name": third, "post": "宣传委员"},
            ],
            "contact": {"name": second, "phone": "0000-7700100"},
            "has_seal": False,
            "liaison": "阿不力克木·艾则孜",
        },
        "baseline": {
            "grade": start,
            "rated_on": "2027-01-20",
            **_scored("scores", _BASELINE[number], "total"),
            "satisfaction": 0.78,
        },
        "target": {
            "mode": "晋档" if start != target else "本档提升",
            "grade": target,
            "score": _TARGET_SCORE[number],
            "by": "2027-12-06",
            "statement": f"年底考评达到 {_TARGET_SCORE[number]} 分以上。",
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
            "title": f"{NAMES[number]}党支部提升办法",
            "version": 1,
            "grade_theme": theme,
            "grade_methods": list(methods),
            "integration": "与等级医院复审同部署、同检查。",
            "adopted": {
                "meeting": "党员大会",
                "date": "2027-03-15",
                "should": formal + probationary,
                "present": formal + probationary,
                "voters": formal,
                "agree": formal - 1,
                "against": 0,
                "abstain": 1,
            },
        },
        "review": {
            "submissions": [
                {
                    "version": 1,
                    "submitted_on": "2027-03-16",
                    "feasibility": "可行",
                    "timeliness": "合理",
                    "opinion": "目标明确，同意。",
                    "reviewer": "慕容雪",
                    "reviewed_on": "2027-03-18",
                    "result": "通过",
                }
            ],
            "approval": {
                "meeting": "党委会",
                "date": "2027-03-22",
                "result": "同意",
                "opinion": "同意实施。",
                "signer": HEAD,
            },
        },
        "pledges": {
            "to_superior": {
                "date": "2027-03-15",
                "signer": secretary,
                "grade": target,
                "items": [f"得分 {_TARGET_SCORE[number]} 分以上"],
            },
            "to_public": {
                "date": "2027-03-25",
                "signer": secretary,
                "items": _public_items(secretary, second),
            },
        },
        "publicity": _publicity(number, second, formal + probationary),
        "agreement": {
            "doc_no": f"滨医党责〔2027〕{number[1]}号",
            "party_a": {
                "org": "中共滨海市第一医院委员会",
                "signer": HEAD,
                "duties": ["给予指导", "组织考评"],
            },
            "party_b": {"org": full_name, "signer": secretary, "duties": ["书记负总责", "完成整改"]},
            "grade_from": start,
            "grade_to": target,
            "problems": ["W1", "W2", "W3"],
            "goals": [f"得分不低于 {_TARGET_SCORE[number]} 分"],
            "assessment": "年中、年底各考核一次。",
            "accountability": "未完成的书面检查。",
            "copies": 2,
            "signed_on": "2027-03-24",
            "place": "学术报告厅",
        },
        "deeds": [
            _deed("S1", PROBLEMS[number][0]["deed"], second, "W1"),
            _deed("S2", PROBLEMS[number][1]["deed"], third, "W2"),
        ],
        "meetings": _meetings(secretary, second, formal + probationary),
        "midterm": {
            "date": "2027-06-22",
            "scores": {"luoshi": _MIDTERM[number][0], "taizhang": _MIDTERM[number][1]},
            "total": sum(_MIDTERM[number]),
            "outcome": OUTCOMES[number],
            "comment": "按实际打分。",
        },
        "final": _final(number, target, end),
    }
    if start == target:
        record["target"]["reason_for_same_grade"] = "设备更新须跨年实施，经党委审定今年在本档内提升。"
    if target == "优秀":
        record["brand"] = {
            "name": f"{NAMES[number]}先锋岗",
            "meaning": "把方便留给患者。",
            "carriers": ["党员示范岗", "开放日"],
            "owner": third,
        }
    if OUTCOMES[number].startswith("批评"):
        record["rectification_order"] = {
            "doc_no": "滨医党督〔2027〕1号",
            "issued_on": "2027-06-25",
            "reasons": ["不得力"],
            "demands": ["重新排定整改计划"],
            "deadline": "2027-07-23",
            "receipt": {"by": secretary, "date": "2027-06-25"},
            "report": {"title": "限期整改情况报告", "date": "2027-07-21"},
            "recheck": {"by": "慕容雪", "date": "2027-07-26", "result": "合格"},
        }
    return record


def _scored(key: str, scores: tuple[int, ...], total: str) -> Data:
    return {key: dict(zip(("zhibu", "yewu", "qunzhong"), scores, strict=True)), total: sum(scores)}


def _activity(number: str, kind: str, day: str, host: str) -> Data:
    return {
        "id": number,
        "kind": kind,
        "date": day,
        "place": "示教室",
        "host": host,
        "participants": 12,
        "opinions": 7,
    }


def _problem(number: str, index: int) -> Data:
    """The first is solved at once, the second by a date, the third by the committee."""
    secretary, second, third = PEOPLE[number]
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
        "focus": [THEMES[start][2][index % len(THEMES[start][2])]],
        "dimensions": [_DIMENSIONS[index]],
        "area": ("规章制度", "工作思路", "组织阵地")[index],
        "sources": ["A1", "A2"] if index else ["A3"],
        "found_on": "2027-03-05",
        "filed_on": "2027-03-10",
        "causes": [
            {"id": f"Y{place}", "kind": ("主观", "客观")[place % 2], "text": text}
            for place, text in enumerate(words["causes"], start=1)
        ],
        "target": dict(
            zip(("metric", "unit", "baseline", "target", "direction"), words["target"], strict=True)
        ),
        "measures": [
            {
                "id": f"C{place}",
                "addresses": [f"Y{place}"],
                "action": action,
                "responsible": lead,
                "support": [("医务部", "财务科", "总务科")[index]],
                "deadline": deadline,
                "deliverable": done,
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
            "applied_on": deadline,
            "evidence": ["工作记录"],
            "checked_by": "尤浩",
            "checked_on": closed,
            "opinion": "同意销号。",
            "closed_on": closed,
        },
        "recheck": {"date": "2027-11-10", "by": "慕容雪", "result": "未反弹"},
    }
    if index:
        for day, percent in (("2027-06-18", 50), ("2027-09-17", 90)):
            problem["progress"].append({"date": day, "percent": percent, "note": f"完成 {percent}%。"})
    if index == 0:
        problem["immediate"] = {"done_on": "2027-03-26", "result": words["progress"]}
    if index == 1:
        problem["explanation"] = {
            "date": "2027-03-26",
            "channel": "科务会",
            "audience": "党员和患者代表",
            "text": "涉及排班和经费，分两步完成。",
        }
    if index == 2:
        problem["escalation"] = {
            "to": "中共滨海市第一医院委员会",
            "kind": "请示",
            "title": f"关于协调解决{words['title']}的请示",
            "sent_on": "2027-03-26",
            "replied_on": "2027-04-20",
            "reply": "同意安排。",
            "outcome": "已解决",
        }
    if carried:
        for key in ("closure", "recheck", "result_value"):
            del problem[key]
        problem["progress"].append({"date": "2027-11-26", "percent": 90, "note": "等待验收。"})
        problem |= {
            "status": "转入续办",
            "carry_over": {
                "reason": "设备到货推迟",
                "new_deadline": "2028-03-31",
                "explained_on": "2027-11-26",
            },
        }
    return problem


def _goals(responsible: str, other: str) -> Data:
    def goal(text: str, metric: tuple[str, str, int, int, int], who: str, deadline: str) -> Data:
        keys = ("name", "unit", "baseline", "target", "result")
        return {
            "text": text,
            "metric": dict(zip(keys, metric, strict=True)),
            "responsible": who,
            "deadline": deadline,
            "done_on": deadline,
        }

    idea = goal("把就医流程当作支部阵地。", ("患者推荐率", "%", 70, 85, 86), responsible, "2027-11-19")
    dimensions = [
        {"name": name, "baseline": "70%", "target": "85%", "result": "86%", "reached": True}
        for name in _DIMENSIONS
    ]
    return {
        "work_idea": {**idea, "central_task": "等级医院复审"},
        "rules": [
            {
                "name": "交接班学习制度",
                "action": "修订",
                "responsible": other,
                "deadline": "2027-05-14",
                "done_on": "2027-05-12",
            }
        ],
        "venue": {
            **goal("改造示教室。", ("座位", "个", 20, 40, 40), other, "2027-10-29"),
            "budget_yuan": 12000,
        },
        "guarantee": goal("党员活动时间计入工时。", ("每月学时", "小时", 1, 2, 2), responsible, "2027-06-30"),
        "five_dimensions": dimensions,
    }


def _public_items(first: str, second: str) -> list[Data]:
    return [
        {
            "seq": 1,
            "text": "首诊负责，不推诿。",
            "problem": "W1",
            "deed": "S1",
            "responsible": second,
            "deadline": "2027-03-26",
            "fulfilled": True,
        },
        {
            "seq": 2,
            "text": "每月公布进展。",
            "problem": "W2",
            "responsible": first,
            "deadline": "2027-10-29",
            "fulfilled": True,
        },
    ]


def _publicity(number: str, receiver: str, members: int) -> Data:
    over_holiday = number == "P1"
    notice = {
        "id": "G1",
        "kind": "目标和办法公示",
        "method_version": 1,
        "start": "2027-03-30" if over_holiday else "2027-03-25",
        "end": "2027-04-07" if over_holiday else "2027-04-01",
        "channels": [{"type": "公示栏", "place": "住院楼一层"}, {"type": "会议", "place": "科务会"}],
        "supervise": {"phone": "0000-7700002", "receiver": receiver},
        "feedback_count": 1,
        "conclusion": "收到意见 1 条，已答复。",
    }
    said = {
        "id": "F1",
        "notice": "G1",
        "date": "2027-03-31",
        "from": "患者家属",
        "content": "希望周末也能办出院。",
        "handling": "已安排周末值班。",
        "replied_on": "2027-04-01",
    }
    awareness = {
        "surveyed_on": "2027-11-12",
        "sample": members,
        "aware": members - 1,
        "participated": members - 2,
    }
    return {"notices": [notice], "feedback": [said], "awareness": awareness}


def _deed(number: str, title: str, lead: str, problem: str) -> Data:
    return {
        "id": number,
        "title": title,
        "beneficiary": "住院患者",
        "people": 300,
        "lead": lead,
        "planned_on": "2027-09-30",
        "done_on": "2027-09-17",
        "result": "已完成",
        "evidence": ["照片", "登记表"],
        "problem": problem,
    }


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
            "date": day,
            "type": kind,
            "place": "示教室",
            "chair": chair,
            "recorder": recorder,
            "should": should,
            "present": should,
            "absent": [],
            "topic": topic,
            "decision": "按分工落实。",
        }
        for day, kind, should, topic in held
    ]


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
        "satisfaction": {
            "issued": 50,
            "returned": 49,
            "valid": 48,
            "好": 30,
            "较好": 12,
            "一般": 5,
            "差": 1,
            "rate": 0.875,
        },
        "conclusion": "按办法验收。",
        "shortcomings": ["资料整理不够及时"],
        "grade": end,
        "achieved": number != "P1",
    }
