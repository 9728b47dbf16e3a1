"""The committee's word on the methods, as its replies to the branches give it (R25, R43)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.basis import quoted_title
from docgen.campaign.facts.grades import names
from docgen.campaign.models.process import Submission
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import quantity, sentence_list
from docgen.text.dates import cn_date

_NAMED_MAX = 5  # more branches than these are not named one by one above the text (7.3.2)
_READS = ("branch", "baseline", "target", "problems", "method", "review")


@dataclass(frozen=True, slots=True)
class ApprovalFact(Row):
    """One branch's approval. `method_text` is 《…》（第2版）; `demands` what the reply asks for."""

    seq: int
    branch_name: str
    method_text: str
    submitted_on: date | None
    decided_text: str
    result_text: str
    target_text: str
    grades_text: str
    score_text: str
    opinion_text: str
    demands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Approvals(Row):
    """The branches whose method was decided, in the committee's order.

    `day` and `decided_text` are those of all of them, or None and "" where they were decided apart.
    """

    rows: tuple[ApprovalFact, ...]
    recipients: str
    day: date | None
    decided_text: str


@fact("approval", "审定批复", reads=_READS)
def approval(branch: BranchRecord) -> ApprovalFact:
    """The committee's decision on the branch's method."""
    return _approval(branch, 1)


@fact("approvals", "审定批复汇总", scope="committee", reads=tuple(f"branches.{key}" for key in _READS))
def approvals(office: Office) -> Approvals:
    """All decisions, for one reply to all."""
    decided = [record for record in office.branches if record.review.approval.date]
    rows = tuple(_approval(record, seq) for seq, record in enumerate(decided, start=1))
    days = {record.review.approval.date for record in decided}
    words = {row.decided_text for row in rows}
    return Approvals(
        rows=rows,
        recipients=_recipients(decided, office),
        day=days.pop() if len(days) == 1 else None,
        decided_text=words.pop() if len(words) == 1 else "",
    )


def _recipients(decided: list[BranchRecord], office: Office) -> str:
    if len(decided) == len(office.branches):
        return "各党支部"
    return names(decided) if len(decided) <= _NAMED_MAX else "有关党支部"


def _approval(record: BranchRecord, seq: int) -> ApprovalFact:
    last = record.review.submissions[-1] if record.review.submissions else Submission()
    method = record.method
    title = method.title or f"{record.branch.short_name}晋位升级办法"
    edition = "" if method.version is None else f"（第{method.version}版）"
    return ApprovalFact(
        seq=seq,
        branch_name=record.branch.short_name or record.branch.id,
        method_text=quoted_title(title) + edition,
        submitted_on=last.submitted_on,
        decided_text=_decided(record),
        result_text=_result(record),
        target_text=_target(record),
        grades_text=_grades(record),
        score_text=quantity(record.target.score, "分"),
        opinion_text=sentence_list((record.review.approval.opinion, last.guidance)),
        demands=tuple(_demands(record, last)),
    )


def _decided(record: BranchRecord) -> str:
    """2012年6月14日党委会."""
    decided = record.review.approval
    return f"{cn_date(decided.date) if decided.date else ''}{decided.meeting}"


def _result(record: BranchRecord) -> str:
    """同意; a result that says something else stands as it is."""
    return record.review.approval.result.strip().rstrip("。")


def _grades(record: BranchRecord) -> str:
    start, end = record.baseline.grade, record.target.grade
    if not start or not end:
        return end
    return f"{start}→{end}" if start != end else f"{end}（本档提升）"


def _target(record: BranchRecord) -> str:
    """由一般晋升先进，考评得分82分以上，2012年12月10日前完成."""
    aim = record.target
    parts = (
        _way(record),
        f"考评得分{quantity(aim.score, '分')}以上" if aim.score is not None else "",
        f"{cn_date(aim.by)}前完成" if aim.by else "",
    )
    return "，".join(filter(None, parts)) if aim.grade else ""


def _way(record: BranchRecord) -> str:
    start, end = record.baseline.grade, record.target.grade
    if start == end:
        return f"在{end}档次内实现提升"
    return f"由{start}晋升{end}" if start else f"晋升{end}"


def _demands(record: BranchRecord, last: Submission) -> Iterator[str]:
    """What the reviewer advised, and what the guidance asks of every approved method (R27-R30)."""
    if last.guidance:
        yield last.guidance
    if record.problems:
        yield f"对立档的{len(record.problems)}个问题逐项落实措施、责任人和完成时限，按期整改销号。"
    yield "按照审定的办法向党员群众公开晋位升级目标和承诺事项，自觉接受监督。"
