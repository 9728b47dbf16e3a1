"""Titles that the records know for the numbers of papers of others: 依据, 批复 of the superior."""

from collections.abc import Iterator

from docgen.campaign.office import Office
from docgen.records.schema import Entity


def title_of(office: Office, doc_no: str) -> str:
    """The title that the committee's record has beside this number; "" for none."""
    if not doc_no:
        return ""
    return next((title for number, title in _titles(office.committee) if number == doc_no), "")


def _titles(entity: Entity) -> Iterator[tuple[str, str]]:
    number, title = getattr(entity, "doc_no", ""), getattr(entity, "title", "")
    if isinstance(number, str) and isinstance(title, str) and number and title:
        yield number, title
    for name in entity.model_fields_set:
        value = getattr(entity, name)
        inner = value if isinstance(value, tuple) else (value,)
        for one in inner:
            if isinstance(one, Entity):
                yield from _titles(one)
