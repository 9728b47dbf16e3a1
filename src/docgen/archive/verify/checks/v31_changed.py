"""V31 Every file is what it was (OCFL E092)."""

from collections.abc import Iterator

from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check


@check("V31", Heading.AUTHENTIC, remedy="请从备份恢复这个文件，并查明是谁改动的")
def same_bytes(held: Held) -> Iterator[Hit]:
    """每个文件的内容与存入时一样。"""
    for path, actual in held.actual.items():
        if actual is None:
            continue
        for algorithm, digests in held.wanted.get(path, {}).items():
            if digests != {actual[algorithm]}:
                yield Hit("文件被改动过，与清单中的校验值不符", path, path.partition("/")[0])
                break
