import json
from typing import ClassVar

import jsonschema
import pytest
import yaml

from docgen.actions.schema import schema
from support.other_office import records as other_records
from support.papers import TEMPLATES
from support.records import SAMPLE

FILES = [SAMPLE / "committee.yaml", *sorted((SAMPLE / "branches").glob("*.yaml"))]


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2: a date is a text, and only true and false are truth values."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, regexp) for tag, regexp in known if not tag.endswith((":timestamp", ":bool"))]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.fixture(scope="module")
def validators():
    found = {}
    for kind in ("branch", "committee"):
        content = json.loads(json.dumps(schema(kind, (TEMPLATES,))))
        jsonschema.Draft7Validator.check_schema(content)
        found[kind] = jsonschema.Draft7Validator(content)
    return found


def kind_of(record):
    return "committee" if "campaign" in record else "branch"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_sample_records_are_valid(validators, file):
    record = yaml.load(file.read_text("utf-8"), Loader=AsEditorsRead)

    assert [error.message for error in validators[kind_of(record)].iter_errors(record)] == []


def test_the_records_of_another_office_are_valid(validators):
    for record in other_records().values():
        assert [error.message for error in validators[kind_of(record)].iter_errors(record)] == []


def valid(validators, **changes):
    base = {"schema": "jinwei-shengji/v1", "branch": {"id": "Z01", "short_name": "门诊"}}
    return validators["branch"].is_valid(base | changes)


@pytest.mark.parametrize(
    "change",
    [
        {"baseline": {"rated_on": "2012年4月20日", "总分": 66.2}},
        {"baseline": {"rated_on": "2012.4.20", "satisfaction": "0.72"}},
        {"目标": {"档次": "先进", "目标方式": "晋档"}},
        {"晋位升级目标": {"档次": "先进"}},  # an alias
        {"target": None, "problems": [], "deeds": None},
        {"agreement": {"copies": 3, "party_a": {"duties": ["审定"]}}},
        {"publicity": {"notices": [{"channels": ["公示栏", {"type": "校园网"}]}]}},
        {"branch": {"编号": "Z01", "简称": "门诊", "has_seal": "是"}},
        {"final": {"satisfaction": {"issued": 60, "满意": 40}}},
        {"texts": {"D15": {"下步打算": ["一是", "二是"]}}},
    ],
)
def test_what_the_loader_takes_is_valid(validators, change):
    assert valid(validators, **change)


@pytest.mark.parametrize(
    "change",
    [
        {"没有这个键": 1},
        {"baseline": {"rated_on": "年底前后"}},
        {"target": {"mode": "升级"}},
        {"problems": {"id": "W1"}},
        {"problems": [{"measures": [{"deadline": "6月5日"}]}]},
        {"branch": {"short_name": "没有编号"}},
        {"branch": {"id": "Z01", "short_name": "门诊", "members": {"formal": "很多"}}},
    ],
)
def test_what_is_wrong_is_underlined(validators, change):
    assert not valid(validators, **change)


def test_every_key_has_a_chinese_title_and_a_description(validators):
    for validator in validators.values():
        for path, content in validator.schema["definitions"].items():
            assert content["title"], path
            assert content["description"].startswith(content["title"]), path
