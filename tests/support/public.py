"""What of a record the public may read on the noticeboard: an allow-list of key paths (domain.md J37)."""

import re
from collections.abc import Iterator
from typing import Any

_PLACE = re.compile(r"\[\d+\]")

# Everything else in the records is nobody's business outside.
PUBLIC = re.compile(
    r"""
    campaign\.(name|short_name|year|grades.*|calendar\..*)
    | committee\.(full_name|short_name)
    | committee\.(office|org_department)\.(name|phone|email|room|hours)
    | final_evaluation\.result_notice\.(start|end|phone|channels.*)
    | branch\.(id|short_name|secretary)
    | baseline\.grade | final\.grade | target\..* | goals\..* | brand\.(name|slogan|meaning)
    | method\.(title|version|grade_theme|grade_methods.*|integration)
    | pledges\.to_public\..*
    | publicity\.notices\.(id|kind|method_version|start|end|channels.*|supervise\..*)
    | deeds\.(title|beneficiary|people|lead|planned_on|done_on|result)
    | problems\.(id|title|description|deadline|lead|explanation\..*)
    | problems\.measures\.(action|responsible|deadline)
    """,
    re.VERBOSE,
)
_PRIVATE_KEYS = re.compile(
    "phone|email|fax|room|reason|note|content|handling|opinion|guidance|comment|decision|topic|follow_up|"
    "shortcomings|conclusion|findings|text|evidence|reply|outcome|from|postcode|address|covers"
)


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record with its key path, places in lists left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    elif value is not None:
        yield path, str(value)


def is_public(path: str) -> bool:
    return PUBLIC.fullmatch(path) is not None


def with_canaries(value: Any, path: str = "") -> Any:
    """The record with a word of its own in every private text that no rule reads as a name or a choice."""
    if isinstance(value, dict):
        return {
            key: with_canaries(inner, f"{path}.{key}" if path else str(key)) for key, inner in value.items()
        }
    if isinstance(value, list):
        return [with_canaries(inner, path) for inner in value]
    key = path.rpartition(".")[2]
    if not isinstance(value, str) or is_public(path) or not _PRIVATE_KEYS.fullmatch(key):
        return value
    return {"phone": "0999-7654321", "fax": "0999-7654321", "email": "canary@x.example"}.get(
        key, f"金丝雀{value}"
    )
