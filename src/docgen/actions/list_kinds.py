"""list kinds: which papers docgen can make here."""

from docgen.findings import Finding
from docgen.kinds import Kind, load_catalogue
from docgen.workspace import Workspace


def list_kinds(workspace: Workspace) -> tuple[tuple[Kind, ...], tuple[Finding, ...]]:
    """The kinds by code, and what is wrong with manifests that cannot be used."""
    catalogue = load_catalogue(workspace.templates)
    return catalogue.kinds, catalogue.findings
