"""What a sheet of a ledger says, before it is a sheet: titles, lines, values and charts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from docgen.campaign.rate import Rate

R = TypeVar("R")
Value = str | int | Decimal | date | Rate | None
Align = Literal["left", "center"]


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its title, its width in characters, and what it says of a row."""

    title: str
    width: float
    value: Callable[[R], Value]
    align: Align = "center"


@dataclass(frozen=True, slots=True)
class Head:
    """A column without its rows."""

    title: str
    width: float
    align: Align


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and lines; `total` is the line under them, or None."""

    heads: tuple[Head, ...]
    lines: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of some columns of a table: counts `stacked` on each other, or shares side by side."""

    title: str
    table: int
    names: int  # the column of the categories
    columns: tuple[int, ...]
    stacked: bool
    lines: int  # how many lines of the table; a sum below them is not drawn


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. A single table is filtered and its head stays in sight; `wide` is A3."""

    name: str
    title: str
    note: str
    tables: tuple[Table, ...]
    wide: bool = False
    charts: tuple[Chart, ...] = ()


def table(
    columns: Sequence[Column[R]],
    rows: Sequence[R],
    total: Sequence[Value] | None = None,
    caption: str = "",
) -> Table:
    """The rows as lines of these columns."""
    return Table(
        heads=tuple(Head(column.title, column.width, column.align) for column in columns),
        lines=tuple(tuple(column.value(row) for column in columns) for row in rows),
        total=None if total is None else tuple(total),
        caption=caption,
    )
