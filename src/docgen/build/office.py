"""All records of a workspace, read at once: the committee's file, and those of the branches it lists."""

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.findings import Finding, in_order
from docgen.records import Source, load
from docgen.workspace import Workspace

COMMITTEE_FILE = "committee.yaml"


@dataclass(frozen=True, slots=True)
class LoadedOffice:
    """The office as far as it could be read (None without the committee's file), and all findings.

    `branch_files` has the file of each branch record, in the office's order.
    """

    office: Office | None
    committee_file: str
    branch_files: tuple[str, ...]
    sources: Mapping[str, Source]  # by file
    findings: tuple[Finding, ...]


def load_office(workspace: Workspace) -> LoadedOffice:
    """Every record that can be read has been; what is wrong in any of them is a finding."""
    path = workspace.data / COMMITTEE_FILE
    shown = workspace.relative(path)
    if not path.is_file():
        return LoadedOffice(None, shown, (), {}, (_no_committee(shown),))
    committee = load(path, workspace.root, CommitteeRecord)
    listed = committee.value.branches if committee.value else ()
    branches, missing = _branches(workspace, listed, committee.source)
    findings = [*committee.findings, *missing, *_unlisted(workspace, listed)]
    sources = {committee.source.file: committee.source}
    for branch in branches:
        findings += branch.findings
        sources[branch.source.file] = branch.source
    read = [branch for branch in branches if branch.value is not None]
    office = None
    if committee.value is not None:
        office = Office(committee.value, tuple(branch.value for branch in read if branch.value is not None))
    files = tuple(branch.source.file for branch in read)
    return LoadedOffice(office, shown, files, sources, tuple(in_order(findings)))
