"""The registry gives what the committee's list of people gives, however many there are."""

import pickle
import random

import pytest

from docgen.campaign.models.organisation import RegisteredPerson
from docgen.campaign.registry import Registry

SURNAMES, GIVEN = "王李张刘陈欧阳赵买", "海明伟芳娜敏静丽强磊军王李"


def several(count, seed=7):
    """People of whom some share a name, some have none, and one has a long one."""
    chance = random.Random(seed)
    names = [
        chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice([1, 2])))
        for _ in range(count)
    ]
    found = [RegisteredPerson(name=name, org=f"Z{place}") for place, name in enumerate(names)]
    return [*found, RegisteredPerson(org="Z1"), RegisteredPerson(name="买买提·吐尔逊", phone="1")]


@pytest.fixture(params=[0, 3, 2000])
def people(request):
    return several(request.param)


def test_everybody_is_found_by_the_exact_name(people):
    registry, first = Registry(people), {person.name: person for person in reversed(people) if person.name}

    assert set(registry) == set(first)
    assert len(registry) == len(first)
    assert all(name in registry and registry[name] == person for name, person in first.items())
    assert registry["买买提·吐尔逊"].model_fields_set == {"name", "phone"}


@pytest.mark.parametrize("stranger", ["", "王", "买买提", "谁谁", "\0"])
def test_nobody_else_is_found(people, stranger):
    registry = Registry(people)

    assert stranger not in registry
    assert registry.times(stranger) == 0
    assert registry.get(stranger) is None


def test_people_of_one_name_come_in_the_order_of_the_list(people):
    registry = Registry(people)

    for names in (list(registry)[::3], ["王海", "谁谁", "王海"], []):
        assert registry.called(names) == tuple(one for one in people if one.name in names)
    for name in registry:
        assert registry.times(name) == sum(one.name == name for one in people)


def test_names_are_found_wherever_they_stand_in_a_text(people):
    registry = Registry(people)
    chance = random.Random(3)
    text = "".join(chance.choices(SURNAMES + GIVEN + "，的一在“”\n", k=3000)) + "买买提·吐尔逊王"

    assert registry.named_in(text) == frozenset(name for name in registry if name in text)
    assert registry.named_in("") == frozenset()


def test_registry_is_sent_whole(people):
    registry = pickle.loads(pickle.dumps(Registry(people)))

    assert registry.called(registry) == tuple(one for one in people if one.name)
