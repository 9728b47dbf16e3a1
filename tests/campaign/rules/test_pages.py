"""Every rule's page in the manual: its examples pass and fail as it says."""

import pytest

from docgen.campaign.judge import run
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Rule
from docgen.campaign.rules import PAGES, RULES
from docgen.findings import Severity
from support.manual import examples, hits, office_with
from support.records import fake_sources, make_office, sample_office

_each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.check.__name__}")


@_each_rule
def test_right_examples_pass(rule: Rule):
    right = examples(rule)["正确"]

    found = [hit for example in right for hit in hits(rule, office_with(rule, example))]

    assert right
    assert found == []


@_each_rule
def test_wrong_examples_fail(rule: Rule):
    wrong = examples(rule)["错误"]

    found = [hits(rule, office_with(rule, example)) for example in wrong]

    assert wrong
    assert all(found)


@_each_rule
def test_messages_are_whole_and_have_a_remedy(rule: Rule):
    found = hits(rule, office_with(rule, examples(rule)["错误"][0]))[0]

    assert found.message
    assert not found.message.endswith("。")
    assert found.remedy or rule.remedy
    assert "None" not in found.message


def test_pages_without_a_check_are_not_rules():
    codes = {rule.code for rule in RULES}

    assert [page.code for page in PAGES] == ["X01"]
    assert not codes & {page.code for page in PAGES}
    assert all("正确::" in page.page and page.remedy for page in PAGES)


def test_rules_come_in_the_order_of_their_codes():
    numbers = [int(rule.code[1:]) for rule in RULES if rule.code.startswith("X")]

    assert numbers == sorted(numbers)


def test_the_good_office_gives_no_findings():
    office = make_office()

    assert run(office, fake_sources(office)) == []


def test_the_sample_gives_no_findings():
    office = sample_office()

    assert run(office, fake_sources(office)) == []


def test_an_empty_office_owes_nothing_yet():
    office = Office(CommitteeRecord(), (BranchRecord(),))

    assert {finding.severity for finding in run(office, fake_sources(office))} == {Severity.INFO}
