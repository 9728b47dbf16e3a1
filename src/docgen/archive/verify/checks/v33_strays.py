"""V33 Nothing lies in an object that its inventory does not name (OCFL E001, E015, E023, E024, E067)."""

from collections.abc import Iterator

from docgen.archive.verify.copies import number
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.inventory import INVENTORY
from docgen.archive.verify.seats import Hit, check


@check(
    "V33",
    Heading.COMPLETE,
    remedy="这个文件没有登记过：请查明来历，移出归档文件夹；要归档的请用 docgen archive attach",
)
def no_strays(held: Held) -> Iterator[Hit]:
    """没有清单之外的文件和文件夹。"""
    renamed = set(held.renamed.values())
    for path in sorted(held.tree.files):
        if path not in renamed and not _belongs(held, path):
            yield Hit("多出一个清单里没有的文件", path, _version(path))
    files = _named(held)
    for path, has_files in sorted(held.tree.folders.items()):
        top = path.partition("/")[0]
        if path in files or path.startswith("0=") or any(file.startswith(f"{path}/") for file in files):
            continue  # a file that should be here or in here is told as missing
        if "/" not in path and not number(path) and (held.is_ours or path not in ("logs", "extensions")):
            yield Hit("多出一个文件夹", path)
        elif number(top) and top not in held.unsettled and not has_files and _is_stray_folder(held, path):
            yield Hit("多出一个空文件夹", path, _version(path))


def _named(held: Held) -> set[str]:
    """Where files should be: a folder in the place of one is no stray."""
    copies = (held.root, *held.copies.values())
    return {*held.inventory.digests, *(copy.path for copy in copies), *(copy.sidecar for copy in copies)}


def _belongs(held: Held, path: str) -> bool:
    top, _, rest = path.partition("/")
    if not rest:
        return path == INVENTORY or path == held.root.sidecar or path.startswith("0=")
    if top in ("logs", "extensions") and not held.is_ours:
        return top == "logs" or "/" in rest
    if not number(top):
        return True  # its folder is told
    inventory = held.inventory
    if held.trusted is None or top in held.unsettled or number(top) > number(inventory.head):
        return True  # nobody can say
    if "/" not in rest:
        copy = held.copies.get(top)
        return copy is not None and path in (copy.path, copy.sidecar)
    return path in inventory.digests or not (held.is_ours or path in held.contents)


def _is_stray_folder(held: Held, path: str) -> bool:
    if held.is_ours:
        return "/" in path
    return path.startswith(f"{path.partition('/')[0]}/{held.inventory.content}/")


def _version(path: str) -> str:
    top = path.partition("/")[0]
    return top if number(top) else ""
