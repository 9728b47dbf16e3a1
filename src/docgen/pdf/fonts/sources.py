"""Where font files come from: Debian's packages, a folder, or the packages in a folder.

A package is read as a stream; nothing but the wanted files is ever unpacked, and TeX is not installed.
"""

import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from docgen.errors import DocgenError
from docgen.pdf.fonts.faces import PACKAGES, Package

Progress = Callable[[str], None]
_LICENCE_NAMES = ("copyright", "COPYING", "README", "OFL", "LICENSE")


class CannotFetchFonts(DocgenError):
    """The distribution's packages cannot be had."""

    exit_status = 3

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"取不到字体软件包：{reason}",
            "请先执行 sudo apt-get update 再重试；不能上网的机器，请从装好的机器上复制字体文件夹，"
            "再执行 docgen fonts install --from 文件夹",
        )


class FontFilesMissing(DocgenError):
    """The given folder does not hold all faces."""

    exit_status = 3

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        super().__init__(
            f"文件夹“{folder}”里缺少字体文件：{'、'.join(names)}",
            "请把这些文件（或含有它们的 .deb 软件包）放进该文件夹后重试",
        )


@contextmanager
def downloaded(packages: Iterable[Package], progress: Progress) -> Iterator[Path]:
    """A temporary folder with the packages as .deb files; needs no root, but fresh package lists."""
    if shutil.which("apt-get") is None:
        raise CannotFetchFonts("这台机器没有 apt-get")
    with tempfile.TemporaryDirectory(prefix="docgen-fonts-") as name:
        names = [package.name for package in packages]
        progress(f"正在下载字体软件包：{'、'.join(names)}（约 100 MB，只需一次）")
        # As root apt would step down to a user who cannot write into this folder.
        command = ["apt-get", "-qq", "-o", "APT::Sandbox::User=root", "download", *names]
        result = subprocess.run(
            command, cwd=name, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
        )
        if result.returncode:
            raise CannotFetchFonts(_last_line(result.stderr))
        yield Path(name)


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "apt-get 没有说明原因"


def collect(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The named font files found anywhere in `folder` or in the .deb packages there, and the licences.

    Licences have keys such as `licences/fonts-lxgw-wenkai/copyright`.
    """
    wanted = set(names)
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".deb" and path.is_file():
            found |= _of_package(path, wanted)
        elif path.is_file() and (key := _key_of_file(path.relative_to(folder), wanted)):
            found[key] = path.read_bytes()
    return found


def _key_of_file(path: Path, wanted: set[str]) -> str:
    if path.name in wanted:
        return path.name
    inside_licences = "licences" in path.parts[:-1]
    return "/".join(path.parts[path.parts.index("licences") :]) if inside_licences else ""


def _of_package(package: Path, wanted: set[str]) -> dict[str, bytes]:
    if shutil.which("dpkg-deb") is None:
        raise CannotFetchFonts("这台机器没有 dpkg-deb，打不开 .deb 软件包")
    command = ["dpkg-deb", "--fsys-tarfile", str(package)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        if process.stdout is None:
            return {}
        try:
            with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
                return _wanted_members(archive, wanted)
        except tarfile.TarError as reason:
            raise CannotFetchFonts(f"软件包“{package.name}”已损坏") from reason
        finally:
            process.stdout.close()
            process.terminate()


def _wanted_members(archive: tarfile.TarFile, wanted: set[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for member in archive:
        key = _key_of_member(PurePosixPath(member.name), wanted) if member.isfile() else ""
        file = archive.extractfile(member) if key else None
        if file is not None:
            found[key] = file.read()
    return found


def _key_of_member(path: PurePosixPath, wanted: set[str]) -> str:
    if path.name in wanted and "fonts" in path.parts:
        return path.name
    for package in PACKAGES:
        folder = PurePosixPath("usr/share/doc") / package.licence_folder
        if PurePosixPath(*[part for part in path.parent.parts if part != "."]) == folder:
            is_licence = path.name.startswith(_LICENCE_NAMES)
            return f"licences/{folder.name}/{path.name}" if is_licence else ""
    return ""
