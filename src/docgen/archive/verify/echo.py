"""Earlier inventories that say the same as the last one, as far as they go: the usual case, told quickly."""

from collections.abc import Mapping
from typing import Any

from docgen.archive.verify.inventory import Inventory

_SAME = ("id", "type", "digestAlgorithm", "contentDirectory")
_KEYS = {*_SAME, "head", "manifest", "versions"}


def echoes(earlier: Mapping[str, Any], version: str, later: Mapping[str, Any], understood: Inventory) -> bool:
    """Whether `earlier`, the inventory of this version, has no word but those of `later`, and lacks none."""
    if not earlier.keys() <= _KEYS or any(earlier.get(key) != later.get(key) for key in _SAME):
        return False
    names = list(understood.versions)
    if earlier.get("head") != version or version not in names or understood.errors:
        return False
    until = names[: names.index(version) + 1]
    versions, manifest = earlier.get("versions"), earlier.get("manifest")
    if not isinstance(versions, dict) or not isinstance(manifest, dict) or list(versions) != until:
        return False
    if any(block != later["versions"][name] for name, block in versions.items()):
        return False
    if any(later["manifest"].get(digest) != paths for digest, paths in manifest.items()):
        return False
    listed = sum(map(len, manifest.values()))
    owed = sum(path.partition("/")[0] in versions for path in understood.digests)
    return listed == owed
