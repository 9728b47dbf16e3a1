import pickle

import pytest

HEAD = "schema: jinwei-shengji/v1\n"
RECORD = (
    HEAD
    + """\
branch: {id: Z01, short_name: 甲支部, secretary: }
problems:
  - id: W1
    title: 一
  - 编号: W2
    措施:
      - {id: C1, 时限: 2012-07-20}
      - action: 开会
plan_b: x
deeds: [{title: 修路}]
baseline: {scores: {leader: 14.2}}
target:
"""
)


@pytest.fixture
def source(read):
    return read(RECORD).source


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("branch.id", (2, 14)),
        ("branch.secretary", (2, 36)),  # nothing filled in: the key
        ("branch", (2, 1)),
        ("problems[1].id", (6, 9)),
        ("problems[1].measures[0].deadline", (8, 22)),
        ("problems[1].measures[0].done_on", (8, 9)),  # not in the file: the measure
        ("problems[1].measures[7].done_on", (7, 5)),  # nor the measure: the measures
        ("baseline.scores.leader", (12, 29)),
        ("review.approval", (1, 1)),
        ("target", (13, 1)),
    ],
)
def test_value_is_found_or_the_nearest_that_holds_it(source, path, place):
    assert source.locate(path) == place


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("problems[1].measures[0].deadline", "问题 W2 › 措施 C1 › 时限"),
        ("problems[1].measures[1].action", "问题 W2 › 措施 第2项 › 措施"),
        ("deeds[0].title", "实事 第1项 › 实事名称"),
        ("problems[0].causes[2].text", "问题 W1 › 原因 第3项 › 原因"),
        ("baseline.scores.leader", "划档定级结果 › 各项得分 › leader"),
        ("review.approval.doc_no", "审定 › 审定 › 文号"),
        ("plan_b", "plan_b"),
    ],
)
def test_label_names_items_by_their_ids_or_numbers(source, path, label):
    assert source.label(path) == label


def test_typed_text_is_given_as_it_stands(source):
    assert source.typed("problems[1].measures[0].deadline") == "2012-07-20"
    assert source.typed("branch.secretary") is None
    assert source.typed("problems") is None


def test_source_survives_the_way_to_another_process(source):
    copy = pickle.loads(pickle.dumps(source))

    assert copy.locate("problems[1].id") == (6, 9)


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ((2, 1), "branch"),
        ((2, 10), "branch.id"),
        ((2, 15), "branch.id"),
        ((2, 19), "branch.short_name"),
        ((1, 0), ""),
    ],
)
def test_place_belongs_to_the_last_key_that_begins_there_or_before(source, place, path):
    assert source.at(*place) == path
