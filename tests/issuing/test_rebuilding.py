"""verify --rebuild: the archived record and template give the archived paper, to the byte."""

import json
import shutil
from pathlib import Path

import pytest

from docgen.actions.archive_verify import NothingToRebuild, archive_verify
from docgen.actions.init import init
from docgen.archive.store import Archive
from docgen.archive.verify.run import Wanted
from docgen.cli import main
from docgen.issuing.rebuilding import SAME, UNTESTED, rebuild_all
from docgen.workspace import Workspace
from support.forgery import forge_content, home, rewrite_chain, sha512
from support.frozen import freeze

RECORD = "v1/content/record/branches/branch-Z01.yaml"


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    return init(tmp_path_factory.mktemp("sample") / "office").root


@pytest.fixture
def workspace(sample, tmp_path) -> Workspace:
    shutil.copytree(sample, tmp_path / "office")
    return Workspace.find(tmp_path / "office")


def outcomes(workspace: Workspace) -> list[str]:
    return [one.outcome for one in rebuild_all(Archive.open(workspace.archive))]


def test_papers_of_branch_committee_and_variant_are_made_again_to_the_byte(workspace):
    for label, owner in (("D22", "Z01"), ("D06-minutes", "DW"), ("D26-goals", "Z01"), ("D01", "DW")):
        freeze(workspace, label, owner)

    assert outcomes(workspace) == [SAME] * 4


def test_records_and_templates_of_today_do_not_count(workspace):
    freeze(workspace, "D22", "Z01")
    shutil.rmtree(workspace.data)

    assert outcomes(workspace) == [SAME]


def test_a_record_exchanged_under_a_rewritten_chain_is_found(workspace):
    object_id = freeze(workspace, "D22", "Z01")
    folder = home(workspace.archive, object_id)
    data = (folder / RECORD).read_bytes()
    name = json.loads((folder / "inventory.json").read_bytes())["versions"]["v1"]["user"]["name"]
    assert name
    forge_content(folder, RECORD, data.replace("支部".encode(), "總部".encode()))
    digest = sha512((folder / "v1" / "inventory.json").read_bytes())
    rewrite_chain(workspace.archive, lambda table: table.update(inventory=digest))

    verified = archive_verify(workspace.root, None, Wanted(), rebuild=True)

    assert [(fault.rule, fault.object) for fault in verified.faults] == [("V63", object_id)]
    assert "總部" in verified.rebuilt[0].difference


def test_a_paper_finished_by_hand_is_untested_with_its_difference(workspace):
    other = Workspace.find(shutil.copytree(workspace.root, workspace.root.with_name("other")))
    record = next(other.branches.glob("*Z01.yaml"))
    record.write_bytes(record.read_bytes().replace("支部".encode(), "總部".encode()))
    object_id = freeze(other, "D22", "Z01")
    edited = Archive.open(other.archive).find(object_id).latest.read("paper.docx")
    freeze(workspace, "D22", "Z01", by_hand=edited)

    (one,) = rebuild_all(Archive.open(workspace.archive))

    assert one.outcome == UNTESTED
    assert "Word" in one.reason
    assert "總部" in one.difference


def test_a_paper_of_another_docgen_is_untested_where_it_differs(workspace):
    object_id = freeze(workspace, "D22", "Z01", program="docgen 0.0.1")
    assert outcomes(workspace) == [SAME]
    folder = home(workspace.archive, object_id)
    data = (folder / RECORD).read_bytes()
    forge_content(folder, RECORD, data.replace("支部".encode(), "總部".encode()))
    digest = sha512((folder / "v1" / "inventory.json").read_bytes())
    rewrite_chain(workspace.archive, lambda table: table.update(inventory=digest))

    verified = archive_verify(workspace.root, None, Wanted(), rebuild=True)

    assert verified.faults == ()
    assert [one.result for one in verified.rebuilt] == [UNTESTED]
    assert "docgen 0.0.1" in verified.rebuilt[0].reason
    assert any(object_id in one.what for one in verified.untested)


def test_only_an_archive_can_be_rebuilt(workspace):
    freeze(workspace, "D22", "Z01")

    with pytest.raises(NothingToRebuild, match="OCFL 库"):
        archive_verify(workspace.root, workspace.archive / "ocfl", Wanted(), rebuild=True)


def test_json_is_as_promised(workspace, capsys):
    object_id = freeze(workspace, "D22", "Z01")
    path = home(workspace.archive, object_id) / "v1" / "content" / "paper.pdf"
    path.write_bytes(b"%PDF-1.7 another")

    status = main(["-C", str(workspace.root), "archive", "verify", "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert status == 1
    assert (told["objects"], told["versions"], told["seq"]) == (1, 1, 1)
    assert told["head"] == Archive.open(workspace.archive).head
    (finding,) = told["findings"]
    keys = {"rule", "severity", "object", "version", "file", "message", "remedy"}
    assert finding.keys() == keys
    assert (finding["severity"], finding["object"], finding["version"]) == ("错误", object_id, "v1")
    assert finding["file"].endswith("v1/content/paper.pdf")
    assert told["properties"].keys() == {"真实性", "完整性", "可用性", "安全性"}
    assert told["properties"]["真实性"]["result"] == "有问题"
    assert told["summary"] == {"错误": 1, "警告": 0, "提示": 0}


def test_nothing_on_the_disk_is_changed(workspace, capsys):
    freeze(workspace, "D22", "Z01")
    before = {path: path.stat().st_mtime_ns for path in workspace.archive.rglob("*")}

    assert main(["-C", str(workspace.root), "archive", "verify", "--ocfl", "--rebuild"]) == 0

    said = capsys.readouterr()
    assert "重新生成并对照：相同 1 份" in said.out
    assert "未检测（安全性）：病毒" in said.out
    assert {path: path.stat().st_mtime_ns for path in workspace.archive.rglob("*")} == before


def test_checkpoint_is_made_from_the_command_line(workspace, capsys):
    freeze(workspace, "D22", "Z01")

    assert main(["-C", str(workspace.root), "archive", "checkpoint", "--format", "json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["objects"], told["seq"], told["versions"]) == (1, 1, 1)
    assert (workspace.root / told["path"]).is_file()


def test_without_an_archive_there_is_one_clear_line(workspace, capsys):
    assert main(["-C", str(workspace.root), "archive", "verify"]) == 1
    assert main(["-C", str(workspace.root), "archive", "checkpoint"]) == 1

    assert "还没有归档库" in capsys.readouterr().err
