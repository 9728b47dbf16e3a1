"""Whose papers or tasks are meant by a name that somebody typed."""

from collections.abc import Sequence
from difflib import get_close_matches

from docgen.build.plan import committee_id
from docgen.campaign.office import Office
from docgen.errors import DocgenError


class UnknownBranch(DocgenError):
    """Nobody in the records has this id."""

    exit_status = 2

    def __init__(self, name: str, known: Sequence[str], unread: Sequence[str]) -> None:
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        remedy = f"是否想写“{near[0]}”" if near else f"可用的有：{'、'.join(known)}"
        if unread:
            remedy = f"有的记录读不出来（{'、'.join(unread)}），请先执行 docgen check；{remedy}"
        super().__init__(f"没有编号为“{name}”的党支部", remedy)


def owner_named(name: str, office: Office, unread: Sequence[str]) -> str:
    """The id of the branch, or of the committee, with this id or short name. Raises UnknownBranch."""
    own = committee_id(office)
    for branch_id in (own, *office.branch_ids):
        if name.lower() in (branch_id.lower(), office.branch_name(branch_id).lower()):
            return branch_id
    raise UnknownBranch(name, (own, *office.branch_ids), unread)
