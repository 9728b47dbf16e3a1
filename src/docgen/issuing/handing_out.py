"""Numbers handed out to the papers of a group, so that a paper that fails uses none."""

from collections import defaultdict
from collections.abc import Sequence

from docgen.issuing.candidate import Candidate
from docgen.issuing.numbering import Numbering


def hand_out(candidates: Sequence[Candidate], numbering: Numbering) -> None:
    """Every paper that is alive and wants the next number of a series has one, with no gap between them.

    Of those that had one before, only the last give theirs up, for the places of what has failed.
    """
    by_series: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for one in candidates:
        if one.is_alive and one.wish.series:
            by_series[one.wish.series].append(one)
    for series, wanting in by_series.items():
        numbers = numbering.following(series, len(wanting))
        kept = {one.doc_no for one in wanting if one.doc_no in numbers}
        free = iter([number for number in numbers if number not in kept])
        for one in wanting:
            if one.doc_no not in kept:
                one.give(next(free))
