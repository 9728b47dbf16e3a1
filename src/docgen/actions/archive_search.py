"""archive search and reindex: papers found by their words."""

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
    return search(workspace.archive, wanted)


def reindex(workspace: Workspace) -> int:
    """The index is made of the archive's files anew; how many versions it knows."""
    from docgen.archive.index.updating import make_anew  # reads papers; a search does not

    return make_anew(workspace.archive)
