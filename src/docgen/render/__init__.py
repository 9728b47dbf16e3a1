"""docxtpl's template language and results, each template prepared once.

Importing this package loads docxtpl and lxml: a command imports it when it renders.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docgen.files import write_atomic
from docgen.render.faults import BoundValue, BrokenTemplate, Place, TemplateError, UnknownName, UnknownUse
from docgen.render.places import Tag
from docgen.render.template import Template

__all__ = [
    "BoundValue",
    "BrokenTemplate",
    "Place",
    "Tag",
    "Template",
    "TemplateError",
    "UnknownName",
    "UnknownUse",
    "render_file",
]


def render_file(
    template: str | os.PathLike[str],
    data: Mapping[str, Any],
    out: str | os.PathLike[str],
    *,
    strict: bool = True,
) -> None:
    """`out` is the template filled in with the data."""
    write_atomic(Path(out), Template(template, strict=strict).render(data))
