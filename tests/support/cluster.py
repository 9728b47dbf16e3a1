"""A real Dask scheduler and its workers: processes of their own, in a folder that holds nothing of ours."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).parents[1]
_QUIET = {
    "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
}
_SECONDS = 30


@dataclass
class LocalCluster:
    """A scheduler; workers come by `hire` and go by a kill."""

    folder: Path
    port: int
    scheduler: subprocess.Popen
    workers: list[subprocess.Popen] = field(default_factory=list)
    tls: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        return f"{'tls' if self.tls else 'tcp'}://127.0.0.1:{self.port}"

    def hire(self, python_path: Path = TESTS) -> subprocess.Popen:
        """A worker of one thread, without a nanny: whoever kills it has killed it."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0", *self.tls)
        process = _dask(self.folder, "dask_worker", self.address, *options, python_path=python_path)
        self.workers.append(process)
        return process

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@contextlib.contextmanager
def local_cluster(folder: Path, workers: int = 2, tls: tuple[str, ...] = ()) -> Iterator[LocalCluster]:
    """A running cluster; its workers may still be on their way."""
    port = _free_port()
    options = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-show", *tls)
    cluster = LocalCluster(folder, port, _dask(folder, "dask_scheduler", *options), tls=tls)
    try:
        _listening(port, cluster.scheduler)
        for _ in range(workers):
            cluster.hire()
        yield cluster
    finally:
        cluster.stop()


def _dask(folder: Path, module: str, *options: str, python_path: Path = TESTS) -> subprocess.Popen:
    command = [sys.executable, "-m", f"distributed.cli.{module}", *options]
    env = {**os.environ, **_QUIET, "PYTHONPATH": str(python_path)}
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _listening(port: int, process: subprocess.Popen) -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError("the scheduler did not start")
