"""A branch's file put on the committee's list, with everything else in the file left as it was."""

from typing import Any

import yaml

from docgen.campaign.models.record import CommitteeRecord
from docgen.records.shape import shape_of
from docgen.records.write_back import (
    Fields,
    Items,
    Leaf,
    Marked,
    MarkedMapping,
    MarkedScalar,
    MarkedSequence,
    SharedValue,
    marked,
    rewritten,
)

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def listed(text: str, name: str) -> str | None:
    """The committee's record with `name` on its list of branch files.

    None where that cannot be done without doubt: the clerk is then told what to add.
    """
    try:
        root = marked(text)
        files = _files(root)
        if not isinstance(root, MarkedMapping) or files is None:
            return None
        longer = Items((*enumerate(files), (None, Leaf(name))))
        changed = rewritten(text, root, Fields({"branches": longer}, CommitteeRecord))
        if _plain(yaml.compose(changed, Loader=_Loader)) != _expected(
            yaml.compose(text, Loader=_Loader), name
        ):
            return None
    except (yaml.YAMLError, SharedValue):
        return None
    return changed


def _files(root: Marked | None) -> list[Leaf] | None:
    """The files that are listed now; None where there is not one list of words."""
    found = [
        value
        for key, value in (root.entries if isinstance(root, MarkedMapping) else [])
        if key.text in _words()
    ]
    if len(found) != 1:
        return None
    if isinstance(found[0], MarkedScalar):
        return [] if found[0].is_empty else None
    items = found[0].items if isinstance(found[0], MarkedSequence) else [found[0]]
    files = [Leaf(item.text) for item in items if isinstance(item, MarkedScalar)]
    return files if len(files) == len(items) else None


def _words() -> frozenset[str]:
    return frozenset(next(slot.words for slot in shape_of(CommitteeRecord).slots if slot.key == "branches"))


def _expected(root: Any, name: str) -> Any:
    words = _words()
    return [
        (_plain(key), [*(_plain(value) or []), name] if key.value in words else _plain(value))
        for key, value in root.value
    ]


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return [(_plain(key), _plain(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value
