"""The short name of a paper, the same in the archive and in what people type: Z01:D26-goals:G1."""

import re
from urllib.parse import unquote

# What would part an address, or cannot stand in one; other characters, Han ones too, stay as they are.
_RESERVED = re.compile(r"[\x00-\x20\x7f%:@/\\.]")


def quoted(part: str) -> str:
    """The part with what an address cannot hold as %XX."""
    return _RESERVED.sub(lambda found: f"%{ord(found[0]):02X}", part)


def parts_of(paper_id: str) -> tuple[str, str, str]:
    """Owner, label and item of a paper; item is "" for a paper that is about no one thing."""
    owner, _, rest = paper_id.partition(":")
    label, _, item = rest.partition(":")
    return unquote(owner), unquote(label), unquote(item)
