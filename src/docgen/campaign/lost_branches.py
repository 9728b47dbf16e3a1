"""Branch ids that nobody bears because the record of their branch is faulty: unread, or with no good id.

That fault is told where it is; the many places that name the branch are right.
"""

from collections import Counter

from docgen.campaign.office import Office
from docgen.campaign.references import pointers
from docgen.records.texts import identity


def lost_ids(office: Office) -> frozenset[str]:
    """The ids presumed to be those of the branches that are not known by one, the most named first."""
    lost = _lost(office)
    if not lost:
        return frozenset()
    known = {*office.branch_ids, office.committee.committee.id}
    named = Counter(
        pointer.text
        for record in (office.committee, *office.branches)
        for pointer in pointers(record)
        if pointer.to in ("branch", "branch or committee") and pointer.text not in known
    )
    return frozenset(text for text, _ in named.most_common(lost))


def all_are_known(office: Office) -> bool:
    """Whether every listed branch was read and can be told by its id."""
    return not _lost(office) and bool(office.branches)


def _lost(office: Office) -> int:
    unread = len(set(office.committee.branches)) - len(office.branches)
    good = {branch_id for branch_id in office.branch_ids if isinstance(identity(branch_id), str)}
    return max(unread, 0) + len(office.branches) - len(good)
