import json

import pytest

from docgen.build.manifest import Entry
from docgen.build.output import OpenElsewhere, Output
from docgen.files import CannotWrite


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "output"


def built(folder, key="Z01/a", path="Z01/a_v1.docx", data=b"one", force=False):
    """The folder after one build of one paper."""
    output = Output.open(folder)
    placed = output.place(key, Entry(path), data, force=force)
    output.save()
    return placed


def test_new_paper_is_written(folder):
    placed = built(folder)

    assert placed.status == "written"
    assert (folder / "Z01/a_v1.docx").read_bytes() == b"one"


def test_same_paper_is_unchanged_and_not_touched(folder):
    built(folder)
    before = (folder / "Z01/a_v1.docx").stat().st_mtime_ns

    assert built(folder).status == "unchanged"
    assert (folder / "Z01/a_v1.docx").stat().st_mtime_ns == before


def test_changed_paper_replaces_ours(folder):
    built(folder)

    assert built(folder, data=b"two").status == "written"
    assert (folder / "Z01/a_v1.docx").read_bytes() == b"two"


def test_edited_paper_is_kept_and_reported(folder):
    built(folder)
    (folder / "Z01/a_v1.docx").write_bytes(b"edited by a clerk")

    placed = built(folder, data=b"two")

    assert placed.status == "kept"
    assert "--force" in placed.note
    assert (folder / "Z01/a_v1.docx").read_bytes() == b"edited by a clerk"


def test_edited_paper_stays_kept_on_the_next_build(folder):
    built(folder)
    (folder / "Z01/a_v1.docx").write_bytes(b"edited by a clerk")
    built(folder, data=b"two")

    assert built(folder, data=b"three").status == "kept"


def test_force_overwrites_an_edited_paper_and_keeps_it_aside(folder):
    built(folder)
    (folder / "Z01/a_v1.docx").write_bytes(b"edited by a clerk")

    assert built(folder, data=b"two", force=True).status == "written"
    assert (folder / "Z01/a_v1.docx").read_bytes() == b"two"
    assert (folder / "旧版/Z01/a_v1.docx").read_bytes() == b"edited by a clerk"


def test_file_of_unknown_origin_is_not_overwritten(folder):
    (folder / "Z01").mkdir(parents=True)
    (folder / "Z01/a_v1.docx").write_bytes(b"somebody's")

    assert built(folder).status == "kept"


def test_new_name_moves_the_old_paper_and_its_pdf_aside(folder):
    built(folder)
    (folder / "Z01/a_v1.pdf").write_bytes(b"%PDF")

    built(folder, path="Z01/a_v2.docx", data=b"two")

    assert not (folder / "Z01/a_v1.docx").exists()
    assert (folder / "旧版/Z01/a_v1.docx").read_bytes() == b"one"
    assert (folder / "旧版/Z01/a_v1.pdf").is_file()


def test_old_paper_that_was_edited_stays_where_it_is(folder):
    built(folder)
    (folder / "Z01/a_v1.docx").write_bytes(b"edited by a clerk")

    placed = built(folder, path="Z01/a_v2.docx", data=b"two")

    assert placed.status == "written"
    assert "a_v1" in placed.note
    assert (folder / "Z01/a_v1.docx").read_bytes() == b"edited by a clerk"


def test_two_old_papers_of_one_name_both_stay(folder):
    for number, data in enumerate((b"one", b"two", b"three")):
        built(folder, path=f"Z01/a_v{number % 2}.docx", data=data)
    built(folder, path="Z01/a_v1.docx", data=b"four")

    assert {path.read_bytes() for path in (folder / "旧版/Z01").iterdir()} == {b"one", b"two", b"three"}


@pytest.mark.parametrize("lock", ["~$a_v1.docx", "~$v1.docx", ".~lock.a_v1.docx#"])
def test_paper_that_is_open_in_word_is_not_overwritten(folder, lock):
    built(folder)
    (folder / "Z01" / lock).touch()

    with pytest.raises(OpenElsewhere) as caught:
        built(folder, data=b"two")

    assert "关闭" in caught.value.remedy
    assert (folder / "Z01/a_v1.docx").read_bytes() == b"one"


def test_unchanged_paper_may_be_open_in_word(folder):
    built(folder)
    (folder / "Z01/~$v1.docx").touch()

    assert built(folder).status == "unchanged"


def manifest(**entry):
    return json.dumps({"version": 2, "papers": {"a": {"path": "Z01/a.docx", **entry}}})


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", '{"version": 1, "papers": {"a": {}}}', '{"version": 99}', "\0"),
        *(manifest(path=path) for path in (None, 5, "", "Z01", "a\0.docx", "../data/a.yaml", "/etc/a.conf")),
        *(manifest(**{name: value}) for name, value in (("notes", [5]), ("digest", 5), ("size", "x"))),
    ],
)
def test_broken_manifest_counts_as_none(folder, text):
    (folder / ".docgen").mkdir(parents=True)
    (folder / ".docgen/manifest.json").write_text(text)

    assert Output.open(folder).entries == {}


def test_whole_manifest_counts(folder):
    (folder / ".docgen").mkdir(parents=True)
    (folder / ".docgen/manifest.json").write_text(manifest(size=3))

    assert Output.open(folder).entries == {"a": Entry("Z01/a.docx", size=3)}


def test_nonsense_in_the_journal_is_passed_over(folder):
    (folder / ".docgen").mkdir(parents=True)
    lines = ['["a", {"path": 5}]', '["a", {"path": "x.docx", "digest": [1]}]', "[1]", "null", "[" * 99_999]
    (folder / ".docgen/journal.jsonl").write_text("\n".join(lines))

    assert Output.open(folder).entries == {}


def test_folder_in_the_place_of_a_paper_is_told(folder):
    (folder / "Z01/a_v1.docx").mkdir(parents=True)

    with pytest.raises(CannotWrite):
        built(folder)


def test_pdf_is_needed_until_it_shows_the_paper_as_it_is(folder):
    built(folder)
    output = Output.open(folder)
    assert output.needs_pdf("Z01/a")

    (folder / "Z01/a_v1.pdf").write_bytes(b"%PDF")
    output.has_pdf("Z01/a", digest="", pages=1, form="pdf", printer="", notes=())
    assert not output.needs_pdf("Z01/a")

    output.place("Z01/a", Entry("Z01/a_v1.docx"), b"two", force=False)
    assert output.needs_pdf("Z01/a")


def test_manifest_tells_what_lies_there_and_whose_it_is(folder):
    output = Output.open(folder)
    told = Entry("Z01/a.docx", owner="Z01", code="D21", title="问题档案", draft=True, notes=("满",))
    output.place("Z01/a", told, b"one", force=False)
    output.save()

    entry = Output.open(folder).entries["Z01/a"]
    assert (entry.owner, entry.code, entry.title, entry.draft) == ("Z01", "D21", "问题档案", True)
    assert entry.notes == ("满",)
    assert (entry.size, entry.mtime_ns) == (3, (folder / "Z01/a.docx").stat().st_mtime_ns)


def test_paper_whose_build_was_killed_before_the_manifest_is_still_ours(folder):
    built(folder)
    killed = Output.open(folder)
    killed.place("Z01/a", Entry("Z01/a_v1.docx"), b"two", force=False)
    killed.place("Z01/b", Entry("Z01/b.docx"), b"new", force=False)

    after = Output.open(folder)

    assert after.place("Z01/a", Entry("Z01/a_v1.docx"), b"three", force=False).status == "written"
    assert after.place("Z01/b", Entry("Z01/b.docx"), b"newer", force=False).status == "written"


def test_paper_that_was_begun_and_not_written_leaves_the_older_one_ours(folder):
    built(folder)
    killed = Output.open(folder)
    killed._journal.add("Z01/a", Entry("Z01/a_v1.docx"), "digest of what was never written")

    after = Output.open(folder)

    assert after.place("Z01/a", Entry("Z01/a_v1.docx"), b"two", force=False).status == "written"


def test_torn_line_of_the_journal_is_passed_over(folder):
    built(folder)
    killed = Output.open(folder)
    killed.place("Z01/a", Entry("Z01/a_v1.docx"), b"two", force=False)
    with (folder / ".docgen" / "journal.jsonl").open("a") as file:
        file.write('["Z01/b", {"path": "Z0')

    assert built(folder, data=b"three").status == "written"
    assert not (folder / ".docgen" / "journal.jsonl").exists()


def test_paper_that_is_no_longer_wanted_moves_aside_with_its_pdf(folder):
    built(folder)
    (folder / "Z01/a_v1.pdf").write_bytes(b"%PDF")
    output = Output.open(folder)

    assert output.put_away("Z01/a") == (True, "旧版/Z01/a_v1.docx")
    assert not (folder / "Z01").exists()
    assert (folder / "旧版/Z01/a_v1.pdf").is_file()
    assert output.entries == {}


def test_edited_paper_that_is_no_longer_wanted_stays(folder):
    built(folder)
    (folder / "Z01/a_v1.docx").write_bytes(b"edited by a clerk")

    assert Output.open(folder).put_away("Z01/a") == (True, "")
    assert (folder / "Z01/a_v1.docx").read_bytes() == b"edited by a clerk"


def test_open_paper_that_is_no_longer_wanted_stays_ours(folder):
    built(folder)
    (folder / "Z01/~$v1.docx").touch()
    output = Output.open(folder)

    with pytest.raises(OpenElsewhere):
        output.put_away("Z01/a")

    assert "Z01/a" in output.entries


def test_announced_papers_are_in_the_journal_before_the_first_is_placed(folder):
    output = Output.open(folder)
    papers = [(f"Z01/{name}", Entry(f"Z01/{name}_v1.docx"), name.encode()) for name in "ab"]

    output.announce(papers)
    (folder / "Z01").mkdir()
    (folder / "Z01/b_v1.docx").write_bytes(b"b")  # the rename outlived the power cut, the manifest did not

    lines = (folder / ".docgen/journal.jsonl").read_text().split("\n")
    assert len([line for line in lines if line]) == 2
    assert built(folder, "Z01/b", "Z01/b_v1.docx", b"new").status == "written"


@pytest.mark.parametrize("name", ["manifest.json", "journal.jsonl"])
def test_a_folder_in_the_place_of_a_note_is_told_as_such(folder, name):
    (folder / ".docgen" / name).mkdir(parents=True)
    output = Output.open(folder)

    try:
        output.place("Z01/a", Entry("Z01/a_v1.docx"), b"one", force=False)
        output.save()
    except CannotWrite as error:
        output.unsaved = error

    assert "请把这个同名的文件夹移走" in output.unsaved.remedy
