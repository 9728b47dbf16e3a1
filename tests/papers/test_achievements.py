"""D38: what the year brought."""

from support.docx import table_rows
from support.papers import made, office, office_of, records, sort_of, unprinted, words

LIST = sort_of("achievements")


def test_every_achievement_stands_with_its_owners_name():
    text = words(made(LIST, office()))

    assert unprinted(office().committee.achievements, text) <= {"owner"}
    for name in ("机电工程系教工党支部", "学院党委", "公共基础教学部"):
        assert name in text


def test_what_no_record_tells_is_left_for_handwriting():
    heads, *rows = table_rows(made(LIST, office()))

    assert heads == ["序号", "成果名称", "成果类别", "所属组织", "完成日期", "成果简介", "存放处"]
    assert {(row[5], row[6]) for row in rows} == {("", "")}


def test_the_title_says_work_once():
    plain = records()
    plain["committee.yaml"]["campaign"]["year_theme"] = "服务提升工作"

    assert "服务提升工作成果清单" in words(made(LIST, office_of(plain)))
    assert "基层组织建设年工作成果清单" in words(made(LIST, office()))
