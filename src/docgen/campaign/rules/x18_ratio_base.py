"""X18 晋升比例承诺的基数等于该档次的党支部数 (R5-R7, R20)."""

from collections.abc import Iterator

from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule("X18", severity=Severity.ERROR, remedy="改正基数，或者核对各党支部的划档定级结果", scope="office")
def base_is_number_of_branches(office: Office) -> Iterator[Hit]:
    """“晋升比例承诺”的基数，等于划档定级结果是原档次的党支部数。

    正确::

        plan: {ratio_pledges: [{from: 一般, to: 先进, base: 2, pledged: 1}]}

    错误::

        plan: {ratio_pledges: [{from: 一般, to: 先进, base: 3, pledged: 1}]}
    """
    grades = [record.baseline.grade for record in office.branches]
    if not office.is_complete or "" in grades:
        return
    for index, pledge in enumerate(office.committee.plan.ratio_pledges):
        found = grades.count(pledge.from_grade)
        if pledge.base is not None and pledge.from_grade and pledge.base != found:
            said = f"基数写的是 {pledge.base}，定为“{pledge.from_grade}”的党支部有 {found} 个"
            yield Hit(f"plan.ratio_pledges[{index}].base", said)
