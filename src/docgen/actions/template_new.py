"""template new: a kind of the unit's own in the workspace, from blocks or from another kind."""

from dataclasses import dataclass

import yaml

from docgen.authoring.skeleton import free_code, renamed, require_slug, skeleton
from docgen.build.templates import blocks_of
from docgen.errors import DocgenError
from docgen.files import write_folder
from docgen.kinds import Kind, load_catalogue
from docgen.layout.builder import build_template
from docgen.workspace import Workspace


class KindAlreadyThere(DocgenError):
    """Another kind has the name, or its folder is there."""

    exit_status = 2

    def __init__(self, slug: str) -> None:
        super().__init__(
            f"文种“{slug}”已经有了，没有改动它",
            f"请换一个英文名；要改自带的模板，请执行 docgen template copy {slug}",
        )


@dataclass(frozen=True, slots=True)
class NewKind:
    """A kind that was just made: its code, and its files relative to the workspace."""

    code: str
    files: tuple[str, ...]


def new_kind(
    workspace: Workspace, slug: str, name: str, source: str, *, scope: str, layout: str, code: str = ""
) -> NewKind:
    """A kind that builds at once. Raises BadSlug, KindAlreadyThere, UnknownKind or CannotWrite."""
    require_slug(slug)
    catalogue = load_catalogue(workspace.templates)
    folder = workspace.templates[0] / slug
    if folder.exists() or any(kind.slug == slug for kind in catalogue.kinds):
        raise KindAlreadyThere(slug)
    code = code or free_code([kind.code for kind in catalogue.kinds])
    if source:
        files = _copied(catalogue.find(source), workspace, name, code)
    else:
        files = _from_blocks(slug, name, code, scope, layout)
    write_folder(folder, files)
    return NewKind(code, tuple(workspace.relative(folder / file) for file in files))


def _from_blocks(slug: str, name: str, code: str, scope: str, layout: str) -> dict[str, bytes]:
    made = skeleton(slug, name, code, scope=scope, layout=layout)
    template = build_template(yaml.safe_load(made.blocks), layout)
    return {
        "kind.yaml": made.manifest.encode(),
        "blocks.yaml": made.blocks.encode(),
        "template.docx": template,
    }


def _copied(kind: Kind, workspace: Workspace, name: str, code: str) -> dict[str, bytes]:
    manifest = next(
        home / kind.slug / "kind.yaml"
        for home in workspace.templates
        if (home / kind.slug / "kind.yaml").is_file()
    )
    files = {"kind.yaml": renamed(manifest.read_text("utf-8-sig"), name=name, code=code).encode()}
    for paper in kind.papers:
        for file in (paper.template, blocks_of(paper)):
            if file.is_file():
                files[file.name] = file.read_bytes()
    return files
