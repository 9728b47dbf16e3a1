"""A second good office, of other words than the sample: a hospital of 2027 with three grades.

Five branches with the hard bits that the sample has not: the last grade at the start and as a target
(brand both times), a target missed (criticised, ordered, held to account), three problems at least, other
rubric keys, weights and options, six working days of posting over a holiday, a third that meets 0.3333.
Everything is plain data with record keys, so that a test may change one thing and write it as YAML.
"""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from support.other_branches import HEAD, MEMBERS, NAMES, OUTCOMES, PEOPLE, THEMES, branch

Data = dict[str, Any]


def records() -> Data:
    """The committee's record under "committee", those of the branches under their ids."""
    found: Data = {number: branch(number) for number in NAMES}
    return {"committee": _committee_record(list(found.values())), **found}


def changed(field: str, value: Any) -> Data:
    """The good records with one value changed: “P1.problems[0].nature”; None takes the key away."""
    whole = deepcopy(_good())
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
        good = record == _good().get(name)
        path.write_text(_good_text(name) if good else _text(record), "utf-8")
    return folder


@cache
def _good() -> Data:
    return records()


@cache
def _good_text(name: str) -> str:
    return _text(_good()[name])


def _text(record: Data) -> str:
    return yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def _committee_record(branches: list[Data]) -> Data:
    ids = [one["branch"]["id"] for one in branches]
    return {
        "schema": "jinwei-shengji/v1",
        "campaign": _campaign(),
        "superior": {
            "full_name": "中共滨海市卫生健康工作委员会",
            "short_name": "市卫健工委",
            "doc_prefix": "滨卫工委",
        },
        "committee": _committee(branches),
        "people": _people(),
        "departments": ["党办", "人事科", "医务部", "护理部", "总务科", "财务科"],
        "branches": [f"{number}.yaml" for number in ids],
        "plan": _plan(),
        "overall_pledge": {
            "date": "2027-03-15",
            "signer": HEAD,
            "items": ["两成以上支部晋升", "问题销号率不低于 90%"],
        },
        "submission_to_superior": {
            "request": {
                "title": "关于报请审定提升方案的请示",
                "doc_no": "滨医党〔2027〕5号",
                "date": "2027-03-15",
                "signer": HEAD,
            },
            "reply": {
                "title": "关于提升方案的批复",
                "doc_no": "滨卫工委〔2027〕12号",
                "date": "2027-03-19",
                "result": "同意",
            },
        },
        "deployment_meeting": {
            "title": "提升行动部署会",
            "date": "2027-03-24",
            "time": "15:00",
            "place": "学术报告厅",
            "chair": "慕容雪",
            "recorder": "尤浩",
            "should": 60,
            "present": 57,
            "absent": [{"name": "谷雨", "reason": "手术"}, {"name": "值班党员 2 名", "reason": "值班"}],
            "agenda": ["宣读批复", "部署任务", "签订责任书"],
        },
        "inspections": _inspections(ids),
        "midterm_evaluation": {
            "dates": ["2027-06-22"],
            "team": {"leader": "慕容雪", "members": ["尤浩"]},
            "methods": ["查阅台账", "个别谈话"],
            "bulletin": {
                "title": "关于年中考评结果的通报",
                "doc_no": "滨医党通〔2027〕2号",
                "date": "2027-06-25",
            },
            "commended": [n for n in ids if OUTCOMES[n] == "表扬"],
            "criticised": [n for n in ids if OUTCOMES[n] == "批评并限期整改"],
        },
        "final_evaluation": {
            "dates": ["2027-12-06", "2027-12-07"],
            "team": {"leader": "慕容雪", "members": ["尤浩"]},
            "methods": ["听取汇报", "民主测评"],
            "result_notice": {
                "start": "2027-12-08",
                "end": "2027-12-15",
                "channels": ["门诊大厅公示栏", "院内网"],
                "phone": "0000-7700002",
                "feedback_count": 0,
                "conclusion": "没有收到不同意见。",
            },
            "report": {
                "title": "关于考评验收情况的报告",
                "doc_no": "滨医党〔2027〕18号",
                "date": "2027-12-16",
                "signer": HEAD,
            },
            "committee_decision": {"meeting": "党委会", "session": "2027年第19次", "date": "2027-12-16"},
        },
        "grade_confirmation": {
            "request": {
                "title": "关于报请审定档次的请示",
                "doc_no": "滨医党〔2027〕19号",
                "date": "2027-12-16",
                "signer": HEAD,
            },
            "reply": {
                "title": "关于审定档次的批复",
                "doc_no": "滨卫工委〔2027〕66号",
                "date": "2027-12-20",
                "result": "同意",
            },
            "notice": {
                "title": "关于公布审定结果的通知",
                "doc_no": "滨医党发〔2027〕40号",
                "date": "2027-12-22",
            },
        },
        "accountability": [
            {
                "branch": "P1",
                "person": "东方朗",
                "reason": "没有实现责任书确定的目标。",
                "form": "书面检查",
                "decided_by": "党委会",
                "decided_on": "2027-12-16",
            }
        ],
        "achievements": [
            {"title": "床旁结算流程手册", "kind": "制度成果", "owner": "P3", "date": "2027-11-12"}
        ],
        "publicity": {
            "survey": {
                "date": "2027-11-15",
                **{
                    key: sum(one["publicity"]["awareness"][key] for one in branches)
                    for key in ("sample", "aware", "participated")
                },
                "members_total": sum(sum(pair) for pair in MEMBERS.values()),
            },
            "items": [
                {"date": "2027-03-25", "media": "院报", "title": "提升行动启动"},
                {"date": "2027-09-02", "media": "院内网", "title": "支部办实事纪实"},
            ],
        },
        "archive": {"due_on": "2028-06-30", "responsible": "尤浩", "class_code": "DQ13"},
    }


def _campaign() -> Data:
    return {
        "id": "TS-2027",
        "name": "基层党组织对标提升行动",
        "short_name": "提升行动",
        "year_theme": "组织力提升年",
        "year": 2027,
        "issued_on": "2027-03-01",
        "motto": "以优质服务迎接建院八十周年",
        "basis": [
            {
                "title": "关于开展对标提升行动的意见",
                "issuer": "中共滨海市委",
                "doc_no": "滨发〔2027〕3号",
                "date": "2027-02-22",
            }
        ],
        "rules": {
            "min_problems_per_branch": 3,
            "ratio_targets": [
                {"from": "达标", "to": "良好", "min": 0.3333},
                {"from": "良好", "to": "优秀", "min": 0.5},
            ],
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
            "thresholds": [
                {"grade": "达标", "min": 60},
                {"grade": "良好", "min": 75},
                {"grade": "优秀", "min": 88},
            ],
            "satisfied_options": ["好", "较好"],
        },
        "midterm_rubric": [
            {"key": "luoshi", "name": "整改落实", "full": 60},
            {"key": "taizhang", "name": "台账", "full": 40},
        ],
        "calendar": {
            "holidays": [
                "2027-01-01",
                "2027-04-05",
                "2027-05-03",
                "2027-06-09",
                "2027-09-15",
                "2027-10-01",
                "2027-10-04",
                "2027-10-05",
                "2027-10-06",
                "2027-10-07",
            ],
            "extra_workdays": ["2027-09-26", "2027-10-09"],
        },
    }


def _committee(branches: list[Data]) -> Data:
    office = {"phone": "0000-7700001", "email": "db@binyi.example", "room": "综合楼 501"}
    return {
        "id": "DW",
        "full_name": "中共滨海市第一医院委员会",
        "short_name": "医院党委",
        "school": "滨海市第一医院",
        "doc_prefixes": {
            "下行": "滨医党发",
            "上行": "滨医党",
            "批复": "滨医党批",
            "通报": "滨医党通",
            "督办": "滨医党督",
            "函": "滨医党函",
        },
        "has_seal": True,
        "secretary": HEAD,
        "deputy_secretary": "慕容雪",
        "members": [HEAD, "慕容雪", "阿不力克木·艾则孜"],
        "office": {"name": "党办", "head": "尤浩", **office},
        "org_department": {
            "name": "人事科",
            "head": "慕容雪",
            "clerk": "尤浩",
            **office,
            "phone": "0000-7700002",
        },
        "address": "滨海市海港路 9 号",
        "totals": {
            "branches": len(branches),
            "formal_members": sum(one["branch"]["members"]["formal"] for one in branches),
            "probationary_members": sum(one["branch"]["members"]["probationary"] for one in branches),
        },
    }


def _people() -> list[Data]:
    own = (
        (HEAD, "党委书记"),
        ("慕容雪", "党委副书记"),
        ("阿不力克木·艾则孜", "党委委员"),
        ("尤浩", "党办主任"),
    )
    listed = [{"name": name, "org": "DW", "title": title} for name, title in own]
    titles = ("支部书记", "组织委员", "宣传委员")
    for number, names in PEOPLE.items():
        listed += [{"name": n, "org": number, "title": t} for n, t in zip(names, titles, strict=True)]
    return listed


def _plan() -> Data:
    guidance = [
        {"grade": grade, "theme": theme, "methods": methods, "focus": focus}
        for grade, (theme, methods, focus) in THEMES.items()
    ]
    return {
        "title": "基层党组织对标提升行动方案",
        "version": 1,
        "doc_no": "滨医党发〔2027〕9号",
        "issued_on": "2027-03-24",
        "adopted": {
            "meeting": "党委会",
            "session": "2027年第4次",
            "date": "2027-03-12",
            "should": 3,
            "present": 3,
            "result": "一致通过",
        },
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
        "leadership_group": {
            "leader": HEAD,
            "deputies": ["慕容雪"],
            "members": ["阿不力克木·艾则孜"],
            "office": "党办",
            "office_head": "尤浩",
        },
        "classification": guidance,
        "tasks": [
            {
                "seq": 1,
                "task": "审核升级办法",
                "lead": "人事科",
                "support": ["党办"],
                "deadline": "2027-03-18",
                "deliverable": "审核意见",
            },
            {
                "seq": 2,
                "task": "协调设备和场地",
                "lead": "总务科",
                "support": ["财务科", "医务部"],
                "deadline": "2027-10-29",
                "deliverable": "办结清单",
            },
        ],
        "guarantees": ["列支专项经费 5 万元。"],
    }


def _inspections(ids: list[str]) -> list[Data]:
    held = (
        ("JC1", "2027-05-12", "集中督查", "面上指导", ids),
        ("JC2", "2027-07-14", "随机抽查", "点上检查", ["P1", "P3"]),
        ("JC3", "2027-09-16", "集中督查", "点上检查", ["P2", "P5"]),
        ("JC4", "2027-11-10", "随机抽查", "面上指导", ids),
    )
    return [
        {
            "id": number,
            "date": day,
            "mode": mode,
            "scope": scope,
            "branches": branches,
            "inspectors": ["慕容雪", "尤浩"],
            "items": ["整改进度", "台账"],
            "findings": [],
            "signed_by_checked": True,
        }
        for number, day, mode, scope, branches in held
    ]
