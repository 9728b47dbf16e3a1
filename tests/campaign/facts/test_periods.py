from datetime import date

from docgen.campaign.facts.periods import acceptance_days, stage_rows
from docgen.campaign.models.campaign import Calendar, Campaign
from docgen.campaign.models.committee_process import FinalEvaluation, Plan, Stage
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office


def _held(*days, holidays=()):
    return Office(
        CommitteeRecord(
            campaign=Campaign(calendar=Calendar(holidays=holidays)),
            final_evaluation=FinalEvaluation(dates=days),
        )
    )


def test_a_stage_has_its_days_in_words():
    stage = Stage(name="查找问题", from_day=date(2012, 6, 1), to_day=date(2012, 6, 8))
    office = Office(CommitteeRecord(plan=Plan(stages=(stage, Stage(name="未定日期")))))

    rows = stage_rows(office)

    assert [row.period_text for row in rows] == ["2012年6月1日至6月8日", ""]


def test_an_acceptance_on_each_working_day_is_a_period():
    # 2012-12-07 is a Friday, 2012-12-10 the Monday after it.
    assert acceptance_days(_held(date(2012, 12, 7), date(2012, 12, 10))) == "2012年12月7日至12月10日"


def test_an_acceptance_with_days_left_out_names_each_day():
    assert acceptance_days(_held(date(2012, 12, 10), date(2012, 12, 12))) == "2012年12月10日、2012年12月12日"


def test_a_holiday_does_not_break_the_period():
    office = _held(date(2012, 12, 10), date(2012, 12, 12), holidays=(date(2012, 12, 11),))

    assert acceptance_days(office) == "2012年12月10日至12月12日"


def test_one_day_is_that_day_and_none_is_nothing():
    assert acceptance_days(_held(date(2012, 12, 10))) == "2012年12月10日"
    assert acceptance_days(_held()) == ""
