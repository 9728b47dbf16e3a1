"""Sentences that branches copied from each other are found without comparing all with all."""

import random
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from docgen.campaign import similarity
from docgen.campaign.copies import copied
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.similarity import Fingerprint, fingerprints, groups, known_again, stored
from support.judged import findings_of, found_with, in_short
from support.other_office import changed
from support.records import model

_LONG = "习惯于按部门分工各管一段，没有从办事人的角度算时间账。"


def prints(*sentences: str, names: Sequence[str] = ()) -> list[Fingerprint]:
    return [one for one in fingerprints(sentences, names) if one]


@pytest.mark.parametrize(
    "copy",
    [
        _LONG,
        "习惯于按部门分工各管一段，没有从办事人角度算时间账",
        "习惯于按部门分工各管一段，没有从患者的角度算时间账。",
    ],
)
def test_a_copy_is_alike_though_marks_or_a_word_differ(copy: str):
    assert groups(prints(_LONG, copy)) == [[0, 1]]


def test_other_figures_make_no_other_sentence():
    one, other = "上半年抽查 14 次会议，6 次没有记录人签名。", "上半年抽查 9 次会议，11 次没有记录人签名。"

    assert groups(prints(one, other)) == [[0, 1]]


def test_the_name_of_the_branch_does_not_count():
    one = prints("门诊党支部没有固定的活动场地，每次都要临时借会议室。", names=["门诊党支部"])
    other = prints("后勤保障党支部没有固定的活动场地，每次都要临时借会议室。", names=["后勤保障党支部"])

    assert one[0].words == other[0].words


@pytest.mark.parametrize(
    "other",
    [
        "会签规则是 2003 年制定的，多处与现行机构设置不符。",
        "支部没有从办事人的角度安排窗口，高峰时段只有一人值班。",
    ],
)
def test_sentences_written_apart_are_not_alike(other: str):
    assert groups(prints(_LONG, other)) == []


@pytest.mark.parametrize("formula", ["加强学习，提高认识。", "责任落实不到位。", ""])
def test_a_formula_has_no_fingerprint(formula: str):
    assert fingerprints([formula, _LONG])[0] is None


def test_of_short_sentences_only_equal_ones_are_copies():
    equal, near = "活动室没有专人负责打扫管理", "活动室没有专人负责打扫卫生"

    assert groups(prints(equal, near, equal)) == [[0, 2]]


def test_a_fingerprint_is_small_and_the_same_on_every_run():
    made = prints(_LONG)[0]

    assert len(made.values) == 512
    assert made == prints(_LONG)[0]


def test_every_branch_with_a_copied_cause_is_told(tmp_path: Path):
    findings = findings_of(
        changed("P1.problems[0].causes[0].text", "值班电话没有人专管，夜里常打不通。"), tmp_path
    )

    assert [in_short(one) for one in findings] == [
        "R11 警告 P1.problems[0].causes[0].text",
        "R11 警告 P2.problems[0].causes[0].text",
    ]
    assert findings[0].message == "这条原因与“后勤保障党支部”的大同小异"


def test_a_measure_copied_word_for_word_is_told(tmp_path: Path):
    found = found_with("P1.problems[0].measures[0].action", "启用二十项交接清单，双人签名", tmp_path)

    assert found == [
        "R12 警告 P1.problems[0].measures[0].action",
        "R12 警告 P4.problems[0].measures[0].action",
    ]


def _branch(number: int, texts: Sequence[str]) -> BranchRecord:
    causes: list[dict[str, Any]] = [{"id": f"Y{i}", "text": text} for i, text in enumerate(texts)]
    data = {
        "branch": {"id": f"Z{number}", "short_name": f"第{number}党支部"},
        "problems": [{"causes": causes}],
    }
    return model(BranchRecord, data)


def test_three_hundred_branches_take_moments_and_a_common_copy_is_one_finding():
    pick = random.Random(7)
    pairs = ["".join(pick.choices([chr(0x4E00 + i) for i in range(900)], k=2)) for _ in range(2000)]
    own = [["".join(pick.choices(pairs, k=pick.randint(8, 25))) for _ in range(6)] for _ in range(300)]
    branches = [_branch(n, [*texts, _LONG] if n % 3 == 0 else texts) for n, texts in enumerate(own)]
    office = Office(model(CommitteeRecord, {}), tuple(branches))

    started = perf_counter()
    hits = list(copied(office, _texts, "原因"))
    print(f"300 branches, 1,900 sentences: {perf_counter() - started:.2f} s")

    assert [(hit.field, hit.branch) for hit in hits] == [("causes[6]", branches[0])]
    assert hits[0].message.startswith("这条原因在 100 个党支部里大同小异")


def _texts(record: BranchRecord) -> Any:
    return ((f"causes[{i}]", cause.text) for i, cause in enumerate(record.problems[0].causes))


def test_fingerprints_that_are_kept_are_not_made_again(monkeypatch: pytest.MonkeyPatch):
    sentences = [_LONG, "短", "活动室没有专人负责打扫卫生，桌椅常年积灰。"]
    made = fingerprints(sentences)
    known = known_again(stored(one for one in made if one))
    monkeypatch.setattr(similarity, "_SEED", 1)  # what were made now would be another

    assert fingerprints(sentences, known=known) == made
    assert fingerprints(sentences) != made
    assert known_again(stored([])) == known_again(b"") == {}
