"""What is signed once the method is approved: the two pledges of the branch and the agreement."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.milestones import midterm
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.task import Task, happened, secretary_of, tasks


@tasks(scope="branch")
def signing(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """Each of the papers is signed, and its day written down."""
    if not happened(branch.review.approval.date, as_of):
        return
    last, secretary = midterm(committee), secretary_of(branch.branch)
    pledges, agreement = branch.pledges, branch.agreement
    if not happened(pledges.to_superior.date, as_of):
        what = "要签晋位目标承诺书（D24）"
        yield Task(what, "pledges.to_superior.date", secretary, last.day, "R21", last.name)
    if not happened(pledges.to_public.date, as_of):
        what = "要签公开承诺书（D25）并张贴"
        yield Task(what, "pledges.to_public.date", secretary, last.day, "R28", last.name)
    if not happened(agreement.signed_on, as_of):
        superior = agreement.party_a.signer or committee.committee.secretary or "党委书记"
        who = f"{superior}、{agreement.party_b.signer or secretary}"
        yield Task("要签责任书（D07）", "agreement.signed_on", who, last.day, "R39", last.name)
