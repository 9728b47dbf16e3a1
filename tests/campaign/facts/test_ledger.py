from datetime import date

from docgen.campaign.facts import FACTS
from docgen.campaign.facts.ledger import LedgerRow
from docgen.campaign.subject import Subject
from support.records import sample_office


def rows(branch: int | None = None) -> tuple[LedgerRow, ...]:
    office = sample_office()
    if branch is None:
        return FACTS["committee"]["ledger_rows"].of(Subject(office))  # type: ignore[return-value]
    return FACTS["branch"]["ledger_rows"].of(Subject(office, office.branches[branch]))  # type: ignore[return-value]


def test_a_line_tells_the_problem_from_cause_to_closing():
    row = rows(0)[2]

    assert (row.seq, row.branch_name, row.grades_text) == (3, "机关第一党支部", "一般→先进")
    assert row.dossier.no == "Z01-W3"
    assert row.measures_text.startswith("书面报请学院党委协调腾退行政楼 312 室；配合清点报废设备")
    assert row.responsible_text == "尉迟远、钟离棠"
    assert row.support_text == "党委办公室、国有资产管理处、后勤管理处"
    assert row.percent_text == "100%"
    assert row.progress_text == "9月28日：活动室启用，首次主题活动 26 人参加。"
    assert row.evidence_text == "活动室照片 4 张、启用登记表"
    assert row.closed_on == date(2012, 10, 10)


def test_the_committees_ledger_is_numbered_through():
    all_rows = rows()

    assert [row.seq for row in all_rows] == list(range(1, 18))
    assert all_rows[3].dossier.no == "Z02-W1"


def test_a_problem_carried_over_is_overdue_after_its_new_deadline():
    row = rows(0)[0]

    assert not row.overdue(date(2013, 3, 31))
    assert row.overdue(date(2013, 4, 1))
