"""Which sheets a workbook has: the committee's, or those of some branches."""

from collections.abc import Iterable, Iterator
from datetime import date

from docgen.campaign.facts.achievement_rows import achievement_rows
from docgen.campaign.facts.awareness import awareness_rows, awareness_total
from docgen.campaign.facts.deed_rows import all_deed_rows, deed_rows
from docgen.campaign.facts.ledger import all_ledger_rows, ledger_rows
from docgen.campaign.facts.master_rows import master_rows
from docgen.campaign.facts.members import member_totals
from docgen.campaign.facts.problem_counts import problem_totals
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.publish.ledger import lists
from docgen.publish.ledger.branches import master_branches
from docgen.publish.ledger.problems import master_problems, own_problems
from docgen.publish.ledger.statistics import statistics
from docgen.publish.ledger.tables import Sheet
from docgen.text.dates import cn_date


def committee_sheets(office: Office, as_of: date, missing: Iterable[str]) -> list[Sheet]:
    """All ledgers, lists and statistics of the committee; `missing` are records that could not be read."""
    who, what = _names(office)
    note = _note(office.committee.committee.org_department.name or who, as_of, missing)
    rows = all_ledger_rows(office)
    by_branch = master_branches(master_rows(office), member_totals(office), problem_totals(office))
    return [
        Sheet("支部台账", f"{who}{what}台账", note, (by_branch,)),
        Sheet("问题总台账", f"{who}问题整改总台账", note, (master_problems(rows, as_of),), wide=True),
        statistics(office, f"{who}{what}情况统计表", note),
        Sheet("问题整改台账", f"{who}各党支部问题整改台账", note, (own_problems(rows, as_of),), wide=True),
        Sheet("实事清单", f"{who}践诺实事清单", note, (lists.deeds(all_deed_rows(office)),)),
        *_of_committee_alone(office, note),
    ]


def _of_committee_alone(office: Office, note: str) -> Iterator[Sheet]:
    who, what = _names(office)
    items = office.committee.publicity.items
    aware = lists.awareness(awareness_rows(office), awareness_total(office))
    yield Sheet("宣传信息", f"{who}{what}宣传信息登记表", note, (lists.publicity(items),))
    yield Sheet("知晓率参与率", f"{who}{what}知晓率、参与率统计表", note, (aware,))
    achieved = lists.achievements(achievement_rows(office))
    yield Sheet("工作成果", f"{who}{office.campaign.year_theme or what}工作成果清单", note, (achieved,))


def branch_sheets(record: BranchRecord, as_of: date) -> list[Sheet]:
    """The ledger and the deeds of one branch."""
    name = record.branch.short_name or record.branch.id
    note = _note(record.branch.full_name or name, as_of, ())
    ledger, deeds = own_problems(ledger_rows(record), as_of), lists.deeds(deed_rows(record))
    return [
        Sheet(f"{record.branch.id}问题整改台账", f"{name}问题整改台账", note, (ledger,), wide=True),
        Sheet(f"{record.branch.id}实事清单", f"{name}践诺实事清单", note, (deeds,)),
    ]


def _names(office: Office) -> tuple[str, str]:
    committee, campaign = office.committee.committee, office.campaign
    return committee.short_name or committee.full_name, campaign.short_name or campaign.name


def _note(who: str, as_of: date, missing: Iterable[str]) -> str:
    lacking = joined(missing)
    told = f"记录读不出来、没有统计在内：{lacking}" if lacking else ""
    return joined((f"填报单位：{who}", f"截至：{cn_date(as_of)}", told), "　　")
