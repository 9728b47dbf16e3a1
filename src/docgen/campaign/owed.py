"""Fields that a requirement names and a record leaves open, as hits of the rule that demands them."""

from collections.abc import Iterator

from docgen.campaign.names import key_of, label_of
from docgen.campaign.rule import Hit
from docgen.records.schema import Entity


def owed(entity: Entity, path: str, *names: str) -> Iterator[Hit]:
    """A hit for each of these fields of the entity at `path` that is not filled."""
    for name in names:
        if name not in entity.model_fields_set:
            yield Hit(f"{path}.{key_of(type(entity), name)}", f"没有写明{label_of(type(entity), name)}")
