"""A storage root: its own files, and where its objects lie (OCFL section 4)."""

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from docgen.archive.verify import tree
from docgen.archive.verify.checks.v23_advice import REGISTERED
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.inventory import INVENTORY, NotJson, parsed
from docgen.archive.verify.inventory_rules import SPECS
from docgen.findings import Severity

ROOT, LAYOUT, STRAY, ADVICE, NEWER = "V40", "V41", "V44", "V47", "V48"
_LAYOUT_FILE = "ocfl_layout.json"
_RESTORE = "请从备份恢复这个文件"
_REMOVE = "请查明来历，移出归档文件夹"
_NAME = "0003-hash-and-id-n-tuple-storage-layout"
# What a storage root of docgen holds beside objects, to the byte.
OURS: Mapping[str, bytes] = {
    "0=ocfl_1.1": b"ocfl_1.1\n",
    _LAYOUT_FILE: (
        f'{{\n  "extension": "{_NAME}",\n'
        '  "description": "Hashed n-tuple trees, then a folder named by the id"\n}\n'
    ).encode(),
    f"extensions/{_NAME}/config.json": (
        f'{{\n  "extensionName": "{_NAME}",\n  "digestAlgorithm": "sha512",\n'
        '  "tupleSize": 3,\n  "numberOfTuples": 3\n}\n'
    ).encode(),
}
_PLAIN = re.compile(r"[A-Za-z0-9_-]")


def place_of(object_id: str) -> str:
    """Where extension 0003 puts the object, with the settings above."""
    digest = hashlib.sha512(object_id.encode("utf-8", "surrogatepass")).hexdigest()
    name = "".join(
        one
        if _PLAIN.fullmatch(one)
        else "".join(f"%{byte:02x}" for byte in one.encode("utf-8", "surrogatepass"))
        for one in object_id
    )
    if len(name) > 100:
        name = f"{name[:100]}-{digest}"
    return f"{digest[:3]}/{digest[3:6]}/{digest[6:9]}/{name}"


def faults_of_ours(root: str) -> Iterator[Fault]:
    """What is wrong with the files that make docgen's storage root."""
    for path, expected in OURS.items():
        if Path(root, path).is_symlink():
            yield _fault(STRAY, Heading.SAFE, "文件被换成了链接（快捷方式）", path)
        elif not Path(root, path).is_file():
            yield _fault(ROOT, Heading.COMPLETE, "归档库的说明文件不见了", path)
        elif tree.read(root, path, 100_000) != expected:
            yield _fault(ROOT, Heading.AUTHENTIC, "归档库的说明文件被改动过", path)
    found = tree.look(f"{root}/extensions")
    for name in (*found.files, *found.links):
        if f"extensions/{name}" not in OURS:
            yield _fault(STRAY, Heading.COMPLETE, "多出一个文件", f"extensions/{name}")
    for name, holds in found.folders.items():
        if not holds and name != _NAME:
            yield _fault(STRAY, Heading.COMPLETE, "多出一个空文件夹", f"extensions/{name}")
    for name in _names(root):
        entry = Path(root, name)
        if name not in OURS and not entry.is_dir() and not entry.is_symlink():
            yield _fault(STRAY, Heading.COMPLETE, "多出一个文件", name)


def faults_of_any(root: str) -> Iterator[Fault]:
    """What is wrong with the files that make any storage root."""
    declared = [name for name in _names(root) if name.startswith("0=")]
    if len(declared) != 1 or declared[0].removeprefix("0=ocfl_") not in SPECS:
        yield _fault(
            ROOT, Heading.USABLE, "归档库的版本声明（0=ocfl_1.1）缺少、不认识或不止一个（OCFL E069）", ""
        )
    elif tree.read(root, declared[0], 1000) != f"{declared[0][2:]}\n".encode():
        yield _fault(ROOT, Heading.USABLE, "版本声明的内容与文件名不一致（OCFL E080）", declared[0])
    if _LAYOUT_FILE in _names(root) and not _is_layout(_table(root, _LAYOUT_FILE)):
        yield _fault(LAYOUT, Heading.USABLE, "布局说明读不懂，或缺少应有的项（OCFL E070）", _LAYOUT_FILE)
    if Path(root, "extensions").is_dir():
        for entry in sorted(os.scandir(f"{root}/extensions"), key=lambda entry: entry.name):
            if not entry.is_dir(follow_symlinks=False):
                yield _fault(
                    STRAY,
                    Heading.COMPLETE,
                    "extensions 里只应有文件夹（OCFL E086）",
                    f"extensions/{entry.name}",
                )
            elif entry.name not in REGISTERED:
                yield Fault(
                    ADVICE, Heading.USABLE, Severity.WARNING, f"扩展 {entry.name} 没有登记过（OCFL W016）",
                    "可以照用", file=f"extensions/{entry.name}",
                )  # fmt: skip


def newer_objects(root: Path, places: Iterable[str]) -> Iterator[Fault]:
    """Objects that follow a later OCFL than the root declares (E081)."""
    if (root / "0=ocfl_1.0").exists():
        for place in places:
            if (root / place / "0=ocfl_object_1.1").exists():
                what = "这一件按 OCFL 1.1 写，所在的库却声明为 1.0（OCFL E081）"
                yield Fault(NEWER, Heading.USABLE, Severity.ERROR, what, "请升级库的版本声明", file=place)


def _is_layout(table: Mapping[str, Any]) -> bool:
    return all(isinstance(table.get(key), str) for key in ("extension", "description"))


def _table(root: str, path: str) -> Mapping[str, Any]:
    try:
        return parsed(tree.read(root, path, 1_000_000) or b"")
    except NotJson:
        return {}


def _names(root: str) -> list[str]:
    try:
        return sorted(entry.name for entry in os.scandir(root))
    except OSError:
        return []


def _fault(rule: str, heading: Heading, what: str, file: str) -> Fault:
    is_extra = rule == STRAY and heading is Heading.COMPLETE
    return Fault(rule, heading, Severity.ERROR, what, _REMOVE if is_extra else _RESTORE, file=file)


def objects_under(root: str, expected: Collection[str] = ()) -> Iterator[str | Fault]:
    """The folders of the objects, from the root; and what lies between them that should not (E072, E073).

    What lies where one is `expected` is an object, however damaged; an empty folder is none.
    """
    waiting = []
    for name in reversed(_names(root)):
        if Path(root, name).is_symlink() and name not in OURS:
            yield _fault(STRAY, Heading.SAFE, "文件夹被换成了链接（快捷方式）", name)
        elif _is_tree(root, name):
            waiting.append(name)
    while waiting:
        path = waiting.pop()
        try:
            entries = sorted(os.scandir(f"{root}/{path}"), key=lambda entry: entry.name)
        except OSError:
            yield Fault(STRAY, Heading.USABLE, Severity.ERROR, "文件夹打不开", "请检查权限和磁盘", file=path)
            continue
        names = [entry.name for entry in entries]
        if (names and path in expected) or any(name.startswith("0=") or name == INVENTORY for name in names):
            yield path
            continue
        if not entries and path not in OURS:
            yield _fault(STRAY, Heading.COMPLETE, "多出一个空文件夹（OCFL E073）", path)
        for entry in reversed(entries):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{path}/{entry.name}")
            elif entry.is_symlink():
                yield _fault(STRAY, Heading.SAFE, "文件被换成了链接（快捷方式）", f"{path}/{entry.name}")
            else:
                yield _fault(
                    STRAY,
                    Heading.COMPLETE,
                    "多出一个不属于任何一件的文件（OCFL E072）",
                    f"{path}/{entry.name}",
                )


def _is_tree(root: str, name: str) -> bool:
    path = Path(root, name)
    return name != "extensions" and path.is_dir() and not path.is_symlink()
