"""What an approver asks beside a branch's own numbers: the rates of the plan, who knows and takes part."""

from docgen.campaign.fact import fact
from docgen.campaign.facts.awareness import AwarenessRow
from docgen.campaign.facts.pledged import PledgedRatio
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.text.numerals import percent_text


@fact("rate_pledges", "方案承诺的晋升比例", reads=("campaign", "plan"))
def rate_pledges(office: Office) -> tuple[PledgedRatio, ...]:
    """A row for each required rate, by the plan's own base: a branch's paper reads no other branch."""
    pledged = {(one.from_grade, one.to_grade): one for one in office.committee.plan.ratio_pledges}
    required = {(target.from_grade, target.to_grade): target.min for target in office.ratio_targets}
    return tuple(
        PledgedRatio(
            from_grade=pair[0],
            to_grade=pair[1],
            required="" if (share := required.get(pair)) is None else f"{percent_text(share)}以上",
            base=(pledged[pair].base or 0) if pair in pledged else 0,
            pledged=pledged[pair].pledged if pair in pledged else None,
        )
        for pair in required | pledged
    )


@fact("public_awareness", "知晓率和参与率", reads=("publicity",))
def public_awareness(branch: BranchRecord) -> AwarenessRow:
    """The branch's own survey (R59)."""
    found = branch.publicity.awareness
    return AwarenessRow(1, "", found.surveyed_on, found.sample, found.aware, found.participated)
