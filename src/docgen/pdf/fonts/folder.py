"""Where the installed faces lie, and whether they are all there."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from docgen.pdf.fonts.configuration import configuration
from docgen.pdf.fonts.faces import FACES, PACKAGES, Package

CONFIGURATION_NAME = "docgen-fonts.conf"
_DISTRIBUTION_FONTS = Path("/usr/share/fonts")


def fonts_folder() -> Path:
    """The user's folder of faces: DOCGEN_FONTS_DIR, or docgen/fonts in the user's data folder."""
    chosen = os.environ.get("DOCGEN_FONTS_DIR")
    return Path(chosen) if chosen else _data_folder() / "docgen" / "fonts"


def _data_folder() -> Path:
    xdg = os.environ.get("XDG_DATA_HOME")
    if xdg:
        return Path(xdg)
    local = os.environ.get("LOCALAPPDATA")
    if sys.platform == "win32" and local:
        return Path(local)
    return Path.home() / ".local" / "share"


def installed_configuration(folder: Path | None = None) -> Path | None:
    """The fontconfig file of an installation, or None when there is none."""
    path = (folder or fonts_folder()) / CONFIGURATION_NAME
    return path if path.is_file() else None


def is_complete(folder: Path) -> bool:
    """Whether every face is there and the configuration is the one that this version writes."""
    path = installed_configuration(folder)
    if path is None or path.read_text("utf-8") != configuration(FACES):
        return False
    return not any(missing_files(package, folder) for package in PACKAGES)


def missing_files(package: Package, folder: Path) -> tuple[str, ...]:
    """The package's files that neither the installation nor, where they usually are, the system has."""
    here = [name for name in package.files if not (folder / "fonts" / name).is_file()]
    if not here or not package.usually_installed:
        return tuple(here)
    return tuple(sorted(set(here) - set(_of_distribution(here))))


def _of_distribution(names: Iterable[str]) -> list[str]:
    if not _DISTRIBUTION_FONTS.is_dir():
        return []
    wanted = set(names)
    return [name for _, _, files in os.walk(_DISTRIBUTION_FONTS) for name in files if name in wanted]
