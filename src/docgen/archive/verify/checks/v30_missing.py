"""V30 Every file of the inventory is there (OCFL E092, E093)."""

from collections.abc import Iterator

from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check


@check("V30", Heading.COMPLETE, remedy="请从备份恢复这个文件")
def all_files(held: Held) -> Iterator[Hit]:
    """清单里的每个文件都在。"""
    gone = {*held.missing_versions, *held.unsettled}
    elsewhere = {*held.tree.links, *held.tree.refused}
    for path in sorted(held.inventory.digests):
        version = path.partition("/")[0]
        inside = {path, *(path[:i] for i, letter in enumerate(path) if letter == "/")}
        if path not in held.tree.files and version not in gone and not inside & elsewhere:
            stray = held.renamed.get(path)
            yield Hit(f"文件被改名或移到了 {stray}" if stray else "文件不见了", path, version)
