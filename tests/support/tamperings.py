"""Everything that may be done to an archive behind docgen's back, and the one rule that tells it."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.archive.entries import Deposit
from docgen.archive.places import Places
from docgen.archive.writer import writing
from support.archives import BY, Unsynced, doc_no, paper
from support.forgery import (
    ISSUED,
    LAST,
    OTHER,
    forge_content,
    forge_inventories,
    home,
    log_lines,
    reseal,
    rewrite_chain,
    sealed,
    write_log,
)

Act = Callable[[Path], object]


@dataclass(frozen=True)
class Tampering:
    """What was done, the rule that must tell it, and the object that it must name (if it has one)."""

    name: str
    rule: str
    act: Act
    object: str = ""


ALL: list[Tampering] = []


def tampering(rule: str, object_id: str = "") -> Callable[[Act], Act]:
    def listed(act: Act) -> Act:
        ALL.append(Tampering(act.__name__, rule, act, object_id))
        return act

    return listed


def first_file(folder: Path, object_id: str = ISSUED, version: str = "v1") -> Path:
    return home(folder, object_id) / version / "content" / "paper.docx"


@tampering("V31", ISSUED)
def one_bit_of_a_file_is_flipped(folder: Path) -> None:
    path = first_file(folder)
    data = bytearray(path.read_bytes())
    data[3] ^= 1
    path.write_bytes(bytes(data))


@tampering("V31", ISSUED)
def a_file_is_emptied(folder: Path) -> None:
    first_file(folder).write_bytes(b"")


@tampering("V30", ISSUED)
def a_file_is_missing(folder: Path) -> None:
    first_file(folder).unlink()


@tampering("V33", ISSUED)
def a_file_is_added_to_the_contents(folder: Path) -> None:
    first_file(folder).with_name("多出.docx").write_bytes(b"x")


@tampering("V33", ISSUED)
def a_file_is_added_to_a_version(folder: Path) -> None:
    (home(folder) / "v2" / "Thumbs.db").write_bytes(b"x")


@tampering("V33", ISSUED)
def a_file_is_added_to_the_object(folder: Path) -> None:
    (home(folder) / "desktop.ini").write_bytes(b"x")


@tampering("V33", ISSUED)
def an_empty_folder_is_added(folder: Path) -> None:
    (home(folder) / "v1" / "content" / "新建文件夹").mkdir()


@tampering("V33", ISSUED)
def a_folder_is_added_to_the_object(folder: Path) -> None:
    (home(folder) / "新建文件夹").mkdir()


@tampering("V44")
def a_file_lies_among_the_objects(folder: Path) -> None:
    (home(folder).parent / "笔记.txt").write_bytes(b"x")


@tampering("V44")
def a_file_lies_in_the_storage_root(folder: Path) -> None:
    (folder / "ocfl" / "笔记.txt").write_bytes(b"x")


@tampering("V44")
def an_empty_folder_lies_in_the_storage_root(folder: Path) -> None:
    (folder / "ocfl" / "abc").mkdir()


@tampering("V44")
def a_file_lies_beside_the_log(folder: Path) -> None:
    (folder / "log" / "2031.jsonl.bak").write_bytes(b"x")


@tampering("V34", ISSUED)
def a_file_is_replaced_by_a_link(folder: Path) -> None:
    path = first_file(folder)
    outside = folder.parent / f"{folder.name}-outside"
    shutil.move(path, outside)
    path.symlink_to(outside)


@tampering("V34", ISSUED)
def a_folder_is_replaced_by_a_link(folder: Path) -> None:
    path = home(folder) / "v2" / "content"
    outside = folder.parent / f"{folder.name}-outside"
    shutil.move(path, outside)
    path.symlink_to(outside)


@tampering("V34", ISSUED)
def an_inventory_is_replaced_by_a_link(folder: Path) -> None:
    path = home(folder) / "inventory.json"
    path.unlink()
    path.symlink_to(home(folder) / "v3" / "inventory.json")


@tampering("V44")
def an_object_is_replaced_by_a_link(folder: Path) -> None:
    outside = folder.parent / f"{folder.name}-outside"
    shutil.move(home(folder), outside)
    home(folder).symlink_to(outside)


@tampering("V34", ISSUED)
def a_pipe_stands_in_for_a_file(folder: Path) -> None:
    first_file(folder).unlink()
    os.mkfifo(first_file(folder))


@tampering("V25", ISSUED)
def the_inventory_is_changed(folder: Path) -> None:
    path = home(folder) / "inventory.json"
    path.write_bytes(path.read_bytes().replace(b"created", b"Created", 1))


@tampering("V25", ISSUED)
def an_earlier_inventory_is_changed(folder: Path) -> None:
    path = home(folder) / "v1" / "inventory.json"
    path.write_bytes(path.read_bytes() + b"\n")


@tampering("V25", ISSUED)
def the_last_versions_inventory_is_destroyed(folder: Path) -> None:
    (home(folder) / "v3" / "inventory.json").write_bytes(b"\x00\xff")


@tampering("V21", ISSUED)
def the_inventory_is_missing(folder: Path) -> None:
    (home(folder) / "inventory.json").unlink()


@tampering("V21", ISSUED)
def an_earlier_inventory_is_missing(folder: Path) -> None:
    (home(folder) / "v1" / "inventory.json").unlink()


@tampering("V24", ISSUED)
def the_sidecar_is_changed(folder: Path) -> None:
    path = home(folder) / "inventory.json.sha512"
    path.write_bytes(b"0" + path.read_bytes()[1:])


@tampering("V24", ISSUED)
def a_sidecar_is_missing(folder: Path) -> None:
    (home(folder) / "v2" / "inventory.json.sha512").unlink()


@tampering("V24", ISSUED)
def a_sidecar_has_a_second_line(folder: Path) -> None:
    with (home(folder) / "inventory.json.sha512").open("ab") as file:
        file.write(b"junk\n")


@tampering("V24", ISSUED)
def a_sidecar_is_no_sidecar(folder: Path) -> None:
    (home(folder) / "v1" / "inventory.json.sha512").write_bytes(b"see there\n")


@tampering("V20", ISSUED)
def the_declaration_is_missing(folder: Path) -> None:
    (home(folder) / "0=ocfl_object_1.1").unlink()


@tampering("V20", ISSUED)
def the_declaration_has_no_newline(folder: Path) -> None:
    (home(folder) / "0=ocfl_object_1.1").write_bytes(b"ocfl_object_1.1")


@tampering("V20", ISSUED)
def the_declaration_is_of_another_version(folder: Path) -> None:
    (home(folder) / "0=ocfl_object_1.1").rename(home(folder) / "0=ocfl_object_1.0")


@tampering("V42", ISSUED)
def an_object_is_removed(folder: Path) -> None:
    shutil.rmtree(home(folder))


@tampering("V42", ISSUED)
def an_object_is_removed_with_its_folders(folder: Path) -> None:
    shutil.rmtree(home(folder).parents[2])


@tampering("V42", ISSUED)
def an_object_is_emptied(folder: Path) -> None:
    shutil.rmtree(home(folder))
    home(folder).mkdir()


@tampering("V29", paper(9))
def an_object_is_added(folder: Path) -> None:
    target = Places(folder).object(paper(9))
    shutil.copytree(home(folder, OTHER), target)
    forge_inventories(target, lambda table: table.update(id=paper(9)))


@tampering("V43", ISSUED)
def an_object_is_moved(folder: Path) -> None:
    target = folder / "ocfl" / "abc" / "def" / "012" / home(folder).name
    target.parent.mkdir(parents=True)
    home(folder).rename(target)


@tampering("V43", ISSUED)
def an_object_is_there_twice(folder: Path) -> None:
    shutil.copytree(home(folder), folder / "ocfl" / "abc" / "def" / "012" / home(folder).name)


@tampering("V46", paper(3))
def a_destroyed_object_is_back(folder: Path) -> None:
    target = Places(folder).object(paper(3))
    shutil.copytree(home(folder, OTHER), target)
    forge_inventories(target, lambda table: table.update(id=paper(3)))


@tampering("V28", ISSUED)
def a_version_is_removed(folder: Path) -> None:
    shutil.rmtree(home(folder) / "v2")


@tampering("V28", ISSUED)
def the_last_version_is_removed(folder: Path) -> None:
    shutil.rmtree(home(folder) / "v3")


@tampering("V28", ISSUED)
def an_object_is_rolled_back(folder: Path) -> None:
    shutil.rmtree(home(folder) / "v3")
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copy(home(folder) / "v2" / name, home(folder) / name)


@tampering("V28", ISSUED)
def an_object_is_rolled_back_to_its_first_version(folder: Path) -> None:
    shutil.rmtree(home(folder) / "v2")
    shutil.rmtree(home(folder) / "v3")
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copy(home(folder) / "v1" / name, home(folder) / name)


@tampering("V27", ISSUED)
def the_root_inventory_is_an_earlier_one(folder: Path) -> None:
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copy(home(folder) / "v2" / name, home(folder) / name)


@tampering("V29", ISSUED)
def a_version_is_added(folder: Path) -> None:
    shutil.copytree(home(folder) / "v3", home(folder) / "v4")
    table = json.loads((home(folder) / "v3" / "inventory.json").read_bytes())
    text = json.dumps(table).replace("v3/content", "v4/content")
    fresh = json.loads(text)
    for digest, paths in table["manifest"].items():
        fresh["manifest"][digest] = sorted({*paths, *fresh["manifest"][digest]})
    fresh["versions"]["v4"] = dict(fresh["versions"]["v3"], created="2033-01-01T00:00:00+08:00")
    fresh["head"] = "v4"
    reseal(home(folder) / "v4", fresh)


@tampering("V26", ISSUED)
def a_file_is_changed_and_all_digests_recomputed(folder: Path) -> None:
    forge_content(home(folder), "v1/content/paper.docx", b"a better paper")


@tampering("V26", OTHER)
def a_reason_is_changed_and_all_digests_recomputed(folder: Path) -> None:
    forge_inventories(
        home(folder, OTHER), lambda table: table["versions"]["v1"].update(message="another reason")
    )


def _change_line(folder: Path, place: int, change: Callable[[bytes], bytes]) -> None:
    lines = log_lines(folder)
    path, row = lines[place]
    lines[place] = (path, change(row))
    write_log(lines)


@tampering("V50")
def a_line_of_the_log_is_changed(folder: Path) -> None:
    _change_line(folder, 1, lambda row: row.replace("印发".encode(), "印制".encode()))


@tampering("V50")
def the_last_line_of_the_log_is_changed(folder: Path) -> None:
    _change_line(folder, -1, lambda row: row.replace("印发".encode(), "印制".encode()))


@tampering("V50")
def a_line_of_the_log_is_unreadable(folder: Path) -> None:
    _change_line(folder, 1, lambda row: b"\xff" + row[1:])


@tampering("V50")
def a_line_is_written_another_way(folder: Path) -> None:
    _change_line(folder, 1, lambda row: row.replace(b'","by"', b'", "by"'))


@tampering("V51", OTHER)
def a_line_of_the_log_is_changed_and_sealed_again(folder: Path) -> None:
    _change_line(folder, 1, lambda row: sealed({**json.loads(row), "reason": "印制"}))


@tampering("V51")
def a_line_of_the_log_is_removed(folder: Path) -> None:
    lines = log_lines(folder)
    del lines[1]
    write_log(lines)


@tampering("V51")
def the_first_line_of_the_log_is_removed(folder: Path) -> None:
    write_log(log_lines(folder)[1:])


@tampering("V29", LAST)
def the_last_line_of_the_log_is_removed(folder: Path) -> None:
    write_log(log_lines(folder)[:-1])


@tampering("V51", OTHER)
def two_lines_of_the_log_change_places(folder: Path) -> None:
    lines = log_lines(folder)
    lines[1], lines[2] = lines[2], lines[1]
    write_log(lines)


@tampering("V51", OTHER)
def a_line_stands_twice(folder: Path) -> None:
    lines = log_lines(folder)
    write_log([*lines[:2], lines[1], *lines[2:]])


@tampering("V50")
def a_line_stands_in_another_years_file(folder: Path) -> None:
    lines = log_lines(folder)
    last_of_the_year = max(place for place, (path, _) in enumerate(lines) if path.name == "2031.jsonl")
    lines[last_of_the_year] = (folder / "log" / "2032.jsonl", lines[last_of_the_year][1])
    write_log(lines)


@tampering("V50")
def a_year_of_the_log_is_saved_with_other_line_breaks(folder: Path) -> None:
    path = folder / "log" / "2031.jsonl"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


@tampering("V50")
def a_year_of_the_log_is_renamed(folder: Path) -> None:
    (folder / "log" / "2031.jsonl").rename(folder / "log" / "2030.jsonl")


@tampering("V44")
def an_empty_folder_lies_among_the_extensions(folder: Path) -> None:
    (folder / "ocfl" / "extensions" / "0042-x").mkdir()


@tampering("V44")
def a_folder_with_a_file_lies_among_the_extensions(folder: Path) -> None:
    (folder / "ocfl" / "extensions" / "0042-x").mkdir()
    (folder / "ocfl" / "extensions" / "0042-x" / "secret.txt").write_bytes(b"x")


@tampering("V49")
def something_lies_among_the_checkpoints(folder: Path) -> None:
    (folder / "checkpoints").mkdir(exist_ok=True)
    (folder / "checkpoints" / "说明.docx").write_bytes(b"x")


@tampering("V51")
def the_first_year_of_the_log_is_missing(folder: Path) -> None:
    (folder / "log" / "2031.jsonl").unlink()


@tampering("V51")
def the_last_year_of_the_log_is_missing(folder: Path) -> None:
    (folder / "log" / "2032.jsonl").unlink()


@tampering("V50")
def the_log_is_missing(folder: Path) -> None:
    for path in (folder / "log").iterdir():
        path.unlink()


@tampering("V50")
def the_log_is_a_link(folder: Path) -> None:
    path = folder / "log" / "2032.jsonl"
    outside = folder.parent / f"{folder.name}-outside"
    shutil.move(path, outside)
    path.symlink_to(outside)


def _in_chain(folder: Path, seq: int, **changes: Any) -> None:
    def change(table: dict[str, Any]) -> None:
        if table["seq"] == seq:
            table.update(changes)

    rewrite_chain(folder, change)


@tampering("V38", ISSUED)
def the_person_is_another_in_the_log(folder: Path) -> None:
    _in_chain(folder, 1, by="别人")


@tampering("V38", ISSUED)
def the_reason_is_another_in_the_log(folder: Path) -> None:
    _in_chain(folder, 1, reason="别的事由")


@tampering("V38", ISSUED)
def the_day_is_another_in_the_log(folder: Path) -> None:
    _in_chain(folder, 1, at="2031-11-30T09:00:01+08:00")


@tampering("V38", ISSUED)
def the_number_is_another_in_the_log(folder: Path) -> None:
    _in_chain(folder, 1, doc_no=doc_no(99))


@tampering("V40")
def the_roots_declaration_is_changed(folder: Path) -> None:
    (folder / "ocfl" / "0=ocfl_1.1").write_bytes(b"ocfl^1.1\n")


@tampering("V40")
def the_layout_is_changed(folder: Path) -> None:
    path = folder / "ocfl" / "ocfl_layout.json"
    path.write_bytes(path.read_bytes().replace(b"Hashed", b"hashed"))


@tampering("V40")
def the_layouts_settings_are_missing(folder: Path) -> None:
    next((folder / "ocfl" / "extensions").rglob("config.json")).unlink()


@tampering("V58")
def something_is_left_in_staging(folder: Path) -> None:
    (folder / "staging" / "99" / "v1").mkdir(parents=True)


@tampering("V58")
def the_last_line_was_not_finished(folder: Path) -> None:
    with (folder / "log" / "2032.jsonl").open("ab") as file:
        file.write(b'{"at":"2032-02')


def _attach(folder: Path, name: str, data: bytes) -> None:
    with writing(folder, by=BY, disk=Unsynced()) as writer:
        writer.commit([Deposit(LAST, "attach", {name: data}, BY, "附件")])


@tampering("V39", LAST)
def a_pdf_is_locked_with_a_password(folder: Path) -> None:
    _attach(folder, "scan/x.pdf", b"%PDF-1.7 trailer << /Encrypt 5 0 R >>")


@tampering("V39", LAST)
def a_word_file_is_locked_with_a_password(folder: Path) -> None:
    _attach(folder, "scan/x.docx", b"\xd0\xcf\x11\xe0 the encrypted package")


@tampering("V39", LAST)
def a_picture_is_none(folder: Path) -> None:
    _attach(folder, "scan/x.jpg", b"no picture")


@tampering("V49")
def the_note_for_readers_is_changed(folder: Path) -> None:
    with (folder / "README.txt").open("ab") as file:
        file.write(b"x")


@tampering("V49")
def the_index_is_damaged(folder: Path) -> None:
    (folder / "index.sqlite").write_bytes(b"no database")


@tampering("V49")
def something_lies_in_the_archives_folder(folder: Path) -> None:
    (folder / "新建 文本文档.txt").write_bytes(b"")


@tampering("V59", LAST)
def what_waits_in_staging_is_not_what_was_logged(folder: Path) -> None:
    version = home(folder, LAST) / "v1"
    staged = folder / "staging" / "8"
    shutil.copytree(home(folder, LAST), staged)
    shutil.rmtree(home(folder, LAST).parents[2])
    table = json.loads((version / "inventory.json").read_bytes()) if version.is_dir() else {}
    reseal(staged / "v1", {**table, "id": paper(9)})


@tampering("V30", ISSUED)
def a_file_is_renamed(folder: Path) -> None:
    first_file(folder).rename(first_file(folder).with_name("改名.docx"))


@tampering("V30", ISSUED)
def a_file_is_moved_to_another_version(folder: Path) -> None:
    first_file(folder).rename(home(folder) / "v2" / "content" / "paper.docx")


@tampering("V30", ISSUED)
def a_folder_stands_in_the_place_of_a_file(folder: Path) -> None:
    first_file(folder).unlink()
    first_file(folder).mkdir()


@tampering("V21", ISSUED)
def a_folder_stands_in_the_place_of_an_inventory(folder: Path) -> None:
    (home(folder) / "v1" / "inventory.json").unlink()
    (home(folder) / "v1" / "inventory.json").mkdir()


@tampering("V24", ISSUED)
def a_folder_stands_in_the_place_of_a_sidecar(folder: Path) -> None:
    (home(folder) / "v1" / "inventory.json.sha512").unlink()
    (home(folder) / "v1" / "inventory.json.sha512").mkdir()


@tampering("V40")
def a_folder_stands_in_the_place_of_the_layout(folder: Path) -> None:
    (folder / "ocfl" / "ocfl_layout.json").unlink()
    (folder / "ocfl" / "ocfl_layout.json").mkdir()


@tampering("V30", ISSUED)
def the_only_file_of_a_folder_is_missing(folder: Path) -> None:
    next((home(folder) / "v1" / "content" / "record").rglob("*.yaml")).unlink()


@tampering("V21", ISSUED)
def an_inventory_is_renamed(folder: Path) -> None:
    (home(folder) / "v1" / "inventory.json").rename(home(folder) / "v1" / "inventory.bak")


@tampering("V24", ISSUED)
def a_sidecar_is_renamed(folder: Path) -> None:
    (home(folder) / "inventory.json.sha512").rename(home(folder) / "inventory.json.sha512 (1)")


@tampering("V34", ISSUED)
def the_declaration_is_a_link(folder: Path) -> None:
    path = home(folder) / "0=ocfl_object_1.1"
    path.unlink()
    path.symlink_to(home(folder, OTHER) / path.name)


@tampering("V20", ISSUED)
def the_declaration_is_huge(folder: Path) -> None:
    (home(folder) / "0=ocfl_object_1.1").write_bytes(b"x" * 100_000)


@tampering("V40")
def the_layout_is_huge(folder: Path) -> None:
    (folder / "ocfl" / "ocfl_layout.json").write_bytes(b" " * 1_000_000)


@tampering("V50")
def the_first_year_of_the_log_is_a_link(folder: Path) -> None:
    path = folder / "log" / "2031.jsonl"
    outside = folder.parent / f"{folder.name}-outside"
    shutil.move(path, outside)
    path.symlink_to(outside)


@tampering("V50")
def a_folder_stands_in_the_place_of_the_log(folder: Path) -> None:
    (folder / "log" / "2032.jsonl").unlink()
    (folder / "log" / "2032.jsonl").mkdir()


@tampering("V29", LAST)
def the_log_is_cut_within_its_last_line(folder: Path) -> None:
    path = folder / "log" / "2032.jsonl"
    path.write_bytes(path.read_bytes()[:-100])


@tampering("V50")
def an_earlier_year_is_cut_within_its_last_line(folder: Path) -> None:
    path = folder / "log" / "2031.jsonl"
    path.write_bytes(path.read_bytes()[:-100])


@tampering("V50")
def the_last_line_break_of_the_log_is_changed(folder: Path) -> None:
    path = folder / "log" / "2032.jsonl"
    path.write_bytes(path.read_bytes()[:-1] + b"\x0b")


@tampering("V20", ISSUED)
def a_folder_stands_in_the_place_of_the_declaration(folder: Path) -> None:
    (home(folder) / "0=ocfl_object_1.1").unlink()
    (home(folder) / "0=ocfl_object_1.1").mkdir()


@tampering("V50", LAST)
def the_last_line_claims_a_monstrous_number(folder: Path) -> None:
    _change_line(folder, -1, lambda row: sealed({**json.loads(row), "seq": 10**15}))


@tampering("V51", ISSUED)
def the_first_line_follows_another(folder: Path) -> None:
    _change_line(folder, 0, lambda row: sealed({**json.loads(row), "prev": "1" * 128}))
