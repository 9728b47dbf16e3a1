"""`python -m docgen.build.templates [FOLDER]`: every template made anew from the blocks.yaml beside it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from docgen.errors import DocgenError
from docgen.files import write_atomic
from docgen.kinds import Catalogue, Paper, load_catalogue
from docgen.layout.builder import build_template
from docgen.workspace import bundled

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def blocks_of(paper: Paper) -> Path:
    """Where the blocks of the paper's template are, if it has any."""
    return paper.template.with_name(paper.template.name.replace("template", "blocks")).with_suffix(".yaml")


def built_template(paper: Paper) -> bytes:
    """The template that the paper's blocks.yaml describes. Raises BlockError."""
    blocks = yaml.load(blocks_of(paper).read_bytes(), Loader=_Loader)  # noqa: S506  a safe loader
    return build_template(blocks, paper.layout)


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
    try:
        for path, changed in rebuild(load_catalogue([folder])):
            if changed:
                sys.stdout.write(f"{path.relative_to(folder)}\n")
    except DocgenError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
