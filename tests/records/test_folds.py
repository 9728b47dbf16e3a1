import pytest

from docgen.campaign.models.record import BranchRecord
from docgen.records import load

HEAD = "schema: jinwei-shengji/v1\nbranch: {id: Z01, short_name: 甲支部}\n"


def statement(tmp_path, typed):
    (tmp_path / "a.yaml").write_text(f"{HEAD}target:\n  statement: {typed}\n", "utf-8")
    return load(tmp_path / "a.yaml", tmp_path, BranchRecord).value.target.statement


@pytest.mark.parametrize(
    "typed", [">-\n    找差距、\n    定目标", "找差距、\n    定目标", "'找差距、\n    定目标'"]
)
def test_a_line_break_within_chinese_leaves_no_gap(tmp_path, typed):
    assert statement(tmp_path, typed) == "找差距、定目标"


def test_a_line_break_before_a_quotation_leaves_no_gap(tmp_path):
    assert statement(tmp_path, ">-\n    认为\n    “跑机关”𬱖\n    费时") == "认为“跑机关”𬱖费时"


def test_a_line_break_beside_latin_letters_stays_a_space(tmp_path):
    assert statement(tmp_path, ">-\n    实行\n    AB\n    角") == "实行 AB 角"


def test_paragraphs_stay_apart(tmp_path):
    assert statement(tmp_path, ">-\n    第一段\n    还有\n\n    第二段") == "第一段还有\n第二段"


def test_a_space_typed_on_one_line_stays(tmp_path):
    assert statement(tmp_path, "甲 乙") == "甲 乙"


def test_lines_that_are_kept_as_typed_keep_their_spaces(tmp_path):
    assert statement(tmp_path, "|-\n    甲 乙\n    丙") == "甲 乙\n丙"
