"""Causes and measures that branches copied from each other, as hits (R11, R12)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit
from docgen.campaign.similarity import Fingerprint, fingerprints, groups, stored

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
    written = [
        one for record in office.branches for one in _written(record, sentences, office.prints(record))
    ]
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


def prints(record: BranchRecord) -> bytes:
    """The fingerprints of the record's causes and measures, to be kept with its file (`Office.prints`)."""
    texts = [one.text for problem in record.problems for one in problem.causes]
    texts += [one.action for problem in record.problems for one in problem.measures]
    return stored(one for one in fingerprints(list(filter(None, texts)), _own_names(record)) if one)


def _written(record: BranchRecord, sentences: Sentences, known: Mapping[str, bytes]) -> Iterator[_Written]:
    found = [(field, text) for field, text in sentences(record) if text]
    made = fingerprints([text for _, text in found], _own_names(record), known)
    for (field, text), one in zip(found, made, strict=True):
        if one:
            yield _Written(record, field, text, one)


def _own_names(record: BranchRecord) -> tuple[str, ...]:
    return record.branch.full_name, record.branch.short_name, record.branch.secretary


def _names(records: list[BranchRecord]) -> str:
    shown = "、".join(f"“{one.branch.short_name or one.branch.id}”" for one in records[:_NAMED])
    return f"{shown}等 {len(records)} 个党支部" if len(records) > _NAMED else shown
