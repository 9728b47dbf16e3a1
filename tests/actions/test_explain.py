"""The manual of rules: listed once each, and explained in the office's words."""

import pytest

from docgen.actions.explain import explain, pages
from docgen.campaign.rules import RULES
from docgen.findings import UnknownCode


def test_every_rule_has_one_page():
    codes = [page.code for page in pages()]

    assert len(codes) == len(set(codes))
    assert {rule.code for rule in RULES} <= set(codes)


def test_rules_come_in_the_order_of_their_numbers():
    numbers = [int(page.code[1:]) for page in pages() if page.code.startswith("R")]

    assert numbers == sorted(numbers)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.check.__name__}")
def test_every_page_has_a_title_examples_and_a_remedy(rule):
    page = explain(rule.code)

    assert page.title
    assert "(" not in page.title
    assert "正确：" in page.text
    assert "错误：" in page.text
    assert f"改法：{rule.remedy}。" in page.text


@pytest.mark.parametrize("rule", [r for r in RULES if r.code.startswith("R")], ids=lambda rule: rule.code)
def test_every_requirement_quotes_the_guidance(rule):
    assert rule.seed
    assert rule.due is None or f"（{rule.due}）" in explain(rule.code).text


def test_a_rule_of_two_severities_lists_both():
    page = explain("R8")

    assert page.severity == "错误、警告"
    assert page.due == "S1"


def test_the_states_of_a_rule_come_in_order():
    assert explain("R4").due == "S2、S10"


def test_a_code_is_found_however_it_is_typed():
    assert explain("r09").code == explain(" R9 ").code == "R9"


def test_an_unknown_code_suggests_a_near_one():
    with pytest.raises(UnknownCode) as raised:
        explain("R99")

    assert raised.value.remedy
