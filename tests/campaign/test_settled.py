from datetime import date

import pytest

from docgen.campaign.models.problem import Problem
from docgen.campaign.settled import is_settled, problem_name
from support.records import model


@pytest.mark.parametrize(
    ("problem", "settled"),
    [
        ({"status": "整改中"}, False),
        ({"status": "已销号"}, True),
        ({"status": "已销号", "closure": {"closed_on": "2013-05-01"}}, True),
        ({"status": "已销号", "closure": {"closed_on": "2013-05-02"}}, False),
        ({"status": "转入续办", "carry_over": {"explained_on": "2013-05-02"}}, False),
        ({"status": "转入续办"}, True),
        ({"status": "反弹", "closure": {"closed_on": "2013-04-01"}}, False),
    ],
)
def test_a_problem_is_settled_once_its_day_has_come(problem, settled):
    assert is_settled(model(Problem, problem), date(2013, 5, 1)) is settled


def test_a_problem_without_an_id_goes_by_its_place():
    assert problem_name(model(Problem, {"title": "没有编号"}), 1) == "第 2 个问题"
