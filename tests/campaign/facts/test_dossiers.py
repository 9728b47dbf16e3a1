from datetime import date
from typing import Any

import pytest

from docgen.campaign.facts import FACTS
from docgen.campaign.facts.dossiers import Dossier
from docgen.campaign.subject import Subject
from support.records import branch_data, make_office, sample_office


def dossiers(**changes: Any) -> tuple[Dossier, ...]:
    office = make_office(branch_data(**changes))
    return FACTS["branch"]["dossiers"].of(Subject(office, office.branches[0]))  # type: ignore[return-value]


def sample_dossiers(branch: int) -> tuple[Dossier, ...]:
    office = sample_office()
    return FACTS["branch"]["dossiers"].of(Subject(office, office.branches[branch]))  # type: ignore[return-value]


def with_target(**metric: Any) -> Dossier:
    problem = {"id": "W1", "target": metric, "result_value": metric.pop("result", None)}
    return dossiers(problems=[problem])[0]


def test_a_dossier_reads_as_the_form_prints_it():
    first = sample_dossiers(0)[0]

    assert first.no == "Z01-W1"
    assert first.sources_text == "座谈会（6月1日）、走访调研（6月4日）、向上级党组织征求意见（6月6日）"
    assert [cause.id for cause in first.subjective] == ["Y1"]
    assert [cause.id for cause in first.objective] == ["Y2"]
    assert first.measures[0].causes_text == "Y1"
    assert first.measures[0].support_text == "党委办公室、学生处"
    assert first.target_text == "12 项会签事项平均办结时间由9.6个工作日降到5个工作日"
    assert first.result_text == "6.8个工作日"
    assert first.reached is False
    assert first.cause_summary.startswith("习惯于按部门分工各管一段，没有从办事人的角度算时间账；会签规则")
    assert first.last_progress.percent == 85


def test_a_relapse_keeps_the_last_entry_by_date():
    assert str(sample_dossiers(0)[1].last_progress.date) == "2012-07-18"


@pytest.mark.parametrize(
    ("metric", "text"),
    [
        ({"metric": "齐全率", "unit": "%", "baseline": 57, "target": 100}, "齐全率由57%提高到100%"),
        ({"metric": "面积", "unit": "㎡", "baseline": 0, "target": 38}, "面积由0㎡提高到38㎡"),
        ({"metric": "件数", "unit": "件", "baseline": "9.60", "target": 5}, "件数由9.6件降到5件"),
        ({"metric": "件数", "unit": "件", "target": 5}, "件数达到5件"),
        ({"metric": "件数", "unit": "件", "baseline": 5}, "件数现为5件"),
        ({"metric": "件数", "unit": "件", "baseline": 5, "target": 5}, "件数保持在5件"),
        ({"metric": "件数"}, "件数"),
        ({}, ""),
    ],
)
def test_the_target_is_told_in_words(metric: dict[str, Any], text: str):
    assert with_target(**metric).target_text == text


@pytest.mark.parametrize(
    ("direction", "baseline", "result", "reached"),
    [
        ("越小越好", 60, 30, True),
        ("越小越好", 60, 31, False),
        ("越大越好", 10, 30, True),
        ("越大越好", 10, 29, False),
        ("", 60, 29, True),
        ("", 10, 29, False),
        ("越小越好", 60, None, None),
    ],
)
def test_reached_follows_the_direction(
    direction: str, baseline: int, result: int | None, reached: bool | None
):
    found = with_target(metric="a", baseline=baseline, target=30, direction=direction, result=result)

    assert found.reached is reached


def test_a_source_that_leads_nowhere_stays_readable():
    assert (
        dossiers(problems=[{"id": "W1", "sources": ["D9", "D1"]}])[0].sources_text == "D9、座谈会（2月26日）"
    )


def test_open_problems_are_overdue_after_their_deadline():
    found = dossiers(problems=[{"id": "W1", "deadline": "2013-05-01", "status": "整改中"}])[0]

    assert not found.overdue(date(2013, 5, 1))
    assert found.overdue(date(2013, 5, 2))
    assert found.days_left(date(2013, 4, 21)) == 10
    assert found.days_left(date(2013, 5, 3)) == -2
    assert not found.overdue(None)


def test_a_closed_problem_is_never_overdue():
    found = dossiers(problems=[{"id": "W1", "deadline": "2013-05-01", "status": "已销号"}])[0]

    assert not found.overdue(date(2014, 1, 1))
    assert found.days_left(date(2013, 4, 1)) is None


def test_a_problem_carried_over_has_a_new_deadline():
    carried = {"reason": "未完工", "new_deadline": "2014-03-31"}

    found = dossiers(
        problems=[{"id": "W1", "deadline": "2013-05-01", "status": "转入续办", "carry_over": carried}]
    )

    assert found[0].deadline == date(2014, 3, 31)
