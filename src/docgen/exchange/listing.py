"""A branch's file put on the committee's list, with everything else in the file left as it was."""

import re
from typing import Any

import yaml

from docgen.campaign.models.record import CommitteeRecord
from docgen.records.shape import shape_of

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def listed(text: str, name: str) -> str | None:
    """The committee's record with `name` on its list of branch files.

    None where that cannot be done without doubt: the clerk is then told what to add.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
        changed = _changed(text, root, name)
        if changed is None or _plain(yaml.compose(changed, Loader=_Loader)) != _expected(root, name):
            return None
    except yaml.YAMLError:
        return None
    return changed


def _changed(text: str, root: Any, name: str) -> str | None:
    value = _list(root)
    if isinstance(value, yaml.SequenceNode):
        if value.flow_style:
            before = value.value[-1].end_mark.index if value.value else value.start_mark.index + 1
            return f"{text[:before]}{', ' if value.value else ''}{name}{text[before:]}"
        last = value.value[-1]
        if not isinstance(last, yaml.ScalarNode) or last.style in ("|", ">"):
            return None
        dash = " " * value.start_mark.column
        end = _line_end(text, last.end_mark.index)
        return f"{text[:end]}{_line_break(text)}{dash}- {name}{text[end:]}"
    if isinstance(value, yaml.ScalarNode) and not value.value.strip():
        at = value.start_mark.index
        return f"{text[:at]} [{name}]{text[at:]}"
    return None


def _list(root: Any) -> Any:
    words = next(slot.words for slot in shape_of(CommitteeRecord).slots if slot.key == "branches")
    entries = root.value if isinstance(root, yaml.MappingNode) else []
    found = [value for key, value in entries if key.value in words]
    return found[0] if len(found) == 1 else None


def _expected(root: Any, name: str) -> Any:
    target = _list(root)
    return [
        (_plain(key), [*(_plain(value) or []), name] if value is target else _plain(value))
        for key, value in root.value
    ]


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return [(_plain(key), _plain(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _line_end(text: str, index: int) -> int:
    found = re.compile(r"\r?\n|$").search(text, index)
    return found.start() if found else len(text)


def _line_break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
