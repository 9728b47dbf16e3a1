"""How the branch adopted its method, in the words of a title line and of a minute."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.meetings import Vote
from docgen.campaign.models.record import BranchRecord
from docgen.text.dates import cn_date


@dataclass(frozen=True, slots=True)
class Adoption(Row):
    """Both texts are "" while nothing is adopted."""

    line: str
    vote_text: str


@fact("adoption", "办法通过情况", reads=("method",))
def adoption(branch: BranchRecord) -> Adoption:
    """2012年6月14日党员大会通过; 应到29人，实到27人，有表决权26人，赞成26票，反对0票，弃权0票."""
    vote = branch.method.adopted
    return Adoption(_line(vote), vote_text(vote))


def _line(vote: Vote) -> str:
    return f"{cn_date(vote.date)}{vote.meeting}通过" if vote.date else ""


def vote_text(vote: Vote) -> str:
    """应到29人，实到27人，有表决权26人，赞成26票，反对0票，弃权0票; what is not counted is not told."""
    counts = (
        ("应到{}人", vote.should),
        ("实到{}人", vote.present),
        ("有表决权{}人", vote.voters),
        ("赞成{}票", vote.agree),
        ("反对{}票", vote.against),
        ("弃权{}票", vote.abstain),
    )
    return "，".join(words.format(number) for words, number in counts if number is not None)
