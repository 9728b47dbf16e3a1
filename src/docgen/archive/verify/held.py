"""An object as it lies on the disk: its tree, its inventories, the digests of its contents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from docgen.archive.verify import digests, tree
from docgen.archive.verify.copies import Copy, Verdict, judge, not_trusted, number, read_copy
from docgen.archive.verify.inventory import INVENTORY, Inventory, in_version
from docgen.archive.verify.logbook import Logged


@dataclass
class Held:
    """All that checks may ask of one object.

    `where` is its folder as faults name it. `logged` are the lines of its versions, None outside an archive
    of docgen; `unsettled` are versions whose files the next run still puts into place.
    """

    folder: str
    where: str
    tree: tree.Tree
    root: Copy
    copies: Mapping[str, Copy]
    logged: Mapping[str, Logged] | None = None
    unsettled: frozenset[str] = frozenset()
    is_settling: bool = False  # the root's files are not final
    name: str = ""  # as the log has it

    @property
    def id(self) -> str:
        """The object's name: the log's, or of the first inventory that can be read, or its folder."""
        ids = (copy.inventory.id for copy in (self.root, *self.copies.values()) if copy.inventory)
        return self.name or next(filter(None, ids), self.where)

    @property
    def is_ours(self) -> bool:
        return self.logged is not None

    @cached_property
    def version_folders(self) -> list[str]:
        """The folders that are named like versions, in order."""
        found = [path for path in self.tree.folders if "/" not in path and number(path)]
        return sorted(found, key=number)

    @cached_property
    def trusted(self) -> Copy | None:
        """The copy whose words are believed: the latest that is what it was."""
        ordered = sorted(self.copies.values(), key=lambda copy: number(copy.version), reverse=True)
        best = [copy for copy in (self.root, *ordered) if not not_trusted(copy)]
        best.sort(key=lambda copy: number(copy.inventory.head if copy.inventory else ""), reverse=True)
        return best[0] if best else None

    @property
    def inventory(self) -> Inventory:
        """What the trusted copy says; an empty inventory where none can be trusted."""
        return self.trusted.inventory if self.trusted and self.trusted.inventory else Inventory()

    @cached_property
    def contents(self) -> dict[str, int]:
        """The files in the versions' content folders, with their sizes."""
        name = self.inventory.content
        return {path: size for path, size in self.tree.files.items() if in_version(path, name)}

    @cached_property
    def missing_versions(self) -> list[str]:
        """Versions that the trusted inventory or the log names and that have no folder."""
        named = {*self.inventory.versions, *(self.logged or {})} - self.unsettled
        return sorted(named - set(self.version_folders), key=number)

    def inventories(self) -> Iterator[Inventory]:
        """All that can be believed, the root's first."""
        for copy in (self.root, *self.copies.values()):
            if copy.inventory and not not_trusted(copy):
                yield copy.inventory

    @cached_property
    def wanted(self) -> dict[str, dict[str, set[str]]]:
        """What each content path's digests should be: by path, by algorithm, those that inventories name."""
        found: dict[str, dict[str, set[str]]] = {}
        seen: set[int] = set()
        for inventory in self.inventories():
            if id(inventory) not in seen:
                seen.add(id(inventory))
                for path, digest in inventory.digests.items():
                    found.setdefault(path, {}).setdefault(inventory.algorithm, set()).add(digest)
        return found

    @cached_property
    def vouched(self) -> dict[str, dict[str, set[str]]]:
        """The same of the fixity blocks."""
        found: dict[str, dict[str, set[str]]] = {}
        for inventory in self.inventories():
            for algorithm, block in inventory.fixity.items():
                for digest, paths in block.items():
                    for path in paths:
                        found.setdefault(path, {}).setdefault(algorithm, set()).add(digest.lower())
        return found

    @cached_property
    def actual(self) -> dict[str, dict[str, str] | None]:
        """Every file in the versions' folders, read to its end: its digests, None where it cannot be read."""
        found = {}
        for path in self.contents:
            asked = {*self.wanted.get(path, ()), *self.vouched.get(path, ())}
            found[path] = digests.of_file(f"{self.folder}/{path}", asked or ("sha512",))
        return found

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Files of the inventory that lie under another name: their paths, and where they are now."""
        missing = [path for path in self.inventory.digests if path not in self.tree.files]
        if not missing or self.inventory.algorithm != "sha512":
            return self._renamed_inventories()
        strays = {
            digest: path
            for path, actual in self.actual.items()
            if path not in self.inventory.digests and actual
            for digest in actual.values()
        }
        found = {path: strays.get(self.inventory.digests[path], "") for path in missing}
        return {path: stray for path, stray in found.items() if stray} | self._renamed_inventories()

    def _renamed_inventories(self) -> dict[str, str]:
        expected: dict[str, str] = {}
        for copy in (self.root, *self.copies.values()):
            line = (self.logged or {}).get(copy.version or self.inventory.head)
            if line:
                sidecar = f"{line.inventory} {INVENTORY}\n".encode()
                expected |= {copy.path: line.inventory, copy.sidecar: digests.of_bytes(sidecar, "sha512")}
        missing = {path: digest for path, digest in expected.items() if path not in self.tree.files}
        if not missing:
            return {}
        loose = [path for path in self.tree.files if path not in expected and path not in self.contents]
        actual = {digests.of_bytes(tree.read(self.folder, path) or b"", "sha512"): path for path in loose}
        return {path: actual[digest] for path, digest in missing.items() if digest in actual}


def hold(
    folder: str,
    where: str,
    logged: Mapping[str, Logged] | None = None,
    unsettled: frozenset[str] = frozenset(),
) -> Held:
    """The object in `folder`, its inventories read and judged."""
    found = tree.look(folder)
    root = read_copy(folder, "", found.files)
    names = sorted((name for name in found.folders if "/" not in name and number(name)), key=number)
    copies = {name: read_copy(folder, name, found.files, root) for name in names}
    judge(root, copies, {v: line.inventory for v, line in (logged or {}).items() if v not in unsettled})
    return Held(folder, where, found, root, copies, logged, unsettled)


def verdicts(held: Held, *wanted: Verdict) -> Iterator[Copy]:
    """The object's copies with one of these verdicts, the root's first."""
    return (copy for copy in (held.root, *held.copies.values()) if copy.verdict in wanted)
