import pytest

from docgen.build.keypath import at, is_filled
from docgen.campaign.models.record import BranchRecord
from support.records import branch_data, make_branch


def test_value_is_found_along_the_path():
    branch = make_branch(method={"version": 3})

    assert at({"method": branch.method}, "method.version") == 3


def test_record_key_that_is_no_python_name_is_found():
    branch = make_branch(
        diagnosis={"period": {"from": branch_data()["branch"].get("founded_on", "2012-06-01")}}
    )

    assert at(branch, "diagnosis.period.from") == branch.diagnosis.period.from_day


@pytest.mark.parametrize("path", ["nothing", "method.nothing", "method.version.nothing", "problems.id"])
def test_path_that_leads_nowhere_is_none(path):
    assert at(make_branch(), path) is None


@pytest.mark.parametrize("value", [0, False, "x", (1,)])
def test_zero_and_no_are_filled(value):
    assert is_filled(value)


@pytest.mark.parametrize("value", [None, "", (), {}, BranchRecord().final])
def test_nothing_is_not_filled(value):
    assert not is_filled(value)
