"""Which docgen this is: its version and its own files, so that what another one made is made anew."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import docgen
from docgen.files import digest

_PARTS = ("build", "campaign", "kinds", "layout", "records", "render", "text")  # what papers come from
_MAKERS = ("docxtpl", "jinja2", "lxml", "python-docx", "isal", "pydantic")  # what the bytes come from


@cache
def program_stamp() -> str:
    """Changes when the version does, or a file of the program that papers come from."""
    folder = Path(docgen.__file__).parent
    files = sorted(path for part in _PARTS for path in (folder / part).rglob("*.py"))
    told = [f"{path.relative_to(folder)} {(s := path.stat()).st_size} {s.st_mtime_ns}" for path in files]
    return digest("\n".join([docgen.__version__, *map(_version, _MAKERS), *told]).encode())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
