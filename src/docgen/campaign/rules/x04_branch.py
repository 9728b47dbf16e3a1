"""X04 指向党支部的编号都存在."""

import re
from collections.abc import Iterator

from docgen.campaign.lost_branches import lost_ids, misnamed_branch
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.references import pointers
from docgen.campaign.rule import Hit, nearest, rule
from docgen.findings import Severity
from docgen.records.schema import Entity

_REMEDY = "写党支部记录里“编号”一项的编号"


@rule("X04", severity=Severity.ERROR, remedy=_REMEDY)
def branches_named_by_branch_exist(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """支部记录里提到的党支部编号（例如品牌的“推广支部”），要有这个党支部。

    正确::

        brand: {spread: [Z02]}

    错误::

        brand: {spread: [Z20]}
    """
    yield from _dangling(branch, office)


@rule("X04", severity=Severity.ERROR, remedy=_REMEDY, scope="committee")
def branches_named_by_committee_exist(committee: CommitteeRecord, office: Office) -> Iterator[Hit]:
    """党委记录里提到的党支部编号（人员的所属组织、受检支部、表扬支部等），要有这个党支部。

    正确::

        achievements: [{title: 制度汇编, owner: DW}]

    错误::

        achievements: [{title: 制度汇编, owner: Z20}]
    """
    misnamed = misnamed_branch(office)
    if misnamed is None:
        yield from _dangling(committee, office)
        return
    record, meant = misnamed
    said = f"编号写的是“{record.branch.id}”，党委记录里没有提到，提到的是“{meant}”"
    yield Hit("branch.id", said, f"改成“{meant}”，或者核对党委记录里的编号", branch=record)


def _dangling(record: Entity, office: Office) -> Iterator[Hit]:
    # A branch whose file could not be read is no wrong id: its file is listed under a name with the id.
    branches = {*office.branch_ids, *lost_ids(office)}
    branches |= set() if office.is_complete else _ids_in_file_names(office)
    owners = branches | {office.committee.committee.id}
    for pointer in pointers(record):
        known = {"branch": branches, "branch or committee": owners}.get(pointer.to)
        if known is not None and pointer.text not in known:
            near = nearest(pointer.text, sorted(office.branch_ids)) or _by_name(pointer.text, office)
            remedy = f"是否想写“{near}”？{_REMEDY}" if near else f"{_REMEDY}：{'、'.join(office.branch_ids)}"
            yield Hit(pointer.field, f"没有编号为“{pointer.text}”的党支部", remedy)


def _ids_in_file_names(office: Office) -> set[str]:
    return {word for name in office.committee.branches for word in re.split(r"[^A-Za-z0-9]+", name)[:-1]}


def _by_name(text: str, office: Office) -> str:
    """The id of the branch whose name was typed instead."""
    names = {r.branch.short_name: r.branch.id for r in office.branches} | {
        r.branch.full_name: r.branch.id for r in office.branches
    }
    return names.get(text, "")
