"""An office of packed records seen by one task: its own branches whole, the rest packed."""

from collections.abc import Sequence
from dataclasses import replace

from docgen.build.stored import StoredBranch
from docgen.campaign.office import Office

# What an office looks up in its committee's record alone, so that all views of it share it.
_OF_COMMITTEE = ("grades", "ratio_targets", "calendar", "people", "departments", "thresholds")
_OF_ALL = (*_OF_COMMITTEE, "branch_ids")  # as long as the branches are the same, packed or not


def look_up(office: Office) -> None:
    """What every view of the office shares is looked up; forked processes need not each do it then."""
    for name in (*_OF_ALL, "by_id"):
        getattr(office, name)


def view(office: Office, places: Sequence[int]) -> Office:
    """The office with the branches at these places unpacked, and a memory of its own for what they give.

    An office that holds none packed is its own view.
    """
    if not any(isinstance(one, StoredBranch) for one in office.branches[:1]):
        return office
    branches, by_id = list(office.branches), dict(office.by_id)
    for place in places:
        packed = branches[place]
        if isinstance(packed, StoredBranch):
            branches[place] = whole = packed.whole()
            if by_id.get(whole.branch.id) is packed:
                by_id[whole.branch.id] = whole
    seen = replace(office, branches=tuple(branches), memory={})
    for name in _OF_ALL:
        seen.__dict__[name] = getattr(office, name)
    seen.__dict__["by_id"] = by_id
    return seen
