"""R13 to R29: one fault in a good office makes the requirement fire, at its place.

Every finding of these requirements and of the loader is listed, and the other codes that follow from the
same fault. The office is read from files, so that the list of what is owed has its say too.
"""

from pathlib import Path
from typing import Any

import pytest

from support.judged import found_with, parted

REQUIREMENTS = range(1, 30)

# What is changed, to what (None: taken away), the findings (rule, severity, place) of these requirements,
# and the other codes that may follow from the same fault.
FAULTS: list[tuple[str, Any, list[str], str]] = [
    ("P1.goals.work_idea.central_task", None, ["R13 错误 P1.goals.work_idea.central_task"], ""),
    ("P1.goals.work_idea", None, ["R13 错误 P1.goals.work_idea"], ""),
    ("P1.goals.rules", None, ["R14 错误 P1.goals.rules"], ""),
    ("P1.goals.rules[0].action", "新设", ["R14 错误 P1.goals.rules[0].action"], ""),
    ("P1.goals.venue.deadline", "2027-12-15", ["R15 错误 P1.goals.venue.deadline"], ""),
    ("P1.goals.venue.done_on", None, ["R15 警告 P1.goals.venue.done_on"], ""),
    ("P1.goals.guarantee.metric", None, ["R16 错误 P1.goals.guarantee.metric"], ""),
    ("P1.goals.guarantee", None, ["R16 错误 P1.goals.guarantee"], ""),
    ("committee.plan.title", None, ["R17 错误 committee.plan.title"], ""),
    ("committee.plan", None, ["R17 错误 committee.plan"], ""),
    ("P1.method", None, ["R18 错误 P1.method"], ""),
    ("P1.method.version", 2, ["R18 错误 P1.method.version"], ""),
    ("P1.method.adopted.voters", 23, ["R19 错误 P1.method.adopted.voters"], ""),
    ("P1.method.adopted.agree", 19, ["R19 错误 P1.method.adopted.agree"], ""),
    ("P1.method.adopted.against", 1, ["R19 错误 P1.method.adopted.agree"], ""),
    ("P1.method.adopted.agree", 10, ["R19 错误 P1.method.adopted.agree"], ""),
    (
        "P1.method.adopted",
        {
            "meeting": "党员大会",
            "date": "2027-03-15",
            "should": 23,
            "present": 23,
            "voters": 21,
            "agree": 10,
            "against": 10,
            "abstain": 1,
        },
        ["R19 错误 P1.method.adopted.agree"],
        "",
    ),
    ("P1.method.adopted.date", None, ["R19 错误 P1.method.adopted.date"], ""),
    ("P1.method.adopted.present", 22, ["R19 警告 P1.method.adopted.present"], ""),
    ("committee.plan.adopted.date", None, ["R19 错误 committee.plan.adopted.date"], ""),
    ("committee.plan.ratio_pledges[0].pledged", 3, ["R20 错误 committee.plan.ratio_pledges[0].pledged"], ""),
    ("committee.plan.ratio_pledges[1].pledged", 0, ["R20 错误 committee.plan.ratio_pledges[1].pledged"], ""),
    ("committee.plan.ratio_pledges[1]", None, ["R20 错误 committee.plan.ratio_pledges"], ""),
    ("committee.overall_pledge", None, ["R20 错误 committee.overall_pledge"], ""),
    ("committee.overall_pledge.signer", None, ["R20 错误 committee.overall_pledge.signer"], ""),
    ("P1.pledges.to_superior.grade", "优秀", ["R21 错误 P1.pledges.to_superior.grade"], ""),
    ("P1.agreement.grade_to", "优秀", ["R21 错误 P1.agreement.grade_to"], ""),
    ("P1.pledges.to_superior", None, ["R21 错误 P1.pledges.to_superior"], ""),
    (
        "P1.review.submissions[0].reviewed_on",
        "2027-03-15",
        ["R22 错误 P1.review.submissions[0].reviewed_on"],
        "",
    ),
    (
        "P1.review.submissions[0].submitted_on",
        "2027-03-19",
        ["R22 错误 P1.review.submissions[0].reviewed_on"],
        "",
    ),
    ("P1.review.submissions[0].opinion", None, ["R22 错误 P1.review.submissions[0].opinion"], ""),
    ("P1.review.submissions[0].reviewer", None, ["R22 错误 P1.review.submissions[0].reviewer"], ""),
    ("P1.review.submissions", None, ["R22 错误 P1.review.submissions"], ""),
    ("P1.review.approval", None, ["R22 错误 P1.review.approval"], ""),
    ("P1.review.approval.signer", None, ["R22 错误 P1.review.approval.signer"], ""),
    ("P1.review.approval.date", "2027-03-17", ["R22 错误 P1.review.approval.date"], ""),
    ("committee.submission_to_superior.reply", None, ["R22 错误 committee.submission_to_superior.reply"], ""),
    (
        "committee.submission_to_superior.reply.date",
        "2027-03-12",
        ["R22 错误 committee.submission_to_superior.reply.date"],
        "",
    ),
    (
        "committee.submission_to_superior.request.date",
        "2027-03-10",
        ["R22 错误 committee.submission_to_superior.request.date"],
        "",
    ),
    (
        "committee.grade_confirmation.notice.date",
        "2027-12-17",
        ["R23 错误 committee.grade_confirmation.notice.date"],
        "",
    ),
    ("committee.grade_confirmation.reply", None, ["R23 错误 committee.grade_confirmation.reply"], ""),
    (
        "committee.final_evaluation.committee_decision",
        None,
        ["R23 错误 committee.final_evaluation.committee_decision"],
        "",
    ),
    (
        "committee.final_evaluation.committee_decision.meeting",
        "门诊支部委员会",
        ["R23 错误 committee.final_evaluation.committee_decision.meeting"],
        "",
    ),
    ("P1.problems[0].target.unit", None, ["R24 错误 P1.problems[0].target.unit"], ""),
    ("P1.problems[0].target.target", 34, ["R24 错误 P1.problems[0].target.target"], ""),
    ("P1.problems[0].target.target", "较短", ["R24 错误 P1.problems[0].target.target"], ""),
    ("P1.problems[0].target.direction", "越大越好", ["R24 错误 P1.problems[0].target.direction"], ""),
    ("P1.problems[0].target", None, ["R24 错误 P1.problems[0].target"], ""),
    ("P1.problems[0].measures[0].responsible", None, ["R24 错误 P1.problems[0].measures[0].responsible"], ""),
    (
        "P1.problems[0].measures[0].responsible",
        "支委会全体成员",
        ["R24 错误 P1.problems[0].measures[0].responsible"],
        "X03",
    ),
    (
        "P1.problems[0].measures[0].responsible",
        "东方朗、祝小满",
        ["R24 错误 P1.problems[0].measures[0].responsible"],
        "X03",
    ),
    ("P1.problems[0].measures[0].deadline", "长期", ["R24 错误 P1.problems[0].measures[0].deadline"], ""),
    ("P1.problems[0].measures[0].deadline", None, ["R24 错误 P1.problems[0].measures[0].deadline"], ""),
    ("P1.problems[0].measures[0].deadline", "年底前后", ["R24 错误 P1.problems[0].measures[0].deadline"], ""),
    (
        "P1.problems[0].measures",
        [
            {
                "id": "C1",
                "addresses": ["Y1"],
                "action": "进一步加强教育，提高认识",
                "responsible": "祝小满",
                "deadline": "2027-03-26",
            }
        ],
        ["R24 警告 P1.problems[0].measures[0].action", "K26 错误 P1.problems[0].measures[0].deliverable"],
        "",
    ),
    (
        "P1.review.approval.date",
        "2027-03-31",
        ["R25 错误 P1.review.approval.date", "R26 错误 P1.review.approval.date"],
        "",
    ),
    (
        "P1.review.approval.date",
        "2027-03-25",
        ["R25 错误 P1.review.approval.date", "R26 错误 P1.review.approval.date"],
        "",
    ),
    ("P1.review.submissions[0].result", "退回修改", ["R25 错误 P1.review.submissions[0].result"], ""),
    ("P1.review.submissions[0].result", None, ["R25 错误 P1.review.submissions[0].result"], ""),
    ("P1.review.approval.result", "不同意", ["R25 错误 P1.review.approval.result"], ""),
    ("P1.pledges.to_public.date", "2027-03-19", ["R25 错误 P1.pledges.to_public.date"], ""),
    ("P1.publicity.notices[0].start", "2027-03-19", ["R25 错误 P1.publicity.notices[0].start"], ""),
    ("P1.agreement.signed_on", "2027-03-19", ["R25 错误 P1.agreement.signed_on"], ""),
    (
        "committee.submission_to_superior.reply.date",
        "2027-03-26",
        ["R26 错误 committee.submission_to_superior.reply.date"],
        "",
    ),
    ("committee.deployment_meeting.date", "2027-03-19", ["R26 错误 committee.deployment_meeting.date"], ""),
    ("committee.deployment_meeting.date", None, ["R26 错误 committee.deployment_meeting.date"], ""),
    ("committee.deployment_meeting", None, ["R26 错误 committee.deployment_meeting"], ""),
    ("committee.deployment_meeting.present", 56, ["R26 错误 committee.deployment_meeting.absent"], ""),
    ("committee.deployment_meeting.absent[0]", None, ["R26 错误 committee.deployment_meeting.absent"], ""),
    ("P1.publicity.notices[0].end", "2027-04-06", ["R27 错误 P1.publicity.notices[0].end"], ""),
    ("P2.publicity.notices[0].end", "2027-03-31", ["R27 错误 P2.publicity.notices[0].end"], ""),
    ("P1.publicity.notices[0].channels", None, ["R27 错误 P1.publicity.notices[0].channels"], ""),
    ("P1.publicity.notices[0].channels[1]", None, ["R27 警告 P1.publicity.notices[0].channels"], ""),
    ("P1.publicity.notices[0].method_version", 2, ["R27 错误 P1.publicity.notices[0].method_version"], ""),
    ("P1.publicity.notices", None, ["R27 错误 P1.publicity.notices"], "X06"),
    ("P1.publicity.notices[0].kind", "结果公示", ["R27 错误 P1.publicity.notices"], ""),
    ("P1.publicity.notices[0].end", "2027-03-29", ["R27 错误 P1.publicity.notices[0].end"], ""),
    (
        "committee.final_evaluation.result_notice.end",
        "2027-12-14",
        ["R27 错误 committee.final_evaluation.result_notice.end"],
        "",
    ),
    ("P1.pledges.to_public.items[0].problem", None, ["R28 错误 P1.pledges.to_public.items[0].problem"], ""),
    ("P1.pledges.to_public.items[0].deed", None, ["R28 警告 P1.pledges.to_public.items"], ""),
    ("P1.pledges.to_public.items", None, ["R28 错误 P1.pledges.to_public.items"], ""),
    ("P1.pledges.to_public", None, ["R28 错误 P1.pledges.to_public.items"], ""),
    (
        "P1.publicity.notices[0].supervise.phone",
        None,
        ["R29 错误 P1.publicity.notices[0].supervise.phone"],
        "",
    ),
    ("P1.publicity.notices[0].supervise", None, ["R29 错误 P1.publicity.notices[0].supervise.phone"], ""),
    ("P1.publicity.feedback[0].handling", None, ["R29 错误 P1.publicity.feedback[0].handling"], ""),
    ("P1.publicity.feedback[0].replied_on", None, ["R29 错误 P1.publicity.feedback[0].replied_on"], ""),
    (
        "P1.publicity.feedback[0].replied_on",
        "2027-03-30",
        ["R29 错误 P1.publicity.feedback[0].replied_on"],
        "",
    ),
    ("P1.publicity.notices[0].feedback_count", 2, ["R29 错误 P1.publicity.notices[0].feedback_count"], ""),
    ("P1.publicity.feedback", None, ["R29 错误 P1.publicity.notices[0].feedback_count"], ""),
    (
        "committee.final_evaluation.result_notice.phone",
        None,
        ["R29 错误 committee.final_evaluation.result_notice.phone"],
        "",
    ),
]


@pytest.mark.parametrize(("field", "value", "expected", "companions"), FAULTS, ids=lambda one: str(one)[:50])
def test_a_fault_is_found_with_nothing_but_what_follows(
    field: str, value: Any, expected: list[str], companions: str, tmp_path: Path
):
    own, others = parted(found_with(field, value, tmp_path), REQUIREMENTS)

    assert sorted(own) == sorted(expected)
    assert {one.split()[0] for one in others} <= set(companions.split())


# at the limit, or right in another way
RIGHT: list[tuple[str, Any]] = [
    ("P1.goals.venue.done_on", "2027-11-30"),
    (
        "P1.method.adopted",
        {
            "meeting": "党员大会",
            "date": "2027-03-15",
            "should": 23,
            "present": 23,
            "voters": 21,
            "agree": 11,
            "against": 9,
            "abstain": 1,
        },
    ),
    ("committee.plan.ratio_pledges[0].pledged", 1),
    ("P1.review.submissions[0].reviewed_on", "2027-03-16"),
    ("P1.review.approval.date", "2027-03-18"),
    ("P1.review.approval.date", "2027-03-24"),
    ("committee.submission_to_superior.reply.date", "2027-03-15"),
    ("committee.grade_confirmation.notice.date", "2027-12-20"),
    ("P1.problems[0].target.target", 33.5),
    ("P1.pledges.to_public.date", "2027-03-22"),
    ("P1.agreement.signed_on", "2027-03-22"),
    ("committee.deployment_meeting.date", "2027-03-22"),
    ("P1.publicity.notices[0].end", "2027-04-08"),
    ("P1.publicity.notices[0].channels", ["公示栏", "科务会议"]),
    ("P1.publicity.notices[0].channels", ["门诊公告栏", "院内网"]),
    ("P1.publicity.feedback[0].replied_on", "2027-03-31"),
    ("P1.pledges.to_public.items[0].deed", "S2"),
    ("P1.problems[0].measures[0].action", "进一步加强教育，提高认识"),
    ("P1.agreement.grade_to", "优良"),  # X08 says it
]


@pytest.mark.parametrize(("field", "value"), RIGHT, ids=lambda one: str(one)[:50])
def test_what_is_right_is_silent(field: str, value: Any, tmp_path: Path):
    assert parted(found_with(field, value, tmp_path), REQUIREMENTS)[0] == []
