"""V24 A sidecar that does not say what its inventory's digest is (OCFL E058, E060, E061)."""

from collections.abc import Iterator

from docgen.archive.verify.copies import Verdict
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held, verdicts
from docgen.archive.verify.seats import Hit, check


@check("V24", Heading.AUTHENTIC, remedy="清单本身没有变；请从备份恢复它旁边的校验文件")
def sidecar(held: Held) -> Iterator[Hit]:
    """清单旁边的校验文件与清单相符。"""
    for copy in verdicts(held, Verdict.SIDECAR):
        if copy.sidecar not in held.tree.files:
            if copy.sidecar not in held.tree.links:
                stray = held.renamed.get(copy.sidecar)
                what = f"清单的校验文件被改名或移到了 {stray}" if stray else "清单的校验文件不见了"
                yield Hit(what, copy.sidecar, copy.version)
        elif not copy.recorded:
            yield Hit("清单的校验文件写法不对", copy.sidecar, copy.version)
        else:
            yield Hit("清单的校验文件被改动过", copy.sidecar, copy.version)
