"""Chunks of a build made by the workers of an existing Dask cluster; only this process writes.

The cluster re-runs what a dying worker had in hand. What it cannot mend is told here: a chunk that kills
its workers (`Died`), a shop that died with all who held it (sent again), a scheduler that is gone.
"""

import logging
import time
import uuid
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from docgen.build.cluster_address import ClusterAddress, Unreachable, is_this_machine
from docgen.build.making import Chunk, Result, Shop
from docgen.build.pool import Died
from docgen.build.program import MAKERS, makeup
from docgen.build.run import Maker
from docgen.build.sending import Delivered, Refused, Sent, differences, make_there
from docgen.errors import DocgenError

# Dask is an extra, heavy, and hardly typed.
Client = Any
Future = Any

_AHEAD = 2  # chunks that wait for each thread of a worker, so that none idles and results do not pile up
_CONNECT_SECONDS = 10
_WORKERS_SECONDS = 30  # a worker that died is started again within these, if anybody does
_ASK_SECONDS = 2.0
_LOOK_SECONDS = 0.02
_DISTRIBUTION = "docgen-gongwen"
_TRIES = 3  # a chunk whose papers are damaged on the way, or lost with the shop
_DIED = Died(
    "做这份文书的几台工作机接连中止了（多半是内存不足）",
    "请给工作机多留内存，或者不加 --cluster 在本机单独做这一份；其他文书不受影响",
)


class NoDask(DocgenError):
    """The extra is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "本机没有安装连接集群的组件（dask distributed）",
            "请执行 pip install 'docgen-gongwen[cluster]'，或者去掉 --cluster 在本机生成",
        )


class NoWorkers(DocgenError):
    """The scheduler answers, but nobody works for it."""

    exit_status = 3

    def __init__(self, address: str) -> None:
        super().__init__(
            f"集群“{address}”里没有在工作的工作机",
            "请在工作机上启动 dask worker 后再执行一次；已经生成的文书都在，不会重做",
        )


class OtherProgram(DocgenError):
    """A worker would not make the same papers."""

    exit_status = 3

    def __init__(self, where: str, differs: Sequence[str]) -> None:
        super().__init__(
            f"工作机“{where}”上装的和本机不一样：{'，'.join(differs)}",
            "请在各台机器上安装同一版本的 docgen 和 Python（docgen doctor 列出本机的版本），再启动集群",
        )


class ClusterLost(DocgenError):
    """The scheduler went away, or a worker answered what it should not, in the middle of a build."""

    exit_status = 3

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"集群“{address}”中途断开（{why}）",
            "已经生成的文书都在；请查看集群后再执行一次，只做剩下的，或者去掉 --cluster 在本机做完",
        )


def reach(where: ClusterAddress) -> None:
    """The extra is there and somebody listens at the address. Raises NoDask or Unreachable."""
    _distributed()
    where.knock(_CONNECT_SECONDS)


@contextmanager
def joined(where: ClusterAddress, say: Callable[[str], None]) -> Iterator[Maker]:
    """A maker that hands chunks to the cluster, once all its workers are made of what we are."""
    client = _client(where)
    try:
        workers = _workers(client, where, _CONNECT_SECONDS)
        _compare(client)
        if not where.is_encrypted and not all(is_this_machine(name) for name in workers):
            say(
                "提醒：和集群之间没有加密，记录和文书在网络上可以被别人看到。"
                "请改用 tls:// 地址并加 --cluster-ca、--cluster-cert、--cluster-key"
            )
        yield lambda shop, chunks: _Handing(client, where, shop, chunks).results()
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


def _workers(client: Client, where: ClusterAddress, seconds: float) -> dict[str, int]:
    """The threads of each worker; waits for the first. Raises NoWorkers."""
    until = time.monotonic() + seconds
    while not (found := dict(client.nthreads())):
        if time.monotonic() > until:
            raise NoWorkers(where.url)
        time.sleep(_LOOK_SECONDS)
    return found


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


class _Handing:
    """Chunks on their way to the cluster and back, a few for each worker's thread at a time."""

    def __init__(self, client: Client, where: ClusterAddress, shop: Shop, chunks: Sequence[Chunk]) -> None:
        from distributed import as_completed  # an extra

        self._client, self._where, self._chunks = client, where, chunks
        self._sent = Sent.of(shop)
        self._there: Future | None = None
        self._coming = as_completed(loop=client.loop, with_results=True, raise_errors=False)
        self._left = deque(range(len(chunks)))
        self._waiting: dict[Future, int] = {}
        self._tries = [0] * len(chunks)
        # A worker that dies puts all that waits for it under suspicion. Where the one paper is searched for
        # that kills workers, nothing else waits beside it.
        self._is_search = any(chunk.only for chunk in chunks)
        self._room = self._refusals = 0
        self._seen_at = time.monotonic()
        self._asked_at = self._seen_at - _ASK_SECONDS

    def results(self) -> Iterator[tuple[int, list[Result] | Died]]:
        """The place and results of each chunk as they come."""
        try:
            while self._left or self._waiting:
                self._ask()
                while self._left and len(self._waiting) < self._room and self._is_shared():
                    self._hand_out(self._left.popleft())
                yield from self._come_back()
        except OSError as reason:
            raise ClusterLost(self._where.url, "通信中断") from reason
        finally:
            with suppress(OSError):
                self._client.cancel(list(self._waiting))  # what has not begun does not begin

    def _ask(self) -> None:
        """How many there are to work is known. Raises NoWorkers and ClusterLost."""
        now = time.monotonic()
        if self._client.status != "running":
            raise ClusterLost(self._where.url, "调度机没有回应")
        if now - self._asked_at < _ASK_SECONDS:
            return
        room = sum(self._client.nthreads().values()) * _AHEAD
        self._room = min(room, 1) if self._is_search else room
        self._asked_at = now
        if self._room:
            self._seen_at = now
        elif now - self._seen_at > _WORKERS_SECONDS:
            raise NoWorkers(self._where.url)

    def _is_shared(self) -> bool:
        """The shop is with the workers, if there are any. It goes when this process does: nobody keeps it."""
        if self._there is None or self._there.status != "finished":
            try:
                self._there = self._client.scatter(
                    self._sent, broadcast=True, hash=False, timeout=_ASK_SECONDS
                )
            except OSError:  # some have gone since they were asked for
                self._room, self._refusals = 0, self._refusals + 1
                if self._refusals >= _TRIES * _TRIES or self._client.status != "running":
                    raise
                return False
            self._refusals = 0
        return True

    def _hand_out(self, place: int) -> None:
        future = self._client.submit(
            make_there, self._there, self._chunks[place], key=f"docgen-{uuid.uuid4().hex}", pure=False
        )
        self._waiting[future] = place
        self._coming.add(future)

    def _come_back(self) -> Iterator[tuple[int, list[Result] | Died]]:
        until = time.monotonic() + _ASK_SECONDS
        while not self._coming.has_ready() and time.monotonic() < until and self._client.status == "running":
            time.sleep(_LOOK_SECONDS)
        if not self._coming.has_ready():
            return
        future, answer = next(self._coming)
        place = self._waiting.pop(future)
        results = self._judged(future, place, answer)
        if results is None:
            self._left.appendleft(place)
        else:
            yield place, results

    def _judged(self, future: Future, place: int, answer: Any) -> list[Result] | Died | None:
        """What an answer means; None: the chunk is to be handed out again."""
        if isinstance(answer, Delivered) and answer.is_whole:
            return answer.results
        if isinstance(answer, Refused):
            raise OtherProgram(answer.machine, answer.differs)
        if future.status == "error":
            return self._fault(answer[1])
        if self._client.status != "running":
            raise ClusterLost(self._where.url, "调度机没有回应")
        self._tries[place] += 1
        if self._tries[place] < _TRIES:
            return None
        if isinstance(answer, Delivered):
            raise ClusterLost(self._where.url, "交回的文书在传送中损坏")
        return _DIED  # each time all workers went, and the shop with them

    def _fault(self, fault: BaseException) -> Died:
        from distributed.scheduler import KilledWorker  # an extra

        if isinstance(fault, KilledWorker | MemoryError):
            return _DIED
        if isinstance(fault, ImportError):
            raise OtherProgram("后来加入的一台", (f"docgen（{fault}）",))
        raise ClusterLost(self._where.url, f"工作机出错，{type(fault).__name__}：{fault}") from fault
