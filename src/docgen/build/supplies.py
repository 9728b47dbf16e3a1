"""What papers are made from beside the records, carried along to a machine that has no workspace.

Two machines that make one paper must give it one digest of inputs: so the templates and the stamp of the
program are those of the machine that asked.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from errno import ENOENT
from os import strerror
from pathlib import Path

from docgen.build.program import program_stamp
from docgen.files import digest
from docgen.kinds import Paper


@dataclass(frozen=True, slots=True)
class Supplies:
    """Templates by their place on the machine that asked, each with its digest, and that machine's stamp."""

    program: str
    templates: Mapping[Path, tuple[bytes, str]]

    @classmethod
    def of(cls, papers: Iterable[Paper]) -> "Supplies":
        """All that these papers need; a template that cannot be read is left out."""
        found: dict[Path, tuple[bytes, str]] = {}
        for path in {paper.template for paper in papers}:
            with suppress(OSError):
                data = path.read_bytes()
                found[path] = data, digest(data)
        return cls(program_stamp(), found)

    def template(self, path: Path) -> bytes:
        """The template. Raises FileNotFoundError for one that was left out."""
        if path not in self.templates:
            raise FileNotFoundError(ENOENT, strerror(ENOENT), str(path))
        return self.templates[path][0]

    def template_digest(self, path: Path) -> str:
        """The template's digest; "" for one that was left out."""
        return self.templates.get(path, (b"", ""))[1]
