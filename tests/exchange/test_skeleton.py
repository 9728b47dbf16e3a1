import pytest
import yaml

from docgen.campaign.models.branch import Branch
from docgen.campaign.models.record import BranchRecord
from docgen.exchange.key_guide import Uses
from docgen.exchange.skeleton import Guide, skeleton
from docgen.findings import Severity
from docgen.records import load
from docgen.records.labels import labels
from support.records import make_branch, make_office

GUIDE = Guide(Uses({}, {}), {"branch.secretary": "赵海"}, of_branch=True)
FRESH = BranchRecord(schema_="jinwei-shengji/v1", branch=Branch(id="Z07", short_name="Z07党支部"))


def text_of(record=FRESH, guide=GUIDE):
    return skeleton("党支部 Z07 的记录", "../schema/branch.schema.json", record, guide)


def read(text, tmp_path, model=BranchRecord):
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    return load(tmp_path / "a.yaml", tmp_path, model)


def test_editors_are_told_the_schema_in_the_first_line():
    assert text_of().startswith("# yaml-language-server: $schema=../schema/branch.schema.json\n")


def test_every_key_of_the_model_has_its_line_with_its_label():
    lines = [line for line in text_of().splitlines() if ":" in line.partition("#")[0]]

    told = [line.partition("# ")[2].partition("；")[0] for line in lines]
    known = {path: label for path, label in labels(BranchRecord).items() if not path.endswith("counts")}
    assert sorted(told) == sorted(known.values())
    assert all(line.partition("# ")[2] for line in lines)


def test_a_comment_tells_what_it_is_since_when_it_is_owed_and_an_example():
    line = next(line for line in text_of().splitlines() if line.startswith("  secretary:"))

    assert line.endswith("# 书记；与“人员”名单逐字一致；到“定级基线”（S0）必填；例：赵海")


def test_a_fresh_record_loads_without_any_error(tmp_path):
    loaded = read(text_of(), tmp_path)

    assert not [one for one in loaded.findings if one.severity is not Severity.INFO]
    assert loaded.value.branch.id == "Z07"
    assert loaded.value.problems == ()


def test_a_default_is_told_and_not_typed():
    line = next(line for line in text_of().splitlines() if line.startswith("  has_seal:"))

    assert line.partition("#")[0].strip() == "has_seal:"
    assert "不填按 否" in line


@pytest.mark.parametrize("record", [make_branch(), make_office().committee], ids=["branch", "committee"])
def test_a_filled_record_comes_back_as_it_was(record, tmp_path):
    loaded = read(text_of(record), tmp_path, type(record))

    # The options of a ballot are no keys of the model, so that a skeleton does not have them.
    left_out = {"final": {"satisfaction"}}
    assert loaded.value.model_dump(exclude=left_out) == record.model_dump(exclude=left_out)


@pytest.mark.parametrize(
    "name",
    [
        "true",
        "0000123",
        "14:30",
        "a: b",
        "# 不是注释",
        "“引号”",
        'a"b\\c',
        "2012-06-05",
        "- 甲",
        "y",
        "甲\n乙",
    ],
)
def test_hard_texts_are_read_back_by_any_yaml_program(name, tmp_path):
    record = BranchRecord(schema_="jinwei-shengji/v1", branch=Branch(id="Z07", short_name=name))

    assert yaml.safe_load(text_of(record))["branch"]["short_name"] == name
