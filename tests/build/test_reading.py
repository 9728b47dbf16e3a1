"""Reading many files gives what reading a few gives, and an unchanged file is not parsed again."""

import shutil
from datetime import date

import pytest

from docgen.actions.build import Wanted, build
from docgen.actions.init import init
from docgen.build import reading
from docgen.build.office import load_office
from docgen.build.stored import StoredBranch
from docgen.campaign import similarity
from docgen.records import loader
from docgen.workspace import Workspace

DAY = date(2012, 7, 1)
KINDS = ("D01", "D07", "D08", "D21", "D22", "D26")


class Silent:
    def starts(self, what, total):
        pass

    def advances(self):
        pass


@pytest.fixture
def office(tmp_path):
    """A workspace with faults in its records, of branches and of the office."""
    root = init(tmp_path / "office").root
    for number, old, new in (
        (1, "agree: 26", "agree: 很多"),
        (2, "  secretary: ", "  secretary: 某"),
        (3, "  id: Z03\n", "  id: Z30\n"),
    ):
        path = root / "data" / "branches" / f"branch-Z0{number}.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    path = root / "data" / "branches" / "branch-Z04.yaml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("\nmethod:")], "utf-8")
    (root / "data" / "branches" / "branch-Z05.yaml").write_text("branch: [", "utf-8")
    return root


@pytest.fixture
def many(monkeypatch):
    """Six files are many."""
    monkeypatch.setattr(reading, "_MANY", 2)
    monkeypatch.setattr(reading, "_FILES", 2)


@pytest.fixture
def parsed(monkeypatch):
    read = []
    compose = loader.compose

    def noting(text, limits):
        read.append(text[:40])
        return compose(text, limits)

    monkeypatch.setattr(loader, "compose", noting)
    return read


def built(root, day=DAY, **wanted):
    return build(Workspace.find(root), Wanted(KINDS, **wanted), day, Silent())


def papers(root):
    output = root / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*.docx")}


def edit(root, file, old, new):
    path = root / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("day", [DAY, None])
@pytest.mark.parametrize("processes", [1, 2])
def test_many_records_are_judged_like_a_few(office, monkeypatch, day, processes):
    workspace = Workspace.find(office)
    few = load_office(workspace, day, date(2026, 11, 20))
    monkeypatch.setattr(reading, "_MANY", 2)
    reading._sources.clear()

    many = load_office(workspace, day, date(2026, 11, 20), processes=processes)

    assert many.findings == few.findings
    assert (many.as_of, many.unread, many.branch_files) == (few.as_of, few.unread, few.branch_files)
    assert {type(one) for one in many.office.branches} == {StoredBranch}
    assert len(few.findings) > 10


def test_many_records_give_the_papers_that_a_few_give(office, tmp_path, monkeypatch):
    again = tmp_path / "again"
    shutil.copytree(office, again)
    few = built(office, processes=1)
    monkeypatch.setattr(reading, "_MANY", 2)

    many = built(again, processes=2)

    assert papers(again) == papers(office)
    assert many.outcomes == few.outcomes


@pytest.mark.parametrize("bound", [100, 2])
def test_only_the_changed_file_is_parsed_again(office, monkeypatch, parsed, bound):
    monkeypatch.setattr(reading, "_MANY", bound)
    built(office, processes=1)
    built(office, date(2012, 7, 2), processes=1)
    reading._sources.clear()
    parsed.clear()
    edit(office, "branches/branch-Z06.yaml", "  copies: 3\n", "  copies: 5\n")

    built(office, date(2012, 7, 2), processes=1)

    records = [start for start in parsed if "schema: jinwei" in start or start.startswith("branch")]
    assert sum("branch-Z06" in text or "Z06" in text for text in parsed) <= 1
    assert len(parsed) <= 1 + 1 + 1 + len(list((office / "data" / "papers").glob("*.yaml")))
    assert records


def test_what_is_told_from_notes_is_what_is_told_from_the_files(office):
    workspace = Workspace.find(office)
    fresh = load_office(workspace, DAY, DAY)
    load_office(workspace, DAY, DAY, notes=True)
    reading._sources.clear()

    assert load_office(workspace, DAY, DAY).findings == fresh.findings
    assert list((office / "output" / ".docgen" / "records").iterdir())


@pytest.mark.parametrize("bound", [100, 2])
def test_fingerprints_of_an_unchanged_file_are_not_made_again(office, monkeypatch, bound):
    monkeypatch.setattr(reading, "_MANY", bound)
    built(office, processes=1)
    asked = []
    fresh = similarity.RMinHash.digests_from_token_sets
    monkeypatch.setattr(similarity, "RMinHash", Noting(fresh, asked))
    edit(office, "branches/branch-Z06.yaml", "  copies: 3\n", "  copies: 5\n")

    built(office, date(2012, 7, 2), processes=1)

    sentences = len(asked)
    assert sentences
    built(office, date(2012, 7, 3), processes=1)
    assert len(asked) == sentences


class Noting:
    """Notes every sentence whose fingerprint is made."""

    def __init__(self, fresh, asked):
        self._fresh, self._asked = fresh, asked

    def digests_from_token_sets(self, sets, *how):
        self._asked += sets
        return self._fresh(sets, *how)


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, None])
def test_damaged_note_counts_as_none(office, damage):
    workspace = Workspace.find(office)
    fresh = load_office(workspace, DAY, DAY, notes=True)
    for note in (office / "output" / ".docgen" / "records").iterdir():
        note.write_bytes(note.read_bytes()[:-3] if damage is None else damage)

    assert load_office(workspace, DAY, DAY).findings == fresh.findings


def test_reading_without_notes_writes_nothing(office):
    load_office(Workspace.find(office), DAY, DAY)

    assert not (office / "output" / ".docgen").exists()
