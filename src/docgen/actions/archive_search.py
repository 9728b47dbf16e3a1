"""archive search and reindex: papers found by their words."""

from dataclasses import replace
from datetime import date

from docgen.archive.index.searching import Found, Wanted, search
from docgen.errors import DocgenError
from docgen.workspace import Workspace


class NothingWanted(DocgenError):
    """Neither words nor a filter were given."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__(
            "没有写要查什么", "请写出要查的词，例如 docgen archive search 制度，或用 --year 等条件"
        )


def search_archive(workspace: Workspace, wanted: Wanted) -> Found:
    """The papers that say it. Raises NothingWanted, NoArchive and their like."""
    filters = (wanted.year, wanted.branch, wanted.kind, wanted.number, wanted.person, wanted.retention)
    if not any((*(word.strip() for word in wanted.words), *filters)):
        raise NothingWanted
    found = search(workspace.archive, wanted)
    if found.total or not wanted.branch or wanted.branch.isascii():
        return found
    return search(workspace.archive, replace(wanted, branch=_id_of(workspace, wanted.branch)))


def _id_of(workspace: Workspace, name: str) -> str:
    """The number of the branch that the records now call so; the name itself where none is."""
    # The records take a second to read, and most searches name no branch or its number.
    from docgen.build.office import load_office
    from docgen.build.owners import UnknownBranch, owner_named

    loaded = load_office(workspace, None, date.today())
    try:
        return owner_named(name, loaded.office, loaded.unread) if loaded.office else name
    except UnknownBranch:
        return name


def reindex(workspace: Workspace) -> int:
    """The index is made of the archive's files anew; how many versions it knows."""
    from docgen.archive.index.updating import make_anew  # reads papers; a search does not

    return make_anew(workspace.archive)
