from decimal import Decimal

from docgen.campaign.facts.pledged import grade_starts, pledged_ratios
from docgen.campaign.models.branch import Baseline, Branch
from docgen.campaign.models.campaign import Campaign, Limits, RatioTarget
from docgen.campaign.models.committee_process import Plan, RatioPledge
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office


def _office(grades, plan=None, targets=()):
    branches = tuple(
        BranchRecord(branch=Branch(id=f"Z{n}", short_name=f"第{n}党支部"), baseline=Baseline(grade=grade))
        for n, grade in enumerate(grades, start=1)
    )
    campaign = Campaign(grades=("合格", "优秀"), rules=Limits(ratio_targets=targets))
    return Office(CommitteeRecord(campaign=campaign, plan=plan or Plan()), branches)


def test_every_grade_has_a_row_with_its_branches():
    office = _office(["合格", "优秀", "合格"])

    low, high = grade_starts(office)

    assert (low.grade, low.count, low.branch_names, low.share.percent) == (
        "合格",
        2,
        "第1党支部、第3党支部",
        "66.7%",
    )
    assert (high.count, high.branch_names) == (1, "第2党支部")


def test_a_pledge_is_a_share_of_the_branches_that_could_rise():
    target = RatioTarget(from_grade="合格", to_grade="优秀", min=Decimal("0.3"))
    plan = Plan(ratio_pledges=(RatioPledge(from_grade="合格", to_grade="优秀", base=9, pledged=1),))
    office = _office(["合格", "合格", "合格"], plan, (target,))

    (row,) = pledged_ratios(office)

    assert (row.label, row.required, row.base, row.pledged) == ("合格党支部晋升优秀", "30%以上", 3, 1)
    assert row.rate.text == "1/3，33.3%"


def test_a_rate_that_is_required_but_not_pledged_is_not_applicable():
    target = RatioTarget(from_grade="合格", to_grade="优秀", min=Decimal("0.3"))
    office = _office(["合格"], None, (target,))

    (row,) = pledged_ratios(office)

    assert row.pledged is None
    assert row.rate.text == "不适用"


def test_a_pledge_beyond_the_required_rates_has_a_row_too():
    target = RatioTarget(from_grade="合格", to_grade="优秀", min=Decimal("0.3"))
    extra = RatioPledge(from_grade="优秀", to_grade="样板", pledged=1)
    office = _office(["优秀"], Plan(ratio_pledges=(extra,)), (target,))

    rows = pledged_ratios(office)

    assert [row.label for row in rows] == ["合格党支部晋升优秀", "优秀党支部晋升样板"]
    assert (rows[1].required, rows[1].rate.fraction) == ("", "1/1")
