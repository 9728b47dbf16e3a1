"""V32 Every file can be read to its end."""

from collections.abc import Iterator

from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check


@check("V32", Heading.USABLE, remedy="请检查权限和磁盘；磁盘有坏道的，换盘后从备份恢复")
def to_the_end(held: Held) -> Iterator[Hit]:
    """每个文件、文件夹都能读出来。"""
    for path, actual in held.actual.items():
        if actual is None:
            yield Hit("文件读不出来", path, path.partition("/")[0])
    for path in held.tree.refused:
        yield Hit("文件夹打不开", path)
