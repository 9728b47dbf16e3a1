"""docxodus, the program of the extra [redline] that marks one paper's changes against another."""

import subprocess
import tempfile
from pathlib import Path

from docgen.errors import DocgenError
from docgen.files import write_atomic

_TIME_LIMIT_SECONDS = 300.0


class NoRedlineExtra(DocgenError):
    """The packages that make a redline are not installed, or not for this system."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "没有安装做花脸稿的组件",
            "请执行 pip install 'docgen-gongwen[redline]'，或不加 --redline，只看文字差异",
        )


class EngineFailed(Exception):
    """docxodus gave no paper; redline.py decides what is said."""


def engine_program() -> Path:
    """The program, unpacked on its first use. Raises NoRedlineExtra."""
    try:
        from python_redlines.engines import DocxodusEngine  # heavy, and an extra
    except ImportError as reason:
        raise NoRedlineExtra from reason
    try:
        return Path(DocxodusEngine().extracted_binaries_path)
    except (ImportError, OSError) as reason:  # no package, no such system, or no place to unpack it
        raise NoRedlineExtra from reason


def marked(old: bytes, new: bytes, *, author: str, at: str) -> bytes:
    """The new paper with docxodus's marks against the old. Raises NoRedlineExtra or EngineFailed."""
    program = engine_program()
    with tempfile.TemporaryDirectory(prefix="docgen-") as name:
        folder = Path(name)
        before, after, made = (folder / leaf for leaf in ("old.docx", "new.docx", "redline.docx"))
        write_atomic(before, old, durable=False)
        write_atomic(after, new, durable=False)
        # Without --no-conflate-spaces a space that became a non-breaking one is not marked.
        options = ("--no-conflate-spaces", f"--author={author}", f"--date-time={at}")
        try:
            subprocess.run(
                [program, before, after, made, *options],
                check=True, capture_output=True, timeout=_TIME_LIMIT_SECONDS,
            )  # fmt: skip
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError) as reason:
            raise EngineFailed(str(reason)) from reason
