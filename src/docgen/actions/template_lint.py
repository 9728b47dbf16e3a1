"""template lint: what is wrong with a template, before a hundred papers are made from it."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from docgen.authoring.lint.faults import TEMPLATE_CODES
from docgen.authoring.lint.run import lint
from docgen.build.office import load_office
from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.errors import DocgenError
from docgen.findings import Finding, Severity, has_errors
from docgen.kinds import Catalogue, Paper, load_catalogue
from docgen.workspace import Workspace, bundled

_NAME = re.compile(r"template(?:-([\w-]+))?\.docx$")
TRIED = "G15"


def lint_template(
    workspace: Workspace | None, path: Path, name: str, today: date
) -> tuple[list[Finding], Paper | None]:
    """The faults of the template at `path`, and the paper for which it was judged.

    `name` is a kind, or a kind and its variant (D26-result); without one the folder tells. Raises
    UnknownKind.
    """
    folders = workspace.templates if workspace is not None else (bundled("templates"),)
    paper = _paper(load_catalogue(folders), path, name)
    found = lint(path, paper, _original(path, paper))
    if not has_errors(found) and paper is not None and workspace is not None:
        found += _tried(workspace, path, paper, today)
    return found, paper


def _paper(catalogue: Catalogue, path: Path, name: str) -> Paper | None:
    papers = [paper for kind in catalogue.kinds for paper in kind.papers]
    if name:
        return catalogue.papers_named(name)[0]
    own = _NAME.search(path.name)
    variant = own[1] or "" if own else ""
    slug = path.resolve().parent.name
    return next((paper for paper in papers if own and (paper.slug, paper.variant) == (slug, variant)), None)


def _original(path: Path, paper: Paper | None) -> Path | None:
    """The template that a clerk's copy was made from."""
    if paper is None:
        return None
    built_in = bundled("templates") / paper.slug / paper.template.name
    return built_in if built_in.is_file() and built_in.resolve() != path.resolve() else None


def _tried(workspace: Workspace, path: Path, paper: Paper, today: date) -> list[Finding]:
    """The first paper of the workspace's records, filled: what no reading of the template can show."""
    loaded = load_office(workspace, None, today)
    if loaded.office is None:
        return []
    own = replace(paper, template=path.resolve())
    jobs = [job for job in plan([own], loaded.office, workspace.settings, None) if not job.reason]
    try:
        for job in jobs[:1]:
            Workshop(loaded.office, workspace.settings, loaded.as_of).make(job, draft=False)
    except DocgenError as error:
        return [
            Finding(
                TRIED, Severity.ERROR, f"{TEMPLATE_CODES[TRIED]}：{error.message}", error.remedy, str(path)
            )
        ]
    return []
