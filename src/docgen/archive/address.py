"""Where a paper is found in the archive: `OBJECT`, or `OBJECT@vN` for one of its versions.

`urn:docgen:Q008:2012:Z01:D22@v2` in full; `Z01:D22` will do where only one object ends in it.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from docgen.archive.faults import AmbiguousAddress, UnknownObject

_VERSION = re.compile(r"(?P<object>.+)@(?P<version>v[1-9][0-9]*)")
_FULL = "urn:"


@dataclass(frozen=True, slots=True)
class Address:
    """An object and one of its versions; None means the latest."""

    object: str
    version: str | None = None

    def __str__(self) -> str:
        return f"{self.object}@{self.version}" if self.version else self.object


def parse(text: str, known: Collection[str] = ()) -> Address:
    """The address that a user typed; `known` are the objects that a short one may mean.

    A full one is taken as it stands. Raises UnknownObject, or AmbiguousAddress.
    """
    text = text.strip()
    found = _VERSION.fullmatch(text)
    name, version = (found["object"], found["version"]) if found else (text, None)
    if name.startswith(_FULL):
        return Address(name, version)
    candidates = [one for one in known if one == name or one.endswith(f":{name}")]
    if not candidates:
        raise UnknownObject(name, known)
    if len(candidates) > 1:
        raise AmbiguousAddress(name, candidates)
    return Address(candidates[0], version)
