"""V28 Every version is there: none removed, none rolled back (OCFL E008-E010, E046)."""

from collections.abc import Iterator

from docgen.archive.verify.copies import Verdict, number
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check


@check("V28", Heading.COMPLETE, remedy="请从备份恢复缺少的这一版")
def all_versions(held: Held) -> Iterator[Hit]:
    """登记过的每一版都在。"""
    missing = held.missing_versions
    rolled_back = held.root.verdict is Verdict.BEHIND
    for version in missing:
        last = rolled_back and not any(number(v) > number(version) for v in held.version_folders)
        what = "被退回到前一版：这一版不见了" if last else "这一版的文件夹不见了"
        yield Hit(f"{version} {what}", version, version)
