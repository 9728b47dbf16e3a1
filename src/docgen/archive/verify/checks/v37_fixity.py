"""V37 The fixity blocks' digests hold (OCFL E093)."""

from collections.abc import Iterator

from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check


@check("V37", Heading.AUTHENTIC, remedy="请与备份对照这个文件和清单的“fixity”一节")
def other_digests(held: Held) -> Iterator[Hit]:
    """清单另外记下的校验值（fixity）相符。"""
    for path, actual in held.actual.items():
        wanted = held.wanted.get(path, {})
        if actual is None or any(digests != {actual[name]} for name, digests in wanted.items()):
            continue  # told as changed
        wrong = [
            name for name, digests in held.vouched.get(path, {}).items()
            if any(digest != actual[name] for digest in digests)
        ]  # fmt: skip
        if wrong:
            yield Hit(f"与另外记下的校验值（{'、'.join(wrong)}）不符", path, path.partition("/")[0])
