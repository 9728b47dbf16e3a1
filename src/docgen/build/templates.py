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


def with_blocks(catalogue: Catalogue) -> Iterator[Paper]:
    """The papers whose template is built from blocks."""
    for kind in catalogue.kinds:
        yield from (paper for paper in kind.papers if blocks_of(paper).is_file())


def rebuild(paper: Paper) -> bool:
    """The paper's template is what its blocks describe; whether it was not before. Raises BlockError."""
    data = built_template(paper)
    if paper.template.is_file() and paper.template.read_bytes() == data:
        return False
    write_atomic(paper.template, data)
    return True


def main(arguments: list[str]) -> int:
    """The exit status of one call."""
    status = 0
    for paper in with_blocks(load_catalogue([Path(arguments[0]) if arguments else bundled("templates")])):
        try:
            if rebuild(paper):
                sys.stdout.write(f"{paper.slug}/{paper.template.name}\n")
        except DocgenError as error:
            sys.stderr.write(f"{paper.slug}/{blocks_of(paper).name}：{error}\n")
            status = error.exit_status
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
