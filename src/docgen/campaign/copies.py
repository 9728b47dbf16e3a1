"""Causes and measures that branches copied from each other, as hits (R11, R12)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit
from docgen.campaign.similarity import Fingerprint, fingerprints, groups

_SEVERAL = 20  # in more branches than these it is one finding, not one for each
_NAMED = 3

Sentences = Callable[[BranchRecord], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class _Written:
    record: BranchRecord
    field: str
    text: str
    print: Fingerprint


def copied(office: Office, sentences: Sentences, what: str) -> Iterator[Hit]:
    """A hit at each sentence that another branch wrote alike; `sentences` gives those of a branch."""
    if len(office.branches) < 2:
        return
    written = [one for record in office.branches for one in _written(record, sentences)]
    for group in groups([one.print for one in written]):
        alike = [written[place] for place in group]
        branches = {id(one.record): one.record for one in alike}
        if len(branches) > _SEVERAL:
            said = (
                f"这条{what}在 {len(branches)} 个党支部里大同小异，例如{_names(list(branches.values())[1:])}"
            )
            yield Hit(alike[0].field, said, branch=alike[0].record)
        elif len(branches) > 1:
            for one in alike:
                others = [record for record in branches.values() if record is not one.record]
                same = any(o.text == one.text and o.record is not one.record for o in alike)
                how = "相同" if same else "大同小异"
                yield Hit(one.field, f"这条{what}与{_names(others)}的{how}", branch=one.record)


def _written(record: BranchRecord, sentences: Sentences) -> Iterator[_Written]:
    found = [(field, text) for field, text in sentences(record) if text]
    own = (record.branch.full_name, record.branch.short_name, record.branch.secretary)
    for (field, text), made in zip(found, fingerprints([text for _, text in found], own), strict=True):
        if made:
            yield _Written(record, field, text, made)


def _names(records: list[BranchRecord]) -> str:
    shown = "、".join(f"“{one.branch.short_name or one.branch.id}”" for one in records[:_NAMED])
    return f"{shown}等 {len(records)} 个党支部" if len(records) > _NAMED else shown
