"""A problem that somebody else has to help with: to whom it goes, under which title, what is asked (D30)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import file_number, target_text
from docgen.campaign.models.problem import Cause, Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.records.schema import Entity

_REQUEST, _LETTER = "请示", "函"
_SINGLE_QUOTES = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class EscalationFact(Row):
    """The way of one problem to who can solve it; a "" is what the record does not tell.

    `to` is the one asked, by the short name where it is the branch's own committee; `letter_to` whom the
    committee writes to, the supporting units where nobody is named; `slip_to` who gets the slip, and
    whether the branch itself sends it.
    """

    no: str
    request_title: str
    letter_title: str
    matter: str
    to: str
    letter_to: str
    slip_to: str
    sent_by_branch: bool
    support_text: str
    target_text: str
    causes: tuple[Cause, ...]


@fact("escalation", "上级协调", reads=("branch", "committee", "problems"))
def escalation(branch: BranchRecord, office: Office, item: Entity | None) -> EscalationFact:
    """The escalation of the problem that the paper is about."""
    problem = item if isinstance(item, Problem) else Problem()
    asked, relay = problem.escalation, problem.escalation.relay
    matter = _matter(problem)
    committee = office.committee.committee
    passed_on = bool(relay.to) and relay.kind != _LETTER
    is_own = asked.to in ("", committee.full_name, committee.short_name)
    support = joined(unit for measure in problem.measures for unit in measure.support)
    return EscalationFact(
        no=file_number(branch.branch.id, problem.id),
        request_title=_titled(matter, _REQUEST),
        letter_title=_titled(matter, _LETTER),
        matter=matter,
        to=(committee.short_name or committee.full_name) if is_own else asked.to,
        letter_to=relay.to or (support if is_own else asked.to),
        slip_to=relay.to if passed_on else asked.to,
        sent_by_branch=not passed_on,
        support_text=support,
        target_text=target_text(problem.target),
        causes=tuple(cause for cause in problem.causes if cause.text),
    )


def _matter(problem: Problem) -> str:
    """关于协调腾退312室, without the genre at its end; made from the problem where there is no title."""
    title = problem.escalation.title.strip()
    if not title:
        return f"关于协调解决“{_inner(problem.title)}”问题" if problem.title else "关于协调解决有关问题"
    for genre in (_REQUEST, "报告", "工作联系单", _LETTER):
        if title.endswith(f"的{genre}"):
            return title.removesuffix(f"的{genre}")
    return title


def _inner(title: str) -> str:
    """The title within quotation marks: its own become single ones."""
    return title.rstrip("。").translate(_SINGLE_QUOTES)


def _titled(matter: str, genre: str) -> str:
    return f"{matter}的{genre}"
