"""R59 普及知晓率，积极扩大参与率 (part four)."""

from collections.abc import Iterator

from docgen.campaign.models.committee_process import Survey
from docgen.campaign.models.process import Awareness
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "普及知晓率，积极扩大参与率"
_LABELS = {"sample": "调查人数", "aware": "知晓人数", "participated": "参与人数"}


@rule(
    "R59",
    severity=Severity.ERROR,
    remedy="改正汇总数，或者核对各党支部的调查数",
    scope="office",
    seed=_SEED,
)
def survey_is_branch_sum(office: Office) -> Iterator[Hit]:
    """党委“知晓率调查”的调查、知晓、参与人数，等于各党支部调查数之和；党员总数等于各党支部党员数之和。

    正确::

        publicity: {survey: {sample: 54, aware: 52, participated: 50, members_total: 54}}

    错误::

        publicity: {survey: {sample: 54, aware: 53, participated: 50, members_total: 54}}
    """
    if not office.is_complete:
        return
    survey = office.committee.publicity.survey
    parts = [record.publicity.awareness for record in office.branches]
    for key, label in _LABELS.items():
        counts = [getattr(part, key) for part in parts if not any(_beyond("", part))]
        said = getattr(survey, key)
        beyond = said is not None and survey.sample is not None and said > survey.sample  # told below
        if said is not None and not beyond and len(counts) == len(parts) and None not in counts:
            yield from _differs(f"publicity.survey.{key}", label, said, sum(counts))
    members = [record.branch.members for record in office.branches]
    known = all(one.formal is not None and one.probationary is not None for one in members)
    if survey.members_total is not None and known:
        found = sum((one.formal or 0) + (one.probationary or 0) for one in members)
        yield from _differs("publicity.survey.members_total", "党员总数", survey.members_total, found)


def _differs(field: str, label: str, said: int, found: int) -> Iterator[Hit]:
    if said != found:
        yield Hit(field, f"{label}写的是 {said}，各党支部合计是 {found}")


@rule("R59", severity=Severity.ERROR, remedy="核对调查表，改正写错的人数", seed=_SEED)
def branch_survey_within_sample(branch: BranchRecord) -> Iterator[Hit]:
    """知晓人数、参与人数都不超过调查人数。

    正确::

        publicity: {awareness: {sample: 27, aware: 26, participated: 25}}

    错误::

        publicity: {awareness: {sample: 27, aware: 28, participated: 25}}
    """
    yield from _beyond("publicity.awareness", branch.publicity.awareness)


@rule("R59", severity=Severity.ERROR, remedy="核对调查表，改正写错的人数", scope="committee", seed=_SEED)
def committee_survey_within_sample(office: Office) -> Iterator[Hit]:
    """党委汇总的知晓人数、参与人数都不超过调查人数。

    正确::

        publicity: {survey: {sample: 54, aware: 52}}

    错误::

        publicity: {survey: {sample: 54, aware: 55}}
    """
    yield from _beyond("publicity.survey", office.committee.publicity.survey)


def _beyond(field: str, counts: Awareness | Survey) -> Iterator[Hit]:
    for key in ("aware", "participated"):
        number = getattr(counts, key)
        if number is not None and counts.sample is not None and number > counts.sample:
            yield Hit(f"{field}.{key}", f"{_LABELS[key]} {number} 多于调查人数 {counts.sample}")
