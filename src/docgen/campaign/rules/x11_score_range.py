"""X11 得分不超过满分 (R48)."""

from collections.abc import Iterator

from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_sheets import Sheet, sheets
from docgen.findings import Severity
from docgen.text.numerals import plain_number


@rule("X11", severity=Severity.ERROR, remedy="核对评分表，改正这一项的得分")
def scores_within_full_marks(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """每项得分在 0 和该项满分之间。

    正确::

        midterm: {scores: {dossier: 35, work: 55}, total: 90}

    错误::

        midterm: {scores: {dossier: 45, work: 55}, total: 100}
    """
    for sheet in sheets(branch, campaign):
        yield from _out_of_range(sheet)


def _out_of_range(sheet: Sheet) -> Iterator[Hit]:
    for key, score in sheet.scores.items():
        line = sheet.lines.get(key)
        full = line.full if line else None
        name, typed = (line.name if line and line.name else key), plain_number(score)
        if score < 0:
            yield Hit(f"{sheet.field}.{key}", f"“{name}”的得分是 {typed}，不能小于 0")
        elif full is not None and score > full:
            yield Hit(f"{sheet.field}.{key}", f"“{name}”的得分是 {typed}，超过满分 {plain_number(full)}")
