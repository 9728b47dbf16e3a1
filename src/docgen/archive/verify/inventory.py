"""An OCFL inventory as it was read: what it says, as far as it can be understood, and its faults.

Reading goes on after a fault, so that a damaged inventory still tells what it can.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

INVENTORY = "inventory.json"
Paths = Sequence[str]


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that OCFL forbids (E…) or advises against (W…), in words."""

    code: str
    words: str

    @property
    def is_advice(self) -> bool:
        return self.code.startswith("W")


@dataclass(slots=True)
class Inventory:
    """What an inventory says. Whatever had the wrong shape is left empty and stands in `breaches`."""

    id: str = ""
    spec: str = ""
    algorithm: str = "sha512"
    head: str = ""
    content: str = "content"  # contentDirectory
    names_content: bool = False
    versions: Sequence[str] = ()  # in order
    manifest: Mapping[str, Paths] = field(default_factory=dict)  # digest as written: content paths
    digests: Mapping[str, str] = field(default_factory=dict)  # content path: digest, in lower case
    states: Mapping[str, Mapping[str, Paths]] = field(default_factory=dict)
    blocks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # version blocks as read
    fixity: Mapping[str, Mapping[str, Paths]] = field(default_factory=dict)
    breaches: list[Breach] = field(default_factory=list)

    @property
    def errors(self) -> list[Breach]:
        return [breach for breach in self.breaches if not breach.is_advice]

    def contents(self, version: str) -> dict[str, frozenset[str]]:
        """Where the bytes of each logical path of a version lie."""
        state = self.states.get(version, {})
        return {
            logical: frozenset(self.manifest.get(digest, ()))
            for digest, paths in state.items()
            for logical in paths
        }


class NotJson(ValueError):
    """The bytes are no JSON object."""


def parsed(data: bytes) -> Mapping[str, Any]:
    """The JSON object in `data`. Raises NotJson; keys given twice are faults of it too."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as reason:
        raise NotJson(str(reason)) from reason
    if not isinstance(value, dict):
        raise NotJson("not an object")
    return value


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a key is given twice")
    return table


def in_version(path: str, content: str) -> bool:
    """Whether the path lies in some version's content folder."""
    parts = path.split("/", 2)
    return len(parts) == 3 and parts[1] == content and parts[0][:1] == "v" and parts[0][1:].isdigit()
