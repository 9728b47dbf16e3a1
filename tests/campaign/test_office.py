from decimal import Decimal

import pytest

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from support.records import branch_data, make_office


@pytest.mark.parametrize(("total", "grade"), [("80", "先进"), ("79.9", "一般"), ("59", ""), ("100", "品牌")])
def test_a_threshold_includes_itself(total: str, grade: str):
    assert make_office().grade_of(Decimal(total)) == grade


def test_without_named_limits_the_guidances_hold():
    office = Office(CommitteeRecord())

    targets = [(t.from_grade, t.to_grade, t.min) for t in office.ratio_targets]

    assert office.grades == ("一般", "先进", "标兵", "品牌")
    assert targets == [
        ("一般", "先进", Decimal("0.3")),
        ("先进", "标兵", Decimal("0.2")),
        ("标兵", "品牌", Decimal("0.3")),
    ]


def test_default_shares_follow_the_records_own_grades():
    office = make_office(campaign={"grades": ["合格", "优秀"]})

    assert [(t.from_grade, t.to_grade) for t in office.ratio_targets] == [("合格", "优秀")]


def test_a_missing_branch_file_makes_the_office_incomplete():
    assert make_office().is_complete
    assert not make_office(branches=["a.yaml", "b.yaml", "c.yaml"]).is_complete
    assert not Office(CommitteeRecord()).is_complete


def test_of_two_branches_with_one_id_the_first_is_found():
    office = make_office(branch_data("Z01"), branch_data("Z01", branch={"short_name": "后来的"}))

    found = office.branch("Z01")

    assert isinstance(found, BranchRecord)
    assert found.branch.short_name == "门诊党支部"


def test_names_by_id_fall_back_to_the_id():
    office = make_office()

    assert office.branch_name("Z02") == "住院党支部"
    assert office.branch_name("DW") == "医院党委"
    assert office.branch_name("Z99") == "Z99"
