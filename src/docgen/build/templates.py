"""`python -m docgen.build.templates [FOLDER]`: every template made anew from the blocks.yaml beside it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from docgen.files import write_atomic
from docgen.kinds import Catalogue, Paper, load_catalogue
from docgen.layout.builder import build_template
from docgen.layout.profile import SETUP, Profile
from docgen.workspace import bundled

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def blocks_of(paper: Paper) -> Path:
    """Where the blocks of the paper's template are, if it has any."""
    return paper.template.with_name(paper.template.name.replace("template", "blocks")).with_suffix(".yaml")


def built_template(paper: Paper, profile: Profile = SETUP) -> bytes:
    """The template that the paper's blocks.yaml describes. Raises BlockError."""
    blocks = yaml.load(blocks_of(paper).read_bytes(), Loader=_Loader)  # noqa: S506  a safe loader
    return build_template(blocks, paper.layout, profile)


def template_source(paper: Paper, profile: Profile) -> Path | bytes:
    """The paper's template for the profile: its file, or for another page what its blocks make of it.

    Our files are built for the profile `setup`; what was made or changed in Word stays as it is.
    """
    if profile is SETUP or not blocks_of(paper).is_file():
        return paper.template
    if paper.template.read_bytes() != built_template(paper):
        return paper.template
    return built_template(paper, profile)


def rebuild(catalogue: Catalogue) -> Iterator[tuple[Path, bool]]:
    """Every template that has blocks, with whether it has changed; it is then written."""
    papers = (paper for kind in catalogue.kinds for paper in kind.papers)
    for paper in papers:
        if not blocks_of(paper).is_file():
            continue
        data = built_template(paper)
        changed = not paper.template.is_file() or paper.template.read_bytes() != data
        if changed:
            write_atomic(paper.template, data)
        yield paper.template, changed


def main(arguments: list[str]) -> int:
    """The exit status of one call."""
    folder = Path(arguments[0]) if arguments else bundled("templates")
    for path, changed in rebuild(load_catalogue([folder])):
        if changed:
            sys.stdout.write(f"{path.relative_to(folder)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
