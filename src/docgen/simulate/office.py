"""A whole simulated office, file by file."""

from collections.abc import Callable, Iterator, Sequence

from docgen.simulate import committee
from docgen.simulate.branch import Made, Mould, make
from docgen.simulate.family import Family, Words, families
from docgen.simulate.numbers import Numbers
from docgen.simulate.pattern import Pattern, in_order
from docgen.simulate.people import Namer
from docgen.simulate.sentences import Sentences


def records(
    committee_text: str, branch_texts: Sequence[str], count: int, seed: int, advance: Callable[[], None]
) -> Iterator[tuple[str, str]]:
    """Name in the data folder and text of each record: `count` branches, and the committee last.

    The same sample, count and seed give the same texts. `advance` is called after each branch.
    """
    sample = committee.read(committee_text)
    patterns = in_order(branch_texts)
    words = Words.of(patterns)
    known = frozenset(person["name"] for person in sample["people"])
    office = sample["committee"]["full_name"].removesuffix("委员会")
    grown = list(families(patterns, count, Namer(known, seed), office, seed))
    made = []
    for one, text in _branches(sample, patterns, words, grown, seed):
        made.append(one)
        yield f"branches/branch-{one.id}.yaml", text
        advance()
    yield "committee.yaml", committee.written(committee.committee(sample, grown, made, words, patterns))


def _branches(
    sample: committee.Tree, patterns: Sequence[Pattern], words: Words, grown: Sequence[Family], seed: int
) -> Iterator[tuple[Made, str]]:
    full_marks = committee.full_marks(sample)
    moulds = {pattern.id: Mould(pattern, words, full_marks) for pattern in patterns}
    sentences, numbers = Sentences.of(seed), Numbers(committee.numbers_used(sample))
    for family in grown:
        for place, pattern in enumerate(family.patterns, start=family.first):
            yield make(moulds[pattern.id], family, place, sentences, numbers, seed)
