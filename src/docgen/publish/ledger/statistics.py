"""情况统计表 (D08): grades, problems, rates and awareness, with a picture of the rates and of the closing."""

from docgen.campaign.facts.awareness import AwarenessRow, awareness_total
from docgen.campaign.facts.grade_matrix import GradeMatrix, grade_matrix
from docgen.campaign.facts.grades import Ratio, ratios
from docgen.campaign.facts.triage_counts import TriageCount, triage_counts
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate
from docgen.publish.ledger.tables import Chart, Column, Head, Sheet, Table, Value, table

_NAME, _NUMBER = 24, 10
_PROBLEMS: tuple[Column[TriageCount], ...] = (
    Column("解决方式", _NAME, lambda t: t.name),
    Column("问题数", _NUMBER, lambda t: t.counts.total),
    Column("已销号", _NUMBER, lambda t: t.counts.closed),
    Column("转入续办", _NUMBER, lambda t: t.counts.carried),
    Column("尚未办结", _NUMBER, lambda t: t.counts.open),
    Column("销号率", _NUMBER, lambda t: t.counts.closing),
    Column("销号/总数", _NUMBER, lambda t: t.counts.closing.fraction),
)
_AWARENESS: tuple[Column[AwarenessRow], ...] = (
    Column("", _NAME, lambda a: a.name),
    Column("调查人数", _NUMBER, lambda a: a.sample),
    Column("知晓人数", _NUMBER, lambda a: a.aware),
    Column("知晓率", _NUMBER, lambda a: a.aware_rate or None),
    Column("参与人数", _NUMBER, lambda a: a.participated),
    Column("参与率", _NUMBER, lambda a: a.participation_rate or None),
)


def statistics(office: Office, title: str, note: str) -> Sheet:
    """The sheet of D08 statistics; what has not been decided yet has no number."""
    matrix, ways, rates = grade_matrix(office), triage_counts(office), ratios(office)
    return Sheet(
        name="统计表",
        title=title,
        note=note,
        tables=(
            _grades(matrix),
            table(_PROBLEMS, ways, caption="二、问题整改（按解决方式）"),
            table(_ratio_columns(decided=bool(matrix.decided)), rates, caption="三、晋升比例"),
            table(_AWARENESS, [awareness_total(office)], caption="四、知晓率和参与率"),
        ),
        charts=(
            Chart("晋升比例", table=2, names=0, columns=(1, 4, 6, 8), stacked=False, lines=len(rates)),
            Chart("问题销号情况", table=1, names=0, columns=(2, 3, 4), stacked=True, lines=len(ways) - 1),
        ),
    )


def _grades(matrix: GradeMatrix) -> Table:
    first = Head("原档次＼审定档次", _NAME, "center")
    return Table(
        heads=(first, *(Head(name, _NUMBER, "center") for name in matrix.columns)),
        lines=tuple((row.name, *row.counts) for row in matrix.rows),
        caption="一、档次变化（党支部数）",
    )


def _ratio_columns(*, decided: bool) -> tuple[Column[Ratio], ...]:
    def risen(value: Value) -> Value:
        return value if decided else "尚未审定"

    def met(ratio: Ratio) -> Value:
        return {True: "是", False: "否", None: ""}[ratio.is_met] if decided else ""

    return (
        Column("项目", _NAME, lambda r: r.label),
        Column("要求", _NUMBER, _share),
        Column("可晋升支部", _NUMBER, lambda r: r.base),
        Column("承诺数", _NUMBER, lambda r: r.pledged),
        Column("承诺率", _NUMBER, lambda r: r.pledged_rate),
        Column("支部目标数", _NUMBER, lambda r: r.planned),
        Column("支部目标率", _NUMBER, lambda r: r.planned_rate),
        Column("实际晋升数", _NUMBER, lambda r: risen(r.achieved)),
        Column("实际晋升率", _NUMBER, lambda r: risen(r.achieved_rate)),
        Column("达到要求", _NUMBER, met),
        Column("晋升的党支部", _NAME, lambda r: r.achieved_names, "left"),
    )


def _share(ratio: Ratio) -> Rate | None:
    if ratio.required_share is None:
        return None
    return Rate(*ratio.required_share.as_integer_ratio())
