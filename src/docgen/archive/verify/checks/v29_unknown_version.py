"""V29 No version is there of which inventory and log know nothing (OCFL E046)."""

from collections.abc import Iterator

from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check

RULE = "V29"


@check(
    RULE, Heading.AUTHENTIC, remedy="这一版没有登记：请查明是谁放进来的；如果日志被截短了，请从备份恢复日志"
)
def known(held: Held) -> Iterator[Hit]:
    """每一版都登记过。"""
    named = set(held.inventory.versions)
    for version in held.version_folders:
        if version in held.unsettled:
            continue
        if held.is_ours and version not in (held.logged or {}):
            yield Hit(f"{version} 在日志里没有登记", version, version)
        elif held.trusted and version not in named and not held.is_ours:
            yield Hit(f"{version} 这个文件夹不在清单里", version, version)
