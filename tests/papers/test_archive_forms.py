"""D19: the forms with which the papers go to the archive."""

from docgen.campaign.facts import FACTS
from docgen.campaign.subject import Subject
from support.docx import table_rows
from support.papers import made, office, office_of, records, sort_of, words


def rows(variant, whose=None):
    return table_rows(made(sort_of("archive-forms", variant), whose or office()))


def groups(whose=None):
    return FACTS["committee"]["archive_groups"].of(Subject(whose or office()))


def test_the_list_has_a_line_for_each_item_with_its_day_in_digits():
    heads, *lines = rows("contents")

    assert heads == ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"]
    assert ["保管期限：永久"] in lines
    reply = ["1", "", "示教工委〔2012〕33号", "中共示范市委教育工作委员会"]
    assert [*reply, "关于示范学院基层党组织晋位升级方案的批复", "20120614", "", "", "附请示"] in lines
    items = [item for group in groups() for item in group.items]
    assert len(lines) == len(items) + len(groups())


def test_items_are_numbered_within_their_period_by_their_days():
    for group in groups():
        days = [item.day for item in group.items if item.day]
        assert days == sorted(days)
        assert [item.seq for item in group.items] == list(range(1, len(group.items) + 1))
    assert [group.retention for group in groups()] == ["永久", "30年", "10年"]


def test_only_a_title_that_no_record_gives_stands_in_brackets():
    titles = {item.title for group in groups() for item in group.items}

    assert "[机关第一党支部限期整改通知书]" in titles
    assert "中共示范学院委员会关于对尉迟远同志实施责任追究的决定" in titles
    assert "机关第一党支部晋位升级目标责任书" in titles
    assert "[关于机关第一党支部晋位升级办法的批复]" in titles


def test_one_reply_to_all_branches_is_one_item():
    plain = records()
    for name, record in plain.items():
        if name != "committee.yaml":
            record["review"]["approval"]["doc_no"] = "示院党批〔2012〕3号"

    titles = [item.title for group in groups(office_of(plain)) for item in group.items]

    assert titles.count("[关于各党支部晋位升级办法的批复]") == 1


def test_what_is_not_made_yet_is_not_listed():
    plain = records()
    plain["committee.yaml"]["grade_confirmation"].pop("reply")
    plain["branch-Z01.yaml"].pop("agreement")

    items = [item for group in groups(office_of(plain)) for item in group.items]

    assert "关于报请审定" in "".join(item.title for item in items)  # the request without its reply
    assert "机关第一党支部晋位升级目标责任书" not in {item.title for item in items}


def test_the_stamp_has_its_six_boxes_and_leaves_the_archives_own_open():
    first, second, *lines = rows("stamp")

    assert [cell for cell in first if cell] == ["序号", "题名", "全宗号", "年度", "件号"]
    assert [cell for cell in second if cell] == ["机构或问题", "保管期限", "页数"]
    assert lines[0][2:] == ["Q008", "2012", ""]
    assert lines[1][2:] == ["党委组织部", "永久", ""]


def test_the_note_is_for_handwriting_but_for_what_the_record_says():
    plain = records()
    plain["committee.yaml"]["texts"] = {"D19": {"盒内文件情况说明": "缺第3件附件。"}}

    assert "缺第3件附件。" in words(made(sort_of("archive-forms", "note"), office_of(plain)))
    bare = words(made(sort_of("archive-forms", "note"), office()))
    assert "盒内文件情况说明整理人（签字）整理日期年月日检查人（签字）" in bare


def test_the_transfer_list_is_counted_by_hand_and_signed_by_both():
    lines = rows("transfer")

    assert [line[2] for line in lines[1:4]] == ["永久", "30年", "10年"]
    assert {cell for line in lines[1:4] for cell in line[3:]} == {""}
    text = words(made(sort_of("archive-forms", "transfer"), office()))
    assert "移交人（签字）接收人（签字）移交期限2013年6月30日移交日期年月日" in text
