"""template build: the workspace's templates made anew from the blocks.yaml beside them."""

from collections.abc import Sequence

from docgen.build.templates import rebuild, with_blocks
from docgen.kinds import load_catalogue
from docgen.workspace import Workspace


def build_templates(workspace: Workspace, names: Sequence[str]) -> dict[str, bool]:
    """Each template of the workspace that has blocks, and whether it was changed.

    Raises UnknownKind, BlockError or CannotWrite.
    """
    catalogue = load_catalogue(workspace.templates)
    wanted = {catalogue.find(name).slug for name in names}
    own = [
        paper
        for paper in with_blocks(catalogue)
        if paper.template.is_relative_to(workspace.templates[0]) and (not wanted or paper.slug in wanted)
    ]
    return {workspace.relative(paper.template): rebuild(paper) for paper in own}
