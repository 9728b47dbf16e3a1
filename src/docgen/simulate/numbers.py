"""Document numbers of a simulated office: each once, rising, one row for each prefix."""

import re
from collections import Counter
from collections.abc import Iterable

_NUMBER = re.compile(r"(.+〔\d{4}〕)(\d+)号")


class Numbers:
    """Gives the next number of a row; what the committee has used is not given again."""

    def __init__(self, used: Iterable[str]) -> None:
        self._last: Counter[str] = Counter()
        for found in filter(None, map(_NUMBER.fullmatch, used)):
            self._last[found[1]] = max(self._last[found[1]], int(found[2]))

    def next_like(self, number: str) -> str:
        """The next number of the row that `number` belongs to; what is no number stays."""
        found = _NUMBER.fullmatch(number)
        if found is None:
            return number
        self._last[found[1]] += 1
        return f"{found[1]}{self._last[found[1]]}号"
