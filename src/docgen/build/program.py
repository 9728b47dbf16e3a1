"""Which docgen this is: its version and its own files, so that what another one made is made anew."""

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import docgen
from docgen.files import digest

# What papers come from.
_PARTS = ("build", "campaign", "kinds", "layout", "official", "records", "render", "text")
MAKERS = ("docxtpl", "jinja2", "lxml", "python-docx", "isal", "pydantic")  # what the bytes come from


@cache
def program_stamp() -> str:
    """Changes when the version does, or a file of the program that papers come from."""
    folder, files = _program_files()
    told = [f"{path.relative_to(folder)} {(s := path.stat()).st_size} {s.st_mtime_ns}" for path in files]
    return digest("\n".join([docgen.__version__, *map(_version, MAKERS), *told]).encode())


@cache
def makeup() -> dict[str, str]:
    """What this docgen is made of, by name: equal on two machines, equal papers."""
    folder, files = _program_files()
    # Unlike the stamp, without the times of the files: no two machines agree on them.
    told = b"".join(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes() for path in files)
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    made_by = {name: _version(name) for name in MAKERS}
    return {"docgen": docgen.__version__, "Python": python, **made_by, "docgen 的程序文件": digest(told)}


def _program_files() -> tuple[Path, list[Path]]:
    folder = Path(docgen.__file__).parent
    return folder, sorted(path for part in _PARTS for path in (folder / part).rglob("*.py"))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
