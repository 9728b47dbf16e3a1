"""X22 记录文件的格式版本."""

from collections.abc import Iterator

from docgen.campaign.models.record import SCHEMA, BranchRecord, CommitteeRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_REMEDY = f"写成 schema: {SCHEMA}"


@rule("X22", severity=Severity.ERROR, remedy=_REMEDY)
def branch_schema_known(branch: BranchRecord) -> Iterator[Hit]:
    """支部记录第一项“格式版本”是 jinwei-shengji/v1。

    正确::

        schema: jinwei-shengji/v1

    错误::

        schema: jinwei-shengji/v2
    """
    yield from _unknown(branch.schema_)


@rule("X22", severity=Severity.ERROR, remedy=_REMEDY, scope="committee")
def committee_schema_known(committee: CommitteeRecord) -> Iterator[Hit]:
    """党委记录第一项“格式版本”是 jinwei-shengji/v1。

    正确::

        schema: jinwei-shengji/v1

    错误::

        schema: jinweishengji/v1
    """
    yield from _unknown(committee.schema_)


def _unknown(typed: str) -> Iterator[Hit]:
    if typed and typed != SCHEMA:
        yield Hit("schema", f"格式版本写的是“{typed}”，本程序认得的是“{SCHEMA}”")
