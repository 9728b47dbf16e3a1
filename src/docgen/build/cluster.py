"""The workers of an existing Dask cluster make the papers of a build; only this process writes.

Whoever joins is first compared: a worker that is not made of what we are would make other papers.
"""

import logging
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from docgen.build.cluster_address import ClusterAddress, Unreachable, is_this_machine
from docgen.build.cluster_faults import NoDask, NoWorkers, OtherProgram
from docgen.build.handing import Handing
from docgen.build.program import MAKERS, makeup
from docgen.build.run import Maker
from docgen.build.sending import differences

Client = Any  # Dask is an extra, heavy, and hardly typed

_CONNECT_SECONDS = 10
_LOOK_SECONDS = 0.02
_DISTRIBUTION = "docgen-gongwen"


def reach(where: ClusterAddress) -> None:
    """The cluster could make our papers. Raises NoDask, Unreachable, NoWorkers or OtherProgram."""
    _distributed()
    where.knock(_CONNECT_SECONDS)
    with _compared(where):
        pass


@contextmanager
def joined(where: ClusterAddress, say: Callable[[str], None]) -> Iterator[Maker]:
    """A maker that hands chunks to the cluster, whose workers are all made of what we are."""
    with _compared(where) as (client, workers):
        if not where.is_encrypted and not all(map(is_this_machine, workers)):
            say(
                "提醒：和集群之间没有加密，记录和文书在网络上可以被别人看到。"
                "请改用 tls:// 地址并加 --cluster-ca、--cluster-cert、--cluster-key"
            )
        yield lambda shop, chunks: Handing(client, where, shop, chunks).results()


@contextmanager
def _compared(where: ClusterAddress) -> Iterator[tuple[Client, tuple[str, ...]]]:
    client = _client(where)
    try:
        try:
            _wait_for_workers(client, where)
            _compare(client)
            workers = tuple(client.nthreads())
        except OSError as reason:
            raise Unreachable(where.url, encrypted=where.is_encrypted) from reason
        yield client, workers
    finally:
        with suppress(OSError):
            client.close()


def _client(where: ClusterAddress) -> Client:
    distributed = _distributed()
    from distributed.versions import VersionMismatchWarning  # an extra

    # Its log is for those who run the cluster, and in English.
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", category=VersionMismatchWarning)
    try:
        return distributed.Client(
            where.url,
            security=where.security(),
            timeout=_CONNECT_SECONDS,
            set_as_default=False,
            name="docgen",
        )
    except (OSError, RuntimeError, ImportError) as reason:
        raise Unreachable(where.url, encrypted=where.is_encrypted) from reason


def _distributed() -> Any:
    try:
        import distributed  # an extra, and half a second
    except ImportError as reason:
        raise NoDask from reason
    return distributed


def _wait_for_workers(client: Client, where: ClusterAddress) -> None:
    until = time.monotonic() + _CONNECT_SECONDS
    while not client.nthreads():
        if time.monotonic() > until:
            raise NoWorkers(where.url)
        time.sleep(_LOOK_SECONDS)


def _compare(client: Client) -> None:
    """Raises OtherProgram. Dask is asked first: a worker without docgen can run nothing of ours."""
    told = client.get_versions(packages=[_DISTRIBUTION, *MAKERS])
    ours = _by_dask(told["client"])
    for name, theirs in told["workers"].items():
        _agree(name, ours, _by_dask(theirs))
    for name, answer in client.run(makeup, on_error="return").items():
        _agree(name, makeup(), answer if isinstance(answer, dict) else {})


def _agree(where: str, ours: dict[str, str], theirs: dict[str, str]) -> None:
    found = differences(ours, theirs)
    if found:
        raise OtherProgram(where, found)


def _by_dask(told: Any) -> dict[str, str]:
    packages = dict(told["packages"])
    python = ".".join(str(packages.pop("python")).split(".")[:2])
    names = (_DISTRIBUTION, "distributed", *MAKERS)
    return {"Python": python, **{name: packages.get(name) or "" for name in names}}
