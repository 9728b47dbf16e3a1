"""What goes into the archive and what its log says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DESTROY = "destroy"  # the tombstone of an object whose files are gone
RECEIVE = "receive"  # a paper of others: its number is none of ours


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event, as the log keeps it.

    `version` and `inventory` (sha512 of vN/inventory.json) are "" where the event made no version. `extra`
    holds further keys of the line, such as `until` of a reservation; they are in the digest like the others.
    """

    seq: int
    at: str  # ISO 8601 with the offset
    by: str
    event: str
    object: str
    version: str
    inventory: str
    doc_no: str
    reason: str
    prev: str
    self_digest: str
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Deposit:
    """One event on one object, ready to be frozen.

    `files` are the new or changed ones by logical path; with `keep` the others of the version before stay.
    """

    object: str
    event: str
    files: Mapping[str, bytes]
    by: str
    reason: str
    doc_no: str = ""
    keep: bool = True
    extra: Mapping[str, str] = field(default_factory=dict)
