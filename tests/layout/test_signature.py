import pytest

from docgen.layout.gbt9704 import CHARS_PER_ROW
from docgen.layout.signature import place_signature, sealed_right, unsealed_right


@pytest.mark.parametrize(
    ("date", "org", "date_right", "org_right"),
    [
        (6.5, 9, 4, 2.75),  # 2012年5月29日 under 中共滨江大学委员会: 4 + (6.5 - 9) / 2
        (6.0, 4, 4, 5.0),
        (6.0, 14, 4, 0.0),
        (6.0, 20, 7, 0.0),  # 4 + (6 - 20) / 2 = -3: both go left by 3
    ],
)
def test_sealed_the_date_stands_four_in_and_the_name_over_its_middle(date, org, date_right, org_right):
    assert sealed_right(date, org) == (date_right, org_right)


@pytest.mark.parametrize(
    ("date", "org", "date_right", "org_right"),
    [
        (6.5, 9, 2.5, 2),  # the name two in, the date begins two after it
        (6.0, 6, 0, 2),
        (7.0, 4, 2, 7),  # the date is longer: it stands two in, the name begins two before it
    ],
)
def test_unsealed_the_date_begins_two_characters_after_the_name(date, org, date_right, org_right):
    assert unsealed_right(date, org) == (date_right, org_right)
    org_left, date_left = CHARS_PER_ROW - org_right - org, CHARS_PER_ROW - date_right - date
    assert date_left - org_left == 2


def test_sealed_lines_stand_centred_between_the_same_indents():
    org, date = place_signature(["中共滨江大学委员会"], "2012年5月29日", sealed=True)

    assert org == date
    assert org.align == "center"
    assert org.centre_from_right == pytest.approx(4 + 6.5 / 2, abs=0.001)


def test_a_long_sealed_name_moves_both_to_the_left():
    org, _ = place_signature(["滨江大学后勤服务集团饮食服务中心联合党支部"], "2012年6月5日", sealed=True)

    assert org.centre_from_right == pytest.approx(21 / 2, abs=0.001)
    assert org.right == pytest.approx(0, abs=0.001)


def test_there_is_room_for_the_space_beside_digits():
    _, date = place_signature(["支部"], "2012年12月31日", sealed=True)

    assert CHARS_PER_ROW - date.left - date.right > 7.0 + 6 * 0.15


def test_unsealed_lines_stand_flush_two_characters_apart():
    org, date = place_signature(["机关第一党支部"], "2012年6月5日", sealed=False)

    assert (org.align, date.align) == ("left", "left")
    assert date.left - org.left == pytest.approx(2)
    assert org.left == pytest.approx(28 - 2 - 7)


def test_several_organs_are_placed_by_the_longest():
    org, _ = place_signature(["组织部", "中共滨江大学委员会"], "2012年6月5日", sealed=False)

    assert org.left == pytest.approx(28 - 2 - 9)


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("org", ["", "国", "国" * 27, "国" * 60])
def test_indents_never_leave_less_than_the_longest_line_needs(org, sealed):
    name, date = place_signature([org], "　　　　年　　月　　日", sealed=sealed)

    for placement in (name, date):
        assert placement.left >= 0
        assert CHARS_PER_ROW - placement.left - placement.right >= 0
