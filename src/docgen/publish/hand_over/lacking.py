"""What the procedure requires and the archive lacks."""

from collections.abc import Container, Iterator, Sequence
from itertools import chain

from docgen.build.paper_id import quoted
from docgen.build.plan import committee_id, plan_branches, plan_office
from docgen.campaign.occasions import OCCASIONAL, ONE_FOR_ALL
from docgen.campaign.office import Office
from docgen.kinds import Paper
from docgen.publish.hand_over.rows import Lack
from docgen.settings import Settings


def lacking(
    papers: Sequence[Paper], office: Office, settings: Settings, known: Container[str]
) -> Iterator[Lack]:
    """Of these papers, those that the office owes and that never were among the `known` ids.

    What hangs on an event (a notice, a summons) is required only once the record tells of the event.
    """
    owed = [paper for paper in papers if _is_owed(paper, settings)]
    names = {branch.branch.id: branch.branch.full_name for branch in office.branches}
    own = quoted(committee_id(office))
    jobs = chain(
        plan_office(owed, office, settings, None),
        plan_branches(owed, office, settings, office.branches, None),
    )
    for job in jobs:
        if job.paper_id in known or f"{own}:{ONE_FOR_ALL.get(job.paper.label)}" in known:
            continue
        if not (job.reason and _hangs_on_an_event(job.paper)):
            owner = names.get(job.owner, office.committee.committee.full_name)
            title = job.paper.short_title
            name = f"{title}（{job.item_id}）" if job.item_id else title
            yield Lack(owner, name, job.reason or "没有印发归档")


def _is_owed(paper: Paper, settings: Settings) -> bool:
    is_in_use = all(getattr(settings, key) == value for key, value in paper.switch)
    return is_in_use and paper.label not in ONE_FOR_ALL.values()


def _hangs_on_an_event(paper: Paper) -> bool:
    return paper.items is not None or not OCCASIONAL.isdisjoint(paper.needs)
