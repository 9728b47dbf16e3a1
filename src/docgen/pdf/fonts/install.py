"""Puts the free faces and their configuration into one folder, whole or not at all."""

import os
import shutil
import subprocess
from pathlib import Path

from docgen.files import write_atomic
from docgen.pdf.fonts.configuration import configuration
from docgen.pdf.fonts.faces import BOLD_WITHOUT_WEIGHT, FACES, PACKAGES
from docgen.pdf.fonts.folder import CONFIGURATION_NAME, fonts_folder, is_complete, missing_files
from docgen.pdf.fonts.sources import FontFilesMissing, Progress, collect, downloaded
from docgen.pdf.fonts.weight import with_bold_weight


def _silent(_message: str) -> None:
    """Says nothing: what a caller without a screen wants."""


def install(
    target: Path | None = None, source_folder: Path | None = None, progress: Progress = _silent
) -> Path:
    """The folder of a complete installation; at once when it is complete already.

    Raises CannotFetchFonts or FontFilesMissing, and then leaves an older installation as it was.
    """
    folder = (target or fonts_folder()).absolute()
    if is_complete(folder):
        progress(f"字体已经装好，在“{folder}”")
        return folder
    packages = [package for package in PACKAGES if missing_files(package, folder)]
    if not packages:
        _write_configuration(folder)
    elif source_folder is not None:
        _install_from(source_folder, folder)
    else:
        with downloaded(packages, progress) as source:
            _install_from(source, folder)
    _fill_font_cache(folder)
    progress(f"字体装好了，在“{folder}”")
    return folder


def _install_from(source: Path, folder: Path) -> None:
    kept = _already_installed(folder)
    needed = {name for package in PACKAGES for name in missing_files(package, folder)}
    offered = {name for package in PACKAGES for name in package.files}
    files = kept | collect(source, offered)
    lacking = sorted(needed - files.keys())
    if lacking:
        raise FontFilesMissing(source, lacking)
    if BOLD_WITHOUT_WEIGHT in files:
        files[BOLD_WITHOUT_WEIGHT] = with_bold_weight(files[BOLD_WITHOUT_WEIGHT])
    _replace_folder(folder, files)


def _already_installed(folder: Path) -> dict[str, bytes]:
    names = {name for package in PACKAGES for name in package.files}
    return collect(folder, names) if folder.is_dir() else {}


def _replace_folder(folder: Path, files: dict[str, bytes]) -> None:
    fresh = folder.with_name(f"{folder.name}.new-{os.getpid()}")
    old = folder.with_name(f"{folder.name}.old-{os.getpid()}")
    try:
        for name, data in files.items():
            write_atomic(fresh / name if "/" in name else fresh / "fonts" / name, data)
        _write_configuration(fresh)
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _write_configuration(folder: Path) -> None:
    write_atomic(folder / CONFIGURATION_NAME, configuration(FACES).encode())


def _fill_font_cache(folder: Path) -> None:
    # Otherwise the first conversion reads 130 MB of fonts while its time limit runs.
    if shutil.which("fc-cache"):
        env = {**os.environ, "FONTCONFIG_FILE": str(folder / CONFIGURATION_NAME)}
        subprocess.run(["fc-cache"], env=env, capture_output=True, check=False)
