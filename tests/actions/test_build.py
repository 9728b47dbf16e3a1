import io
import os
import shutil
import zipfile
from datetime import date

import pytest

from docgen.actions.build import NoOffice, Wanted, build
from docgen.actions.init import init
from docgen.actions.list_stale import list_stale
from docgen.build.owners import UnknownBranch
from docgen.build.paper import Workshop
from docgen.kinds import UnknownKind
from docgen.records import loader
from docgen.workspace import Workspace

TODAY = date(2026, 11, 20)
KINDS = ("D01", "D07", "D21", "D22")


class Silent:
    def starts(self, what, total):
        pass

    def advances(self):
        pass


@pytest.fixture
def office(tmp_path):
    """A workspace with the sample records."""
    return init(tmp_path / "office").root


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A workspace with the papers of KINDS, made once."""
    root = init(tmp_path_factory.mktemp("finished") / "office").root
    built(root, *KINDS)
    return root


@pytest.fixture
def made(finished, tmp_path):
    """A workspace of its own with the papers of KINDS, as one that was moved here."""
    return shutil.copytree(finished, tmp_path / "office")


def built(root, *kinds, **wanted):
    return build(Workspace.find(root), Wanted(kinds, **wanted), TODAY, Silent())


def edit(root, file, old, new):
    path = root / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def papers(root):
    """Bytes of every paper in the output folder, by its path."""
    output = root / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*.docx")}


def statuses(result):
    return {outcome.status for outcome in result.outcomes}


def outcome_of(result, label, owner):
    (found,) = (o for o in result.outcomes if (o.job.label, o.job.owner) == (label, owner))
    return found


def body(paper):
    return zipfile.ZipFile(io.BytesIO(paper)).read("word/document.xml").decode()


def test_papers_bear_branch_code_title_edition_and_date_in_their_names(office):
    built(office, "D22", "D26", "D01", branches=("Z01", "DW"))

    assert set(papers(office)) == {
        "DW/DW_D01_晋位方案_v1_20120615.docx",
        "DW/DW_D26-result_档次审定结果公示_v1_20121217.docx",
        "Z01/Z01_D22_升级办法_v2_20120614.docx",
        "Z01/Z01_D26-goals_G1_目标和办法公示_v2_20120615.docx",
    }


def test_same_records_give_the_same_bytes(office, tmp_path):
    built(office, "D21", "D07", "D26")
    first = papers(office)
    again = init(tmp_path / "again").root

    built(again, "D21", "D07", "D26")

    assert papers(again) == first


def test_several_processes_give_the_same_bytes(office, tmp_path):
    built(office, "D21", "D22", processes=1)
    again = init(tmp_path / "again").root

    built(again, "D21", "D22", processes=2)

    assert papers(again) == papers(office)


def test_second_build_changes_nothing(made):
    built(made, "D22")
    before = papers(made)

    result = built(made, "D22")

    assert statuses(result) == {"unchanged"}
    assert papers(made) == before


def test_changed_record_changes_only_its_papers(made):
    built(made, "D22", "D21")
    edit(made, "branches/branch-Z01.yaml", "grade: 先进", "grade: 标兵")

    result = built(made, "D22", "D21")

    assert {o.job.owner for o in result.outcomes if o.status == "written"} == {"Z01"}


def test_edited_paper_is_not_overwritten_and_is_reported(made):
    built(made, "D22", branches=("Z01",))
    (paper,) = (made / "output" / "Z01").glob("*_D22_*.docx")
    paper.write_bytes(b"edited by a clerk")

    outcome = outcome_of(built(made, "D22", branches=("Z01",)), "D22", "Z01")

    assert (outcome.status, paper.read_bytes()) == ("skipped", b"edited by a clerk")
    assert "--force" in outcome.reason


def test_new_edition_moves_the_old_paper_aside(made):
    built(made, "D22", branches=("Z01",))
    edit(made, "branches/branch-Z01.yaml", "version: 2", "version: 3")

    built(made, "D22", branches=("Z01",))

    assert [path.name for path in (made / "output" / "Z01").glob("*_D22_*")] == [
        "Z01_D22_升级办法_v3_20120614.docx"
    ]
    assert (made / "output" / "旧版" / "Z01" / "Z01_D22_升级办法_v2_20120614.docx").is_file()


def test_paper_whose_state_is_not_reached_is_skipped_with_the_reason(office):
    path = office / "data" / "branches" / "branch-Z01.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("\nbaseline:")], encoding="utf-8")

    outcome = outcome_of(built(office, "D15", branches=("Z01",)), "D15-branch", "Z01")

    assert outcome.status == "skipped"
    assert outcome.reason


def test_error_on_a_feeding_key_makes_a_draft_with_the_mark(office):
    edit(office, "branches/branch-Z01.yaml", "agree: 26", "agree: 很多")

    result = built(office, "D22", "D21", branches=("Z01",))

    draft, other = outcome_of(result, "D22", "Z01"), outcome_of(result, "D21", "Z01")
    members = zipfile.ZipFile(io.BytesIO(papers(office)[draft.job.path]))
    assert draft.draft
    assert "branch-Z01.yaml" in draft.reason
    assert any("草稿" in members.read(name).decode() for name in members.namelist() if "header" in name)
    assert not other.draft
    assert result.exit_status == 1


def test_error_in_one_branch_makes_no_draft_of_another(office):
    edit(office, "branches/branch-Z01.yaml", "rated_on: 2012-04-20", "rated_on: 2012-04-31")

    result = built(office, "D22")

    assert [o.job.owner for o in result.outcomes if o.draft] == ["Z01"]


def test_error_in_one_branch_makes_a_draft_of_the_committees_sum(office):
    edit(office, "branches/branch-Z01.yaml", "rated_on: 2012-04-20", "rated_on: 2012-04-31")

    assert outcome_of(built(office, "D01"), "D01", "DW").draft


def test_one_failing_paper_stops_no_other(office):
    own = office / "templates" / "upgrade-method"
    own.mkdir()
    (own / "template.docx").write_bytes(b"no Word file")

    result = built(office, "D21", "D22", branches=("Z01",))

    assert outcome_of(result, "D22", "Z01").status == "failed"
    assert "docx" in outcome_of(result, "D22", "Z01").reason
    assert outcome_of(result, "D21", "Z01").status == "written"
    assert result.exit_status == 1


def test_manifest_that_feeds_on_nothing_known_fails_only_its_kind(office):
    own = office / "templates" / "upgrade-method"
    own.mkdir()
    manifest = "code: D22\nname: 办法\nshort_title: 办法\nscope: branch\nstate: S2\nlayout: plain\n"
    (own / "kind.yaml").write_text(manifest + "feeds: [brunch]\n", encoding="utf-8")

    result = built(office, "D21", "D22", branches=("Z01",))

    assert outcome_of(result, "D22", "Z01").status == "failed"
    assert "branch" in outcome_of(result, "D22", "Z01").reason
    assert outcome_of(result, "D21", "Z01").status == "written"


def test_a_drafts_reason_names_the_field_in_chinese(office):
    edit(office, "branches/branch-Z01.yaml", "  copies: 3\n", "  copies: 三份\n")

    outcome = outcome_of(built(office, "D07", branches=("Z01",)), "D07", "Z01")

    assert outcome.draft
    assert "责任书 › 份数：写成了“三份”" in outcome.reason


def test_dry_run_writes_nothing(office):
    result = built(office, *KINDS, dry_run=True)

    assert papers(office) == {}
    assert not (office / "output" / ".docgen").exists()
    assert any(outcome.job.path for outcome in result.outcomes)


def test_dry_run_foresees_what_the_build_then_does(made):
    edit(made, "branches/branch-Z01.yaml", "  copies: 3\n", "  copies: 5\n")

    foreseen = built(made, *KINDS, dry_run=True)

    assert [o.status for o in foreseen.outcomes] == [o.status for o in built(made, *KINDS).outcomes]
    assert outcome_of(foreseen, "D07", "Z01").status == "written"


def test_stale_are_the_papers_that_a_changed_record_would_make_otherwise(office):
    workspace = Workspace.find(office)
    built(office, *KINDS)
    edit(office, "branches/branch-Z01.yaml", "  copies: 3\n", "  copies: 5\n")

    stale = list_stale(workspace, None, TODAY)
    built(office, *KINDS)

    assert [(o.job.label, o.job.owner) for o in stale] == [("D07", "Z01")]
    assert list_stale(workspace, None, TODAY) == []


def test_an_edited_paper_is_stale_only_when_its_records_changed(made):
    built(made, "D07", branches=("Z01",))
    (paper,) = (made / "output" / "Z01").glob("Z01_D07_*.docx")
    paper.write_bytes(paper.read_bytes() + b" ")

    before = list_stale(Workspace.find(made), None, TODAY)
    edit(made, "branches/branch-Z01.yaml", "  copies: 3\n", "  copies: 5\n")
    after = list_stale(Workspace.find(made), None, TODAY)

    assert before == []
    assert [outcome.status for outcome in after] == ["skipped"]


def test_branch_is_found_by_id_or_short_name(office):
    by_id = built(office, "D22", branches=("z01",))
    by_name = built(office, "D22", branches=("机关第一党支部",))

    assert [o.job.owner for o in by_id.outcomes] == [o.job.owner for o in by_name.outcomes] == ["Z01"]


def test_unknown_branch_and_kind_are_refused_with_the_nearest(office):
    with pytest.raises(UnknownBranch, match="是否想写“Z0"):
        built(office, branches=("Z0I",))
    with pytest.raises(UnknownKind, match="problem-dossier"):
        built(office, "problem-dosier")


def test_branch_whose_record_cannot_be_read_fails_the_build(office):
    (office / "data" / "branches" / "branch-Z01.yaml").write_text("branch: [", encoding="utf-8")

    result = built(office, "D22")

    assert result.unread == ("data/branches/branch-Z01.yaml",)
    assert result.exit_status == 1
    assert {o.job.owner for o in result.outcomes} == {"Z02", "Z03", "Z04", "Z05", "Z06"}
    with pytest.raises(UnknownBranch, match="branch-Z01"):
        built(office, "D22", branches=("Z01",))


def test_no_office_no_papers(office):
    (office / "data" / "committee.yaml").write_text("", encoding="utf-8")

    with pytest.raises(NoOffice) as caught:
        built(office)

    assert caught.value.exit_status == 1


def test_agreement_can_be_switched_off(office):
    (office / "docgen.toml").write_text("agreement = false\n", encoding="utf-8")

    result = built(office, "D07")

    assert statuses(result) == {"skipped"}
    assert "docgen.toml" in result.outcomes[0].reason


def test_other_profile_sets_other_margins(office):
    built(office, "D22", branches=("Z01",))
    ours = body(*papers(office).values())
    (office / "docgen.toml").write_text('profile = "glyph"\n', encoding="utf-8")

    built(office, "D22", branches=("Z01",))

    theirs = body(*papers(office).values())
    assert 'w:linePitch="579"' in ours
    assert 'w:linePitch="592"' in theirs


def test_own_date_can_be_in_numerals(office):
    (office / "docgen.toml").write_text('date_style = "chinese"\n', encoding="utf-8")

    built(office, "D01")

    text = body(papers(office)["DW/DW_D01_晋位方案_v1_20120615.docx"])
    assert "二〇一二年六月十五日" in text


def test_properties_come_from_the_record(office):
    built(office, "D22", branches=("Z01",))

    (paper,) = papers(office).values()
    core = zipfile.ZipFile(io.BytesIO(paper)).read("docProps/core.xml").decode()
    assert "<dc:creator>中共示范学院机关第一支部委员会</dc:creator>" in core
    assert "2012-06-14T00:00:00Z" in core
    assert str(TODAY.year) not in core


def test_paper_with_markup_in_its_text_says_exactly_that(office):
    edit(
        office,
        "branches/branch-Z01.yaml",
        "full_name: 中共示范学院机关第一支部委员会",
        'full_name: "甲&乙<w:p/>{{ 7*7 }}"',
    )

    built(office, "D22", branches=("Z01",))

    (paper,) = papers(office).values()
    assert "甲&amp;乙&lt;w:p/&gt;{{ 7*7 }}" in body(paper)


def test_broken_off_build_leaves_no_half_written_file(office, monkeypatch):
    class Interrupting(Silent):
        def advances(self):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(Workspace.find(office), Wanted(("D22",)), TODAY, Interrupting())

    assert len(papers(office)) == 1
    assert not [path for path in (office / "output").rglob("*") if path.name.endswith(".tmp")]
    assert statuses(built(office, "D22")) == {"written", "unchanged"}


@pytest.fixture
def rendered(monkeypatch):
    """The jobs that were rendered, as owner and code."""
    made = []
    make = Workshop.make

    def noting(self, job, *, draft):
        made.append((job.owner, job.paper.code))
        return make(self, job, draft=draft)

    monkeypatch.setattr(Workshop, "make", noting)
    return made


def test_nothing_is_rendered_again_when_nothing_changed(made, rendered):
    first = built(made, *KINDS)
    rendered.clear()

    again = built(made, *KINDS)

    assert rendered == []
    assert [o.job for o in again.outcomes] == [o.job for o in first.outcomes]
    assert [o.notes for o in again.outcomes] == [o.notes for o in first.outcomes]


def test_only_what_the_changed_record_feeds_is_rendered_again(made, rendered):
    rendered.clear()
    edit(made, "branches/branch-Z01.yaml", "  copies: 3\n", "  copies: 5\n")

    built(made, *KINDS)

    assert ("Z01", "D07") in rendered
    assert ("Z01", "D21") not in rendered
    assert {owner for owner, _ in rendered} <= {"Z01", "DW"}


def test_paper_that_was_removed_is_made_again(made):
    built(made, "D21")
    first = papers(made)
    (made / "output" / "Z01").joinpath("Z01_D21_问题档案_v1.docx").unlink()

    built(made, "D21")

    assert papers(made) == first


def test_paper_changed_behind_size_and_time_is_found_by_verify(made):
    built(made, "D22", branches=("Z01",))
    (paper,) = (made / "output" / "Z01").glob("*_D22_*.docx")
    there, data = paper.stat(), paper.read_bytes()
    paper.write_bytes(b"x" * len(data))
    os.utime(paper, ns=(there.st_atime_ns, there.st_mtime_ns))

    trusting = built(made, "D22", branches=("Z01",))
    careful = built(made, "D22", branches=("Z01",), verify=True)

    assert statuses(trusting) == {"unchanged"}
    assert statuses(careful) == {"skipped"}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("committee.yaml", "  school: ", "  school: 新"),
        ("committee.yaml", "short_name: ", "short_name: 新"),
        ("branches/branch-Z01.yaml", "    measures:", "    texts_not_known: 1\n    measures:"),
        ("branches/branch-Z02.yaml", "agree: ", "agree: 1"),
        ("branches/branch-Z03.yaml", "  secretary: ", "  secretary: 新"),
    ],
)
def test_a_build_after_a_change_gives_what_a_fresh_one_gives(made, tmp_path, file, old, new):
    edit(made, file, old, new)
    fresh = init(tmp_path / "fresh").root
    edit(fresh, file, old, new)

    after, anew = built(made, *KINDS), built(fresh, *KINDS)

    current = {path: data for path, data in papers(made).items() if not path.startswith("旧版/")}
    assert current == papers(fresh)
    assert [(o.job, o.draft, o.reason) for o in after.outcomes] == [
        (o.job, o.draft, o.reason) for o in anew.outcomes
    ]


@pytest.mark.parametrize("setting", ['date_style = "chinese"', 'profile = "glyph"'])
def test_a_build_under_another_setting_gives_what_a_fresh_one_gives(office, tmp_path, setting):
    built(office, "D01", "D22")
    fresh = init(tmp_path / "fresh").root
    for root in (office, fresh):
        (root / "docgen.toml").write_text(f"{setting}\n", encoding="utf-8")

    built(office, "D01", "D22")
    built(fresh, "D01", "D22")

    assert papers(office) == papers(fresh)


def remove_from_list(root, name):
    edit(root, "committee.yaml", f"{name}, ", "")
    (root / "data" / "branches" / name).unlink()


def test_papers_of_a_branch_that_is_gone_move_aside(made):
    remove_from_list(made, "branch-Z02.yaml")

    result = built(made, *KINDS)

    assert not (made / "output" / "Z02").exists()
    assert len(list((made / "output" / "旧版" / "Z02").glob("*.docx"))) == len(result.orphans) > 2
    assert result.orphans[0].moved_to.startswith("旧版/Z02/")
    assert built(made, *KINDS).orphans == ()


def test_edited_paper_of_a_branch_that_is_gone_stays_and_is_reported_once(made):
    built(made, "D21")
    paper = next((made / "output" / "Z02").glob("*_D21_*.docx"))
    paper.write_bytes(b"edited by a clerk")
    remove_from_list(made, "branch-Z02.yaml")

    (orphan,) = built(made, "D21").orphans

    assert (orphan.moved_to, paper.read_bytes()) == ("", b"edited by a clerk")
    assert "手工改过" in orphan.note
    assert built(made, "D21").orphans == ()


@pytest.mark.parametrize("wanted", [{"branches": ("Z01",)}, {"kinds": ("D22",)}])
def test_partial_build_leaves_the_papers_of_others_alone(made, wanted):
    remove_from_list(made, "branch-Z02.yaml")
    (branch,) = (made / "output").glob("Z02")
    before = {path.name for path in branch.glob("*_D21_*")}

    result = built(made, *wanted.get("kinds", KINDS), branches=wanted.get("branches", ()))

    assert before
    assert before <= {path.name for path in branch.glob("*.docx")}
    assert all("D22" in orphan.path for orphan in result.orphans)


def test_record_that_cannot_be_read_has_not_given_up_its_papers(made):
    built(made, "D21")
    (made / "data" / "branches" / "branch-Z01.yaml").write_text("branch: [", encoding="utf-8")

    assert built(made, "D21").orphans == ()
    assert list((made / "output" / "Z01").glob("*.docx"))


def test_branch_whose_file_is_misspelt_in_the_list_has_not_given_up_its_papers(made):
    edit(made, "committee.yaml", "branch-Z02.yaml", "branch-Z2.yaml")

    result = built(made, "D21")

    assert (result.orphans, result.unread, result.exit_status) == ((), ("data/branches/branch-Z2.yaml",), 1)
    assert list((made / "output" / "Z02").glob("*_D21_*"))


def test_dry_run_tells_the_papers_that_would_move_aside(made):
    built(made, "D21")
    remove_from_list(made, "branch-Z02.yaml")
    before = papers(made)

    (orphan,) = built(made, "D21", dry_run=True).orphans

    assert orphan.moved_to.startswith("旧版/Z02/")
    assert papers(made) == before


@pytest.fixture
def parsed(monkeypatch):
    """The files that were parsed as records."""
    read = []
    compose = loader.compose

    def noting(text, limits):
        read.append(text)
        return compose(text, limits)

    monkeypatch.setattr(loader, "compose", noting)
    return read


def test_nothing_is_parsed_when_nothing_changed_and_all_is_told_again(office, rendered, parsed):
    edit(office, "branches/branch-Z01.yaml", "agree: 26", "agree: 很多")
    edit(office, "branches/branch-Z02.yaml", "  version: 1", "  version: 2")
    first = built(office, *KINDS)
    rendered.clear()
    parsed.clear()

    again = built(office, *KINDS)

    assert (rendered, parsed) == ([], [])
    assert again.findings == first.findings
    assert (again.exit_status, again.as_of, again.unread) == (1, first.as_of, first.unread)
    assert [(o.job, o.draft, o.reason, o.notes) for o in again.outcomes] == [
        (o.job, o.draft, o.reason, o.notes) for o in first.outcomes
    ]
    assert "written" not in statuses(again)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: edit(root, "branches/branch-Z01.yaml", "agree: 26", "agree: 27"),
        lambda root: (root / "data" / "branches" / "branch-new.yaml").write_text("branch: {id: Z99}"),
        lambda root: (root / "data" / "branches" / "branch-Z01.yaml").unlink(),
        lambda root: (root / "docgen.toml").write_text('date_style = "chinese"\n'),
        lambda root: next((root / "output").rglob("*_D21_*")).unlink(),
        lambda root: next((root / "output").rglob("*_D21_*")).write_bytes(b"edited"),
        lambda root: [path.write_bytes(b"{}") for path in (root / "output" / ".docgen").glob("last-*")],
        lambda root: (
            (root / "templates" / "problem-dossier").mkdir()
            or (root / "templates" / "problem-dossier" / "template.docx").write_bytes(b"no Word file")
        ),
    ],
)
def test_whatever_changed_the_records_are_read_again(made, parsed, change):
    built(made, "D21")
    parsed.clear()
    change(made)

    built(made, "D21")

    assert parsed


def test_change_of_same_size_and_time_of_a_record_is_found(made, parsed):
    built(made, *KINDS)
    path = made / "data" / "branches" / "branch-Z01.yaml"
    there = path.stat()
    edit(made, "branches/branch-Z01.yaml", "agree: 26", "agree: 25")
    os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns))

    assert "written" in statuses(built(made, *KINDS))


def test_paper_that_was_only_touched_is_not_made_again(made, rendered, parsed):
    built(made, *KINDS)
    rendered.clear()
    parsed.clear()
    for path in (made / "output").rglob("*.docx"):
        os.utime(path)

    assert statuses(built(made, *KINDS)) <= {"unchanged", "skipped"}
    assert (rendered, parsed) == ([], [])


def test_edited_paper_that_was_kept_is_still_told(made, parsed):
    built(made, "D22", branches=("Z01",))
    (paper,) = (made / "output" / "Z01").glob("*_D22_*.docx")
    paper.write_bytes(b"edited by a clerk")
    first = built(made, "D22", branches=("Z01",))
    parsed.clear()

    again = built(made, "D22", branches=("Z01",))
    forced = built(made, "D22", branches=("Z01",), force=True)

    assert [(o.status, o.reason) for o in again.outcomes] == [(o.status, o.reason) for o in first.outcomes]
    assert statuses(forced) == {"written"}


def test_a_build_after_one_of_another_day_gives_its_own_papers_again(office):
    built(office, "D08", "D21")
    first = papers(office)
    built(office, "D08", "D21", as_of=date(2012, 7, 1))
    assert papers(office) != first

    built(office, "D08", "D21")

    assert {path: papers(office)[path] for path in first} == first


def test_a_build_after_a_partial_one_of_a_change_taken_back_is_as_before(office):
    record = office / "data" / "branches" / "branch-Z01.yaml"
    text = record.read_text(encoding="utf-8")
    built(office, *KINDS)
    first = papers(office)
    edit(office, "branches/branch-Z01.yaml", "short_name: ", "short_name: 新")
    built(office, "D21", branches=("Z01",))
    assert papers(office) != first
    record.write_text(text, encoding="utf-8")

    built(office, *KINDS)

    assert papers(office) == first


def test_papers_of_a_partial_build_that_nobody_wants_any_more_move_aside(office):
    roster = office / "data" / "committee.yaml"
    text = roster.read_text(encoding="utf-8")
    edit(office, "committee.yaml", "branches: [branch-Z01.yaml, ", "branches: [")
    built(office, "D21")
    roster.write_text(text, encoding="utf-8")
    built(office, "D21", branches=("Z01",))
    edit(office, "committee.yaml", "branches: [branch-Z01.yaml, ", "branches: [")

    result = built(office, "D21")

    assert [orphan.path for orphan in result.orphans] == ["Z01/Z01_D21_问题档案_v1.docx"]


def test_what_is_due_by_another_day_is_judged_anew(office, parsed):
    edit(
        office,
        "committee.yaml",
        "doc_no: 示院党发〔2012〕38号, date: 2012-12-28",
        "doc_no: 示院党发〔2012〕38号",
    )
    built(office, *KINDS)
    parsed.clear()

    build(Workspace.find(office), Wanted(KINDS), date(2026, 11, 21), Silent())

    assert parsed


def test_removed_output_gives_the_same_bytes_again(made):
    first = papers(made)
    shutil.rmtree(made / "output")

    built(made, *KINDS)

    assert papers(made) == first
