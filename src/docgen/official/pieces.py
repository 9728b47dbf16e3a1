"""What the text of a paper is made of: paragraphs and tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a table when it has `rows`; the first row is the table's head."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def head(self) -> tuple[str, ...]:
        return self.rows[0] if self.rows else ()

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        return self.rows[1:]
