"""The lines of the sheet of single values: one a field, and one for each key of a mapping of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.exchange.choices import Choices
from docgen.exchange.held import Held, own_keys
from docgen.exchange.plan import Column, Sheet
from docgen.records.shape import Many, Named, Single


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `key` names it in the hidden column; `entry` is the key within a mapping of its own."""

    key: str
    group: str
    title: str
    column: Column
    kind: Single | Many | Named
    entry: str = ""
    adds: bool = False  # new keys may be written here

    @property
    def path(self) -> tuple[str, ...]:
        return (*self.column.path, self.entry) if self.entry else self.column.path


def lines(root: Sheet, row: Held, choices: Choices) -> Iterator[Line]:
    """The lines in the order of the model."""
    for column in root.columns:
        key, group = ".".join(column.path), column.titles[0]
        title = " › ".join(column.titles[1:]) or column.title
        if not isinstance(column.kind, Named):
            yield Line(key, group, title, column, column.kind)
            continue
        inner = column.kind.value
        if not isinstance(inner, Single):
            continue
        for entry in dict.fromkeys((*own_keys(row, column), *choices.keys_of(key))):
            name = choices.name_of(key, entry)
            yield Line(f"{key}.{entry}", group, f"{title} › {name}", column, inner, entry)
        yield Line(f"{key}+", group, f"{title} › 增加", column, column.kind, adds=True)
