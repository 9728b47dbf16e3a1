"""No two sentences have more than three of their six wordings in common."""

from itertools import combinations

from docgen.simulate import sentences
from docgen.simulate.people import Namer, campuses
from docgen.simulate.sentences import Sentences
from docgen.simulate.words import words


def test_every_place_of_a_sentence_has_as_many_different_wordings_as_the_prime():
    for group in ("causes", "measures"):
        for name, wordings in words(group).items():
            assert len(set(wordings)) == len(wordings) == 23, name


def test_any_two_sentences_share_three_wordings_at_most():
    banks = tuple(tuple(bank) for bank in words("causes").values())

    picked = [sentences._pick(banks, number * 700) for number in range(400)]

    shared = (sum(a == b for a, b in zip(*pair, strict=True)) for pair in combinations(picked, 2))
    assert max(shared) == 3


def test_same_number_gives_another_sentence_under_another_seed():
    assert Sentences.of(1).measure(9) == Sentences.of(1).measure(9)
    assert Sentences.of(1).measure(9) != Sentences.of(2).measure(9)


def test_names_never_repeat_even_when_the_lists_are_used_up():
    namer, places = Namer(frozenset({"赵明华"}), 1), campuses(1)

    people = [namer.name_like("热·合曼") for _ in range(1_000)] + [
        namer.name_like("甲乙") for _ in range(9_000)
    ]
    homes = [next(places) for _ in range(2_000)]

    assert len(set(people)) == 10_000
    assert "赵明华" not in people
    assert len(set(homes)) == 2_000
