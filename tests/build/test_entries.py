"""Entries held packed read like entries in a dict."""

import random

import pytest

from docgen.build import entries as module
from docgen.build.entries import Entries, Entry
from docgen.build.manifest import read_manifest, write_manifest


def entry(key, **more):
    return Entry(f"{key.partition('/')[0]}/{key.replace('/', '_')}.docx", owner=key.partition("/")[0], **more)


@pytest.fixture
def few_open(monkeypatch):
    monkeypatch.setattr(module, "_OPEN", 2)


def test_entries_stay_what_a_dict_would_be(few_open, tmp_path):
    chance, known, entries = random.Random(7), {}, Entries()
    for step in range(400):
        key = f"Z{chance.randrange(9)}/D{chance.randrange(4)}//"
        if chance.random() < 0.3 and key in known:
            del known[key], entries[key]
        else:
            known[key] = entries[key] = entry(key, size=step, notes=("满", "&<{{"))
        if chance.random() < 0.05:
            write_manifest(tmp_path, entries)
            entries = read_manifest(tmp_path)

        assert len(entries) == len(known)
        assert key in entries or key not in known
    assert dict(entries) == known
    assert {key: entries.get(key) for key in known} == known


def test_owner_whose_papers_are_all_gone_is_gone_from_the_file(few_open, tmp_path):
    entries = Entries.of((key, entry(key)) for key in ("Z1/a", "Z2/a", "Z3/a", "Z4/a"))

    del entries["Z2/a"]
    write_manifest(tmp_path, entries)

    assert list(read_manifest(tmp_path)) == ["Z1/a", "Z3/a", "Z4/a"]


@pytest.mark.parametrize("keys", [(), ("Z1/a",), ("\udcff/a", "甲 乙\n/a", '"/{"', "", "/")])
def test_manifest_gives_back_what_it_was_given(tmp_path, keys):
    known = {key: Entry("Z/a.docx", title=f"“{key}”\n", pages=3) for key in keys}

    write_manifest(tmp_path, Entries.of(known.items()))

    assert dict(read_manifest(tmp_path)) == known


def test_same_entries_leave_the_file_alone(tmp_path):
    for _ in range(2):
        write_manifest(tmp_path, Entries.of([("Z1/b", entry("Z1/b")), ("Z1/a", entry("Z1/a"))]))
        before = (tmp_path / "manifest.json").stat().st_mtime_ns
    again = read_manifest(tmp_path)
    again["Z1/a"] = again["Z1/a"]
    write_manifest(tmp_path, again)

    assert (tmp_path / "manifest.json").stat().st_mtime_ns == before


def test_line_of_another_shape_is_no_manifest(tmp_path):
    write_manifest(tmp_path, Entries.of((key, entry(key)) for key in ("Z1/a", "Z2/a")))
    path = tmp_path / "manifest.json"

    for old, new in (('"Z2/a":', '"Z1/b":'), ('"Z2/a":', '"Z2/a",'), ('"path":"Z2', '"path":"../Z2')):
        text = path.read_text()
        path.write_text(text.replace(old, new))
        assert dict(read_manifest(tmp_path)) == {}
        path.write_text(text)


def test_papers_of_a_folder_are_found_whoever_owns_them(few_open):
    entries = Entries.of((f"Z{n}/a", Entry(f"{folder}/{n}.docx")) for n, folder in enumerate("AABBA"))
    assert {one.path for one in entries.beside("B/x.docx")} == {"B/2.docx", "B/3.docx"}

    entries["Z9/a"] = Entry("B/9.docx")
    entries["Z2/a"] = Entry("A/2.docx")

    assert {one.path for one in entries.beside("B/x.docx")} == {"B/3.docx", "B/9.docx"}
