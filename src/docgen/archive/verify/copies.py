"""The copies of an object's inventory, each with its sidecar, and what is wrong with which.

An object has an inventory in its root and one in every version. Who changed what is told by
comparing three digests: of the bytes as they are, that in the sidecar, and that in the log.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Any

from docgen.archive.verify import digests, tree
from docgen.archive.verify.echo import echoes
from docgen.archive.verify.inventory import INVENTORY, Breach, Inventory, NotJson, parsed
from docgen.archive.verify.inventory_rules import understood

_SIDECAR = re.compile(r"([0-9A-Fa-f]+)[ \t]+inventory\.json[ \t]*\r?\n?")


class Verdict(Enum):
    """What is to be said of one copy."""

    GOOD = "good"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    SIDECAR = "sidecar"
    FORGED = "forged"  # it agrees with its sidecar, but not with the log
    BEHIND = "behind"  # the root's is that of an earlier version
    DIFFERS = "differs"  # the root's and the last version's agree with their sidecars, not with each other


@dataclass(slots=True)
class Copy:
    """One inventory on the disk. `version` is "" for the root's."""

    version: str
    inventory: Inventory | None = None
    actual: str = ""  # digest of the bytes
    recorded: str = ""  # that of the sidecar, in lower case
    sidecar_is_exact: bool = False
    not_json: str = ""
    verdict: Verdict = Verdict.GOOD
    table: Mapping[str, Any] = field(default_factory=dict)  # as it was read
    is_echo: bool = False  # says nothing but what a later one says

    @property
    def path(self) -> str:
        return f"{self.version}/{INVENTORY}" if self.version else INVENTORY

    @property
    def sidecar(self) -> str:
        return f"{self.path}.{self.inventory.algorithm if self.inventory else 'sha512'}"


def read_copy(folder: str, version: str, files: Mapping[str, int], later: Copy | None = None) -> Copy:
    """The copy in this version's folder.

    One that has the very words of a `later` copy, as far as its own version goes, shares its understanding:
    what could be said of it is said of the later one.
    """
    copy = Copy(version)
    if copy.path not in files:
        copy.verdict = Verdict.MISSING
        return copy
    data = tree.read(folder, copy.path)
    if data is None:
        copy.verdict, copy.not_json = Verdict.UNREADABLE, "读不出来，或者太大"
        return copy
    copy.actual = digests.of_bytes(data, "sha512")
    if later and later.inventory and later.actual == copy.actual:
        copy.inventory, copy.table = later.inventory, later.table
    else:
        try:
            copy.table = parsed(data)
            if later and later.inventory and echoes(copy.table, version, later.table, later.inventory):
                copy.inventory, copy.is_echo = later.inventory, True
            else:
                copy.inventory = understood(copy.table)
        except NotJson as reason:
            copy.not_json = f"不是合乎规定的 JSON（{reason}）"
    _read_sidecar(folder, copy, files)
    algorithm = copy.inventory.algorithm if copy.inventory else "sha512"
    if algorithm != "sha512" and digests.of_bytes(data, algorithm) == copy.recorded:
        copy.recorded = copy.actual  # from here on all is told in sha512
    return copy


def _read_sidecar(folder: str, copy: Copy, files: Mapping[str, int]) -> None:
    if copy.sidecar not in files:
        return
    data = tree.read(folder, copy.sidecar) or b""
    found = _SIDECAR.fullmatch(data.decode("utf-8", "replace"))
    if found:
        copy.recorded = found[1].lower()
        copy.sidecar_is_exact = data == f"{copy.recorded} {INVENTORY}\n".encode()


def judge(root: Copy, copies: Mapping[str, Copy], logged: Mapping[str, str]) -> None:
    """Every copy has its verdict. `logged` holds the digests of the log by version, if they are believed."""
    for copy in copies.values():
        if copy.verdict is Verdict.GOOD:
            copy.verdict = _verdict(copy, logged.get(copy.version))
    if root.verdict is Verdict.GOOD:
        root.verdict = _verdict_of_root(root, copies, logged)


def _verdict(copy: Copy, expected: str | None, ours: bool = True) -> Verdict:
    if expected is None:
        if copy.not_json:
            return Verdict.UNREADABLE
        if not copy.recorded:
            return Verdict.SIDECAR
        return Verdict.GOOD if copy.recorded == copy.actual else Verdict.CHANGED
    if copy.actual == expected:
        is_exact = copy.sidecar_is_exact or not ours
        return Verdict.GOOD if copy.recorded == expected and is_exact else Verdict.SIDECAR
    return Verdict.FORGED if copy.recorded == copy.actual else Verdict.CHANGED


def _verdict_of_root(root: Copy, copies: Mapping[str, Copy], logged: Mapping[str, str]) -> Verdict:
    head = root.inventory.head if root.inventory else ""
    latest = max((*logged, head), key=number)
    last = copies.get(latest)
    expected = logged.get(latest)
    if expected is None and last and last.actual == root.actual and last.verdict is Verdict.GOOD:
        expected = last.actual  # one of two equal copies has a good sidecar: so the other's is wrong
    verdict = _verdict(root, expected, latest in logged)
    if verdict is Verdict.FORGED:
        earlier = [version for version, digest in logged.items() if digest == root.actual]
        return Verdict.BEHIND if earlier else verdict
    if verdict is Verdict.GOOD and expected is None and last and last.actual and last.actual != root.actual:
        return Verdict.DIFFERS if last.verdict is Verdict.GOOD else verdict
    if verdict is Verdict.CHANGED and expected is None and last and last.actual == root.actual:
        return Verdict.GOOD if last.verdict is Verdict.CHANGED else verdict  # told once, of the version's
    return verdict


@lru_cache(maxsize=4096)
def number(version: str) -> int:
    """3 of v3 and v0003; 0 of what is no version."""
    return int(version[1:]) if re.fullmatch(r"v[0-9]{1,9}", version) else 0


def not_trusted(copy: Copy) -> bool:
    """Whether the copy's words cannot be believed."""
    return copy.inventory is None or copy.verdict in (Verdict.CHANGED, Verdict.FORGED, Verdict.BEHIND)


def breaches_of(copy: Copy) -> list[Breach]:
    """What OCFL has against the copy's words."""
    return copy.inventory.breaches if copy.inventory else []
