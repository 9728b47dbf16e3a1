"""X27 一个字号只用于一份文件."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.references import entities
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.records.schema import Entity

# Not the office's own papers of this campaign, or one paper that may answer several branches at once.
_SHARED = ("campaign.basis", "review.approval", ".escalation")


@rule("X27", severity=Severity.ERROR, remedy="查发文登记簿，改正写错的字号", scope="office")
def numbers_are_used_once(office: Office) -> Iterator[Hit]:
    """一个发文字号只用于一份文件：责任书、通报、请示、批复、通知、限期整改通知的字号各不相同。

    一次批复几个支部的办法、一并转办几个问题的，可以用同一个字号；依据文件不算。

    正确::

        agreement: {doc_no: 明医党责〔2013〕1号}
        rectification_order: {doc_no: 明医党督〔2013〕1号}

    错误::

        agreement: {doc_no: 明医党责〔2013〕1号}
        rectification_order: {doc_no: 明医党责〔2013〕1号}
    """
    first: dict[str, str] = {}
    records: tuple[tuple[BranchRecord | None, Entity], ...] = (
        (None, office.committee),
        *((record, record) for record in office.branches),
    )
    for branch, record in records:
        holder = branch.branch.short_name or branch.branch.id if branch else "党委"
        for path, paper in entities(record):
            number = getattr(paper, "doc_no", "")
            if not number or any(shared in path for shared in _SHARED):
                continue
            if number in first:
                said = f"字号“{number}”已经用在{first[number]}的另一份文件上"
                yield Hit(f"{path}.doc_no", said, branch=branch)
            first.setdefault(number, f"“{holder}”")
