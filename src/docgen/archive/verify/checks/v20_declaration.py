"""V20 The declaration says which OCFL the object follows (OCFL 3.3, E003-E007, E038)."""

from collections.abc import Iterator

from docgen.archive.verify import tree
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.inventory_rules import SPECS
from docgen.archive.verify.seats import Hit, check

_START = "0=ocfl_object_"


@check("V20", Heading.USABLE, remedy="请从备份恢复这个声明文件")
def declaration(held: Held) -> Iterator[Hit]:
    """每一件有一个声明文件，内容与文件名一致。"""
    found = [path for path in held.tree.files if path.startswith("0=") and "/" not in path]
    if not found and any(link.startswith("0=") for link in held.tree.links):
        return  # told as a link
    if not found:
        yield Hit("没有声明文件（0=ocfl_object_1.1）")
    elif len(found) > 1:
        yield Hit(f"声明文件有 {len(found)} 个，只应有一个", found[0])
    else:
        yield from _one(held, found[0])


def _one(held: Held, name: str) -> Iterator[Hit]:
    spec = name.removeprefix(_START)
    if not name.startswith(_START) or spec not in SPECS or (held.is_ours and spec != SPECS[-1]):
        yield Hit(f"声明文件“{name}”所说的版本不认识", name)
    elif tree.read(held.folder, name, 1000) != f"{name[2:]}\n".encode():
        yield Hit("声明文件的内容与文件名不一致，或末尾缺少换行", name)
    elif held.root.inventory and held.root.inventory.spec not in ("", spec) and held.trusted is held.root:
        yield Hit(f"声明是 OCFL {spec}，清单却按 {held.root.inventory.spec} 写", name)
