"""Papers in the output folder that nobody asks for any more: their problem, branch or kind is gone."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from docgen.build.manifest import Entry
from docgen.build.output import Output
from docgen.errors import DocgenError


@dataclass(frozen=True, slots=True)
class Orphan:
    """A paper that is not among those to be made, and what became of it."""

    path: str
    moved_to: str  # "" where it stays
    note: str


def put_orphans_away(
    output: Output, wanted: Collection[str], is_judged: Callable[[Entry], bool], *, act: bool = True
) -> list[Orphan]:
    """Those that are ours and untouched have moved to 旧版/; those edited since stay, and are no longer ours.

    `wanted` are the keys of all papers that are to be there; only entries that the build was about are
    judged. Without `act` nothing is touched.
    """
    gone = [key for key, one in output.entries.items() if key not in wanted and is_judged(one)]
    found = [_put_away(output, key, act=act) for key in gone]
    if act and gone:
        output.save()
    return [orphan for orphan in found if orphan is not None]


def _put_away(output: Output, key: str, *, act: bool) -> Orphan | None:
    path = output.entries[key].path
    try:
        is_there, moved_to = output.put_away(key, act=act)
    except DocgenError as error:
        return Orphan(path, "", f"已经不需要了，但移不走：{error}")
    if not is_there:
        return None
    if moved_to:
        return Orphan(path, moved_to, f"已经不需要了，移到了 {moved_to}")
    return Orphan(path, "", "已经不需要了，但被手工改过，留在原处，以后不再管它")
