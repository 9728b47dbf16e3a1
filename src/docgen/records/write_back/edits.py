"""Replacements in a text, by place; a later one may take in earlier ones."""

import re
from collections import Counter
from dataclasses import dataclass, field

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_LINE_END = re.compile(r"[\r\n]|\Z")


@dataclass(slots=True)
class Edits:
    """A text with what will replace parts of it."""

    text: str
    _edits: list[tuple[int, int, str]] = field(default_factory=list)

    def replace(self, start: int, end: int, new: str) -> None:
        """`new` will stand in place of start to end; edits within are gone."""
        self._edits = [edit for edit in self._edits if not (start <= edit[0] and edit[1] <= end)]
        self._edits.append((start, end, new))

    def insert(self, place: int, new: str) -> None:
        """`new` will stand at this place, behind what was inserted there before."""
        self._edits.append((place, place, new))

    def render(self, start: int, end: int) -> str:
        """The part of the text from start to end with its edits."""
        pieces, place = [], start
        within = [edit for edit in self._edits if start <= edit[0] and edit[1] <= end]
        for first, last, new in sorted(within, key=lambda edit: edit[:2]):
            pieces += [self.text[place:first], new]
            place = last
        return "".join([*pieces, self.text[place:end]])

    def done(self) -> str:
        """The whole text with all edits."""
        return self.render(0, len(self.text))

    def fresh(self, new: str) -> str:
        """`new`, with the line breaks of this text."""
        return new.replace("\n", self.line_break)

    @property
    def line_break(self) -> str:
        """The line break that the text has most."""
        found = Counter(_LINE_BREAK.findall(self.text)).most_common(1)
        return found[0][0] if found else "\n"

    def line_start(self, place: int) -> int:
        """Where the line of this place begins."""
        return max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1

    def line_end(self, place: int) -> int:
        """Where the line of this place ends, before its line break."""
        found = _LINE_END.search(self.text, place)
        return found.start() if found else len(self.text)

    def column(self, place: int) -> int:
        """How many characters stand before this place in its line."""
        return place - self.line_start(place)
