from docgen.archive.difference.records import FieldChange, record_changes
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from support.kept import LATER_RECORD, RECORD

MODELS = (BranchRecord, CommitteeRecord)
FILE = "record/branches/甲供水.yaml"
LISTS = """\
branch:
  id: Z05
  covers: [管网科, 水质科, 抢修班]
  committee_members:
    - {name: 赵一, post: 书记}
    - {name: 钱二, post: 委员}
    - {name: 孙三, post: 委员}
"""


def changes(old: str, new: str) -> tuple[FieldChange, ...]:
    return record_changes(FILE, old.encode(), new.encode(), MODELS)


def told(old: str, new: str) -> list[tuple[str, str, str, str]]:
    return [(one.op, one.label, one.old, one.new) for one in changes(old, new)]


def test_measure_behind_an_inserted_problem_is_found_by_its_number():
    inserted, changed = changes(RECORD, LATER_RECORD)

    told = "编号：W2；问题名称：管网图陈旧；发现日期：2031年5月7日"
    assert inserted == FieldChange(FILE, "W2", "problems[0]", "问题 W2", "加", "", told)
    field, label = "problems[1].measures[0].deadline", "问题 W1 › 措施 C1 › 时限"
    assert changed == FieldChange(FILE, "W1/C1", field, label, "改", "6月20日", "9月30日")


def test_days_of_different_years_are_told_with_the_year():
    (found,) = told(RECORD, RECORD.replace("found_on: 2031-05-06", "found_on: 2030-05-06"))

    assert found == ("改", "问题 W1 › 发现日期", "2031年5月6日", "2030年5月6日")


def test_other_ways_to_write_the_same_are_no_change():
    same = (
        RECORD.replace("found_on: 2031-05-06", "发现日期: 2031年5月6日").replace("problems:", "问题:")
        + "review:\ndeeds: []\n"
    )

    assert told(RECORD, same) == []


def test_what_was_empty_is_added_and_what_is_emptied_is_removed():
    filled = RECORD.replace("found_on: 2031-05-06", "found_on: 2031-05-06\n    lead: 钱进")

    assert told(RECORD, filled) == [("加", "问题 W1 › 牵头责任人", "", "钱进")]
    assert told(filled, RECORD) == [("删", "问题 W1 › 牵头责任人", "钱进", "")]


def test_items_without_numbers_are_matched_by_name_and_moves_are_told():
    moved = LISTS.replace("    - {name: 赵一, post: 书记}\n", "") + "    - {name: 赵一, post: 副书记}\n"

    assert told(LISTS, moved) == [
        ("移", "党支部 › 委员 第3项", "第1项", "第3项"),
        ("改", "党支部 › 委员 第3项 › 职务", "书记", "副书记"),
    ]


def test_named_item_is_the_same_though_all_else_of_it_changed():
    old = "名单:\n  - {name: 赵一, 科室: 管网, 电话: '1', 备注: 子}\n  - {name: 钱二, 科室: 水质}\n"
    new = old.replace("科室: 管网, 电话: '1', 备注: 子", "科室: 收费, 电话: '9', 备注: 寅")

    assert [(one[0], one[1]) for one in told(old, new)] == [
        ("改", "名单 第1项 › 备注"),
        ("改", "名单 第1项 › 电话"),
        ("改", "名单 第1项 › 科室"),
    ]


def test_words_of_a_list_are_added_and_removed_one_by_one():
    assert told(LISTS, LISTS.replace("水质科, 抢修班", "抢修班, 化验室")) == [
        ("删", "党支部 › 覆盖单位 第2项", "水质科", ""),
        ("加", "党支部 › 覆盖单位 第3项", "", "化验室"),
    ]


def test_doubled_number_and_equal_items_lose_nothing():
    twice = LISTS + "    - {name: 孙三, post: 委员}\n    - {name: 孙三, post: 委员}\n"

    found = told(LISTS, twice)

    assert [one[0] for one in found] == ["加", "加"]


def test_files_that_are_no_records_of_ours_are_compared_by_their_keys():
    assert told("水表: {口径: 15, 数量: 3}", "水表: {口径: 20, 数量: 3}") == [
        ("改", "水表 › 口径", "15", "20")
    ]


def test_file_that_cannot_be_read_is_compared_as_one_text():
    assert told("a: [1", "a: [2") == [("改", "全文", "a: [1", "a: [2")]


def test_file_on_one_side_only_is_one_entry():
    assert record_changes(FILE, None, RECORD.encode(), MODELS)[0].op == "加"
    assert record_changes(FILE, RECORD.encode(), None, MODELS)[0].op == "删"


def test_unreadable_bytes_and_deep_nesting_do_not_stop_it():
    deep = b"a: " + b"[" * 500 + b"]" * 500

    assert record_changes(FILE, b"\xff\xfe\x00", deep, MODELS)
