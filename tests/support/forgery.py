"""An archive to tamper with, and the hands of someone who knows the format and wants not to be found out."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from docgen.archive.entries import Deposit
from docgen.archive.places import Places
from docgen.archive.provenance import About, Provenance, written
from docgen.archive.writer import Writer, writing
from support.archives import BY, FEW, Unsynced, clock, doc_no, paper

ISSUED, SIGNED, OTHER = paper(1), paper(1), paper(2)
LAST = paper(4)


def archive_to_tamper_with(folder: Path) -> Path:
    """Paper 1 with three versions, papers 2 and 4 with one, paper 3 destroyed; two years of log."""
    with writing(folder, by=BY, now=clock("2031-12-30T09:00:00+08:00"), disk=Unsynced()) as writer:
        writer.commit([_issue(number, f"2031-12-30T09:00:0{number}+08:00") for number in (1, 2, 3)])
        _attach(writer, 1, "scan/签字扫描件.pdf")
        writer.note("reserve", by=BY, reason="留给换届", doc_no=doc_no(5), extra={"until": "2032-12-31"})
    with writing(folder, by=BY, now=clock("2032-01-04T09:00:00+08:00"), disk=Unsynced()) as writer:
        _attach(writer, 1, "scan/回执.pdf")
        writer.destroy(paper(3), by=BY, reason="期满鉴定", doc_no=doc_no(3))
        writer.commit([_issue(4, "2032-01-04T09:00:02+08:00")])
    return folder


def _issue(number: int, at: str) -> Deposit:
    files = {name: data + b" %d\n" % number for name, data in FEW.items()}
    about = About(kind="problem-dossier", doc_no=doc_no(number), date="2031-12-30")
    told = Provenance(paper(number), "issue", BY, "印发", at, "docgen", about)
    return Deposit(
        paper(number), "issue", {**files, "provenance.json": written(told, files)}, BY, "印发", doc_no(number)
    )


def _attach(writer: Writer, number: int, path: str) -> None:
    deposit = Deposit(
        paper(number), "attach", {path: f"%PDF {path}".encode()}, BY, f"存入{path}", doc_no(number)
    )
    writer.commit([deposit])


def home(folder: Path, object_id: str = ISSUED) -> Path:
    """The folder of an object."""
    return Places(folder).object(object_id)


def sha512(data: bytes) -> str:
    return hashlib.sha512(data).hexdigest()


def reseal(place: Path, inventory: dict[str, Any]) -> None:
    """The folder holds this inventory with a fitting sidecar."""
    data = (json.dumps(inventory, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
    (place / "inventory.json").write_bytes(data)
    (place / "inventory.json.sha512").write_text(f"{sha512(data)} inventory.json\n")


def forge_inventories(object_folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Every inventory of the object says something else, and all digests of it fit."""
    for place in (object_folder, *sorted(object_folder.glob("v*"))):
        table = json.loads((place / "inventory.json").read_bytes())
        change(table)
        reseal(place, table)


def forge_content(object_folder: Path, path: str, data: bytes) -> None:
    """The file holds other bytes, and every inventory of the object agrees with it."""
    old, new = sha512((object_folder / path).read_bytes()), sha512(data)
    (object_folder / path).write_bytes(data)

    def change(table: dict[str, Any]) -> None:
        for block in (table["manifest"], *(version["state"] for version in table["versions"].values())):
            if old in block:
                block[new] = block.pop(old)

    forge_inventories(object_folder, change)


def log_lines(folder: Path) -> list[tuple[Path, bytes]]:
    """All lines with their files."""
    return [
        (path, row)
        for path in sorted((folder / "log").glob("*.jsonl"))
        for row in path.read_bytes().splitlines(keepends=True)
    ]


def write_log(lines: Iterable[tuple[Path, bytes]]) -> None:
    """The files of the log hold these lines."""
    files: dict[Path, bytes] = {}
    for path, row in lines:
        files[path] = files.get(path, b"") + row
    for path, data in files.items():
        path.write_bytes(data)


def dumped(table: dict[str, Any]) -> bytes:
    return json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sealed(table: dict[str, Any]) -> bytes:
    """The line with a fitting `self`."""
    table = {key: value for key, value in table.items() if key != "self"}
    return dumped({**table, "self": sha512(dumped(table))}) + b"\n"


def rewrite_chain(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """The log says something else, and its chain holds again from the first line to the last."""
    prev, lines = "0" * 128, []
    for path, row in log_lines(folder):
        table = json.loads(row)
        change(table)
        table["prev"] = prev
        fresh = sealed(table)
        prev = json.loads(fresh)["self"]
        lines.append((path, fresh))
    write_log(lines)


def copied(source: Path, target: Path) -> Path:
    """The archive once more, to be spoilt."""
    shutil.copytree(source, target, symlinks=True)
    return target
