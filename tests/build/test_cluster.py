"""Against a real scheduler and real workers, which run in processes of their own."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from distributed import Client

import docgen
from docgen.build import cluster as clusters
from docgen.build import handing
from docgen.build import run as running
from docgen.build.cluster import joined, reach
from docgen.build.cluster_address import ClusterAddress, Unreachable
from docgen.build.cluster_faults import ClusterLost, NoDask, NoWorkers, OtherProgram
from docgen.build.drafts import open_errors
from docgen.build.making import Chunk, Shop
from docgen.build.output import Output
from docgen.build.paper import Workshop
from docgen.build.run import here, run
from docgen.build.sending import Refused, Sent, make_there
from docgen.cli import main
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support import other_office
from support.cluster import local_cluster, until
from support.deadly import DeadlyWorkshop
from support.records import branch_data, make_office

TEMPLATES = Path(__file__).parents[2] / "templates"
OFFICE = make_office(*(branch_data(f"Z{number:02}") for number in range(1, 8)))
ONE_BRANCH = 1


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    with local_cluster(tmp_path_factory.mktemp("cluster") / "empty") as started:
        yield started


@pytest.fixture
def cluster(scheduler):
    yield scheduler
    scheduler.dismiss()


@pytest.fixture
def templates(tmp_path):
    """Templates that lie in this workspace alone."""
    for kind in ("problem-dossier", "upgrade-method"):
        shutil.copytree(TEMPLATES / kind, tmp_path / "templates" / kind)
    return tmp_path / "templates"


def shop_of(templates, workshop=Workshop, office=OFFICE):
    papers = tuple(paper for kind in load_catalogue([templates]).kinds for paper in kind.papers)
    files = [f"{number}.yaml" for number in range(len(office.branches))]
    return Shop(
        workshop(office, Settings(), date(2012, 7, 1)), papers, open_errors([], "committee.yaml", files)
    )


def by_cluster(cluster, shop, output, say=lambda text: None, on_done=lambda outcome: None):
    with joined(ClusterAddress.typed(cluster.address), say) as maker:
        return run(shop, output, maker=maker, on_done=on_done)


def papers(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.docx")}


def test_worker_killed_in_the_middle_costs_no_paper_and_no_byte(cluster, templates, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "_BRANCHES", ONE_BRANCH)
    here_made, made = Output.open(tmp_path / "here"), Output.open(tmp_path / "there")
    run(shop_of(templates), here_made, maker=here)
    shop, done = shop_of(templates), []
    cluster.hire(2)

    def kill_one(outcome):
        done.append(outcome)
        if len(done) == 1:
            shutil.rmtree(templates)  # nobody reads them any more
            cluster.workers[0].kill()

    outcomes = by_cluster(cluster, shop, made, on_done=kill_one)

    assert {outcome.status for outcome in outcomes} == {"written"}
    assert [o.job.owner for o in outcomes] == [name for name in OFFICE.branch_ids for _ in range(2)]
    assert papers(tmp_path / "there") == papers(tmp_path / "here")
    assert made.made_from() == here_made.made_from()


def test_paper_that_kills_its_workers_fails_alone(templates, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "_BRANCHES", ONE_BRANCH)
    office = make_office(*(branch_data(f"Z{number:02}") for number in range(1, 4)))

    with local_cluster(tmp_path / "empty", allowed_failures=0) as cluster:
        cluster.hire(3)
        outcomes = by_cluster(
            cluster, shop_of(templates, DeadlyWorkshop, office), Output.open(tmp_path / "out")
        )

    failed = [outcome for outcome in outcomes if outcome.status == "failed"]
    assert [(o.job.owner, o.job.code) for o in failed] == [("Z01", "D22")]
    assert "工作机接连中止" in failed[0].reason
    assert len(papers(tmp_path / "out")) == 5


def test_scheduler_that_goes_away_leaves_what_is_made_and_says_so(templates, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "_BRANCHES", ONE_BRANCH)
    output = Output.open(tmp_path / "out")
    with local_cluster(tmp_path / "empty") as cluster:
        cluster.hire(1)

        with pytest.raises(ClusterLost) as caught:
            by_cluster(cluster, shop_of(templates), output, on_done=lambda outcome: cluster.scheduler.kill())

    assert caught.value.exit_status == 3
    made = papers(tmp_path / "out")
    assert 0 < len(made) < 14
    assert len(Output.open(tmp_path / "out").made_from()) == len(made)


def test_cluster_without_workers_is_one_clear_error(cluster, templates, tmp_path, monkeypatch):
    monkeypatch.setattr(clusters, "_CONNECT_SECONDS", 1)

    with pytest.raises(NoWorkers, match="没有在工作的工作机"):
        by_cluster(cluster, shop_of(templates), Output.open(tmp_path / "out"))


def test_all_workers_gone_in_the_middle_is_one_clear_error(cluster, templates, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "_BRANCHES", ONE_BRANCH)
    monkeypatch.setattr(handing, "_WORKERS_SECONDS", 0)
    cluster.hire(1)

    with pytest.raises(NoWorkers):
        by_cluster(
            cluster,
            shop_of(templates),
            Output.open(tmp_path / "out"),
            on_done=lambda outcome: cluster.workers[0].kill(),
        )

    assert papers(tmp_path / "out")


def test_worker_with_another_docgen_is_refused_before_anything_is_read(cluster, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(
        Path(docgen.__file__).parent, other / "docgen", ignore=shutil.ignore_patterns("__pycache__")
    )
    with (other / "docgen" / "build" / "making.py").open("a") as file:
        file.write("# changed\n")
    cluster.hire(1, python_path=[other])

    with pytest.raises(OtherProgram, match="docgen 的程序文件") as caught:
        reach(ClusterAddress.typed(cluster.address))

    assert caught.value.exit_status == 3


def test_interrupted_build_leaves_nothing_with_the_cluster(cluster, templates, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "_BRANCHES", ONE_BRANCH)
    cluster.hire(1)

    def interrupt(outcome):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        by_cluster(cluster, shop_of(templates), Output.open(tmp_path / "out"), on_done=interrupt)

    with Client(cluster.address, set_as_default=False) as client:
        until(lambda: not any(client.has_what().values()) and not any(client.processing().values()))
    assert len(papers(tmp_path / "out")) == 1


def test_build_over_an_encrypted_cluster_gives_the_papers_of_this_machine(tmp_path, capsys, monkeypatch):
    ca, cert, key = certificates(tmp_path, "ours")
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        other_office.write(other_office.records(), tmp_path / name)
    asked = ["build", "D21", "D26", "--on", "2027-12-31", "--format", "json"]
    secret = ["--cluster-ca", str(ca), "--cluster-cert", str(cert), "--cluster-key", str(key)]
    status = main(["-C", str(tmp_path / "here"), *asked])
    expected = capsys.readouterr().out

    tls = ("--tls-ca-file", str(ca), "--tls-cert", str(cert), "--tls-key", str(key))
    monkeypatch.setattr(clusters, "_CONNECT_SECONDS", 5)
    with local_cluster(tmp_path / "empty", tls=tls) as cluster:
        cluster.hire(1)
        stranger = certificates(tmp_path, "stranger")
        with pytest.raises(Unreachable, match="证书"), joined(of(cluster, stranger), print):
            pass
        there = ["-C", str(tmp_path / "there"), *asked, "--cluster", cluster.address, *secret]
        assert main(there) == status
    told = capsys.readouterr()

    assert told.out == expected
    assert "没有加密" not in told.err
    assert papers(tmp_path / "there") == papers(tmp_path / "here") != {}
    # With nothing to do nobody is asked: the cluster has gone.
    assert main(there) == status


def of(cluster, files):
    return ClusterAddress.typed(cluster.address, *files)


def certificates(folder, name):
    """One self-signed certificate, which vouches for itself, and its key."""
    cert, key = folder / f"{name}.pem", folder / f"{name}.key"
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subprocess.run(
        [*make, "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=docgen"],
        check=True,
        capture_output=True,
    )
    return cert, cert, key


def test_plain_connection_to_another_machine_gets_a_warning(cluster, templates, tmp_path, monkeypatch):
    cluster.hire(1)
    said = []
    by_cluster(cluster, shop_of(templates), Output.open(tmp_path / "out"), say=said.append)
    assert said == []
    monkeypatch.setattr(clusters, "is_this_machine", lambda url: False)

    by_cluster(cluster, shop_of(templates), Output.open(tmp_path / "out"), say=said.append)

    assert len(said) == 1
    assert "没有加密" in said[0]


def test_worker_that_joins_later_with_another_docgen_refuses(templates):
    sent = Sent.of(shop_of(templates))
    sent.makeup = {**sent.makeup, "lxml": "1.0"}

    answer = make_there(sent, Chunk((0,)))

    assert isinstance(answer, Refused)
    assert "lxml" in answer.differs[0]


def test_shop_that_was_sent_needs_no_file(templates):
    sent = Sent.of(shop_of(templates))
    shutil.rmtree(templates)

    delivered = make_there(sent, Chunk((0,)))

    assert [bool(result.data) for result in delivered.results] == [True, True]


def test_nothing_of_a_shop_that_was_damaged_on_the_way_is_opened(templates):
    sent = Sent.of(shop_of(templates))
    sent.data = sent.data[:-1]

    assert isinstance(make_there(sent, Chunk((0,))), Refused)


def test_paper_that_was_damaged_on_the_way_is_known(templates):
    delivered = make_there(Sent.of(shop_of(templates)), Chunk((0,)))
    assert delivered.is_whole

    damaged = replace(delivered.results[0], data=b"PK")

    assert not replace(delivered, results=[damaged, *delivered.results[1:]]).is_whole


def test_missing_extra_is_told_with_its_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(NoDask, match="cluster") as caught:
        reach(ClusterAddress.typed("127.0.0.1:1"))

    assert caught.value.exit_status == 3


def test_address_where_nobody_listens_is_told_before_anything_is_read(tmp_path, capsys):
    (tmp_path / "office").mkdir()
    root = other_office.write(other_office.records(), tmp_path / "office")

    status = main(["-C", str(root), "build", "--cluster", "tcp://127.0.0.1:1"])

    assert status == 3
    assert "连不上集群“tcp://127.0.0.1:1”" in capsys.readouterr().err
