"""V23 What OCFL advises against (W001-W013)."""

from collections.abc import Iterator

from docgen.archive.verify.checks.v22_inventory import distinct, told
from docgen.archive.verify.copies import Verdict, breaches_of
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held, verdicts
from docgen.archive.verify.inventory import INVENTORY, Breach
from docgen.archive.verify.seats import Hit, check
from docgen.findings import Severity

REGISTERED = frozenset(
    (
        "0001-digest-algorithms",
        "0002-flat-direct-storage-layout",
        "0003-hash-and-id-n-tuple-storage-layout",
        "0004-hashed-n-tuple-storage-layout",
        "0005-mutable-head",
        "0006-flat-omit-prefix-storage-layout",
        "0007-n-tuple-omit-prefix-storage-layout",
        "0008-schema-registry",
        "0009-digest-algorithms",
        "0010-differential-n-tuple-omit-prefix-storage-layout",
        "0011-direct-clean-path-layout",
        "initial",
    )
)


@check("V23", Heading.USABLE, severity=Severity.WARNING, remedy="可以照用；请告诉写成它的程序的维护者")
def advised(held: Held) -> Iterator[Hit]:
    """OCFL 建议的写法。"""
    found = {
        breach: None for copy in distinct(held) for breach in breaches_of(copy) if breach.is_advice
    }  # fmt: skip
    found |= dict.fromkeys(_layout_advice(held))
    if found:
        yield Hit(told(list(found)))


def _layout_advice(held: Held) -> Iterator[Breach]:
    for copy in verdicts(held, Verdict.MISSING):
        if copy.version and not held.is_ours and f"{copy.version}/{INVENTORY}" not in held.tree.links:
            yield Breach("W010", f"{copy.version} 没有自己的清单")
    content = held.inventory.content
    for version in held.version_folders:
        inside = [
            path for path in held.tree.folders if path.startswith(f"{version}/") and path.count("/") == 1
        ]
        for folder in inside:
            if folder != f"{version}/{content}" and not held.is_ours:
                yield Breach("W002", f"{version} 里有内容以外的文件夹 {folder}")
        if f"{version}/{content}" in inside and not held.tree.folders[f"{version}/{content}"]:
            yield Breach("W003", f"{version} 的内容文件夹是空的")
    for path in held.tree.folders:
        if path.startswith("extensions/") and path.count("/") == 1 and path[11:] not in REGISTERED:
            yield Breach("W013", f"扩展 {path[11:]} 没有登记过")
