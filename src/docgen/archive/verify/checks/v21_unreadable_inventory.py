"""V21 An inventory that is missing or cannot be read (OCFL E033, E034, E063)."""

from collections.abc import Iterator

from docgen.archive.verify.copies import Verdict
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held, verdicts
from docgen.archive.verify.seats import Hit, check


@check("V21", Heading.USABLE, remedy="请从备份恢复这份清单及其校验文件")
def readable(held: Held) -> Iterator[Hit]:
    """清单都在，都读得懂。"""
    for copy in verdicts(held, Verdict.UNREADABLE):
        yield Hit(f"清单读不懂：{copy.not_json}", copy.path, copy.version)
    for copy in verdicts(held, Verdict.MISSING):
        in_link = any(link == copy.path for link in held.tree.links)
        settling = copy.version in held.unsettled or (not copy.version and held.unsettled)
        if not in_link and not settling and (held.is_ours or not copy.version):
            stray = held.renamed.get(copy.path)
            what = f"清单被改名或移到了 {stray}" if stray else "清单 inventory.json 不见了"
            yield Hit(what, copy.path, copy.version)
