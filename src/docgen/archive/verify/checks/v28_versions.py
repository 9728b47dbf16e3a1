"""V28 Every version is there: none removed, none rolled back (OCFL E008-E010, E046)."""

from collections.abc import Iterator

from docgen.archive.verify.copies import Verdict, number
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check


@check("V28", Heading.COMPLETE, remedy="请从备份恢复缺少的这一版")
def all_versions(held: Held) -> Iterator[Hit]:
    """登记过的每一版都在。"""
    last = max(map(number, held.version_folders), default=0)
    rolled_back = held.root.verdict is Verdict.BEHIND
    tail = [version for version in held.missing_versions if rolled_back and number(version) > last]
    if tail:
        yield Hit(f"被退回到 v{last}：{'、'.join(tail)} 不见了", tail[0], tail[-1])
    for version in held.missing_versions:
        if version not in tail:
            yield Hit("这一版的文件夹不见了", version, version)
