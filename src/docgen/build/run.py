"""All jobs of a build carried out: papers made, one by one or by several processes, and put in their place.

A paper that fails does not stop the others.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from docgen.build.manifest import Entry
from docgen.build.output import Output, Placed
from docgen.build.paper import Made, Workshop
from docgen.build.plan import Job
from docgen.errors import DocgenError
from docgen.findings import Finding

_CHUNK_JOBS_MAX = 32
_PLACED = {"written": "written", "unchanged": "unchanged", "kept": "skipped"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: written, unchanged, skipped or failed, and why."""

    job: Job
    status: str
    reason: str = ""
    draft: bool = False
    notes: tuple[str, ...] = ()
    pdf: str = ""
    stale: bool = False  # it was made before and would now be another; only known where it was foreseen


_OWN_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)

OnDone = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Order:
    """A job with the open errors for which its paper is a draft."""

    job: Job
    errors: tuple[Finding, ...] = ()
    fault: DocgenError | None = None  # its manifest asks for what does not exist


def run(
    orders: Sequence[Order],
    workshop: Workshop,
    output: Output,
    *,
    force: bool = False,
    processes: int = 1,
    on_done: OnDone = lambda outcome: None,
) -> list[Outcome]:
    """One outcome an order, in their order. The manifest is saved even when the run is broken off."""
    outcomes = []
    try:
        for order, made in _made(orders, workshop, processes):
            outcomes.append(_placed(order, made, output, force=force))
            on_done(outcomes[-1])
    finally:
        output.save()
    return outcomes


def foreseen(
    orders: Sequence[Order], workshop: Workshop, output: Output, *, force: bool = False, processes: int = 1
) -> list[Outcome]:
    """What `run` would do; the papers are made, but nothing is written."""
    made = _made(orders, workshop, processes)
    return [_foreseen(order, paper, output, force=force) for order, paper in made]


def _foreseen(order: Order, made: Made | DocgenError | None, output: Output, *, force: bool) -> Outcome:
    if not isinstance(made, Made):
        return _not_made(order, made)
    job = order.job
    placed = output.would_place(job.key, job.path, made.data, force=force)
    outcome = _outcome(order, placed, made.notes)
    return replace(outcome, stale=output.is_stale(job.key, made.data))


def _made(
    orders: Sequence[Order], workshop: Workshop, processes: int
) -> Iterator[tuple[Order, Made | DocgenError | None]]:
    """Every order with its paper, with the reason why there is none, or None where none is to be made."""
    if processes == 1 or len(orders) < 2:
        yield from ((order, _make(workshop, order)) for order in orders)
        return
    size = max(1, min(_CHUNK_JOBS_MAX, len(orders) // (processes * 2)))
    chunks = [slice(start, start + size) for start in range(0, len(orders), size)]
    pool = ProcessPoolExecutor(processes, _context(), _start_worker, (workshop, orders))
    try:
        for chunk, results in zip(chunks, pool.map(_make_chunk, chunks), strict=True):
            yield from zip(orders[chunk], results, strict=True)
    finally:
        # After Ctrl-C what has not begun does not begin.
        pool.shutdown(cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    # A forked worker shares the records; where there is no fork, they are sent to it once.
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")


# What a worker has. Orders are sent with the shop, not one by one: they hold records of its office, and
# what the office remembers of a record goes by its identity.
_workers: tuple[Workshop, Sequence[Order]] | None = None


def _start_worker(workshop: Workshop, orders: Sequence[Order]) -> None:
    global _workers
    _workers = workshop, orders
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent answers it


def _make_chunk(chunk: slice) -> list[Made | DocgenError | None]:
    if _workers is None:
        raise RuntimeError("the worker was not started")
    workshop, orders = _workers
    return [_make(workshop, order) for order in orders[chunk]]


def _make(workshop: Workshop, order: Order) -> Made | DocgenError | None:
    if order.job.reason:
        return None
    if order.fault is not None:
        return order.fault
    try:
        return workshop.make(order.job, draft=bool(order.errors))
    except DocgenError as error:
        # Its own class may not survive the way between processes; its words do.
        return DocgenError(error.message, error.remedy)
    except _OWN_FAULTS as fault:
        # One paper that breaks the program must not cost the user the other hundreds; it is told as failed.
        told = f"程序在做这份文书时出错（{type(fault).__name__}：{fault}）"
        return DocgenError(told, "其他文书不受影响；请把这句话和这个党支部的记录发给维护人员")


def _placed(order: Order, made: Made | DocgenError | None, output: Output, *, force: bool) -> Outcome:
    if not isinstance(made, Made):
        return _not_made(order, made)
    try:
        placed = output.place(order.job.key, _entry(order, made), made.data, force=force)
    except DocgenError as error:
        return Outcome(order.job, "failed", str(error))
    return _outcome(order, placed, made.notes)


def _entry(order: Order, made: Made) -> Entry:
    job = order.job
    return Entry(
        path=job.path,
        owner=job.owner,
        slug=job.paper.slug,
        code=job.paper.code,
        variant=job.paper.variant,
        item_id=job.item_id,
        title=made.title,
        date=job.day.isoformat() if job.day else "",
        draft=bool(order.errors),
        notes=made.notes,
    )


def _not_made(order: Order, error: DocgenError | None) -> Outcome:
    if error is None:
        return Outcome(order.job, "skipped", order.job.reason)
    return Outcome(order.job, "failed", str(error))


def _outcome(order: Order, placed: Placed, said: tuple[str, ...]) -> Outcome:
    if placed.status == "kept":
        return Outcome(order.job, "skipped", placed.note)
    notes = tuple(filter(None, (*said, placed.note)))
    return Outcome(order.job, _PLACED[placed.status], _draft_reason(order), bool(order.errors), notes)


def _draft_reason(order: Order) -> str:
    if not order.errors:
        return ""
    first = min(order.errors, key=lambda f: (f.file, f.line, f.column))
    more = f"等 {len(order.errors)} 处" if len(order.errors) > 1 else ""
    what = "：".join(filter(None, (first.label, first.message)))
    return f"草稿：{first.file}:{first.line} {what}{more}"
