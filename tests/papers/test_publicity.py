"""D37: what was published, and who knows of the campaign and takes part."""

from support.docx import table_rows
from support.papers import made, office, office_of, records, sort_of, unprinted, words


def test_everything_published_is_in_the_register():
    text = words(made(sort_of("publicity", "register"), office()))

    assert unprinted(office().committee.publicity.items, text) == set()


def test_who_wrote_it_is_left_for_handwriting():
    heads, *rows = table_rows(made(sort_of("publicity", "register"), office()))

    assert heads == ["序号", "日期", "媒体", "标题", "作者"]
    assert {row[4] for row in rows} == {""}


def test_every_branchs_rates_are_over_its_sample_and_the_sums_below():
    heads, *rows = table_rows(made(sort_of("publicity", "awareness"), office()))

    assert heads == ["序号", "党支部", "调查日期", "调查人数", "知晓人数", "知晓率", "参与人数", "参与率"]
    assert rows[0] == ["1", "机关第一党支部", "2012年11月20日", "29", "28", "96.6%", "27", "93.1%"]
    assert rows[6] == ["合计", "210", "197", "93.8%", "198", "94.3%"]


def test_a_branch_that_has_not_been_asked_has_no_rate():
    plain = records()
    plain["branch-Z01.yaml"]["publicity"].pop("awareness")

    rows = table_rows(made(sort_of("publicity", "awareness"), office_of(plain)))

    assert rows[1] == ["1", "机关第一党支部", *[""] * 6]
    assert rows[7][:3] == ["合计", "181", "169"]
