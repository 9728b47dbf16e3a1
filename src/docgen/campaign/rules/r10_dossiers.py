"""R10 一题一档：编号不重复、不断号，有立档日期 (part two, step one)."""

import re
from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "逐一建立“问题档案”"
_NUMBERED = re.compile(r"(.*?)(\d+)")


@rule("R10", due="S1", severity=Severity.ERROR, remedy="给问题写上编号和立档日期", seed=_SEED)
def dossiers_opened(branch: BranchRecord) -> Iterator[Hit]:
    """每个问题都有编号和立档日期。

    正确::

        problems: [{id: W1, filed_on: 2013-03-01}]

    错误::

        problems: [{id: W1}]
    """
    for index, problem in enumerate(branch.problems):
        yield from owed(problem, f"problems[{index}]", "id", "filed_on")


@rule(
    "R10", due="S1", severity=Severity.ERROR, remedy="按顺序重新编号，引用这个编号的地方一并改正", seed=_SEED
)
def dossiers_numbered(branch: BranchRecord) -> Iterator[Hit]:
    """问题的编号在本支部内不重复，从 1 起不断号。

    正确::

        problems: [{id: W1}, {id: W2}, {id: W3}]

    错误::

        problems: [{id: W1}, {id: W3}]

    错误::

        problems: [{id: W1}, {id: W1}]
    """
    ids = [problem.id for problem in branch.problems]
    repeated = list(_repeated(ids))
    yield from repeated or _gaps(ids)


def _repeated(ids: list[str]) -> Iterator[Hit]:
    for index, number in enumerate(ids):
        if number and number in ids[:index]:
            yield Hit(f"problems[{index}].id", f"编号“{number}”与第 {ids.index(number) + 1} 个问题重复")


def _gaps(ids: list[str]) -> Iterator[Hit]:
    found = [_NUMBERED.fullmatch(one) for one in ids]
    numbered = sorted((int(one[2]), place, one[1]) for place, one in enumerate(found) if one)
    if len(numbered) < len(ids):
        return  # one has no number: there is no order in which something could be lacking
    for expected, (number, place, letters) in enumerate(numbered, start=1):
        if number != expected:
            yield Hit(f"problems[{place}].id", f"编号“{ids[place]}”前面缺“{letters}{expected}”，断了号")
            return
