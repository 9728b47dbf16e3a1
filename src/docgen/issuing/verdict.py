"""Whether what feeds a paper stands in the way of issuing it, and what was let through."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.build.drafts import OpenErrors
from docgen.build.job import Job
from docgen.build.office import LoadedOffice
from docgen.findings import Finding, Severity
from docgen.issuing.faults import NotIssued


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings on what feeds a paper, and on its format, with the codes that were let through."""

    findings: tuple[Finding, ...] = ()
    allowed: tuple[str, ...] = ()

    def as_json(self, notes: Sequence[str]) -> bytes:
        """findings.json."""
        told = [{**one.as_json(), "allowed": one.rule in self.allowed} for one in self.findings]
        text = json.dumps({"findings": told, "notes": list(notes)}, ensure_ascii=False, indent=1)
        return f"{text}\n".encode("utf-8", "surrogatepass")


def judged(findings: Iterable[Finding], allow: frozenset[str]) -> Verdict:
    """The verdict on these findings. Raises NotIssued where a 错误 is not allowed."""
    found = tuple(dict.fromkeys(findings))
    errors = [one for one in found if one.severity is Severity.ERROR]
    open_ones = [one for one in errors if one.rule.upper() not in allow]
    if open_ones:
        codes = dict.fromkeys(one.rule for one in open_ones)
        raise NotIssued(_told(open_ones), " --allow ".join(codes))
    return Verdict(found, tuple(dict.fromkeys(one.rule for one in errors)))


def all_findings(loaded: LoadedOffice) -> OpenErrors:
    """Every finding on the records, ready to be asked for what feeds a paper."""
    by_file: dict[str, list[Finding]] = {}
    for finding in loaded.findings:
        by_file.setdefault(finding.file, []).append(finding)
    return OpenErrors(loaded.committee_file, loaded.branch_files, by_file, loaded.paper_files)


def on_feeds(job: Job, known: OpenErrors, files: Mapping[str, str]) -> list[Finding]:
    """What was found on the record of the paper; `files` by the branch's id."""
    return known.of(job, files.get(job.branch.branch.id, "") if job.branch else "")


def _told(errors: Sequence[Finding]) -> str:
    first = errors[0]
    place = f"{first.file}:{first.line} " if first.line else f"{first.file} " if first.file else ""
    what = "：".join(filter(None, (first.label, first.message)))
    more = f"等 {len(errors)} 处错误" if len(errors) > 1 else ""
    return f"还有没改正的错误：{place}{what}（{first.rule}）{more}"
