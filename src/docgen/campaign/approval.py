"""Which version of a branch's method was approved."""

from docgen.campaign.models.record import BranchRecord


def approved_version(branch: BranchRecord) -> int | None:
    """The version of the last submission that passed; None when none did."""
    passed = [one.version for one in branch.review.submissions if one.result == "通过"]
    return passed[-1] if passed else None
