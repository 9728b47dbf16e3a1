"""R49 成效明显、变化大的进行表扬 (part three)."""

from collections.abc import Iterator

from docgen.campaign.lost_branches import all_are_known
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.outcomes import PRAISED, list_differences
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "midterm_evaluation.commended"
_SEED = "成效明显、变化大的进行表扬"


@rule("R49", due="S9", severity=Severity.ERROR, remedy="写“表扬”“通过”或者“批评并限期整改”", seed=_SEED)
def outcome_written(branch: BranchRecord) -> Iterator[Hit]:
    """考评之后写明结果：表扬、通过，或者批评并限期整改。

    正确::

        midterm: {date: 2013-06-25, total: 90, outcome: 表扬}

    错误::

        midterm: {date: 2013-06-25, total: 90, outcome: }
    """
    if branch.midterm.date or branch.midterm.total is not None:
        yield from owed(branch.midterm, "midterm", "outcome")


@rule(
    "R49",
    severity=Severity.ERROR,
    remedy="按各党支部的考评结果改正名单，或者核对考评结果",
    scope="office",
    seed=_SEED,
)
def praise_follows_outcomes(office: Office) -> Iterator[Hit]:
    """“表扬支部”的名单，正好是七一前考评结果为“表扬”的党支部。

    正确::

        midterm_evaluation: {commended: [Z01, Z02]}

    错误::

        midterm_evaluation: {commended: [Z01]}
    """
    evaluation = office.committee.midterm_evaluation
    if evaluation and all_are_known(office):
        for index, said in list_differences(evaluation.commended, PRAISED, office).items():
            yield Hit(_FIELD if index is None else f"{_FIELD}[{index}]", f"“表扬支部”{said}")
