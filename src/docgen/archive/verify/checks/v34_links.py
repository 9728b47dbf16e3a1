"""V34 No link leads out of the archive, no device stands in for a file."""

from collections.abc import Iterator

from docgen.archive.verify.copies import number
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check


@check("V34", Heading.SAFE, remedy="归档件必须是真实的文件：请从备份恢复原来的文件，并查明是谁换成了链接")
def no_links(held: Held) -> Iterator[Hit]:
    """没有快捷方式（链接）、管道之类冒充文件。"""
    for path in held.tree.links:
        top = path.partition("/")[0]
        yield Hit("文件被换成了链接（快捷方式）", path, top if number(top) else "")
