"""Branch ids that nobody bears because the record of their branch is faulty: unread, or with no good id.

That fault is told where it is; the many places that name the branch are right.
"""

from collections import Counter

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.references import pointers
from docgen.records.texts import identity

_TO_BRANCH = frozenset({"branch", "branch or committee"})


def lost_ids(office: Office) -> frozenset[str]:
    """The ids presumed to be those of the branches that are not known by one, the most named first."""
    lost = _lost(office)
    if not lost:
        return frozenset()
    unknown = _unknown(office, office.committee, *office.branches)
    return frozenset(text for text, _ in unknown.most_common(lost))


def misnamed_branch(office: Office) -> tuple[BranchRecord, str] | None:
    """The one branch that the committee never names, and the one id that it names instead, more than once."""
    unknown = _unknown(office, office.committee)
    if _lost(office) or len(unknown) != 1 or unknown.total() < 2:
        return None
    named = {pointer.text for pointer in pointers(office.committee) if pointer.to in _TO_BRANCH}
    unnamed = [record for record in office.branches if record.branch.id not in named]
    return (unnamed[0], next(iter(unknown))) if len(unnamed) == 1 else None


def _unknown(office: Office, *records: CommitteeRecord | BranchRecord) -> Counter[str]:
    known = {*office.branch_ids, office.committee.committee.id}
    texts = (pointer.text for record in records for pointer in pointers(record) if pointer.to in _TO_BRANCH)
    return Counter(text for text in texts if text not in known)


def all_are_known(office: Office) -> bool:
    """Whether every listed branch was read and can be told by its id."""
    return not _lost(office) and bool(office.branches)


def _lost(office: Office) -> int:
    lost: int = office.remembered("lost branches", lambda: _count_lost(office))
    return lost


def _count_lost(office: Office) -> int:
    unread = len(set(office.committee.branches)) - len(office.branches)
    good = {branch_id for branch_id in office.branch_ids if isinstance(identity(branch_id), str)}
    return max(unread, 0) + len(office.branches) - len(good)
