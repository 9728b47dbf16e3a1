"""X19 表扬、批评名单与各党支部的考评结果一致 (R49, R50)."""

from collections.abc import Iterator

from docgen.campaign.lost_branches import all_are_known
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule("X19", severity=Severity.ERROR, remedy="按各党支部的考评结果改正名单，或者核对考评结果", scope="office")
def lists_follow_outcomes(office: Office) -> Iterator[Hit]:
    """“表扬支部”“批评支部”两个名单，正好是七一前考评结果为“表扬”“批评并限期整改”的党支部。

    正确::

        midterm_evaluation: {commended: [Z01, Z02]}

    错误::

        midterm_evaluation: {commended: [Z01]}
    """
    evaluation = office.committee.midterm_evaluation
    if evaluation and all_are_known(office):
        yield from _differences("commended", "表扬支部", evaluation.commended, "表扬", office)
        yield from _differences("criticised", "批评支部", evaluation.criticised, "批评并限期整改", office)


def _differences(
    key: str, label: str, listed: tuple[str, ...], outcome: str, office: Office
) -> Iterator[Hit]:
    field = f"midterm_evaluation.{key}"
    for index, branch_id in enumerate(listed):
        record = office.branch(branch_id)
        if record is not None and record.midterm.outcome != outcome:
            found = f"考评结果是“{record.midterm.outcome}”" if record.midterm.outcome else "还没有考评结果"
            yield Hit(f"{field}[{index}]", f"“{label}”列了 {branch_id}，但该支部{found}")
    if any(office.branch(branch_id) is None for branch_id in listed):
        return  # a mistyped id (X04) may well be that of the branch that seems to be lacking
    for record in office.branches:
        if record.midterm.outcome == outcome and record.branch.id not in listed:
            name = record.branch.short_name
            yield Hit(field, f"“{name}”（{record.branch.id}）的考评结果是“{outcome}”，“{label}”里没有它")
