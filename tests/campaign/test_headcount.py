import pytest

from docgen.campaign.headcount import headcount


@pytest.mark.parametrize(
    ("entry", "people"),
    [
        ("预备党员 3 名", 3),
        ("其他党员3人", 3),
        ("卧床或在外地党员 12 名", 12),
        ("外出党员十二名", 12),
        ("外出党员二十名", 20),
        ("外出党员三十五人", 35),
        ("两位老党员", None),
        ("学生党员两名", 2),
        ("预备党员３名", 3),
        ("訾怀瑾", None),
        ("", None),
        ("王三人", 3),  # cannot be told from a count; the registry would have to know him
    ],
)
def test_how_many_an_entry_stands_for(entry: str, people: int | None):
    assert headcount(entry) == people
