from docgen.campaign.models.branch import Branch, Period
from docgen.campaign.models.process import Satisfaction
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.names import fields_by_name, key_of, label_of
from docgen.campaign.references import entities
from docgen.records.schema import Entity


def test_a_field_is_found_by_every_name_it_has():
    table = fields_by_name(Branch)

    assert {table[name] for name in ("full_name", "全称", "支部全称", "支部名称")} == {"full_name"}


def test_the_record_key_is_a_name_too():
    assert fields_by_name(Period)["from"] == "from_day"
    assert key_of(Period, "from_day") == "from"
    assert key_of(Satisfaction, "issued") == "issued"
    assert label_of(Period, "from_day") == "开始日期"


def _all_models() -> set[type[Entity]]:
    found: set[type[Entity]] = set()
    waiting: list[type[Entity]] = [BranchRecord, CommitteeRecord]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting += _parts(kind)
    return found


def _parts(kind: type[Entity]) -> list[type[Entity]]:
    from typing import get_args

    return [
        part
        for info in kind.model_fields.values()
        for part in (info.annotation, *get_args(info.annotation))
        if isinstance(part, type) and issubclass(part, Entity)
    ]


def test_no_two_fields_of_a_mapping_share_a_name():
    for kind in _all_models():
        names: dict[str, str] = {}
        for field, info in kind.model_fields.items():
            extra = info.json_schema_extra or {}
            for name in {field, info.title, extra.get("key", field), *extra["aliases"]}:
                assert names.setdefault(str(name), field) == field, (kind.__name__, name)


def test_every_field_has_a_chinese_label():
    assert all(info.title for kind in _all_models() for info in kind.model_fields.values())


def test_empty_records_are_walked_too():
    assert len(list(entities(BranchRecord()))) > 20
