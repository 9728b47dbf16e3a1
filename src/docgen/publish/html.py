"""Web pages from templates of ours: what is not there is an error, what a record says is never markup."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from docgen.text.present import finalize


@cache
def environment(pages: Path) -> Environment:
    """The templates of the folder `pages`; they print days and numbers as our papers do."""
    return Environment(
        loader=FileSystemLoader(pages),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
