# ruff: noqa: E501 (one fault a line)
"""Every fault of a key or value: one finding, with its code, line, column, field and remedy."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.findings import Severity

HEAD = "schema: jinwei-shengji/v1\n"
GOOD = HEAD + "branch: {id: Z01, short_name: 甲支部}\n"
E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def in_branch(line: str) -> str:
    return f"{HEAD}branch:\n  id: Z01\n  short_name: 甲支部\n  {line}\n"


FAULTS = [
    ("unknown key", in_branch("secretery: 乙"), "K01", E, 5, 3, "branch.secretery", "“secretary”"),
    ("unknown label", in_branch("副书计: 乙"), "K01", E, 5, 3, "branch.副书计", "“副书记”"),
    ("label with one of two characters wrong", in_branch("书几: 乙"), "K01", E, 5, 3, "branch.书几", "“书记”"),
    ("on", in_branch("on: 2012-06-05"), "K01", E, 5, 3, "branch.on", ""),
    ("no", in_branch("no: 3"), "K01", E, 5, 3, "branch.no", ""),
    ("number as key", in_branch("3: 4"), "K01", E, 5, 3, "branch.3", ""),
    ("unknown key without value", in_branch("secretery:"), "K01", E, 5, 3, "branch.secretery", "“secretary”"),
    ("comma in a text of a map", GOOD + "target: {statement: 甲,乙}\n", "K01", E, 3, 23, "target.乙", "全角“，”"),
    ("duplicate key", in_branch("short_name: 乙"), "K02", E, 5, 3, "branch.short_name", "删去"),
    ("duplicate by label", in_branch("简称: 乙"), "K02", E, 5, 3, "branch.short_name", "删去"),
    ("duplicate score", GOOD + "baseline: {scores: {a: 1, a: 2}}\n", "K02", E, 3, 27, "baseline.scores.a", "删去"),
    ("map as key", in_branch("full_name: {{ x }}"), "K03", E, 5, 15, "branch.full_name", "引号"),
    ("list for a mapping", GOOD + "target:\n  - mode: 晋档\n", "K04", E, 3, 1, "target", "短横"),
    ("mapping for a list", GOOD + "problems:\n  id: W1\n", "K04", E, 3, 1, "problems", "- "),
    ("text for a mapping", GOOD + "target: 先进\n", "K04", E, 3, 9, "target", "键: 值"),
    ("text for a list", in_branch("covers: 系部"), "K04", E, 5, 11, "branch.covers", "- "),
    ("list for a text", in_branch("secretary: [甲, 乙]"), "K04", E, 5, 3, "branch.secretary", "一个值"),
    ("mapping for a date", GOOD + "target:\n  by: {年: 2012}\n", "K04", E, 4, 3, "target.by", "一个值"),
    ("list in a list", GOOD + "problems:\n  - [a]\n", "K04", E, 4, 5, "problems[0]", "短横"),
    ("impossible day", GOOD + "target: {by: 2012-06-31}\n", "K05", E, 3, 14, "target.by", "2012-06-05"),
    ("time for a day", GOOD + "target: {by: 14:30}\n", "K05", E, 3, 14, "target.by", "2012-06-05"),
    ("zeros for a day", GOOD + "target: {by: 0000123}\n", "K05", E, 3, 14, "target.by", "2012-06-05"),
    ("day without a year", GOOD + "target: {by: 6/8}\n", "K05", E, 3, 14, "target.by", "2012-06-05"),
    ("words for a day", GOOD + "target: {by: 长期}\n", "K28", E, 3, 14, "target.by", "2012-06-05"),
    ("vague end of a year", GOOD + "target: {by: 2012年底前后}\n", "K28", E, 3, 14, "target.by", "2012-06-05"),
    ("day in Chinese numerals", GOOD + "target: {by: 二〇一二年六月五日}\n", "K05", E, 3, 14, "target.by", "2012-06-05"),
    ("day in a list", GOOD + "problems: [{id: W1, found_on: 明天}]\n", "K28", E, 3, 31, "problems[0].found_on", "-"),
    ("time for a number", GOOD + "target: {score: 14:30}\n", "K06", E, 3, 17, "target.score", "普通的数字"),
    ("zeros for a number", GOOD + "target: {score: 0000123}\n", "K06", E, 3, 17, "target.score", "前面的 0"),
    ("number with unit", GOOD + "target: {score: 90分}\n", "K06", E, 3, 17, "target.score", "只写数字 90"),
    ("per cent for a number", GOOD + "target: {score: 90%以上}\n", "K06", E, 3, 17, "target.score", "只写 90"),
    ("Chinese number", GOOD + "target: {score: 九十}\n", "K06", E, 3, 17, "target.score", "阿拉伯"),
    ("nan", GOOD + "target: {score: NaN}\n", "K06", E, 3, 17, "target.score", "普通的数字"),
    ("infinity", GOOD + "target: {score: .inf}\n", "K06", E, 3, 17, "target.score", "普通的数字"),
    ("exponent", GOOD + "target: {score: 1e999}\n", "K06", E, 3, 17, "target.score", "太大"),
    ("underscore", GOOD + "target: {score: 1_000}\n", "K06", E, 3, 17, "target.score", "1000"),
    ("thousands", GOOD + 'target: {score: "1,200.5"}\n', "K06", E, 3, 17, "target.score", "1200.5"),
    ("huge", GOOD + f"target: {{score: {'9' * 400}}}\n", "K06", E, 3, 17, "target.score", "太大"),
    ("no leading zero", GOOD + "target: {score: .5}\n", "K06", E, 3, 17, "target.score", "0.5"),
    ("words for a count", in_branch("members: {formal: 多}"), "K06", E, 5, 21, "branch.members.formal", "12"),
    ("zeros for a count", in_branch("members: {formal: 0000123}"), "K06", E, 5, 21, "branch.members.formal", "0"),
    ("count with decimals", in_branch("members: {formal: 3.5}"), "K07", E, 5, 21, "branch.members.formal", "整数"),
    ("negative count", in_branch("members: {formal: -3}"), "K07", E, 5, 21, "branch.members.formal", "整数"),
    ("share as per cent", GOOD + "baseline: {satisfaction: 30%以上}\n", "K08", E, 3, 26, "baseline.satisfaction", "0.30"),
    ("share over one", GOOD + "baseline: {satisfaction: 98.6}\n", "K08", E, 3, 26, "baseline.satisfaction", "0.986"),
    ("negative share", GOOD + "baseline: {satisfaction: -0.1}\n", "K08", E, 3, 26, "baseline.satisfaction", "0.30"),
    ("not yes or no", in_branch("has_seal: 大概"), "K09", E, 5, 13, "branch.has_seal", "“是”或“否”"),
    ("closed word", GOOD + "target: {mode: 晋当}\n", "K10", E, 3, 16, "target.mode", "“晋档”"),
    ("open word", in_branch("category: 机观"), "K11", W, 5, 13, "branch.category", "“机关”"),
    ("wrong brackets", GOOD + "agreement:\n  doc_no: 示院党责[2012]3号\n", "K12", I, 4, 11, "agreement.doc_no", "〔2012〕3号"),
    ("quoted brackets", GOOD + 'agreement: {doc_no: "示院党责[2012]3号"}\n', "K12", I, 3, 21, "agreement.doc_no", "〔2012〕3号"),
    ("第 and zeros", GOOD + "agreement: {doc_no: 示院党责〔2012〕第003号}\n", "K12", I, 3, 21, "agreement.doc_no", "〔2012〕3号"),
    ("no document number", GOOD + "agreement: {doc_no: 三号文}\n", "K13", W, 3, 21, "agreement.doc_no", "示院党发"),
    ("dot in a name", in_branch("secretary: 叶尔兰•哈孜别克"), "K14", I, 5, 14, "branch.secretary", "叶尔兰·哈孜别克"),
    ("stretched name", in_branch("secretary: 仇　朴"), "K15", I, 5, 14, "branch.secretary", "仇朴"),
    ("space in a long name", in_branch("secretary: 叶尔兰 哈孜别克"), "K16", W, 5, 14, "branch.secretary", "间隔号"),
    ("text of 10 MB", in_branch(f"full_name: {'长' * 3_500_000}"), "K17", E, 5, 14, "branch.full_name", "摘要"),
    ("zero-width space", in_branch("full_name: 甲\u200b支部"), "K21", W, 5, 14, "branch.full_name", "重新用键盘"),
    ("direction mark", in_branch("full_name: 甲\u202e支部"), "K21", W, 5, 14, "branch.full_name", "重新用键盘"),
    ("escaped control character", in_branch('full_name: "甲\\x07"'), "K22", E, 5, 14, "branch.full_name", "删去"),
    ("private character", in_branch("full_name: 甲\ue123"), "K23", W, 5, 14, "branch.full_name", "正式的汉字"),
    ("broken conversion", in_branch("full_name: 甲\ufffd"), "K23", W, 5, 14, "branch.full_name", "正式的汉字"),
    ("id with a slash", HEAD + "branch: {id: ../Z01, short_name: 甲}\n", "K24", E, 2, 14, "branch.id", "短横"),
    ("empty item", GOOD + "problems:\n  - {id: W1}\n  -\n", "K25", W, 5, 4, "problems", "短横"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code", "severity", "line", "column", "field", "remedy"),
    [f[1:] for f in FAULTS],
    ids=[f[0] for f in FAULTS],
)
def test_fault_of_a_value_is_one_finding_at_its_place(
    read, content, code, severity, line, column, field, remedy
):
    loaded = read(content)

    assert [(f.rule, f.severity, f.line, f.column, f.field) for f in loaded.findings] == [
        (code, severity, line, column, field)
    ]
    assert remedy in loaded.findings[0].remedy
    assert loaded.value is not None


def test_required_fields_of_a_fresh_record_are_the_only_ones_owed(read):
    loaded = read("branch:\n  full_name: 甲\n")

    assert [(f.rule, f.field, f.line) for f in loaded.findings] == [
        ("K18", "schema", 1), ("K18", "branch.id", 1), ("K18", "branch.short_name", 1),
    ]  # fmt: skip


def test_missing_branch_owes_its_id_and_short_name(read):
    loaded = read(HEAD)

    assert [(f.rule, f.field, f.label) for f in loaded.findings] == [
        ("K18", "branch.id", "党支部 › 编号"),
        ("K18", "branch.short_name", "党支部 › 简称"),
    ]


def test_refused_required_value_is_not_reported_as_missing_too(read):
    loaded = read(HEAD + "branch: {id: [1], short_name: 甲}\n")

    assert [f.rule for f in loaded.findings] == ["K04"]


def test_all_faults_of_a_file_are_told_in_one_run(read):
    loaded = read(
        GOOD
        + "target: {mode: 晋当, by: 2012-06-31, score: x, grde: 先进}\nbaseline: {rated_on: 14:30}\nnonsense: 1\n"
    )

    assert [f.rule for f in loaded.findings] == ["K10", "K05", "K06", "K01", "K05", "K01"]


def test_labels_and_aliases_are_taken_as_keys(read):
    loaded = read("格式版本: jinwei-shengji/v1\n党支部: {编号: Z01, 支部简称: 甲, 党员数: {正式党员: 20}}\n")

    assert loaded.findings == ()
    assert loaded.value.branch.members.formal == 20


@pytest.mark.parametrize(
    "typed", ["2012.6.5", "2012年6月5日", "2012/6/5", "２０１２-６-５", "'2012-06-05'", " 2012-6-5"]
)
def test_days_are_understood_as_people_type_them(read, typed):
    loaded = read(GOOD + f"target:\n  by: {typed}\n")

    assert loaded.findings == ()
    assert loaded.value.target.by == date(2012, 6, 5)


def test_full_width_digits_are_digits(read):
    loaded = read(GOOD + "target: {score: ９５．５}\nmidterm: {total: '90'}\n")

    assert loaded.findings == ()
    assert loaded.value.target.score == Decimal("95.5")
    assert loaded.value.midterm.total == Decimal(90)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("是", True), ("有", True), ("True", True), ("否", False), ("无", False), ("no", False)],
)
def test_yes_and_no_are_understood(read, typed, value):
    loaded = read(in_branch(f"has_seal: {typed}"))

    assert loaded.findings == ()
    assert loaded.value.branch.has_seal is value


def test_phones_and_postcodes_stay_as_typed(read):
    loaded = read(in_branch("contact: {name: 仇朴, phone: 0000123, fax: 12:30, email: no}"))

    assert loaded.findings == ()
    assert (loaded.value.branch.contact.phone, loaded.value.branch.contact.fax) == ("0000123", "12:30")
    assert loaded.value.branch.contact.email == "no"


def test_rubric_options_are_collected_beside_the_fixed_keys(read):
    loaded = read(GOOD + "final: {satisfaction: {issued: 10, 满意: 8, 弃权: 0, returnd: 9}}\n")

    assert [(f.rule, f.field) for f in loaded.findings] == [("K01", "final.satisfaction.returnd")]
    assert loaded.value.final.satisfaction.counts == {"满意": 8, "弃权": 0}


def test_channel_may_be_a_plain_word(read):
    loaded = read(
        GOOD + "publicity: {notices: [{id: G1, channels: [公示栏, {type: 会议, place: 报告厅}]}]}\n"
    )

    assert loaded.findings == ()
    assert [c.place for c in loaded.value.publicity.notices[0].channels] == ["公示栏", "报告厅"]


def test_what_is_not_filled_is_as_if_absent(read):
    loaded = read(GOOD + 'brand:\ntarget: {by: , mode: "", grade: ~}\nproblems: []\ngoals: {venue: {}}\n')

    assert loaded.findings == ()
    record = loaded.value
    assert not any([record.brand, record.target, record.goals, record.problems])


def test_texts_are_composed_and_trimmed_and_keep_their_lines(read):
    loaded = read(in_branch('full_name: "  e\u0301\u00a0甲 \\r\\n乙\\t丙　"'))

    assert loaded.value.branch.full_name == "é\u00a0甲\n乙\t丙"
    assert loaded.findings == ()


def test_text_that_looks_like_code_stays_exactly_that(read):
    loaded = read(in_branch("full_name: '<w:p/> & {{ 7*7 }} {% x %}'"))

    assert loaded.value.branch.full_name == "<w:p/> & {{ 7*7 }} {% x %}"


def test_wrong_words_are_kept_so_that_a_draft_shows_them(read):
    loaded = read(GOOD + "target: {mode: 晋当}\n")

    assert loaded.value.target.mode == "晋当"


def test_numbers_of_items_in_paths_count_what_the_model_holds(read):
    loaded = read(GOOD + "problems:\n  -\n  - 文字\n  - {id: W3, deadline: x}\n")

    assert [(f.rule, f.field, f.label) for f in loaded.findings] == [
        ("K25", "problems", "问题"),
        ("K04", "problems[0]", "问题 W3"),
        ("K05", "problems[0].deadline", "问题 W3 › 总时限"),
    ]
    assert [p.id for p in loaded.value.problems] == ["W3"]


def test_section_of_a_paper_may_be_a_list_of_its_lines(read):
    loaded = read(GOOD + "texts: {D18: {主要做法: [一、摸底, （一）走访, 二、整改], 体会: 一段}}\n")

    assert loaded.findings == ()
    assert loaded.value.texts == {"D18": {"主要做法": "一、摸底\n（一）走访\n二、整改", "体会": "一段"}}


def test_the_value_of_a_misspelt_key_is_read_as_that_of_the_nearest(read):
    loaded = read(GOOD + "baselin:\n  grade: 先进\n  rated_no: 2012-04-20\n")

    assert [(f.rule, f.field) for f in loaded.findings] == [("K01", "baselin"), ("K01", "baseline.rated_no")]
    assert loaded.value.baseline.grade == "先进"
    assert loaded.value.baseline.rated_on == date(2012, 4, 20)


def test_a_misspelt_key_never_replaces_the_right_one(read):
    loaded = read(GOOD + "baseline: {grade: 先进, grad: 一般}\n")

    assert [f.rule for f in loaded.findings] == ["K01"]
    assert loaded.value.baseline.grade == "先进"


def test_what_does_not_suit_the_nearest_key_is_told_as_an_unknown_key_only(read):
    loaded = read(GOOD + "baseline: {grade: 先进, rated_by: 组织部}\n")

    assert [f.rule for f in loaded.findings] == ["K01"]
    assert loaded.value.baseline.rated_on is None


def test_a_text_in_the_place_of_a_list_is_read_by_its_commas(read):
    loaded = read(GOOD + "problems: [{id: W1, sources: D1、D2}]\n")

    assert [f.rule for f in loaded.findings] == ["K04"]
    assert loaded.value.problems[0].sources == ("D1", "D2")


def test_a_list_of_one_in_the_place_of_a_mapping_is_read(read):
    loaded = read(GOOD + "target:\n  - mode: 晋档\n    grade: 先进\n")

    assert [f.rule for f in loaded.findings] == ["K04"]
    assert loaded.value.target.grade == "先进"
