"""Where LibreOffice is on this machine, and the surroundings in which docgen runs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from docgen.errors import DocgenError
from docgen.files import digest
from docgen.pdf.fonts import installed_configuration

_USUAL_PLACES = (
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_VERSION_SECONDS = 20
_PRINTER_DIGITS = 16
# LibreOffice takes and gives back 64 MB sixteen times in a start. With glibc keeping the memory a start
# costs 0.8 s of processor time, not 1.4 (a quarter of a million page faults fewer, 40 MB more).
_KEPT_MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "4000000000"}


class LibreOfficeMissing(DocgenError):
    """No LibreOffice on this machine, so no PDF."""

    exit_status = 3

    def __init__(self) -> None:
        remedy = "请执行 sudo apt-get install libreoffice-writer-nogui 后重试"
        if sys.platform == "win32":
            remedy = "请从 libreoffice.org 下载并安装 LibreOffice 后重试"
        super().__init__("这台机器没有安装 LibreOffice，转不成 PDF", remedy)


def find_office() -> Path:
    """The program: DOCGEN_SOFFICE, else on the PATH, else in a usual place. Raises LibreOfficeMissing."""
    chosen = os.environ.get("DOCGEN_SOFFICE")
    for name in (chosen,) if chosen else ("soffice", "libreoffice", *_USUAL_PLACES):
        found = shutil.which(name)
        if found:
            return Path(found)
    raise LibreOfficeMissing


def office_version(office: Path) -> str:
    """Such as “LibreOffice 7.4.7.2”; empty when the program does not answer."""
    try:
        result = subprocess.run(
            [str(office), "--version"], capture_output=True, text=True, check=False, timeout=_VERSION_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return " ".join(result.stdout.split()[:2])


def printer() -> str:
    """What PDFs look like on this machine: another LibreOffice or other fonts, another answer.

    Empty where there is no LibreOffice.
    """
    try:
        office = find_office().resolve()
    except LibreOfficeMissing:
        return ""
    fonts = installed_configuration()
    made = (str(office), office.stat().st_mtime_ns, fonts.read_bytes() if fonts else b"")
    return digest(repr(made).encode())[:_PRINTER_DIGITS]


def office_environment() -> dict[str, str]:
    """The variables for LibreOffice: docgen's fonts when installed, and no screen."""
    environment = {**_KEPT_MEMORY, **os.environ, "SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8"}
    configuration = installed_configuration()
    if configuration is not None:
        environment["FONTCONFIG_FILE"] = str(configuration)
    return environment
