"""R5 to R7: required shares, compared as fractions, judged only when they cannot be met any more."""

from typing import Any

import pytest

from docgen.campaign.office import Office
from docgen.campaign.promotion import shortfall
from docgen.campaign.rule import Hit
from support.records import branch_data, make_office


def office(*grades: tuple[str, str | None], least: float | str = 0.5) -> Office:
    """Branches by grade at the start and as their target; None: not decided yet."""
    branches = [
        branch_data(f"Z{n:02}", baseline=start, target={"grade": goal})
        for n, (start, goal) in enumerate(grades, 1)
    ]
    rules = {"ratio_targets": [{"from": "一般", "to": "先进", "min": least}]}
    return make_office(*branches, campaign={"rules": rules})


def hits(*grades: tuple[str, str | None], least: float | str = 0.5) -> list[Hit]:
    return list(shortfall(office(*grades, least=least), 0, "target"))


STAY, RISE, LEAP = ("一般", "一般"), ("一般", "先进"), ("一般", "标兵")
OPEN: tuple[str, None] = ("一般", None)


@pytest.mark.parametrize(
    ("grades", "least"),
    [
        ([RISE, STAY], 0.5),
        ([RISE, STAY, STAY], "0.3333"),
        ([LEAP, STAY], 0.5),
        ([("先进", "先进")], 0.5),
        ([OPEN, STAY], 0.5),
    ],
    ids=["exactly the share", "a third", "two steps", "nobody could rise", "not decided yet"],
)
def test_enough_branches_rise(grades: list[Any], least: float | str):
    assert hits(*grades, least=least) == []


def test_one_branch_that_stays_behind_is_where_the_fault_is():
    (hit,) = hits(RISE, STAY, least=0.6)

    assert hit.field == "target.grade"
    assert hit.branch is not None
    assert hit.branch.branch.id == "Z02"
    assert "1/2，50%，低于要求的 60%" in hit.message


def test_several_that_stay_behind_are_one_finding_at_the_pledge():
    (hit,) = hits(RISE, STAY, STAY, STAY)

    assert (hit.field, hit.branch) == ("plan.ratio_pledges[0]", None)


def test_what_is_not_decided_cannot_save_a_share_that_is_lost():
    assert hits(OPEN, STAY, STAY, STAY)


def test_nothing_is_judged_while_a_branch_file_is_missing():
    whole = office(STAY, STAY)
    listed = whole.committee.model_copy(update={"branches": ("a", "b", "c")})

    assert list(shortfall(Office(listed, whole.branches), 0, "target")) == []
