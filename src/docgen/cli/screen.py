"""What a command says and where: results on standard output, talk on standard error."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import click

_AT_ONCE = 500  # items that are written together


@dataclass(frozen=True, slots=True)
class Screen:
    """The two streams, as the options of one call want them."""

    as_json: bool = False
    quiet: bool = False
    verbose: bool = False

    def result(self, text: str) -> None:
        """What the user asked for; not when a program reads, which gets `data`."""
        if not self.as_json:
            click.echo(text, color=_colours())

    def data(self, value: Any) -> None:
        """The one JSON object of `--format json`."""
        if self.as_json:
            click.echo(json.dumps(value, ensure_ascii=False, indent=2))

    def long_data(self, key: str, items: Iterable[Any], others: Mapping[str, Any]) -> None:
        """As `data`, of an object in which `key` lists so many items that they go one by one."""
        if not self.as_json:
            return
        click.echo(f'{{\n  "{key}": [', nl=False)
        lines = map(json.JSONEncoder(ensure_ascii=False).encode, items)
        before = ""
        while several := list(islice(lines, _AT_ONCE)):
            click.echo(before + ",".join(f"\n    {line}" for line in several), nl=False)
            before = ","
        rest = json.dumps(others, ensure_ascii=False, indent=2)
        click.echo(f"\n  ],\n{rest[2:]}")

    def note(self, text: str) -> None:
        """Talk beside the result, unless the user wants quiet."""
        if not self.quiet:
            click.echo(text, err=True, color=_colours())

    def detail(self, text: str) -> None:
        """Talk for who asked for more."""
        if self.verbose:
            click.echo(text, err=True)


def _colours() -> bool | None:
    """None: only on a terminal. NO_COLOR (no-color.org) keeps them off there too."""
    return False if os.environ.get("NO_COLOR") else None


def prepare_streams() -> None:
    """A pipe gets UTF-8; a console that lacks a character shows a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            # surrogates of broken file names cannot be UTF-8
            reconfigure(encoding="utf-8", errors="replace")
