"""Changes in a record's text: exactly what was wanted, and nothing else."""

import pytest
import yaml

from docgen.campaign.models.branch import Branch, Contact
from docgen.campaign.models.problem import Cause, Closure, Measure, Problem
from docgen.campaign.models.process import Channel, Final, Notice, Publicity, Satisfaction
from docgen.campaign.models.record import BranchRecord
from docgen.records.write_back import Fields, Items, Leaf, MarkedMapping, marked, rewritten
from docgen.records.write_back.apply import SharedValue

RECORD = """\
# 机关第一党支部
branch:
  short_name: 机关第一党支部     # 简称
  deputy_secretary:            # 未设
  contact: {name: 钟离棠, fax: "", room: '315'}

problems:
  - id: W1                     # 第一题
    title: "旧题"
    causes:
      - {id: Y1, text: 甲}
      # 这一条是补的
      - {id: Y2, text: 乙}
    closure: {opinion: 同意, closed_on: 2012-07-24}

  # 第二题的说明
  - id: W2
    title: 二
    description: >-
      第一行
      第二行
    closure:
"""


def record(**values):
    return Fields(values, BranchRecord)


def problem(**values):
    return Fields(values, Problem)


def change(wanted, text=RECORD):
    root = marked(text)
    assert isinstance(root, MarkedMapping)
    return rewritten(text, root, wanted)


def only(new, old, text=RECORD):
    """The text in which one piece, that stands there once, is replaced."""
    assert text.count(old) == 1
    return text.replace(old, new)


def problems(*items):
    return record(problems=Items(items))


def test_no_change_gives_the_same_text():
    assert change(record()) == RECORD


def test_changed_value_keeps_its_comment_and_its_quotation_marks():
    text = change(
        record(
            branch=Fields(
                {"short_name": Leaf("新名"), "contact": Fields({"room": Leaf("它's")}, Contact)}, Branch
            )
        )
    )

    assert "  short_name: 新名     # 简称\n" in text
    assert "room: '它''s'}" in text
    assert text.count("\n") == RECORD.count("\n")


def test_open_value_is_filled_before_its_comment():
    text = change(record(branch=Fields({"deputy_secretary": Leaf("尉迟远")}, Branch)))

    assert text == only("deputy_secretary: 尉迟远            # 未设", "deputy_secretary:            # 未设")


def test_emptied_value_leaves_its_key_and_comment():
    text = change(record(branch=Fields({"short_name": Leaf("")}, Branch)))

    assert text == only("short_name:     # 简称", "short_name: 机关第一党支部     # 简称")


def test_emptied_value_within_braces_still_reads():
    text = change(record(branch=Fields({"contact": Fields({"room": Leaf("")}, Contact)}, Branch)))

    assert yaml.safe_load(text)["branch"]["contact"] == {"name": "钟离棠", "fax": "", "room": None}


def test_absent_key_is_put_where_the_model_has_it():
    text = change(record(branch=Fields({"category": Leaf("机关")}, Branch)))

    old = "  short_name: 机关第一党支部     # 简称\n"
    assert text == only(f"{old}  category: 机关\n", old)


def test_part_is_added_in_the_place_of_its_null():
    closure = Fields({"opinion": Leaf("同意，列入: 回头看"), "closed_on": Leaf("2012-08-01", False)}, Closure)

    text = change(problems((0, problem()), (1, problem(closure=closure))))

    assert text == RECORD.replace(
        "    closure:\n", '    closure: {opinion: "同意，列入: 回头看", closed_on: 2012-08-01}\n'
    )


def test_part_of_which_all_is_emptied_becomes_null():
    closure = Fields({"opinion": Leaf(""), "closed_on": Leaf("")}, Closure)

    text = change(problems((0, problem(closure=closure)), (1, problem())))

    assert text == only("    closure:\n", "    closure: {opinion: 同意, closed_on: 2012-07-24}\n")


def test_empty_braces_are_filled_with_several_fields():
    wanted = Fields({"contact": Fields({"name": Leaf("甲"), "room": Leaf("乙")}, Contact)}, Branch)

    assert change(record(branch=wanted), "branch: {contact: {}}\n") == (
        "branch: {contact: {name: 甲, room: 乙}}\n"
    )


def test_item_that_goes_takes_its_comment_with_it():
    causes = Items(((0, Fields({}, Cause)),))

    text = change(problems((0, problem(causes=causes)), (1, problem())))

    assert text == only("", "      # 这一条是补的\n      - {id: Y2, text: 乙}\n")


def test_item_is_added_in_the_manner_of_its_neighbours():
    causes = Items(
        ((0, Fields({}, Cause)), (1, Fields({}, Cause)), (None, Fields({"id": Leaf("Y3")}, Cause)))
    )

    text = change(problems((0, problem(causes=causes)), (1, problem())))

    assert text == only("{id: Y2, text: 乙}\n      - {id: Y3}\n", "{id: Y2, text: 乙}\n")


def test_items_change_places_with_their_comments_and_inner_changes():
    text = change(problems((1, problem(title=Leaf("新二"))), (0, problem())))

    assert text.index("# 第二题的说明") < text.index("新二") < text.index("# 第一题")
    assert yaml.safe_load(text)["problems"][1] == yaml.safe_load(RECORD)["problems"][0]
    assert "\n\n  - id: W1" in text


def test_new_item_with_lists_of_its_own_stands_in_lines():
    measures = Items(
        ((None, Fields({"id": Leaf("C1"), "addresses": Items(((None, Leaf("Y1")),))}, Measure)),)
    )
    new = problem(measures=measures, title=Leaf("三\n行"), id=Leaf("W3"))

    text = change(problems((0, problem()), (1, problem()), (None, new)))

    added = text.removeprefix(RECORD.rstrip("\n"))
    assert added == (
        "\n\n  - id: W3\n    title: |-\n      三\n      行\n"
        "    measures:\n      - {id: C1, addresses: [Y1]}\n"
    )


def test_list_that_loses_all_its_items_is_an_empty_list():
    text = change(problems())

    assert text == RECORD[: RECORD.index("problems:")] + "problems: []\n"


def test_folded_text_is_replaced_whole():
    text = change(problems((0, problem()), (1, problem(description=Leaf("新的说明")))))

    assert text == only("    description: 新的说明\n", "    description: >-\n      第一行\n      第二行\n")


def test_options_beside_the_keys_are_added_and_changed_there():
    text = "final:\n  satisfaction: {issued: 60, 满意: 30}\n"
    counts = Fields({"满意": Leaf("31", False), "弃权": Leaf("2", False)})
    wanted = Fields({"satisfaction": Fields({"counts": counts}, Satisfaction)}, Final)

    changed = change(record(final=wanted), text)

    assert yaml.safe_load(changed)["final"]["satisfaction"] == {"issued": 60, "满意": 31, "弃权": 2}


def test_plain_word_becomes_a_mapping_when_it_gets_a_second_field():
    text = "publicity:\n  notices:\n    - id: G1\n      channels: [公示栏]\n"
    channels = Items(((0, Fields({"url": Leaf("http://a.example")}, Channel)),))
    notice = Fields({"channels": channels}, Notice)

    changed = change(record(publicity=Fields({"notices": Items(((0, notice),))}, Publicity)), text)

    (channel,) = yaml.safe_load(changed)["publicity"]["notices"][0]["channels"]
    assert channel == {"place": "公示栏", "url": "http://a.example"}


def test_line_breaks_of_windows_stay():
    text = RECORD.replace("\n", "\r\n")
    new = problem(id=Leaf("W3"), title=Leaf("三\n行"))

    changed = change(problems((1, problem(title=Leaf("新"))), (0, problem()), (None, new)), text)

    assert "\n" not in changed.replace("\r\n", "")
    assert yaml.safe_load(changed)["problems"][2] == {"id": "W3", "title": "三\n行"}


def test_chinese_keys_get_chinese_company():
    text = "党支部:\n  简称: 甲\n"

    changed = change(record(branch=Fields({"secretary": Leaf("尉迟远")}, Branch)), text)

    assert changed == "党支部:\n  简称: 甲\n  书记: 尉迟远\n"


@pytest.mark.parametrize("text", ["branch: &b {short_name: 甲}\nx: *b\n", "branch: {short_name: &n 甲}\n"])
def test_value_behind_an_alias_is_not_changed(text):
    with pytest.raises(SharedValue):
        change(record(branch=Fields({"short_name": Leaf("乙")}, Branch)), text)


@pytest.mark.parametrize(
    "value",
    [
        "=1+1", "- 甲", "甲: 乙", "甲 # 乙", "[甲]", "{甲}", "*甲", "&甲",
        "!甲", "%甲", "@甲", "`甲`", "'甲'", '"甲"', "甲,乙", "true",
        "null", "~", "0010", "14:30", "2012-06-05", "1e3", "甲\n乙", "甲\n\n乙",
        "|", ">-", "a\\b", "甲\t乙", "：", "?", "-", "甲:",
        "<<", "=", "甲 ", " 甲", "芮𬱖", "{{ 7*7 }}", "---", "...",
        "N/A", "y",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["branch: {short_name: 旧, x: 1}\n", "branch:\n  short_name: 旧\n  x: 1\n"])
def test_any_text_comes_back_as_the_same_text(place, value):
    changed = change(record(branch=Fields({"short_name": Leaf(value)}, Branch)), place)

    assert yaml.safe_load(changed) == {"branch": {"short_name": value, "x": 1}}
