"""Help pages with Chinese text: lines break and columns align by the width on the screen."""

from collections.abc import Iterable

import click

from docgen.cli.columns import padded, screen_columns, wrapped

_FIRST_COLUMN_MAX = 30


class HelpPage(click.HelpFormatter):
    """Click's formatter, which counts characters, made to count columns."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{' ' * self.current_indent}{heading}：\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        for line in text.split("\n"):
            for piece in wrapped(line, self.width - self.current_indent):
                self.write(f"{indent}{piece}".rstrip() + "\n")

    def write_dl(
        self,
        rows: Iterable[tuple[str, str]],
        col_max: int = _FIRST_COLUMN_MAX,
        col_spacing: int = 2,
    ) -> None:
        entries = list(rows)
        first = min(max(screen_columns(term) for term, _ in entries), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, meaning in entries:
            lines = wrapped(meaning, max(self.width - first - 2, 10)) or [""]
            if screen_columns(term) > first - col_spacing:
                self.write(f"{indent}{term}\n")
                term = ""
            self.write(f"{indent}{padded(term, first)}{lines[0]}".rstrip() + "\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * first}{line}\n")
