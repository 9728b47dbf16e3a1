"""Every part of every derived row has a Chinese word, because `template fields` shows it."""

from collections.abc import Iterator

import pytest

from docgen.authoring.row_words import row_word
from docgen.authoring.shapes import Mapped, Several, Shape, fact_shape
from docgen.campaign.fact import Fact
from docgen.campaign.facts import FACTS


def parts(shape: Shape) -> Iterator[str]:
    while isinstance(shape, Several):
        shape = shape.item
    if isinstance(shape, Mapped) and shape.entity is None:
        for name, inner in shape.members.items():
            yield name
            yield from parts(inner)


@pytest.mark.parametrize(
    "fact", [one for scope in FACTS.values() for one in scope.values()], ids=lambda f: f.name
)
def test_every_part_of_a_fact_has_a_chinese_word(fact: Fact):
    assert [name for name in parts(fact_shape(fact)) if row_word(name).isascii()] == []
