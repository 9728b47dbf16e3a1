import pytest

from docgen.archive.difference.texts import TextChange, spans, text_changes
from docgen.inspect.document.package import UnreadableDocument
from support.kept import docx
from support.pairs import edited, pairs, paper

TABLE = (("问题", "时限"), ("水压不足", "6月20日"), ("抢修迟缓", "6月30日"))


def test_changed_paragraph_is_told_whole_with_its_place():
    found = text_changes(docx("标题", "6月20日前办结。"), docx("标题", "9月30日前办结。"))

    assert found == (TextChange("改", "第2段", "6月20日前办结。", "9月30日前办结。"),)


def test_marks_are_exact_to_the_character():
    assert spans("第6条：办结", "第9条：办结") == [("", "第"), ("删", "6"), ("加", "9"), ("", "条：办结")]


def test_paragraph_that_only_moved_is_a_move():
    first, second, third = "甲支部负责抢修。", "乙支部负责水质。", "丙支部负责收费。"

    (change,) = text_changes(docx(first, second, third), docx(second, third, first))

    assert (change.op, change.where) == ("移", "第1段 → 第3段")


def test_inserted_and_removed_paragraphs_leave_their_neighbours_alone():
    old, new = docx("一、抢修。", "二、水质。"), docx("一、抢修。", "另：收费窗口延时服务。", "二、水质。")

    assert text_changes(old, new) == (TextChange("加", "第2段", "", "另：收费窗口延时服务。"),)
    assert text_changes(new, old) == (TextChange("删", "第2段", "另：收费窗口延时服务。", ""),)


def test_cells_and_rows_are_named_by_their_place():
    old = docx("甲", rows=TABLE)
    new = docx("甲", rows=(TABLE[0], ("水压不足", "9月30日"), ("新增：管网图陈旧", "7月1日"), TABLE[2]))

    assert text_changes(old, new) == (
        TextChange("改", "表1第2行第2格", "6月20日", "9月30日"),
        TextChange("加", "表1第3行", "", "新增：管网图陈旧｜7月1日"),
    )


def test_row_that_only_moved_is_a_move():
    old, new = (
        docx("甲", rows=(*TABLE, ("收费", "7月1日"))),
        docx("甲", rows=(TABLE[0], TABLE[2], ("收费", "7月1日"), TABLE[1])),
    )

    assert text_changes(old, new) == (
        TextChange("移", "表1第2行 → 第4行", "水压不足｜6月20日", "水压不足｜6月20日"),
    )


def test_word_replaced_in_a_long_paper_is_a_change_of_every_paragraph():
    old = [
        f"第{number}条 {'甲乙丙丁戊己庚辛'[number % 8]}科室制度每季度检查{number * 7}次。"
        for number in range(130)
    ]
    new = [text.replace("制度", "办法") for text in old]

    found = text_changes(docx(*old), docx(*new[:70], "另加一条。", *new[70:]))

    assert [one.op for one in found if one.op != "改"] == ["加"]
    assert len(found) == 131


def test_footer_is_compared_too():
    old = paper(5)

    (change,) = text_changes(old, edited(old, ["footer"], 1))

    assert change.op == "改"
    assert change.where == "页脚第1段"


def test_paper_does_not_differ_from_itself_nor_by_its_look():
    old = paper(6)

    assert text_changes(old, old) == ()
    assert text_changes(old, edited(old, ["bold", "look", "alignment", "style"], 1)) == ()


def test_every_edit_of_text_is_seen():
    silent = {"bold", "look", "run_split_look", "alignment", "style", "field", "page_break"}

    missed = [name for name, old, new in pairs(36, seed=7) if not text_changes(old, new)]

    assert {name.split()[1] for name in missed} <= silent


def test_file_that_is_no_paper_is_told_by_its_name():
    with pytest.raises(UnreadableDocument, match="扫描件"):
        text_changes(docx("甲"), b"%PDF-1.7", ("甲", "扫描件"))
