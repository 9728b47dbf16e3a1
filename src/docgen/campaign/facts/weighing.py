"""How the branch's own score and the committee's make the total, with the numbers (R51)."""

from docgen.campaign.fact import fact
from docgen.campaign.facts.scores import Scores, scores
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.text.numerals import percent_text, plain_number


@fact("weighing_text", "计分办法", reads=("campaign", "baseline", "final"))
def weighing_text(branch: BranchRecord, office: Office) -> str:
    """自评×40%＋考评×60%，75×40%＋71×60%＝72.6; without the numbers while there is no total."""
    weights = office.campaign.rubric.weights
    if weights.self is None or weights.superior is None:
        return ""
    own, superior = percent_text(weights.self), percent_text(weights.superior)
    rule, found = f"自评×{own}＋考评×{superior}", scores(branch, office)
    return f"{rule}，{_worked_out(found, own, superior)}" if _is_complete(found) else rule


def _is_complete(found: Scores) -> bool:
    return None not in (found.own_total, found.superior_total, found.total)


def _worked_out(found: Scores, own: str, superior: str) -> str:
    numbers = [plain_number(number or 0) for number in (found.own_total, found.superior_total, found.total)]
    return f"{numbers[0]}×{own}＋{numbers[1]}×{superior}＝{numbers[2]}"
