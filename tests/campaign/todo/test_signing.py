import pytest

from support.tasks import items_on, stands_until


@pytest.mark.parametrize(
    ("field", "day", "who"),
    [
        ("pledges.to_public.date", "2013-03-14", "赵海"),
        ("agreement.signed_on", "2013-03-14", "周明、赵海"),
    ],
)
def test_a_paper_waits_for_its_signature_until_the_day_it_was_signed(field, day, who):
    assert stands_until(field, day).task.who == who


def test_nothing_is_signed_before_the_approval():
    found = items_on("2013-03-11")

    assert not [field for field in found if field.startswith(("pledges", "agreement"))]


def test_a_pledge_to_the_superior_is_asked_for_after_the_approval():
    found = items_on("2013-03-13", pledges={"to_superior": {"date": None}})

    assert found["pledges.to_superior.date"].task.rule == "R21"
