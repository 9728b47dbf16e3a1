"""R2 问题的性质是突出问题或薄弱环节 (part one)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import Nature
from docgen.campaign.options import words_of
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_NATURES = words_of(Nature)


@rule(
    "R2",
    due="S1",
    severity=Severity.ERROR,
    remedy="在“性质”里写“突出问题”或者“薄弱环节”",
    seed="着力解决…突出问题和薄弱环节",
)
def nature_named(branch: BranchRecord) -> Iterator[Hit]:
    """每个问题都写明性质：突出问题，或者薄弱环节。

    正确::

        problems: [{id: W1, nature: 突出问题}]

    错误::

        problems: [{id: W1, nature: }]

    错误::

        problems: [{id: W1, nature: 严重问题}]
    """
    for index, problem in enumerate(branch.problems):
        if problem.nature not in _NATURES:
            yield Hit(f"problems[{index}].nature", "没有写明是“突出问题”还是“薄弱环节”")
