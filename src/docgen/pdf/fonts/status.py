"""Which face an official name really leads to on this machine, and what a PDF was really set in."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docgen.pdf.fonts.faces import FACES, Face
from docgen.pdf.fonts.folder import installed_configuration
from docgen.pdf.pages import plain_parts

INSTALL_REMEDY = "请执行 docgen fonts install 装上替代字体"
_BASE_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")


@dataclass(frozen=True, slots=True)
class FaceStatus:
    """What stands behind one official name; `as_expected` is false for a substitute nobody chose."""

    official: str
    family: str
    style: str
    postscript_name: str
    file: str
    as_expected: bool

    @property
    def remedy(self) -> str:
        return "" if self.as_expected else INSTALL_REMEDY


@dataclass(frozen=True, slots=True)
class Substitution:
    """An official face was wanted, another one was printed."""

    official: str
    printed: str

    @property
    def message(self) -> str:
        return f"“{self.official}”没有找到，印成了 {self.printed}"

    @property
    def remedy(self) -> str:
        return INSTALL_REMEDY


def status() -> list[FaceStatus]:
    """One answer for each official face, in the table's order; empty where fontconfig is absent."""
    if shutil.which("fc-match") is None:
        return []
    configured = installed_configuration()
    return [_status_of(face, face.official, configured) for face in FACES]


def substitutions(pdf: bytes, named: Iterable[str] | None = None) -> list[Substitution]:
    """The wanted faces that another face was printed for, by the fonts embedded in `pdf`.

    `named` are the fonts that the document names; without it, every official face may have been wanted.
    """
    printed = {_stem(name) for name in fonts_in(pdf)}
    wanted = [face.official for face in FACES] if named is None else list(named)
    configured = installed_configuration()
    answers = [found for name in sorted(set(wanted)) if (found := _resolved(name, configured))]
    return [
        Substitution(answer.official, answer.family)
        for answer in answers
        if not answer.as_expected and _stem(answer.postscript_name) in printed
    ]


def fonts_in(pdf: bytes) -> set[str]:
    """The names of the fonts in a PDF, without the subset's six letters."""
    return {name.decode("latin-1") for part in plain_parts(pdf) for name in _BASE_FONT.findall(part)}


def _stem(postscript_name: str) -> str:
    # The collections' members are named NotoSansCJKjp-Regular and the like, whatever the language.
    stem = postscript_name.split("-", 1)[0]
    return re.sub(r"(CJK)[a-z]{2}$", r"\1", stem)


def _resolved(name: str, configured: Path | None) -> FaceStatus | None:
    face = next((face for face in FACES if name in face.names), None)
    if face is None or shutil.which("fc-match") is None:
        return None
    return _status_of(face, name, configured)


@cache
def _status_of(face: Face, name: str, configured: Path | None) -> FaceStatus:
    env = dict(os.environ)
    if configured is not None:
        env["FONTCONFIG_FILE"] = str(configured)
    pattern = re.sub(r"([-:,\\])", r"\\\1", name)  # fc-match reads -B05S as a size
    form = "%{family}\t%{style}\t%{postscriptname}\t%{file}"
    result = subprocess.run(
        ["fc-match", "-f", form, pattern], env=env, capture_output=True, text=True, check=False
    )
    family, style, postscript_name, file = (result.stdout.split("\t") + [""] * 4)[:4]
    as_expected = _is_expected(face, set(family.split(",")), style)
    return FaceStatus(name, family.split(",")[0], style.split(",")[0], postscript_name, file, as_expected)


def _is_expected(face: Face, families: set[str], style: str) -> bool:
    if families & set(face.names):
        return True
    # 小标宋 is FandolSong's Bold; its Regular would be 宋体.
    return face.families[0] in families and (face.weight != "bold" or "Bold" in style)
