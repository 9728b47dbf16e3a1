import pytest

from docgen.publish.print_run.groups import ROWS_A_TABLE, Group, in_tables


def group(heading, rows):
    return Group(heading, [{"number": str(number)} for number in range(rows)])


@pytest.mark.parametrize(
    ("sizes", "tables"),
    [
        ((), []),
        ((3, 4), [[("0", 3), ("1", 4)]]),
        ((100, 50, 1), [[("0", 100), ("1", 50)], [("2", 1)]]),
        ((100, 60), [[("0", 100)], [("1", 60)]]),
        ((2, 320, 5), [[("0", 2)], [("1", 150)], [("1（续）", 150)], [("1（续）", 20), ("2", 5)]]),
    ],
)
def test_tables_are_of_bounded_length_and_say_what_goes_on(sizes, tables):
    groups = [group(str(place), size) for place, size in enumerate(sizes)]

    found = list(in_tables(groups))

    assert [[(one.heading, len(one.papers)) for one in table] for table in found] == tables
    assert all(sum(len(one.papers) for one in table) <= ROWS_A_TABLE for table in found)


def test_no_row_is_lost_or_told_twice():
    (only,) = [group("D09", 400)]

    rows = [row["number"] for table in in_tables([only]) for one in table for row in one.papers]

    assert rows == [str(number) for number in range(400)]
