"""copy: the archive lies somewhere else too, and what is sound there stays so."""

import socket
import urllib.request
from pathlib import Path

import pytest

from docgen.actions.archive_attach import withdraw
from docgen.actions.archive_checkpoint import archive_checkpoint
from docgen.archive.exports.far import Unreachable
from docgen.archive.exports.replica import (
    FaultyReplica,
    ForeignReplica,
    LiveRoot,
    Unfinished,
    copy_archive,
)
from docgen.archive.faults import ObjectDamaged
from docgen.archive.places import Places
from docgen.archive.store import Archive
from docgen.archive.verify.run import verify
from docgen.archive.writer import writing
from docgen.issuing.said import Said
from support.archives import Unsynced, clock, judged
from support.filed import NOW, SERIES, deposit, filed, spoiled


@pytest.fixture
def workspace(tmp_path):
    return filed(tmp_path)


def test_a_replica_is_the_archive_again_and_grows_with_it(workspace, tmp_path):
    archive, far = Archive.open(workspace.archive), str(tmp_path / "far")
    first = copy_archive(archive, far, verify=True)
    with writing(workspace.archive, by="钱进", disk=Unsynced()) as writer:
        writer.commit([deposit("P2:D22", title="升级办法", code="D22")])

    second = copy_archive(Archive.open(workspace.archive), far, verify=True)

    assert (first.there, second.sent < first.sent) == (0, True)
    assert judged_replica(Path(far)) == 4
    assert Archive.open(Path(far)).head == Archive.open(workspace.archive).head


def judged_replica(folder):
    (folder / "staging").mkdir(exist_ok=True)
    return judged(folder)


@pytest.mark.parametrize("kept", range(0, 30, 3))
def test_a_replica_that_was_broken_off_claims_nothing_and_is_gone_on_with(
    workspace, tmp_path, kept, monkeypatch
):
    from docgen.archive.exports import replica

    archive, far = Archive.open(workspace.archive), tmp_path / "far"
    written_files = []
    send = replica._Replica._send_one

    def breaking(self, path):
        if len(written_files) >= kept:
            raise OSError("cable pulled")
        written_files.append(path)
        send(self, path)

    monkeypatch.setattr(replica, "_HANDS", 1)
    monkeypatch.setattr(replica._Replica, "_send_one", breaking)
    with pytest.raises(Unreachable):
        copy_archive(archive, str(far))
    assert not list((far / "log").glob("*.jsonl")) if far.exists() else True

    monkeypatch.setattr(replica._Replica, "_send_one", send)
    copy_archive(archive, str(far), verify=True)

    assert judged_replica(far) == 3


def test_a_replica_lies_neither_in_the_archive_nor_over_another(workspace, tmp_path):
    archive = Archive.open(workspace.archive)
    with pytest.raises(LiveRoot):
        copy_archive(archive, str(workspace.archive / "copy"))
    with pytest.raises(LiveRoot):
        copy_archive(archive, str(workspace.root))
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "1.jpg").write_bytes(b"x")
    with pytest.raises(ForeignReplica, match=r"别的文件（1\.jpg）"):
        copy_archive(archive, str(tmp_path / "photos"))
    other = tmp_path / "other"
    with writing(other, by="孙一", disk=Unsynced()) as writer:
        writer.commit([deposit("X:D22", title="别的")])
    with pytest.raises(ForeignReplica, match="另一个归档库"):
        copy_archive(archive, str(other))
    newer = tmp_path / "newer"
    copy_archive(archive, str(newer))
    log = workspace.archive / "log" / "2027.jsonl"
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])
    with pytest.raises(ForeignReplica, match="更新"):
        copy_archive(archive, str(newer))


def test_a_replica_with_a_changed_file_is_told(workspace, tmp_path):
    archive, far = Archive.open(workspace.archive), tmp_path / "far"
    copy_archive(archive, str(far))
    content = next(far.rglob("paper.docx"))
    content.write_bytes(bytes(reversed(content.read_bytes())))

    with pytest.raises(FaultyReplica, match=r"paper\.docx"):
        copy_archive(archive, str(far), verify=True)


def test_contents_come_before_what_tells_of_them_and_the_log_last(workspace, tmp_path, monkeypatch):
    from docgen.archive.exports import replica

    sent = []
    monkeypatch.setattr(replica, "_HANDS", 1)
    monkeypatch.setattr(replica._Replica, "_send_one", lambda self, path: sent.append(path))

    copy_archive(Archive.open(workspace.archive), str(tmp_path / "far"))

    last = {
        kind: max(place for place, path in enumerate(sent) if kind in path)
        for kind in ("/content/", "/v1/inventory.json", "/0=ocfl_object", "/inventory.json", "log/2027.jsonl")
    }
    assert list(last.values()) == sorted(last.values())
    assert last["log/2027.jsonl"] == len(sent) - 1
    assert last["/content/"] < min(place for place, path in enumerate(sent) if "/v1/inventory" in path)
    assert last["/0=ocfl_object"] > max(place for place, path in enumerate(sent) if "/v1/" in path)


def linked(path):
    path.symlink_to(path.rename(path.with_name("elsewhere")))


@pytest.mark.parametrize("spoil", [spoiled, linked, Path.unlink])
@pytest.mark.parametrize("name", ["v1/content/paper.docx", "v1/inventory.json"])
def test_what_is_damaged_here_takes_the_place_of_nothing_that_is_sound_there(
    workspace, tmp_path, spoil, name
):
    far = tmp_path / "far"
    copy_archive(Archive.open(workspace.archive), str(far))
    spoil(Places(workspace.archive).object(SERIES + "DW:D03-plan") / name)

    with pytest.raises(ObjectDamaged, match="D03-plan"):
        copy_archive(Archive.open(workspace.archive), str(far), verify=True)

    assert judged_replica(far) == 3
    assert not [one for one in verify(far).faults if one.severity.label == "错误"]


def test_what_others_put_in_while_it_is_copied_comes_with_the_next_copy(workspace, tmp_path):
    opened_before, far = Archive.open(workspace.archive), tmp_path / "far"
    with writing(
        workspace.archive, by="钱进", now=clock("2027-07-01T09:00:00+08:00"), disk=Unsynced()
    ) as writer:
        writer.commit([deposit("P2:D22", title="升级办法", code="D22")])
    archive_checkpoint(workspace, NOW, None)

    copy_archive(opened_before, str(far), verify=True)

    assert Archive.open(far).seq == opened_before.seq == 3
    assert not [one for one in verify(far).faults if one.severity.label == "错误"]
    assert copy_archive(Archive.open(workspace.archive), str(far), verify=True).seq == 4


def test_nothing_is_copied_while_what_the_log_tells_of_is_not_in_its_place(workspace, tmp_path):
    stranger = Places(workspace.archive).object(SERIES + "P1:D26-goals:G1") / "v2"
    stranger.write_text("in its place")
    withdraw(workspace, "P1:D26-goals:G1", "withdraw", Said("钱进", "有误"))
    stranger.unlink()

    with pytest.raises(Unfinished):
        copy_archive(Archive.open(workspace.archive), str(tmp_path / "far"))
    assert not (tmp_path / "far").exists()


def test_what_was_destroyed_goes_from_the_replica_too(workspace, tmp_path):
    far = tmp_path / "far"
    copy_archive(Archive.open(workspace.archive), str(far))
    with writing(workspace.archive, by="钱进", disk=Unsynced()) as writer:
        writer.destroy(f"{SERIES}P1:D26-goals:G1", by="钱进", reason="期满")

    done = copy_archive(Archive.open(workspace.archive), str(far), verify=True)

    assert done.removed
    assert judged_replica(far) == 2


@pytest.fixture(scope="module")
def s3():
    """A store that speaks S3, on this machine."""
    from moto.server import ThreadedMotoServer

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port)
    server.start()
    yield {
        "key": "x",
        "secret": "y",
        "client_kwargs": {"endpoint_url": f"http://127.0.0.1:{port}", "region_name": "us-east-1"},
    }
    server.stop()


def test_a_replica_in_a_store_of_s3(workspace, s3):
    bucket = f"{s3['client_kwargs']['endpoint_url']}/beifen"
    urllib.request.urlopen(urllib.request.Request(bucket, method="PUT")).close()
    archive = Archive.open(workspace.archive)

    first = copy_archive(archive, "s3://beifen/guidang", verify=True, options=s3)
    again = copy_archive(archive, "s3://beifen/guidang", verify=True, options=s3)

    assert first.verified == first.sent > 0
    assert (again.sent, again.there) == (0, first.sent)


def test_a_store_that_is_not_there_is_told_in_words(workspace, s3):
    with pytest.raises(Unreachable, match="存取不了"):
        copy_archive(Archive.open(workspace.archive), "s3://no-such-bucket/x", options=s3)
