"""What this machine has for PDFs, what it lacks, and how to get it."""

from dataclasses import dataclass

from docgen.pdf.fonts import installed_configuration, status
from docgen.pdf.fonts.folder import fonts_folder, is_complete
from docgen.pdf.office import LibreOfficeMissing, find_office, office_version

_FONTCONFIG_REMEDY = "请执行 sudo apt-get install fontconfig"
_INSTALL_REMEDY = "请执行 docgen fonts install"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the machine has (`found` says what) or lacks (`remedy` says how to get it)."""

    what: str
    found: str
    remedy: str = ""

    @property
    def is_good(self) -> bool:
        return not self.remedy


def doctor_facts() -> list[Fact]:
    """LibreOffice, the installed font set, and one line for each official face."""
    return [_office(), _font_set(), *_faces()]


def _office() -> Fact:
    try:
        office = find_office()
    except LibreOfficeMissing as missing:
        return Fact("LibreOffice", "没有", missing.remedy)
    version = office_version(office)
    if not version:
        return Fact(
            "LibreOffice",
            f"{office} 启动不了",
            "请执行 sudo apt-get install --reinstall libreoffice-core-nogui",
        )
    return Fact("LibreOffice", f"{version}（{office}）")


def _font_set() -> Fact:
    folder = fonts_folder()
    if installed_configuration() is None:
        return Fact("替代字体", "没有安装", _INSTALL_REMEDY)
    if not is_complete(folder):
        return Fact("替代字体", f"{folder} 里不齐全", _INSTALL_REMEDY)
    return Fact("替代字体", str(folder))


def _faces() -> list[Fact]:
    faces = status()
    if not faces:
        return [Fact("字体对照", "查不到", _FONTCONFIG_REMEDY)]
    return [Fact(face.official, f"{face.family} {face.style}（{face.file}）", face.remedy) for face in faces]
