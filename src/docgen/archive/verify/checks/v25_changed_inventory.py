"""V25 An inventory that is not what its sidecar and the log say (OCFL E060)."""

from collections.abc import Iterator

from docgen.archive.verify.copies import Verdict
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held, verdicts
from docgen.archive.verify.seats import Hit, check


@check("V25", Heading.AUTHENTIC, remedy="请从备份恢复这份清单")
def unchanged(held: Held) -> Iterator[Hit]:
    """清单没有被改动过。"""
    for copy in verdicts(held, Verdict.CHANGED):
        yield Hit("清单被改动过，与校验文件不符", copy.path, copy.version)
