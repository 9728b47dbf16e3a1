"""An object's inventory: which versions there are, which files each has, and where their bytes lie."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from docgen.archive.faults import ImproperDeposit, ObjectDamaged
from docgen.archive.ocfl.layout import ALGORITHM

NAME = "inventory.json"
SIDECAR = f"{NAME}.{ALGORITHM}"
_TYPE = "https://ocfl.io/1.1/spec/#inventory"
# Characters that a Windows disk refuses, and the mark that stands for them.
_UNFIT = re.compile(r'[\x00-\x1f\x7f%\\:*?"<>|]|[. ]$')
_SEGMENT_BYTES_MAX = 200  # most file systems stop at 255


@dataclass(frozen=True, slots=True)
class Version:
    """One version as the inventory tells it; `state` is logical path to content path."""

    number: str
    created: str
    by: str
    reason: str
    state: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Inventory:
    """The whole history of an object. `manifest` is content path to digest, in the order of writing."""

    id: str
    versions: tuple[Version, ...]
    manifest: Mapping[str, str]

    @property
    def head(self) -> str:
        return self.versions[-1].number if self.versions else "v0"

    def to_bytes(self) -> bytes:
        """The inventory as a file; the same inventory gives the same bytes."""
        table = {
            "id": self.id,
            "type": _TYPE,
            "digestAlgorithm": ALGORITHM,
            "head": self.head,
            "manifest": _by_digest(self.manifest),
            "versions": {one.number: self._version(one) for one in self.versions},
        }
        return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()

    def _version(self, one: Version) -> dict[str, Any]:
        return {
            "created": one.created,
            "message": one.reason,
            "user": {"name": one.by, "address": f"urn:docgen:person:{quote(one.by, safe='')}"},
            "state": _by_digest({logical: self.manifest[path] for logical, path in one.state.items()}),
        }


def _by_digest(digests: Mapping[str, str]) -> dict[str, list[str]]:
    paths: dict[str, list[str]] = {}
    for path, digest in digests.items():
        paths.setdefault(digest, []).append(path)
    return paths


def sidecar(data: bytes) -> bytes:
    """The digest file that lies beside an inventory of these bytes."""
    return f"{digest_of(data)} {NAME}\n".encode()


def digest_of(data: bytes) -> str:
    """The digest that inventories hold."""
    return hashlib.new(ALGORITHM, data).hexdigest()


def parse_inventory(data: bytes, object_id: str) -> Inventory:
    """The inventory of these bytes, which were written by docgen. Raises ObjectDamaged."""
    try:
        table = json.loads(data)
        manifest = {path: digest for digest, paths in table["manifest"].items() for path in paths}
        content = {digest: paths[0] for digest, paths in table["manifest"].items()}
        versions = tuple(
            Version(
                number,
                one["created"],
                one["user"]["name"],
                one["message"],
                {path: content[digest] for digest, paths in one["state"].items() for path in paths},
            )
            for number, one in table["versions"].items()
        )
        found = Inventory(table["id"], versions, manifest)
        if found.id != object_id or found.head != table["head"]:
            raise ObjectDamaged(object_id, f"{NAME} 里写的不是这一件")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as reason:
        raise ObjectDamaged(object_id, f"{NAME} 读不出来") from reason
    return found


@dataclass(frozen=True, slots=True)
class Next:
    """An inventory with one more version, and the content that is new in it, by content path."""

    inventory: Inventory
    content: Mapping[str, bytes]


def with_version(
    before: Inventory, files: Mapping[str, bytes], *, keep: bool, created: str, by: str, reason: str
) -> Next:
    """`before` (without versions: a new object) and one version more.

    What the object holds already is not stored twice. Raises ImproperDeposit.
    """
    number = f"v{len(before.versions) + 1}"
    state: dict[str, str] = dict(before.versions[-1].state) if keep and before.versions else {}
    manifest = dict(before.manifest)
    held = {digest: path for path, digest in manifest.items()}
    content: dict[str, bytes] = {}
    taken: set[str] = set()
    for logical, data in files.items():
        digest = digest_of(data)
        if digest not in held:
            path = f"{number}/content/{_content_path(logical, taken)}"
            held[digest], manifest[path], content[path] = path, digest, data
        state[logical] = held[digest]
    _require_proper(before.id, state)
    version = Version(number, created, by, reason, dict(sorted(state.items())))
    return Next(Inventory(before.id, (*before.versions, version), manifest), content)


def _require_proper(object_id: str, state: Mapping[str, str]) -> None:
    if not state:
        raise ImproperDeposit(object_id, "一个文件也没有", "请至少放入一个文件")
    folders = {str(folder) for path in state for folder in PurePosixPath(path).parents}
    for path in state:
        segments = path.split("/")
        if "" in segments or "." in segments or ".." in segments or path in folders:
            raise ImproperDeposit(object_id, f"“{path}”不能作文件名", "请改用普通的相对路径")


def _content_path(logical: str, taken: set[str]) -> str:
    """A path that every disk takes and that none of the others in this version meets, case ignored."""
    path = "/".join(_segment(one) for one in logical.split("/"))
    folded = unicodedata.normalize("NFC", path).casefold()
    if folded in taken:
        path = f"{path}~{digest_of(logical.encode())[:16]}"
        folded = path.casefold()
    taken.add(folded)
    return path


def _segment(text: str) -> str:
    text = _UNFIT.sub(lambda found: f"%{ord(found[0]):02x}", text)
    data = text.encode("utf-8", "surrogatepass")
    if len(data) <= _SEGMENT_BYTES_MAX:
        return text
    return f"{data[:_SEGMENT_BYTES_MAX].decode('utf-8', 'ignore')}~{digest_of(data)[:16]}"
