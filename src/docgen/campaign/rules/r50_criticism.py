"""R50 措施不到位、走过场、不得力的要批评，并限期整改 (part three)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.days import two
from docgen.campaign.facts.scores import sum_of
from docgen.campaign.lost_branches import all_are_known
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.process import RectificationOrder
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import OrderReason
from docgen.campaign.office import Office
from docgen.campaign.options import words_of
from docgen.campaign.outcomes import CRITICISED, is_mistaken, list_differences
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_faults import has_faults
from docgen.findings import Severity
from docgen.text.dates import month_day
from docgen.text.numerals import plain_number

_ORDER, _LIST = "rectification_order", "midterm_evaluation.criticised"
_SEED = "对整改措施不到位、工作走过场、不得力的要进行批评，并限期进行整改"


@rule("R50", due="S9", severity=Severity.ERROR, remedy="发限期整改通知，或者核对考评结果", seed=_SEED)
def criticised_and_ordered(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """考评结果是“批评并限期整改”的党支部有限期整改通知；没有受批评的，没有通知。

    正确::

        midterm: {outcome: 通过}
        rectification_order:

    错误::

        midterm: {outcome: 批评并限期整改}
        midterm_evaluation: {criticised: [Z01]}
        rectification_order:

    错误::

        midterm: {outcome: 表扬}
        rectification_order: {issued_on: 2013-06-27, deadline: 2013-07-20}
    """
    outcome, order = branch.midterm.outcome, branch.rectification_order
    if not outcome or (outcome == CRITICISED) == bool(order):
        return
    if is_mistaken(branch, office):
        other = "有限期整改通知，也在批评名单里" if order else "没有限期整改通知，也不在批评名单里"
        yield Hit("midterm.outcome", f"考评结果是“{outcome}”，该支部却{other}", "核对考评结果")
    elif order:
        yield Hit(_ORDER, f"考评结果是“{outcome}”，却有限期整改通知", "核对考评结果，或者删去这份通知")
    else:
        yield Hit(_ORDER, f"考评结果是“{CRITICISED}”，没有限期整改通知")


@rule("R50", due="S9", severity=Severity.ERROR, remedy="核对总分和考评结果", seed=_SEED)
def low_scores_criticised(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """总分低于“批评分数线”的，考评结果是“批评并限期整改”；没有定分数线的不查。

    正确::

        campaign: {rules: {criticise_below: 70}}
        midterm: {scores: {dossier: 30, work: 40}, total: 70, outcome: 通过}

    错误::

        campaign: {rules: {criticise_below: 70}}
        midterm: {scores: {dossier: 30, work: 39.5}, total: 69.5, outcome: 通过}
    """
    least, midterm = office.campaign.rules.criticise_below, branch.midterm
    total = sum_of(midterm.scores) if midterm.scores else midterm.total
    if least is None or total is None or midterm.outcome in ("", CRITICISED) or is_mistaken(branch, office):
        return
    if total < least and not has_faults("midterm", branch, office.campaign):
        score = f"总分 {plain_number(total)} 低于批评分数线 {plain_number(least)}"
        yield Hit("midterm.outcome", f"{score}，考评结果却是“{midterm.outcome}”")


@rule(
    "R50",
    severity=Severity.ERROR,
    remedy="按各党支部的考评结果改正名单，或者核对考评结果",
    scope="office",
    seed=_SEED,
)
def criticism_follows_outcomes(office: Office) -> Iterator[Hit]:
    """“批评支部”的名单，正好是七一前考评结果为“批评并限期整改”的党支部。

    正确::

        midterm_evaluation: {criticised: []}

    错误::

        midterm_evaluation: {criticised: [Z01]}
    """
    evaluation = office.committee.midterm_evaluation
    if evaluation and all_are_known(office):
        for index, said in list_differences(evaluation.criticised, CRITICISED, office).items():
            yield Hit(_LIST if index is None else f"{_LIST}[{index}]", f"“批评支部”{said}")


@rule("R50", due="S9", severity=Severity.ERROR, remedy="按限期整改通知书补上", seed=_SEED)
def order_is_whole(branch: BranchRecord) -> Iterator[Hit]:
    """限期整改通知写明发出日期、批评原因、整改要求和期限。

    正确::

        rectification_order: {issued_on: 2013-06-27, reasons: [不得力], demands: [重订计划],
          deadline: 2013-07-20}

    错误::

        rectification_order: {issued_on: 2013-06-27, reasons: [], demands: [重订计划], deadline: 2013-07-20}
    """
    if branch.rectification_order:
        told = ("issued_on", "reasons", "demands", "deadline")
        yield from owed(branch.rectification_order, _ORDER, *told)


@rule("R50", due="S9", severity=Severity.ERROR, remedy="从规定的三种原因里选", seed=_SEED)
def reasons_are_of_the_three(branch: BranchRecord) -> Iterator[Hit]:
    """批评原因只用规定的三种：整改措施不到位、工作走过场、不得力。

    正确::

        rectification_order: {reasons: [整改措施不到位, 工作走过场]}

    错误::

        rectification_order: {reasons: [态度不端正]}
    """
    for index, reason in enumerate(branch.rectification_order.reasons):
        if reason not in words_of(OrderReason):
            yield Hit(f"{_ORDER}.reasons[{index}]", f"“{reason}”不是规定的批评原因")


@rule("R50", due="S9", severity=Severity.ERROR, remedy="核对通知、报告和复查的日期", seed=_SEED)
def order_days_in_order(branch: BranchRecord) -> Iterator[Hit]:
    """先考评，再发通知；期限和报告都在发出之后，报告不晚于期限，复查不早于报告或者期限。

    正确::

        rectification_order: {issued_on: 2013-06-27, deadline: 2013-07-20, report: {date: 2013-07-20},
          recheck: {date: 2013-07-20}}

    错误::

        rectification_order: {issued_on: 2013-06-27, deadline: 2013-07-20, report: {date: 2013-07-22},
          recheck: {date: 2013-07-23}}

    错误::

        rectification_order: {issued_on: 2013-06-27, deadline: 2013-06-27}
    """
    order = branch.rectification_order
    yield from list(_around_the_issue(order, branch.midterm.date)) or _after_the_issue(order)


def _around_the_issue(order: RectificationOrder, assessed: date | None) -> Iterator[Hit]:
    issued = order.issued_on
    if issued is None:
        return
    if assessed and issued < assessed:
        sent, held = two(issued, assessed)
        yield Hit(f"{_ORDER}.issued_on", f"通知发出日期 {sent}早于考评日期 {held}")
        return
    after = (
        ("deadline", "整改期限", order.deadline, True),
        ("receipt.date", "签收日期", order.receipt.date, False),
        ("report.date", "报告日期", order.report.date, True),
        ("recheck.date", "复查日期", order.recheck.date, True),
    )
    early = [
        (key, name, day)
        for key, name, day, later in after
        if day and (day < issued or (later and day == issued))
    ]
    if len(early) > 1:  # then it is the day of issue that is wrong
        sent, day_word = two(issued, min(day for _, _, day in early))
        names = "、".join(name for _, name, _ in early)
        yield Hit(f"{_ORDER}.issued_on", f"通知发出日期 {sent}不早于{names}（最早的 {day_word}）")
        return
    for key, name, day in early:
        day_word, sent = two(day, issued)
        yield Hit(f"{_ORDER}.{key}", f"{name} {day_word}不晚于通知发出日期 {sent}")


def _after_the_issue(order: RectificationOrder) -> Iterator[Hit]:
    deadline, reported, checked = order.deadline, order.report.date, order.recheck.date
    if reported and deadline and reported > deadline:
        sent, limit = two(reported, deadline)
        yield Hit(f"{_ORDER}.report.date", f"整改报告日期 {sent}晚于整改期限 {limit}")
    bounds = [day for day in (deadline, reported) if day]
    if checked and bounds and checked < min(bounds):
        looked, first = two(checked, min(bounds))
        yield Hit(f"{_ORDER}.recheck.date", f"复查日期 {looked}早于{_named(order, min(bounds))} {first}")


def _named(order: RectificationOrder, day: date) -> str:
    return "整改报告日期" if day == order.report.date else "整改期限"


@rule("R50", due="S9", severity=Severity.ERROR, remedy="收齐整改报告，写明日期", seed=_SEED)
def order_is_answered(branch: BranchRecord, campaign: Campaign, as_of: date | None) -> Iterator[Hit]:
    """过了整改期限，要有整改报告。

    正确::

        midterm: {outcome: 批评并限期整改}
        rectification_order: {issued_on: 2013-06-27, deadline: 2013-07-20, report: {date: 2013-07-18}}

    错误::

        midterm: {outcome: 批评并限期整改}
        rectification_order: {issued_on: 2013-06-27, deadline: 2013-07-20}
    """
    order = branch.rectification_order
    if order.deadline and order.report.date is None and _has_passed(order.deadline, branch, as_of):
        field = f"{_ORDER}.report.date" if order.report else f"{_ORDER}.report"
        yield Hit(field, f"整改期限 {month_day(order.deadline)}已过，没有整改报告")


@rule("R50", due="S10", severity=Severity.WARNING, remedy="复查整改情况，写明日期和结果", seed=_SEED)
def order_is_rechecked(branch: BranchRecord, as_of: date | None) -> Iterator[Hit]:
    """交了整改报告的，到考评验收前由党委复查，写明日期和结果。

    正确::

        rectification_order: {deadline: 2013-07-20, report: {date: 2013-07-18},
          recheck: {date: 2013-07-22, result: 合格}}

    错误::

        rectification_order: {deadline: 2013-07-20, report: {date: 2013-07-18}}
    """
    order = branch.rectification_order
    if order.report.date and not (order.recheck.date and order.recheck.result):
        yield Hit(f"{_ORDER}.recheck", "整改报告交了，还没有复查的日期和结果")


def _has_passed(day: date, branch: BranchRecord, as_of: date | None) -> bool:
    return bool(branch.final) if as_of is None else day < as_of
