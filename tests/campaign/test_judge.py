from collections.abc import Iterator
from datetime import date

import pytest

from docgen.campaign.judge import run
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, Rule
from docgen.campaign.rules import RULES
from docgen.campaign.subject import parts_wanted
from docgen.findings import Finding, Severity
from support.records import branch_data, fake_sources, make_office


def a_rule(check: object, *, due: str | None = None, scope: str = "branch") -> Rule:
    return Rule("R99", due, Severity.ERROR, "改", scope, check, parts_wanted(check))  # type: ignore[arg-type]


def judged(office: Office, rule: Rule, as_of: date | None = None) -> list[Finding]:
    return run(office, fake_sources(office), as_of, [rule])


def test_a_hit_gets_code_place_label_and_remedy():
    def check(branch: BranchRecord) -> Iterator[Hit]:
        if branch.branch.id == "Z02":
            yield Hit("problems", "问题")

    assert judged(make_office(), a_rule(check)) == [
        Finding("R99", Severity.ERROR, "问题", "改", "Z02", 1, 1, "problems", "problems")
    ]


def test_a_hits_own_remedy_goes_before_the_rules():
    def check(branch: BranchRecord) -> Iterator[Hit]:
        yield Hit("problems", "问题", "补")

    assert {finding.remedy for finding in judged(make_office(), a_rule(check))} == {"补"}


@pytest.mark.parametrize(("due", "severity"), [("S11", Severity.INFO), ("S7", Severity.ERROR)])
def test_severity_is_lowered_until_the_due_state_is_reached(due: str, severity: Severity):
    office = make_office(branch_data(midterm=None, final=None))

    def check(branch: BranchRecord) -> Iterator[Hit]:
        yield Hit("final", "没有")

    assert [finding.severity for finding in judged(office, a_rule(check, due=due))] == [severity]


def test_a_rule_of_the_committee_is_due_when_any_branch_is_there():
    office = make_office(branch_data("Z01", midterm=None, final=None), branch_data("Z02"))

    def check() -> Iterator[Hit]:
        yield Hit("final_evaluation", "没有")

    found = judged(office, a_rule(check, due="S11", scope="committee"))

    assert [(finding.file, finding.severity) for finding in found] == [("committee", Severity.ERROR)]


def test_a_rule_of_the_office_may_point_into_a_branchs_file():
    def check(office: Office) -> Iterator[Hit]:
        yield Hit("branch.id", "重复", branch=office.branches[1])

    assert [f.file for f in judged(make_office(), a_rule(check, scope="office"))] == ["Z02"]


def test_a_rule_may_ask_for_the_as_of_day():
    def check(as_of: date | None) -> Iterator[Hit]:
        yield Hit("x", f"{as_of}")

    found = judged(make_office(), a_rule(check, scope="committee"), date(2013, 5, 1))

    assert found[0].message == "2013-05-01"


def test_a_rule_that_asks_for_what_there_is_not_is_refused():
    with pytest.raises(TypeError, match="today"):
        parts_wanted(lambda today: today)


def test_two_runs_find_the_same_in_the_same_order():
    office = make_office(people=[{"name": "某人", "org": "Z9"}], departments=["其他"])

    first, second = (run(office, fake_sources(office)) for _ in range(2))

    assert len(first) > 10
    assert first == second


def test_a_rule_has_a_code_of_letters_and_digits_and_its_file_bears_it():
    for rule in RULES:
        module = rule.check.__module__.rpartition(".")[2]
        letter, number = rule.code[0].lower(), int(rule.code[1:])
        assert module.startswith(f"{letter}{number:02d}_"), (rule.code, module)
