from datetime import date

from docgen.campaign.agenda import agenda
from docgen.findings import Finding, Severity
from support.records import branch_data, make_office

FRESH = {"schema": "jinwei-shengji/v1", "branch": {"id": "Z01", "short_name": "门诊"}}


def items(day, findings=(), *branches, **committee):
    office = make_office(*(branches or [branch_data("Z01")]), **committee)
    return agenda(office, "DW", {"Z01": list(findings)}, date.fromisoformat(day))


def found(rule, field="target.grade", severity=Severity.INFO):
    return Finding(rule, severity, "有问题", "请改", "z01.yaml", 1, 1, field, "目标 › 目标档次")


def of(field, listed):
    return [item for item in listed if item.task.field == field]


def test_days_left_are_working_days_of_the_campaigns_calendar():
    # 4 and 5 April 2013 are holidays, Sunday the 7th is worked: three days, not four, and not five.
    deed = {"deeds": [{"title": "修走廊", "planned_on": "2013-04-08"}]}

    item = of("deeds[0].done_on", items("2013-04-02", (), branch_data("Z01", **deed)))[0]

    assert (item.days_left, item.overdue) == (3, False)


def test_what_is_due_today_is_not_overdue():
    item = of("problems[0].measures[0].done_on", items("2013-03-10"))[0]

    deed = branch_data("Z01", deeds=[{"title": "修走廊", "planned_on": "2013-04-02"}])
    today = of("deeds[0].done_on", items("2013-04-02", (), deed))[0]

    assert (item.days_left, today.days_left, today.overdue) == (2, 0, False)


def test_the_overdue_come_first_then_what_waits_for_no_day_then_by_day():
    deeds = [{"title": name, "planned_on": day} for name, day in (("早", "2013-03-01"), ("晚", "2013-09-01"))]
    fault = found("K05", severity=Severity.ERROR)

    fields = [item.task.field for item in items("2013-04-02", [fault], branch_data("Z01", deeds=deeds))]

    assert fields.index("deeds[0].done_on") < fields.index("target.grade") < fields.index("deeds[1].done_on")


def test_what_the_next_state_needs_is_due_with_its_milestone():
    listed = items(
        "2013-03-01",
        [found("K27")],
        FRESH | {"baseline": {"grade": "一般"}, "diagnosis": {"activities": [{"id": "D1"}]}},
    )

    item = of("target.grade", listed)[0]

    assert (item.task.before, item.task.due.isoformat()) == ("“七一”前考评", "2013-06-30")
    assert item.task.what == "要填“目标 › 目标档次”"


def test_what_only_later_states_need_is_left_for_later():
    listed = items("2013-03-01", [found("K27", "final.grade"), found("R51", "final.date")], FRESH)

    assert not [item for item in listed if item.task.field.startswith("final")]


def test_what_comes_after_the_next_state_is_left_for_later():
    assert not of("target.grade", items("2013-03-01", [found("K27")], FRESH))


def test_a_warning_is_to_be_looked_at_and_no_task():
    assert not of("target.grade", items("2013-03-01", [found("R3", severity=Severity.WARNING)]))


def test_a_gap_that_a_task_fills_is_said_once():
    gap = found("K26", "agreement.signed_on", Severity.ERROR)

    assert [item.task.rule for item in of("agreement.signed_on", items("2013-03-13", [gap]))] == ["R39"]


def test_what_the_committee_writes_into_a_branchs_record_is_the_departments_task():
    gaps = [
        found("K26", "review.submissions[0].opinion", Severity.ERROR),
        found("K26", "review.submissions[0].version", Severity.ERROR),
        found("K26", "problems[1].title", Severity.ERROR),
        found("K26", "problems[9].title", Severity.ERROR),
    ]

    listed = items("2013-03-20", gaps)

    assert [of(gap.field, listed)[0].task.who for gap in gaps] == ["组织部", "赵海", "赵海", "赵海"]


def test_an_item_as_json_has_the_keys_of_the_contract():
    item = of("deeds[0].done_on", items("2013-08-19"))[0]

    assert item.as_json() == {
        "branch": "Z01",
        "what": "实事 S1“增设窗口”要办结",
        "field": "deeds[0].done_on",
        "who": "钱进",
        "due": "2013-08-31",
        "days_left": 9,
        "overdue": False,
        "rule": "R34",
    }
