"""Which paper took the place of which: under a new number a paper is a new object."""

import re
from dataclasses import dataclass

from docgen.archive.faults import ObjectDamaged
from docgen.archive.history import told_of
from docgen.archive.store import Archive

_NUMBERED = re.compile(r"\.[0-9]+$")  # the second object of Z01:D04 is Z01:D04.2


@dataclass(frozen=True, slots=True)
class Succession:
    """The objects before and after this one, each as one reads it; "" for none."""

    before: str = ""
    after: str = ""


def succession(archive: Archive, object_id: str) -> Succession:
    """What the object replaced, and what replaced it."""
    before = _replaced(archive, object_id)
    family = _NUMBERED.sub("", object_id)
    others = (one for one in archive.objects() if one != object_id and _NUMBERED.sub("", one) == family)
    after = next((one for one in others if _replaced(archive, one) == object_id), "")
    return Succession(_shown(archive, before), _shown(archive, after))


def _replaced(archive: Archive, object_id: str) -> str:
    """The object that this one replaced."""
    try:
        told = [told_of(version) for version in archive.find(object_id).versions]
    except ObjectDamaged:
        return ""
    return next((one.about.replaces for one in told if one and one.about.replaces), "")


def _shown(archive: Archive, object_id: str) -> str:
    numbers = (line.doc_no for line in archive.lines_of(object_id) if line.doc_no)
    number = next(numbers, "")
    return f"{number}（{object_id}）" if number else object_id
