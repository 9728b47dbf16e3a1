"""A unit's own numbers, tolerances and silenced rules, from docgen.toml."""

import pytest

from docgen.inspect.document import read_document
from docgen.inspect.house import LABELS, House, house_of
from docgen.inspect.judging import judged
from docgen.inspect.numbers import Numbers
from docgen.inspect.rules import all_rules
from docgen.inspect.seeing import seen_of
from docgen.settings import FaultySettings
from support.plain import typed

CODES = frozenset(entry.rule.code for entry in all_rules())


def test_nothing_said_is_the_standard():
    assert house_of({}, CODES) == House()
    assert House().notes == ()


def test_a_silenced_rule_is_not_asked_and_the_report_says_so():
    house = house_of({"off": ["t06"]}, CODES)
    document = read_document(typed(), "a.docx")

    found = {one.rule.code for one in judged(seen_of(document, None, house), house)}

    assert "T06" not in found
    assert "T05" in found
    assert house.notes == ("按本单位的设置，不检查 T06",)


def test_a_number_of_the_units_own_is_named_with_the_standards():
    house = house_of({"numbers": {"top_mm": 35}, "tolerances_mm": {"T01": 2.5}}, CODES)

    assert house.numbers == Numbers(top_mm=35)
    assert house.notes == (
        "按本单位的设置，天头按 35（国家标准 37）",
        "按本单位的设置，T01 的误差按 2.5 毫米",
    )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"of": []}, "没有“of”这项设置，是否想写“off”"),
        ({"off": "T06"}, "应当写规则的编号"),
        ({"off": ["T66"]}, "里没有编号为“T66”的规则"),
        ({"numbers": {"top": 35}}, "是否想写“top_mm”"),
        ({"numbers": {"top_mm": "35"}}, "应当是大于 0 的数"),
        ({"numbers": {"top_mm": True}}, "应当是大于 0 的数"),
        ({"numbers": 3}, "应当写成一节：[inspect.numbers]"),
        ({"tolerances_mm": {"T01": -1}}, "应当是大于 0 的数"),
    ],
)
def test_a_faulty_table_is_told(table, said):
    with pytest.raises(FaultySettings) as told:
        house_of(table, CODES)

    assert said in str(told.value)


def test_every_number_has_its_chinese_name():
    assert set(LABELS) == set(Numbers.__dataclass_fields__)
