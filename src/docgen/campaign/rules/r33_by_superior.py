"""R33 需要上级组织解决的，积极沟通协调研究解决 (part two, step four)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.chain import Event, breaks
from docgen.campaign.days import two
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.problem import Escalation
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.problem_states import CLOSED
from docgen.campaign.rule import Hit, rule
from docgen.campaign.triage import BY_SUPERIOR, is_owed
from docgen.findings import Severity
from docgen.text.dates import month_day

_SEED = "需要上级组织解决的，积极沟通协调研究解决"


@rule("R33", due="S7", severity=Severity.ERROR, remedy="向上级报请解决，写明报请对象和报出日期", seed=_SEED)
def superior_asked(branch: BranchRecord) -> Iterator[Hit]:
    """解决方式是“上级协调”的问题，写明报请对象和报出日期。

    正确::

        problems: [{id: W1, triage: 上级协调, escalation: {to: 医院党委, sent_on: 2013-03-11}}]

    错误::

        problems: [{id: W1, triage: 上级协调, escalation: {to: 医院党委, sent_on: }}]
    """
    for index, problem in enumerate(branch.problems):
        field = f"problems[{index}].escalation"
        if is_owed(problem, BY_SUPERIOR):
            yield Hit(field, "解决方式是“上级协调”，没有报请上级的记录")
        elif problem.triage == BY_SUPERIOR and problem.escalation:
            yield from owed(problem.escalation, field, "to", "sent_on")


@rule("R33", due="S7", severity=Severity.ERROR, remedy="写明办理结果，或者改正问题的状态", seed=_SEED)
def closed_with_outcome(branch: BranchRecord) -> Iterator[Hit]:
    """报请上级协调的问题，有了办理结果才能销号。

    正确::

        problems: [{id: W1, triage: 上级协调, status: 已销号, escalation: {outcome: 已解决}}]

    错误::

        problems: [{id: W1, triage: 上级协调, status: 已销号, escalation: {to: 医院党委}}]
    """
    for index, problem in enumerate(branch.problems):
        asked = problem.triage == BY_SUPERIOR and bool(problem.escalation)
        if asked and problem.status == CLOSED and not problem.escalation.outcome:
            yield Hit(f"problems[{index}].escalation.outcome", "问题已销号，却没有写明上级协调的办理结果")


@rule("R33", due="S7", severity=Severity.ERROR, remedy="核对请示、转办和答复的日期", seed=_SEED)
def answered_after_asking(branch: BranchRecord) -> Iterator[Hit]:
    """先报出，后转办，再答复，日期不能倒过来。

    正确::

        problems: [{id: W1, triage: 上级协调, escalation: {sent_on: 2013-03-11, replied_on: 2013-03-20}}]

    错误::

        problems: [{id: W1, triage: 上级协调, escalation: {sent_on: 2013-03-11, replied_on: 2013-03-08}}]
    """
    for index, problem in enumerate(branch.problems):
        events = list(_events(problem.escalation, f"problems[{index}].escalation"))
        for broken in breaks(events):
            earlier, later = two(broken.earlier.day, broken.later.day)
            said = f"{broken.later.name} {later}早于{broken.earlier.name} {earlier}"
            yield Hit(broken.wrong.field, said)


def _events(escalation: Escalation, field: str) -> Iterator[Event]:
    named = (
        ("sent_on", "报出日期", escalation.sent_on),
        ("relay.date", "转办日期", escalation.relay.date),
        ("replied_on", "答复日期", escalation.replied_on),
    )
    for key, name, day in named:
        if day:
            yield Event(f"{field}.{key}", name, day)


@rule("R33", due="S7", severity=Severity.WARNING, remedy="向上级催办，收到后写明答复日期和内容", seed=_SEED)
def answer_not_overdue(branch: BranchRecord, campaign: Campaign, as_of: date | None) -> Iterator[Hit]:
    """报出之后，在“上级答复最长天数”之内有答复；没有定这个天数的不查。

    正确::

        campaign: {rules: {reply_max_days: 30}}
        problems: [{id: W1, triage: 上级协调, escalation: {sent_on: 2013-03-11, replied_on: 2013-04-10}}]

    错误::

        campaign: {rules: {reply_max_days: 30}}
        problems: [{id: W1, triage: 上级协调, escalation: {sent_on: 2013-03-11, replied_on: 2013-04-11}}]
    """
    most = campaign.rules.reply_max_days
    for index, problem in enumerate(branch.problems):
        escalation, field = problem.escalation, f"problems[{index}].escalation.replied_on"
        until = escalation.replied_on or as_of
        if most is None or escalation.sent_on is None or until is None:
            continue
        days, sent = (until - escalation.sent_on).days, month_day(escalation.sent_on)
        if days > most and escalation.replied_on:
            yield Hit(field, f"{sent}报出，过了 {days} 天才有答复，规定最多 {most} 天")
        elif days > most and escalation.outcome:
            said = f"{sent}报出，写了办理结果“{escalation.outcome}”，却没有答复日期"
            yield Hit(field, said, "写明上级答复的日期")
        elif days > most:
            yield Hit(field, f"{sent}报出，已经 {days} 天没有答复，规定最多 {most} 天")
