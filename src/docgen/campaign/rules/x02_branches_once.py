"""X02 每个支部文件只列一次 (found while loading, in build)，每个支部编号只用一次."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule("X02", severity=Severity.ERROR, remedy="给其中一个党支部换一个没有用过的编号", scope="office")
def branch_ids_used_once(office: Office) -> Iterator[Hit]:
    """每个党支部的编号不同于其他党支部，也不同于党委；每个支部文件在清单里只列一次。

    正确::

        branch: {id: Z01}

    错误::

        branch: {id: DW}
    """
    first: dict[str, BranchRecord] = {}
    for record in office.branches:
        branch_id, name = record.branch.id, record.branch.short_name
        if not branch_id:
            continue
        if branch_id == office.committee.committee.id:
            yield Hit("branch.id", f"“{name}”的编号 {branch_id} 与党委的编号相同", branch=record)
        elif branch_id in first:
            other = first[branch_id].branch.short_name
            yield Hit("branch.id", f"“{name}”的编号 {branch_id} 已经是“{other}”的编号", branch=record)
        first.setdefault(branch_id, record)
