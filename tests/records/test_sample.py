"""The sample records of the repository load clean, whole and fast."""

from pathlib import Path

import pytest

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.records import load
from docgen.records.labels import label_of, labels
from docgen.records.missing import missing
from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Named, Part, shape_of

ROOT = Path(__file__).parents[2]
BRANCHES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data" / "branches").glob("*.yaml"))
FILES = [("data/committee.yaml", CommitteeRecord), *((path, BranchRecord) for path in BRANCHES)]
ALL_STATES = frozenset(f"S{n}" for n in range(13))


@pytest.mark.parametrize(("path", "model"), FILES)
def test_sample_file_loads_without_a_finding(path, model):
    loaded = load(path, ROOT, model)

    assert loaded.findings == ()
    assert loaded.value is not None
    assert missing(loaded.value, loaded.source, ALL_STATES) == []


def test_sample_has_a_committee_and_six_branches():
    assert len(FILES) == 7


def entities(kind: Kind) -> set[type[Entity]]:
    if isinstance(kind, Many):
        return entities(kind.item)
    if isinstance(kind, Named):
        return entities(kind.value)
    if not isinstance(kind, Part):
        return set()
    return {kind.entity}.union(*(entities(slot.kind) for slot in shape_of(kind.entity).slots))


@pytest.mark.parametrize(
    "entity", sorted(entities(Part(BranchRecord)) | entities(Part(CommitteeRecord)), key=str)
)
def test_every_key_and_label_of_a_mapping_means_one_field(entity):
    slots = shape_of(entity).slots

    for words in ([slot.key for slot in slots], [slot.title for slot in slots]):
        assert len(set(words)) == len(words)
    for slot in slots:
        others = {word for other in slots if other is not slot for word in (other.key, other.title)}
        assert not others & set(slot.words), f"{slot.key}: another field's key or label"


def test_every_field_has_a_chinese_label():
    found = labels(BranchRecord) | labels(CommitteeRecord)

    assert [path for path, label in found.items() if label.isascii()] == []
    assert found["problems[].measures[].deadline"] == "时限"


def test_label_of_a_path_is_its_trail_by_the_model():
    assert label_of(CommitteeRecord, "plan.stages[1].from") == "晋位方案 › 步骤安排 第2项 › 开始日期"
    assert label_of(CommitteeRecord, "plan.nonsense") == ""
