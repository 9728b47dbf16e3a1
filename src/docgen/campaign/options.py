"""The words that an enumerated field may hold, for rules that count or demand them."""

from typing import Any, get_args

from docgen.records.schema import Options


def words_of(kind: Any) -> tuple[str, ...]:
    """The words of one of the types in models/types.py, in their order."""
    return next(one.words for one in get_args(kind) if isinstance(one, Options))
