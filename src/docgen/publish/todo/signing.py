"""What is to be signed and where: the papers that can be made, with whom their manifests ask to sign."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from docgen.build.plan import Job
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.campaign.states import STATES, office_states, states
from docgen.text.dates import cn_date

_PLACES = {
    "form": "表内各自的签字栏",
    "landscape": "表格下方的签字处",
    "minutes": "纪要末页的签字处",
}
_ON_TEXT = "正文末尾的署名处"
_BOTH = "末页甲方、乙方的签字栏"


@dataclass(frozen=True, slots=True)
class SigningLine:
    """One paper to sign. `state` tells whether the record has its day already."""

    code: str
    paper: str
    who: str
    place: str
    seal: str
    state: str
    path: str

    def as_json(self) -> dict[str, str]:
        """The line as `--format json` prints it."""
        return {
            "code": self.code,
            "paper": self.paper,
            "who": self.who,
            "place": self.place,
            "seal": self.seal,
            "state": self.state,
            "path": self.path,
        }


def signing_lines(jobs: Iterable[Job], office: Office, as_of: date) -> Iterator[SigningLine]:
    """A line for every paper whose time has come by the as-of day and that bears a signature or a seal."""
    for job in jobs:
        if STATES.index(job.paper.state) > _last_state(job, office, as_of) + 1:
            continue
        line = signing_line(job, office, as_of)
        if line is not None:
            yield line


def signing_line(job: Job, office: Office, as_of: date) -> SigningLine | None:
    """Who signs and seals the paper, and where; None when it cannot be made or bears neither."""
    seal = _seal(job, office)
    if job.reason or not (job.paper.signs or seal):
        return None
    who = joined(_signer(role, job, office) for role in job.paper.signs)
    name = f"{job.paper.name}（{job.item_id}）" if job.item_id else job.paper.name
    place = _place(job) if who else "文末署名处"
    return SigningLine(job.paper.label, name, who, place, seal or "不盖章", _state(job, as_of), job.path)


def _last_state(job: Job, office: Office, as_of: date) -> int:
    reached = office_states(office, as_of) if job.branch is None else states(job.branch, office, as_of)
    return max(map(STATES.index, reached), default=-1)


def _place(job: Job) -> str:
    if job.paper.layout != "form" and {"党委书记", "党支部书记"} <= set(job.paper.signs):
        return _BOTH
    return _PLACES.get(job.paper.layout, _ON_TEXT)


def _seal(job: Job, office: Office) -> str:
    committee = office.committee.committee
    if job.paper.seal == "committee" and committee.has_seal:
        return f"盖{committee.short_name or '党委'}印章"
    if job.paper.seal == "branch" and job.branch is not None and job.branch.branch.has_seal:
        return "盖支部印章"
    return ""


def _state(job: Job, as_of: date) -> str:
    if not job.paper.date:
        return "签字后把日期填在纸上"
    if job.day is None or job.day > as_of:
        return "待签" if job.paper.signs else "待盖章"
    return f"记录中已有日期：{cn_date(job.day)}"


def _signer(role: str, job: Job, office: Office) -> str:
    """The person in the role, as far as the records tell; the role itself where they do not."""
    names = joined(_people(role, job, office.committee))
    return f"{names}（{role}）" if names else role


def _people(role: str, job: Job, committee: CommitteeRecord) -> Iterator[str]:
    if role == "党委书记":
        yield committee.committee.secretary
    elif role in ("考评组组长", "组长"):
        yield committee.final_evaluation.team.leader
    elif role in ("考评组成员", "成员"):
        yield from committee.final_evaluation.team.members
    elif job.branch is not None:
        yield from _of_branch(role, job, job.branch)


def _of_branch(role: str, job: Job, record: BranchRecord) -> Iterator[str]:
    problems = [job.item] if isinstance(job.item, Problem) else record.problems
    if role in ("党支部书记", "支部书记"):
        yield record.branch.secretary
    elif role == "牵头责任人":
        yield from (problem.lead for problem in problems)
    elif role == "核查人":
        yield from (problem.closure.checked_by for problem in problems)
