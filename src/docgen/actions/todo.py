"""todo: what is still to be done, by whom and by when; printed, or written as a page or a calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from docgen.build.office import LoadedOffice, load_office
from docgen.build.owners import owner_named
from docgen.build.plan import committee_id, plan
from docgen.campaign.agenda import Item, agenda
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.files import write_atomic
from docgen.findings import Finding
from docgen.kinds import load_catalogue
from docgen.publish.todo import written
from docgen.publish.todo.listing import Listing, Owner
from docgen.publish.todo.signing import SigningLine, signing_lines
from docgen.workspace import Workspace


class NoAgenda(DocgenError):
    """The committee's record cannot be read, and with it neither the calendar nor the list of branches."""

    def __init__(self, first: Finding) -> None:
        place = f"{first.file}:{first.line}" if first.line else first.file
        super().__init__(f"党委的记录用不了，列不出待办事项（{place} {first.message}）", first.remedy)


@dataclass(frozen=True, slots=True)
class Todo:
    """The list, and the record files of which nothing could be read."""

    listing: Listing
    unread: tuple[str, ...]


def todo(workspace: Workspace, branch: str | None, as_of: date | None, today: date) -> Todo:
    """The tasks of one owner, or of all, on the as-of day. Raises UnknownBranch."""
    loaded = load_office(workspace, as_of, today)
    office = loaded.office
    if office is None:
        raise NoAgenda(loaded.findings[0])
    own = committee_id(office)
    chosen = owner_named(branch, office, loaded.unread) if branch is not None else None
    findings = _by_owner(loaded, office)
    items = [
        item
        for item in agenda(office, own, findings, loaded.as_of)
        if chosen in (None, item.owner) and not _is_switched_off(item, workspace)
    ]
    ids = [chosen] if chosen is not None else [own, *office.branch_ids]
    signing = _signing(workspace, office, chosen, loaded.as_of) if chosen is not None else ()
    return Todo(_listing(office, items, ids, signing, loaded.as_of), loaded.unread)


def write(listing: Listing, path: Path) -> None:
    """The list lies at `path`, in the form that its ending names. Raises UnknownEnding."""
    write_atomic(path, written(listing, path))


def _listing(
    office: Office, items: list[Item], ids: Sequence[str], signing: Sequence[SigningLine], as_of: date
) -> Listing:
    by_id: dict[str, list[Item]] = {one: [] for one in ids}
    for item in items:
        by_id.setdefault(item.owner, []).append(item)
    committee, campaign = office.committee.committee, office.campaign
    names = (committee.full_name, committee.short_name, campaign.name, campaign.short_name)
    own = committee_id(office)
    whole = committee.short_name or committee.full_name
    return Listing(
        office=whole,
        campaign=campaign.short_name or campaign.name,
        as_of=as_of,
        owners=tuple(
            Owner(one, whole if one == own else office.branch_name(one), tuple(found))
            for one, found in by_id.items()
        ),
        items=tuple(items),
        signing=tuple(signing),
        names=tuple(filter(None, (*names, *map(office.branch_name, ids)))),
    )


def _by_owner(loaded: LoadedOffice, office: Office) -> dict[str, list[Finding]]:
    owners = {loaded.committee_file: committee_id(office)}
    for file, record in zip(loaded.branch_files, office.branches, strict=True):
        owners[file] = record.branch.id
    found: dict[str, list[Finding]] = {}
    for finding in loaded.findings:
        found.setdefault(owners.get(finding.file, committee_id(office)), []).append(finding)
    return found


def _is_switched_off(item: Item, workspace: Workspace) -> bool:
    return workspace.settings.agreement == "off" and item.task.field.startswith("agreement")


def _signing(workspace: Workspace, office: Office, owner: str, as_of: date) -> list[SigningLine]:
    papers = chain.from_iterable(kind.papers for kind in load_catalogue(workspace.templates).kinds)
    jobs = plan(papers, office, workspace.settings, frozenset({owner}))
    return list(signing_lines(jobs, office, as_of))
