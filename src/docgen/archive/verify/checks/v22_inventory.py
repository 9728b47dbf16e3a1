"""V22 What OCFL demands of an inventory's words (OCFL 3.5)."""

from collections.abc import Iterator

from docgen.archive.verify.copies import Copy, not_trusted
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.inventory import Breach
from docgen.archive.verify.seats import Hit, check


@check("V22", Heading.USABLE, remedy="清单当初就写得不对，请找写成它的程序的维护者")
def well_formed(held: Held) -> Iterator[Hit]:
    """清单的写法合乎 OCFL。"""
    for copy in distinct(held):
        found = copy.inventory.errors if copy.inventory else []
        if found:
            yield Hit(told(found), copy.path, copy.version)


def distinct(held: Held) -> Iterator[Copy]:
    """The copies whose words are to be judged: not those that were damaged, nor the same words twice."""
    seen: set[int] = set()
    for copy in (held.root, *held.copies.values()):
        if not not_trusted(copy) and not copy.is_echo and id(copy.inventory) not in seen:
            seen.add(id(copy.inventory))
            yield copy


def told(breaches: list[Breach]) -> str:
    """The first of them in words, the others by their number."""
    codes = "、".join(sorted({breach.code for breach in breaches}))
    more = f"；另有 {len(breaches) - 1} 处" if len(breaches) > 1 else ""
    return f"{breaches[0].words}{more}（OCFL {codes}）"
