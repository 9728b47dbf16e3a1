"""V27 The root's inventory is that of the last version (OCFL E064)."""

from collections.abc import Iterator

from docgen.archive.verify.copies import Verdict
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held, verdicts
from docgen.archive.verify.seats import Hit, check


@check(
    "V27",
    Heading.AUTHENTIC,
    remedy="请把最后一版里的 inventory.json 和它的校验文件复制到这一件的顶层，再核验",
)
def latest(held: Held) -> Iterator[Hit]:
    """顶层的清单就是最后一版的清单。"""
    for copy in verdicts(held, Verdict.DIFFERS):
        yield Hit("顶层的清单与最后一版的清单不同", copy.path)
    for copy in verdicts(held, Verdict.BEHIND):
        if not held.missing_versions and not held.is_settling:
            yield Hit("顶层的清单退回到了前一版", copy.path)
