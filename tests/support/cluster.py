"""A real Dask scheduler and its workers: processes of their own, in a folder that holds nothing of ours."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from distributed import Client

import docgen

TESTS = Path(__file__).parents[1]
DOCGEN = Path(docgen.__file__).parents[1]  # the one under test
_QUIET = {"DASK_LOGGING__DISTRIBUTED": "error", "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
_SECONDS = 60


@dataclass
class LocalCluster:
    """A scheduler; workers come by `hire` and go when they are killed."""

    folder: Path
    port: int
    tls: tuple[str, ...]
    scheduler: subprocess.Popen | None = None
    workers: list[subprocess.Popen] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"{'tls' if self.tls else 'tcp'}://127.0.0.1:{self.port}"

    def hire(self, count: int, python_path: Sequence[Path] = (TESTS, DOCGEN)) -> None:
        """So many workers more, of one thread each, are there. No nanny: who is killed stays away."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0", *self.tls)
        for _ in range(count):
            env = {"PYTHONPATH": os.pathsep.join(map(str, python_path))}
            worker = _dask(self.folder, "dask_worker", self.address, *options, env=env)
            self.workers.append(worker)
        if not self.tls:
            self._until_present(len(self.workers))

    def dismiss(self) -> None:
        """All workers are gone, and the scheduler knows."""
        _kill(self.workers)
        self.workers = []
        self._until_present(0)

    def stop(self) -> None:
        _kill([*self.workers, *filter(None, [self.scheduler])])

    def _until_present(self, count: int) -> None:
        with Client(self.address, set_as_default=False) as client:
            until(lambda: len(client.nthreads()) == count, "the workers did not come or go")


@contextlib.contextmanager
def local_cluster(
    folder: Path, tls: tuple[str, ...] = (), allowed_failures: int = 3
) -> Iterator[LocalCluster]:
    """A running scheduler without workers."""
    folder.mkdir()
    cluster = LocalCluster(folder, _free_port(), tls)
    options = ("--host", cluster.address.rpartition(":")[0], "--port", str(cluster.port), "--no-dashboard")
    env = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(allowed_failures)}
    try:
        cluster.scheduler = _dask(folder, "dask_scheduler", *options, "--no-show", *tls, env=env)
        until(lambda: _listens(cluster.port), "the scheduler did not start")
        yield cluster
    finally:
        cluster.stop()


def _dask(folder: Path, module: str, *options: str, env: dict[str, str]) -> subprocess.Popen:
    command = [sys.executable, "-m", f"distributed.cli.{module}", *options]
    env = {**os.environ, **_QUIET, **env}
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)


def _kill(processes: list[subprocess.Popen]) -> None:
    for process in processes:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def until(is_true, otherwise: str = "it did not come true") -> None:
    """It is true, or has not become so for too long."""
    end = time.monotonic() + _SECONDS
    while not is_true():
        assert time.monotonic() < end, otherwise
        time.sleep(0.05)
