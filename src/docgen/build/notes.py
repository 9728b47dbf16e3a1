"""Notes that a build leaves for the next: JSON under its own checksum, so that a damaged one counts as none.

Never pickle: whoever can write to the output folder must not be able to make docgen run anything.
"""

import json
from pathlib import Path
from typing import Any

from docgen.build.program import program_stamp
from docgen.errors import DocgenError
from docgen.files import digest, write_atomic


def write_note(path: Path, value: Any, *, durable: bool = True) -> None:
    """The note says `value`. One that could not be written only costs the next build some time."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    try:
        write_atomic(path, f"{_seal(text)}\n".encode() + text, durable=durable)
    except DocgenError:
        return


def read_note(path: Path) -> Any:
    """What the note says; None where there is none, it is damaged, or another docgen wrote it."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if seal.decode("ascii", "replace") != _seal(text):
        return None
    return json.loads(text.decode("utf-8", "surrogatepass"))


def _seal(text: bytes) -> str:
    return digest(program_stamp().encode() + text)
