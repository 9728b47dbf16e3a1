"""部署会: who calls it, when it is, and who is expected to sign in (R26)."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.meetings import Absence, DeploymentMeeting
from docgen.campaign.models.organisation import Committee, RegisteredPerson
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.text.dates import cn_date

_WEEKDAYS = "一二三四五六日"
_ROWS_WITHOUT_A_COUNT = 16
_ROWS_MAX = 600


@dataclass(frozen=True, slots=True)
class DeploymentFact(Row):
    """The meeting in words; texts are "" for what the record does not tell."""

    called_by: str
    title: str
    time_text: str
    attendance_text: str
    absent_text: str


@dataclass(frozen=True, slots=True)
class SignInRow(Row):
    """One line of the sign-in sheet; a blank one is for whoever the registry does not know."""

    seq: int
    name: str
    unit: str
    note: str


@fact("deployment", "部署会", scope="committee", reads=("campaign", "committee", "deployment_meeting"))
def deployment(office: Office) -> DeploymentFact:
    """The committee's meeting; without a title of its own it is 晋位升级工作部署会议."""
    meeting = office.committee.deployment_meeting
    campaign = office.campaign.short_name or office.campaign.name or "晋位升级工作"
    return DeploymentFact(
        called_by=office_in_full(office.committee.committee),
        title=meeting.title or f"{campaign}部署会议",
        time_text=_time(meeting),
        attendance_text=_attendance(meeting),
        absent_text=joined(_absent(one) for one in meeting.absent),
    )


@fact(
    "sign_in_rows",
    "签到表",
    scope="committee",
    reads=("committee", "people", "deployment_meeting", "branches.branch"),
)
def sign_in_rows(office: Office) -> tuple[SignInRow, ...]:
    """The registry's people, then blank lines up to the number expected."""
    known = list(_known(office))
    expected = office.committee.deployment_meeting.should or len(known) + _ROWS_WITHOUT_A_COUNT
    blank = range(len(known) + 1, min(expected, _ROWS_MAX) + 1)
    return (*known, *(SignInRow(seq, "", "", "") for seq in blank))


def office_in_full(committee: Committee) -> str:
    """The committee's office as a paper of its own names it: 中共示范学院委员会办公室.

    The record has its everyday name (党委办公室, 党办); without one, the committee itself.
    """
    name = committee.office.name
    if not name or name.startswith("中共"):
        return name or committee.full_name
    own = name.removeprefix(committee.full_name).removeprefix("党委")
    return committee.full_name + ("办公室" if own in ("党办", "办公室") else own)


def _time(meeting: DeploymentMeeting) -> str:
    """2012年6月15日（星期五）14:30."""
    if meeting.date is None:
        return meeting.time
    return f"{cn_date(meeting.date)}（星期{_WEEKDAYS[meeting.date.weekday()]}）{meeting.time}"


def _attendance(meeting: DeploymentMeeting) -> str:
    """应到96人，实到94人."""
    counts = (("应到{}人", meeting.should), ("实到{}人", meeting.present))
    return "，".join(words.format(number) for words, number in counts if number is not None)


def _absent(one: Absence) -> str:
    return f"{one.name}（{one.reason}）" if one.reason else one.name


def _known(office: Office) -> Iterator[SignInRow]:
    absent = {one.name for one in office.committee.deployment_meeting.absent}
    named = [person for person in office.committee.people if person.name]
    for seq, person in enumerate(named, start=1):
        yield SignInRow(seq, person.name, _unit(person, office), "请假" if person.name in absent else "")


def _unit(person: RegisteredPerson, office: Office) -> str:
    return office.branch_name(person.org) if person.org else ""
