"""R18 一个支部一个升级办法 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.approval import approved_version
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "一个支部一个升级办法"


@rule("R18", due="S2", severity=Severity.ERROR, remedy="写“升级办法”，至少有标题和版次", seed=_SEED)
def one_method(branch: BranchRecord) -> Iterator[Hit]:
    """每个党支部有一个升级办法，写明标题和版次。

    正确::

        method: {title: 门诊党支部升级办法, version: 1}

    错误::

        method: {title: , version: 1}
    """
    if not branch.method:
        yield Hit("method", "这个党支部还没有升级办法")
    else:
        yield from owed(branch.method, "method", "title", "version")


@rule("R18", due="S4", severity=Severity.ERROR, remedy="改正版次；办法又有修改的，重新报审", seed=_SEED)
def approved_method_is_the_current(branch: BranchRecord) -> Iterator[Hit]:
    """现行的升级办法就是审核通过的那一版：“版次”与最后一次通过的报审相同。

    正确::

        method: {version: 1}

    错误::

        method: {version: 2}
    """
    version, approved = branch.method.version, approved_version(branch)
    if version is not None and approved is not None and version != approved:
        yield Hit("method.version", f"升级办法写的是第 {version} 版，审核通过的是第 {approved} 版")
