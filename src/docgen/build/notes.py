"""Notes that a build leaves for the next: JSON under its own checksum, so that a damaged one counts as none.

Never pickle: whoever can write to the output folder must not be able to make docgen run anything.
"""

import contextlib
import json
from pathlib import Path
from typing import Any

from docgen.build.program import program_stamp
from docgen.errors import DocgenError
from docgen.files import digest, write_atomic


def write_note(path: Path, value: Any) -> None:
    """The note says `value`. One that could not be written only costs the next build some time."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    write_sealed(path, text.encode("utf-8", "surrogatepass"))


def read_note(path: Path) -> Any:
    """What the note says; None where there is none, it is damaged, or another docgen wrote it."""
    text = read_sealed(path)
    return None if text is None else json.loads(text.decode("utf-8", "surrogatepass"))


def write_sealed(path: Path, data: bytes) -> None:
    """The note holds these bytes."""
    with contextlib.suppress(DocgenError):
        write_atomic(path, f"{_seal(data)}\n".encode() + data, durable=False)


def read_sealed(path: Path) -> bytes | None:
    """The bytes of the note; None as for `read_note`."""
    try:
        seal, _, data = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if seal.decode("ascii", "replace") == _seal(data) else None


def _seal(data: bytes) -> str:
    return digest(program_stamp().encode() + data)
