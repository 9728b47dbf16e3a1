"""template copy: a built-in kind's templates in the workspace, where a clerk may edit them in Word."""

from docgen.files import write_atomic
from docgen.kinds import load_catalogue
from docgen.workspace import Workspace


def copy_templates(workspace: Workspace, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files copied, and those that were there already and stay as they are, relative to the workspace.

    Raises UnknownKind or CannotWrite.
    """
    kind = load_catalogue(workspace.templates).find(name)
    copied, kept = [], []
    for paper in kind.papers:
        target = workspace.templates[0] / kind.slug / paper.template.name
        if target.is_file():
            kept.append(workspace.relative(target))
        elif paper.template.is_file():
            write_atomic(target, paper.template.read_bytes())
            copied.append(workspace.relative(target))
    return tuple(copied), tuple(kept)
