"""Which papers are drafts: those whose feeding keys have an open 错误."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.build.job import Job
from docgen.campaign.fact import Scope
from docgen.campaign.feeds import feeding_paths, roots
from docgen.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class OpenErrors:
    """The findings of severity 错误 by file, and where each branch's record lies."""

    committee_file: str
    branch_files: Sequence[str]
    by_file: dict[str, list[Finding]]
    paper_files: Mapping[str, str] = field(default_factory=dict)  # of official papers, by id

    def of(self, job: Job, branch_file: str) -> list[Finding]:
        """The open errors on what feeds the job; `branch_file` is its branch's, "" for the committee."""
        if job.paper.scope == "paper":
            return self.by_file.get(self.paper_files.get(job.item_id, ""), [])
        scope: Scope = "branch" if branch_file else "committee"
        known = roots(scope)
        own: list[str] = []
        committee: list[str] = []
        every: list[str] = []
        for path in feeding_paths(job.paper.feeds, job.paper.facts, scope):
            name, _, rest = path.partition(".")
            if name not in known:  # the as-of day
                continue
            if name == "branches":
                every.append(rest)
                committee.append(name)
            elif known[name].of_branch:
                own.append(path)
            else:
                committee.append(".".join(filter(None, (known[name].field, rest))))
        found = [*self._in(self.committee_file, committee), *self._in(branch_file, own)]
        for file in self.branch_files if every else ():
            found += self._in(file, every)
        return found

    def _in(self, file: str, paths: Sequence[str]) -> Iterable[Finding]:
        return (f for f in self.by_file.get(file, ()) if any(_touches(f.field, path) for path in paths))


def open_errors(
    findings: Iterable[Finding],
    committee_file: str,
    branch_files: Sequence[str],
    paper_files: Mapping[str, str] | None = None,
) -> OpenErrors:
    """The errors among the findings, ready to be asked."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.ERROR:
            by_file.setdefault(finding.file, []).append(finding)
    return OpenErrors(committee_file, branch_files, by_file, paper_files or {})


def _touches(field: str, path: str) -> bool:
    """Whether one of the two key paths lies within the other; a fault of the whole file touches all."""
    if not field or not path:
        return True
    longer, shorter = (field, path) if len(field) > len(path) else (path, field)
    return longer == shorter or longer.startswith((f"{shorter}.", f"{shorter}["))
