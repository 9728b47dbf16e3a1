"""Which characters no face on this machine can print."""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from docgen.pdf.fonts.folder import installed_configuration


def unprintable(text: Iterable[str]) -> list[str]:
    """The characters of `text` for which no font has a glyph, in order; they would print as boxes.

    Empty where fontconfig is absent and nobody can tell.
    """
    if shutil.which("fc-list") is None:
        return []
    configured = installed_configuration()
    return [char for char in sorted(set(text)) if _is_rare(char) and not _has_face(char, configured)]


def _is_rare(char: str) -> bool:
    # Every Chinese face has GB 2312; asking fontconfig costs 20 ms a character.
    if unicodedata.category(char) in ("Zs", "Cc", "Cf", "Mn"):
        return False
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


@cache
def _has_face(char: str, configured: Path | None) -> bool:
    env = dict(os.environ)
    if configured is not None:
        env["FONTCONFIG_FILE"] = str(configured)
    command = ["fc-list", f":charset={ord(char):x}", "family"]
    result = subprocess.run(command, env=env, capture_output=True, check=False)
    return result.returncode != 0 or bool(result.stdout.strip())
