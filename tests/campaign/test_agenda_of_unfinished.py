"""An agenda of records from which parts are missing, on any day: it never fails, and repeats."""

import random
from datetime import date, timedelta

import pytest

from docgen.campaign.agenda import agenda
from support.papers import office_of, records, thinned

KEPT = frozenset({"schema", "branch", "id", "short_name", "campaign", "committee", "full_name"})


@pytest.mark.parametrize("seed", range(12))
def test_unfinished_records_have_an_agenda(seed):
    chance = random.Random(seed)
    plain = {name: thinned(record, chance, KEPT) for name, record in records().items()}
    day = date(2012, 4, 1) + timedelta(days=chance.randrange(300))

    first, second = (agenda(office_of(plain), "DW", {}, day) for _ in range(2))

    assert [item.as_json() for item in first] == [item.as_json() for item in second]
    for item in first:
        assert item.task.who
        assert item.task.what
        assert item.overdue == (item.task.due is not None and item.task.due < day)
        assert item.days_left is None or (item.days_left <= 0 if item.overdue else item.days_left >= 0)
