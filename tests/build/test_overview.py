from datetime import date

from docgen.actions.init import init
from docgen.build.office import load_office
from docgen.build.overview import overview
from docgen.workspace import Workspace
from support.official import good, loaded

DAY = date(2012, 6, 20)


def test_each_record_has_a_line_as_it_stood_on_the_day(tmp_path):
    workspace = Workspace.find(init(tmp_path / "office").root)

    lines = [line for line in overview(load_office(workspace, DAY, DAY)) if not line.is_paper]

    assert [line.id for line in lines] == ["DW", "Z01", "Z02", "Z03", "Z04", "Z05", "Z06"]
    assert (lines[1].states[-1], lines[1].problems, lines[1].settled) == ("S7", 3, 0)
    assert lines[0].problems == sum(line.problems for line in lines[1:])


def test_a_record_that_cannot_be_read_has_a_line_without_a_name(tmp_path):
    workspace = Workspace.find(init(tmp_path / "office").root)
    (workspace.branches / "branch-Z02.yaml").write_text("a: [", "utf-8")

    last = overview(load_office(workspace, DAY, DAY))[-1]

    assert (last.id, last.name, last.file) == ("", "", "data/branches/branch-Z02.yaml")


def test_without_the_committees_record_there_is_its_file(tmp_path):
    workspace = Workspace.find(init(tmp_path / "office", empty=True).root)

    assert [line.file for line in overview(load_office(workspace, DAY, DAY))] == ["data/committee.yaml"]


def test_official_papers_have_lines_of_their_own(tmp_path):
    lines = overview(loaded(tmp_path, good(), good(id="b", number=None)))

    assert [(line.id, line.name, line.file) for line in lines[1:]] == [
        ("p1", "关于开展消防安全检查的通知", "data/papers/p1.yaml"),
        ("b", "关于开展消防安全检查的通知", "data/papers/p2.yaml"),
    ]
    assert all(line.is_paper for line in lines[1:])
