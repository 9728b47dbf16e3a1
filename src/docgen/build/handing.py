"""Chunks handed out to the workers of a Dask cluster, and their papers taken back.

The cluster re-runs what a dying worker had in hand. What it cannot mend is told here: a chunk that kills
its workers (`Died`), a shop that died with all who held it (sent again), a scheduler that is gone.
"""

import time
import uuid
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from docgen.build.cluster_address import ClusterAddress
from docgen.build.cluster_faults import ClusterLost, NoWorkers, OtherProgram
from docgen.build.making import Chunk, Result, Shop
from docgen.build.pool import Died
from docgen.build.sending import Delivered, Refused, Sent, make_there

# Dask is an extra, heavy, and hardly typed.
Client = Any
Future = Any

_AHEAD = 2  # chunks that wait for each thread of a worker, so that none idles and results do not pile up
_WORKERS_SECONDS = 30  # a worker that died is started again within these, if anybody does
_ASK_SECONDS = 2.0
_LOOK_SECONDS = 0.02
_TRIES = 3  # a chunk whose papers are damaged on the way, or lost with the shop
_DIED = Died(
    "做这份文书的几台工作机接连中止了（多半是内存不足）",
    "请给工作机多留内存，或者不加 --cluster 在本机单独做这一份；其他文书不受影响",
)


class Handing:
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
        """The place and results of each chunk as they come. Raises ClusterLost, NoWorkers or OtherProgram."""
        from distributed.client import ClosedClientError  # an extra

        gone = OSError, ClosedClientError
        try:
            while self._left or self._waiting:
                self._ask()
                while self._left and len(self._waiting) < self._room and self._is_shared():
                    self._hand_out(self._left.popleft())
                yield from self._come_back()
        except gone as reason:
            raise ClusterLost(self._where.url, "通信中断") from reason
        finally:
            with suppress(*gone):
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
