"""All chunks of a build carried out: papers made here or by several processes, and put in their place.

A paper that fails does not stop the others; nor does one whose process dies.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from docgen.build.making import Chunk, Result, Shop
from docgen.build.manifest import Entry
from docgen.build.outcome import Outcome
from docgen.build.outcomes import Outcomes, packed
from docgen.build.output import Output, Placed
from docgen.build.plan import folder_of
from docgen.build.pool import Died, over_processes
from docgen.build.reading import are_many
from docgen.build.stored import forget
from docgen.build.view import look_up
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.kinds import Paper

_BRANCHES = 16  # a chunk
__all__ = ["Outcome", "chunks_of", "expected_jobs", "foreseen", "here", "over", "run"]

_OFFICE_JOBS = 4  # a chunk
_PLACED = {"written": "written", "unchanged": "unchanged", "kept": "skipped"}

OnDone = Callable[["Outcome"], None]
Maker = Callable[[Shop, Sequence[Chunk]], Iterator[tuple[int, list[Result] | Died]]]


def run(
    shop: Shop,
    output: Output,
    *,
    force: bool = False,
    maker: Maker,
    on_done: OnDone = lambda outcome: None,
) -> Outcomes:
    """One outcome a job, by owner and code. The manifest is saved even when the run is broken off."""
    try:
        return _each(
            shop,
            _announced(maker, output),
            lambda result: _placed(result, output, force=force),
            on_done,
        )
    finally:
        output.save()


def foreseen(shop: Shop, output: Output, *, force: bool = False, maker: Maker) -> Outcomes:
    """What `run` would do; papers that may have changed are made, but nothing is written."""
    return _each(shop, maker, lambda result: _foreseen(result, output, force=force), lambda outcome: None)


def _announced(maker: Maker, output: Output) -> Maker:
    """The maker, each chunk of whose papers is in the journal before the first of them is placed."""

    def announced(shop: Shop, chunks: Sequence[Chunk]) -> Iterator[tuple[int, list[Result] | Died]]:
        for place, results in maker(shop, chunks):
            if not isinstance(results, Died):
                new = ((r.line.key, _entry(r), r.data) for r in results if r.data and not r.is_same)
                output.announce(new)
            yield place, results

    return announced


def _each(shop: Shop, maker: Maker, settle: Callable[[Result], Outcome], on_done: OnDone) -> Outcomes:
    chunks = chunks_of(shop)
    done: list[list[bytes]] = [[] for _ in chunks]
    for place, results in _survived(shop, chunks, maker):
        settled = []
        for result in results:
            settled.append(settle(result))
            on_done(settled[-1])
        done[place] += packed(settled)
    return Outcomes(chain.from_iterable(done))


def chunks_of(shop: Shop) -> list[Chunk]:
    """All jobs, the office's own first; branches that share a folder are in one chunk."""
    own = len(shop.office_jobs())
    chunks = [Chunk(of_office=(first, first + _OFFICE_JOBS)) for first in range(0, own, _OFFICE_JOBS)]
    if all(paper.scope != "branch" for paper in shop.papers):
        return chunks
    waiting: list[int] = []
    for places in _by_folder(shop.workshop.office):
        waiting += places
        if len(waiting) >= _BRANCHES:
            chunks.append(Chunk(tuple(waiting)))
            waiting = []
    return [*chunks, Chunk(tuple(waiting))] if waiting else chunks


def expected_jobs(shop: Shop, chunks: Sequence[Chunk]) -> int:
    """About how many jobs there are: the branches' are counted in the first of their chunks."""
    theirs = [chunk for chunk in chunks if chunk.branches]
    counted = len(shop.planned(theirs[0])) / len(theirs[0].branches) if theirs else 0
    return len(shop.office_jobs()) + round(counted * sum(len(chunk.branches) for chunk in theirs))


def _by_folder(office: Office) -> Iterable[list[int]]:
    together: dict[str, list[int]] = {}
    for place, branch in enumerate(office.branches):
        together.setdefault(folder_of(branch.branch.id).lower(), []).append(place)
    return together.values()


def here(shop: Shop, chunks: Sequence[Chunk]) -> Iterator[tuple[int, list[Result] | Died]]:
    """Makes the chunks in this process."""
    yield from ((place, shop.make(chunk)) for place, chunk in enumerate(chunks))


def over(processes: int) -> Maker:
    """Makes the chunks in so many processes of this machine."""
    if processes == 1:
        return here
    return lambda shop, chunks: _over(shop, chunks, processes)


def _over(shop: Shop, chunks: Sequence[Chunk], processes: int) -> Iterator[tuple[int, list[Result] | Died]]:
    office = shop.workshop.office
    look_up(office)
    forget()
    # The committee's papers that list thousands of branches take much memory, which would stay with their
    # maker while others work beside it: they are made first, by a process that ends with them.
    own = sum(not chunk.branches for chunk in chunks) if are_many(office.branches) else 0
    yield from over_processes(Shop.make, shop, chunks[:own], 1)
    for place, results in over_processes(Shop.make, shop, chunks[own:], processes):
        yield own + place, results


def _survived(shop: Shop, chunks: Sequence[Chunk], maker: Maker) -> Iterator[tuple[int, list[Result]]]:
    """The results of each chunk. One whose process died is tried again in parts, to find the paper."""
    dead: list[tuple[int, Chunk]] = []
    for place, results in maker(shop, chunks):
        if isinstance(results, Died):
            dead.append((place, chunks[place]))
        else:
            yield place, results
    while dead:
        parts = [(place, part) for place, chunk in dead for part in _parts(chunk, shop.papers)]
        dead = []
        for number, results in maker(shop, [part for _, part in parts]):
            place, part = parts[number]
            if not isinstance(results, Died):
                yield place, results
            elif part.only and len(part.branches) < 2:
                fault = results.message, results.remedy
                yield place, [Result(line, fault=fault) for line in shop.planned(part)]
            else:
                dead.append((place, part))


def _parts(chunk: Chunk, papers: Iterable[Paper]) -> list[Chunk]:
    if chunk.only is None:
        return [replace(chunk, only=(paper.slug, paper.variant)) for paper in papers]
    return [replace(chunk, branches=(place,)) for place in chunk.branches]


def _placed(result: Result, output: Output, *, force: bool) -> Outcome:
    key = result.line.key
    if result.is_same:
        return _unchanged(result, output.entries[key])
    if result.data is None:
        return _not_made(result)
    try:
        placed = output.place(key, _entry(result), result.data, force=force)
    except DocgenError as error:
        return Outcome(result.line, "failed", str(error))
    return _outcome(result, placed)


def _foreseen(result: Result, output: Output, *, force: bool) -> Outcome:
    key = result.line.key
    if result.is_same:
        return _unchanged(result, output.entries[key])
    if result.data is None:
        return _not_made(result)
    try:
        placed = output.would_place(key, result.line.path, result.data, force=force)
    except DocgenError as error:
        return Outcome(result.line, "failed", str(error))
    return replace(_outcome(result, placed), stale=output.is_stale(key, result.data))


def _unchanged(result: Result, entry: Entry) -> Outcome:
    return Outcome(result.line, "unchanged", result.draft, bool(result.draft), entry.notes)


def _entry(result: Result) -> Entry:
    line = result.line
    return Entry(
        path=line.path,
        owner=line.owner,
        slug=line.slug,
        code=line.code,
        variant=line.variant,
        item_id=line.item_id,
        title=result.title,
        date=line.date,
        draft=bool(result.draft),
        notes=result.notes,
        inputs=result.inputs,
    )


def _not_made(result: Result) -> Outcome:
    if result.fault is None:
        return Outcome(result.line, "skipped", result.line.reason)
    return Outcome(result.line, "failed", str(DocgenError(*result.fault)))


def _outcome(result: Result, placed: Placed) -> Outcome:
    if placed.status == "kept":
        return Outcome(result.line, "skipped", placed.note)
    notes = tuple(filter(None, (*result.notes, placed.note)))
    return Outcome(result.line, _PLACED[placed.status], result.draft, bool(result.draft), notes)
