"""All document numbers that the records of an office hold, whoever typed them."""

from collections.abc import Iterator

from docgen.build.stored import StoredBranch
from docgen.campaign.office import Office
from docgen.official.models import PaperRecord
from docgen.official.numbers import tidy_number
from docgen.records.schema import Entity, Form


def typed_numbers(office: Office) -> list[str]:
    """Every 发文字号 in the records, official papers included."""
    found = list(_numbers(office.committee))
    for branch in office.branches:
        found += _numbers(branch.whole() if isinstance(branch, StoredBranch) else branch)
    found += [tidy_number(one.number) for one in office.papers if isinstance(one, PaperRecord) and one.number]
    return found


def _numbers(entity: Entity) -> Iterator[str]:
    for name in entity.model_fields_set:
        value = getattr(entity, name)
        if isinstance(value, Entity):
            yield from _numbers(value)
        elif isinstance(value, tuple):
            yield from (number for one in value if isinstance(one, Entity) for number in _numbers(one))
        elif isinstance(value, str) and value and _is_number(type(entity), name):
            yield value


def _is_number(model: type[Entity], name: str) -> bool:
    return Form("doc_no") in model.model_fields[name].metadata
