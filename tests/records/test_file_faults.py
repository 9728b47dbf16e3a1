# ruff: noqa: E501 (one fault a line)
"""Every fault of a file as YAML: one finding, with its code, line and column."""

import pytest

from docgen.findings import Severity

HEAD = "schema: jinwei-shengji/v1\n"
GOOD = HEAD + "branch: {id: Z01, short_name: 甲支部}\n"

FAULTS = [
    ("empty file", "", "Y06", 1, 1),
    ("only comments", "# 注释\n\n", "Y06", 1, 1),
    ("list at the top", "- schema: x\n- branch: y\n", "Y07", 1, 1),
    ("text at the top", "你好\n", "Y07", 1, 1),
    ("tabs", HEAD + "branch:\n\tid: Z01\n\tshort_name: 甲\n", "Y08", 3, 1),
    ("full-width colon", HEAD + "branch:\n  id: Z01\n  书记：尉迟远\n  short_name: 甲\n", "Y09", 4, 5),
    ("full-width colon at the end", HEAD + "branch:\n  id: Z01\n  short_name: 甲\n  书记：尉迟远\n", "Y09", 5, 5),
    ("full-width colon in a map", HEAD + "branch: {id：Z01, short_name: 甲}\n", "Y09", 2, 12),
    ("full-width colon alone", HEAD + "branch:\n  编号：Z01\n", "Y09", 3, 3),
    ("no space after the colon", HEAD + "branch:\n  id: Z01\n  short_name:甲\n  category: 机关\n", "Y09", 4, 13),
    ("U+3000 after the colon", HEAD + "branch:\n  id: Z01\n  short_name:　甲\n  category: 机关\n", "Y09", 4, 13),
    ("U+3000 indentation", HEAD + "branch:\n　　id: Z01\n　　short_name: 甲\n", "Y10", 3, 1),
    ("U+00A0 indentation", HEAD + "branch:\n\u00a0 id: Z01\n\u00a0 short_name: 甲\n", "Y10", 3, 1),
    ("bare brackets in a map", GOOD + "agreement: {doc_no: 示院党责[2012]3号, copies: 3}\n", "Y11", 3, 25),
    ("full-width comma", HEAD + "branch: {id: Z01，short_name: 甲}\n", "Y12", 2, 17),
    ("full-width braces", HEAD + "branch: ｛id: Z01, short_name: 甲｝\n", "Y12", 2, 9),
    ("full-width everything", HEAD + "branch: ｛id：Z01，short_name：甲｝\n", "Y12", 2, 9),
    ("colon in a text", HEAD + "branch:\n  id: Z01\n  short_name: 关于: 甲\n", "Y13", 4, 17),
    ("deeper line", HEAD + "branch:\n  id: Z01\n    short_name: 甲\n", "Y14", 4, 15),
    ("shallower line", HEAD + "branch:\n    id: Z01\n  short_name: 甲\n", "Y14", 4, 3),
    ("open quote", HEAD + 'branch:\n  id: "Z01\n  short_name: 甲\n', "Y15", 3, 7),
    ("text after a quote", HEAD + 'branch:\n  id: "Z"01\n  short_name: 甲\n', "Y15", 3, 10),
    ("open brace", HEAD + "branch: {id: Z01, short_name: 甲\nproblems: []\n", "Y16", 2, 9),
    ("text begins with @", HEAD + "branch:\n  id: Z01\n  short_name: @甲\n", "Y17", 4, 15),
    ("text begins with *", HEAD + "branch:\n  id: Z01\n  short_name: *重点\n", "Y17", 4, 15),
    ("text begins with |", HEAD + "branch:\n  id: Z01\n  short_name: |甲\n", "Y17", 4, 15),
    ("alias to nothing", HEAD + "branch: {id: Z01, short_name: *x}\n", "Y18", 2, 31),
    ("alias to itself", GOOD + "goals: &a\n  venue: *a\n", "Y18", 4, 10),
    ("two documents", GOOD + "---\nschema: x\n", "Y19", 3, 1),
    ("a type's tag", HEAD + "branch: {id: Z01, short_name: !!python/name:os.system x}\n", "Y20", 2, 31),
    ("a type's tag on a list", HEAD + "branch: {id: Z01, short_name: !!python/object/apply:os.system [ls]}\n", "Y20", 2, 31),
    ("too deep", GOOD + "goals: " + "[" * 100_000, "Y21", 3, 47),
    ("no key", HEAD + "branch:\n  id: Z01\n  short_name: 甲\n  : x\n", "K03", 5, 3),
    ("words without a colon", GOOD + "就这样\n", "Y22", 3, 1),
    ("NUL", HEAD + 'branch: {id: Z01, short_name: "甲\0"}\n', "Y05", 2, 33),
    ("control character", HEAD + "branch: {id: Z01, short_name: 甲\x07\x07}\n", "Y05", 2, 32),
    ("U+2028", HEAD + "branch: {id: Z01, short_name: 甲\u2028乙}\n", "Y05", 2, 32),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code", "line", "column"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_fault_of_the_file_is_one_finding_at_its_place(read, content, code, line, column):
    loaded = read(content)

    assert [(f.rule, f.line, f.column) for f in loaded.findings] == [(code, line, column)]
    assert loaded.findings[0].severity is Severity.ERROR
    assert loaded.findings[0].file == "branch.yaml"
    assert loaded.findings[0].remedy


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("gbk", "GBK"),
        ("gb18030", "GBK"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_other_encodings_are_named_with_the_remedy(read, encoding, told):
    loaded = read((GOOD + "target: {statement: 年底考评得分达到九十分以上，进入先进行列}\n").encode(encoding))

    assert [f.rule for f in loaded.findings] == ["Y04"]
    assert told in loaded.findings[0].message
    assert "UTF-8" in loaded.findings[0].remedy
    assert loaded.value is None


def test_bytes_of_no_encoding_are_told_as_such(read):
    loaded = read(GOOD.encode() + b"\xff\xff\x80\n")

    assert [f.rule for f in loaded.findings] == ["Y04"]
    assert "损坏" in loaded.findings[0].message


@pytest.mark.parametrize(
    "content", ["\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r"), "---\n" + GOOD]
)
def test_byte_order_mark_and_line_ends_pass_without_complaint(read, content):
    loaded = read(content)

    assert loaded.findings == ()
    assert loaded.value.branch.short_name == "甲支部"


def test_line_numbers_count_windows_line_ends_once(read):
    loaded = read((GOOD + "target: {by: x}\n").replace("\n", "\r\n"))

    assert [(f.rule, f.line, f.column) for f in loaded.findings] == [("K05", 3, 14)]


def test_everything_after_a_mended_slip_is_still_checked(read):
    loaded = read(
        HEAD
        + "branch:\n\tid: Z01\n\tshort_name: 甲\n\tsecretery: 乙\n"
        + "target:\n  方式：晋档\n  grde: 先进\n"
        + "agreement: {doc_no: 示院党责[2012]3号, signed_on: 2012-06-31}\n"
    )

    assert [(f.rule, f.line) for f in loaded.findings] == [
        ("Y08", 3), ("Y09", 7), ("Y11", 9), ("K01", 5), ("K01", 8), ("K05", 9),
    ]  # fmt: skip


def test_values_before_a_broken_line_are_checked_and_no_value_is_given(read):
    loaded = read(GOOD + "target:\n  by: 2012-06-31\n  score: 90\nmidterm: {date: 2012-06-28\n")

    assert [(f.rule, f.line) for f in loaded.findings] == [("Y16", 6), ("K05", 4)]
    assert loaded.value is None


def test_fault_of_the_file_names_the_field_it_hits(read):
    loaded = read(HEAD + "branch:\n  id: Z01\n  书记：尉迟远\n  short_name: 甲\n")

    assert loaded.findings[0].field == "branch.secretary"
    assert loaded.findings[0].label == "党支部 › 书记"
    assert "书记: …" in loaded.findings[0].remedy


def test_full_width_spaces_that_begin_a_paragraph_are_no_fault(read):
    loaded = read(GOOD + "method:\n  integration: >-\n    　　第一段文字：\n\n    　　第二段。\n")

    assert loaded.findings == ()


def test_tabs_between_values_of_a_map_are_no_fault(read):
    loaded = read(HEAD + "branch: {id: Z01,\n\t\tshort_name: 甲}\n")

    assert loaded.findings == ()


def test_merge_keys_bring_what_is_not_typed_here(read):
    loaded = read(GOOD + "problems:\n- &p {id: W1, title: 甲, lead: 仇朴}\n- {<<: *p, id: W2, title: 乙}\n")

    assert loaded.findings == ()
    assert [(p.id, p.title, p.lead) for p in loaded.value.problems] == [
        ("W1", "甲", "仇朴"),
        ("W2", "乙", "仇朴"),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (GOOD + "goals: &a\n  venue: *a\n", "引用了它自己"),
        (GOOD + "goals: *b\n", "没有对应的“&b”"),
    ],
)
def test_bad_alias_says_what_is_wrong_with_it(read, content, told):
    loaded = read(content)

    assert told in loaded.findings[0].message


@pytest.mark.parametrize("indent", ["\t", "\u3000", "\u00a0\u00a0"])
def test_odd_indentation_bears_the_label_of_its_own_line(read, indent):
    loaded = read(f"{HEAD}branch:\n  id: Z01\n{indent}full_name: 甲支部\n  short_name: 甲\n")

    assert [(f.rule[0], f.line, f.column, f.label) for f in loaded.findings] == [("Y", 4, 1, "党支部 › 全称")]


def test_wide_indentation_of_a_paragraph_is_no_fault_when_another_line_is(read):
    loaded = read(GOOD + "method:\n  integration: |\n    第一段。\n    　　第二段：结合。\n  title: @甲\n")

    assert [(f.rule, f.line) for f in loaded.findings] == [("Y17", 7)]


def test_a_quote_that_swallows_lines_is_shown_where_it_opens(read):
    loaded = read(HEAD + 'branch:\n  full_name: "甲支部\n  id: Z01\n  short_name: 甲\n  contact: {fax: ""}\n')

    assert [(f.rule, f.line, f.column) for f in loaded.findings] == [("Y15", 3, 14)]


def test_what_stands_in_the_line_of_an_open_bracket_is_not_judged(read):
    loaded = read(GOOD + "problems:\n  - {id: W1 title: 甲}\n")

    assert [(f.rule, f.line) for f in loaded.findings] == [("Y16", 4)]
