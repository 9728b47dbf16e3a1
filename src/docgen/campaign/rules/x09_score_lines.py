"""X09 得分与考评指标一一对应 (R48, R51)."""

from collections.abc import Iterator

from docgen.campaign.models.campaign import Campaign, Indicator
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, nearest, rule
from docgen.campaign.score_sheets import sheets
from docgen.findings import Severity


@rule("X09", severity=Severity.ERROR, remedy="按考评指标的代号改正")
def scores_have_a_line(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """每项得分的代号要在考评指标里；划档定级和年底考评用“划档定级办法”的指标，七一前考评用它自己的指标。

    正确::

        midterm: {scores: {dossier: 35, work: 55}}

    错误::

        midterm: {scores: {dossier: 35, works: 55}}
    """
    for sheet in sheets(branch, campaign):
        for key in sheet.scores:
            if key not in sheet.lines:
                yield _unknown_line(f"{sheet.field}.{key}", key, sheet.lines)


@rule("X09", severity=Severity.ERROR, remedy="补上这一项的得分")
def lines_have_a_score(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """打了分的评分表，每个考评指标都要有得分；没有得分写 0。

    正确::

        midterm: {scores: {dossier: 35, work: 55}}

    错误::

        midterm: {scores: {dossier: 35, work: }}
    """
    for sheet in sheets(branch, campaign):
        lacking = [line.name or key for key, line in sheet.lines.items() if key not in sheet.scores]
        unknown = sum(key not in sheet.lines for key in sheet.scores)  # each may be one of these, mistyped
        if sheet.scores and len(lacking) > unknown:
            yield Hit(sheet.field, f"缺少{'、'.join(f'“{name}”' for name in lacking)}的得分")


def _unknown_line(field: str, key: str, lines: dict[str, Indicator]) -> Hit:
    by_name = {line.name: line.key for line in lines.values() if line.name}
    near = by_name.get(key) or nearest(key, list(lines)) or by_name.get(nearest(key, list(by_name)), "")
    known = f"指标的代号有：{'、'.join(lines)}"
    return Hit(field, f"考评指标里没有代号“{key}”", f"是否想写“{near}”？{known}" if near else known)
