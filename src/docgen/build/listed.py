"""The branch files that the committee lists, against those that are there."""

import os
import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from docgen.build.committee import CommitteePlaces
from docgen.findings import Finding, Severity
from docgen.workspace import Workspace

_SUMS_OVER_BRANCHES = frozenset({"X16", "X18", "R49", "R59"})


class ListedFiles:
    """The files in the committee's list that are there, once each; the others are findings."""

    def __init__(self, workspace: Workspace, committee: CommitteePlaces, listed: Sequence[str]) -> None:
        self.files: list[Path] = []
        self.absent: list[str] = []  # listed and not there: misspelt or lost, which gives up no papers
        self.findings: list[Finding] = []
        folder = workspace.branches
        there = sorted(path.name for path in folder.glob("*.y*ml")) if folder.is_dir() else []
        taken: set[Path] = set()
        names = frozenset(listed)
        for place, name in enumerate(listed):
            path = folder / PurePosixPath(name)
            field = f"branches[{place}]"
            if path in taken:
                self.findings.append(_listed_twice(name, committee, field))
            elif ".." in path.parts or PurePosixPath(name).is_absolute():
                self.findings.append(_leads_out(name, committee, field))
            elif path.is_file() or path.is_symlink():
                taken.add(path)
                self.files.append(path)  # a link that leads out of the workspace is the loader's finding
            else:
                meant = _nearest(name, [one for one in there if one not in names])
                self.findings.append(_no_branch_file(name, meant, committee, field))
                self.absent.append(Path(os.path.relpath(path, workspace.root)).as_posix())
        known = {path.name for path in self.files}
        shown = workspace.relative(folder) if folder.is_dir() else ""
        self.unlisted = [f"{shown}/{name}" for name in there if name not in known]

    def missed(self, judged: Sequence[Finding], committee: CommitteePlaces) -> list[Finding]:
        """The findings of the rules, and the files that nobody lists: an error when their branch is missed.

        What the rules say only because that branch was not read goes unsaid.
        """
        ids = {word for file in self.unlisted for word in _words(file)}
        dangling = [f for f in judged if f.rule == "X04" and _typed(f, committee) in ids]
        kept = [f for f in judged if f not in dangling and not (dangling and f.rule in _SUMS_OVER_BRANCHES)]
        missed = {_typed(finding, committee) for finding in dangling}
        return [*(_unlisted(file, committee, missed) for file in self.unlisted), *kept]


def _nearest(name: str, there: Sequence[str]) -> str:
    return next(iter(get_close_matches(name, there, n=1, cutoff=0.5)), "")


def _no_branch_file(name: str, near: str, committee: CommitteePlaces, field: str) -> Finding:
    hint = f"是否想写“{near}”" if near else "请把文件放到 data/branches 文件夹里，或从清单中删去这一行"
    return _on_list("X01", Severity.ERROR, f"清单里的支部文件“{name}”不存在", hint, committee, field)


def _listed_twice(name: str, committee: CommitteePlaces, field: str) -> Finding:
    message = f"支部文件“{name}”在清单里写了两次"
    return _on_list("X02", Severity.ERROR, message, "请删去多余的一行", committee, field)


def _words(file: str) -> list[str]:
    """What a file's name is made of: branch, Z01."""
    return re.split(r"[^A-Za-z0-9]+", Path(file).stem)


def _unlisted(file: str, committee: CommitteePlaces, missed: Collection[str | None]) -> Finding:
    name = Path(file).name
    if any(word in missed for word in _words(file)):
        message = f"“{name}”不在清单里，没有读它，可是记录里提到了这个党支部"
        return _on_list("X02", Severity.ERROR, message, f"请在清单里加上“{name}”", committee, "branches")
    message = "这个文件不在党委记录的支部清单里，没有读它"
    remedy = f"要用它，请在 {committee.file} 的“支部文件”（branches）里加上文件名；不用就移到别处"
    return Finding("X02", Severity.INFO, message, remedy, file)


def _leads_out(name: str, committee: CommitteePlaces, field: str) -> Finding:
    remedy = "请把文件放到 data/branches 文件夹里，清单里只写文件名"
    return _on_list("Y02", Severity.ERROR, f"清单里的“{name}”不在支部文件夹里", remedy, committee, field)


def _on_list(
    rule: str, severity: Severity, message: str, remedy: str, at: CommitteePlaces, field: str
) -> Finding:
    return Finding(rule, severity, message, remedy, at.file, *at.locate(field), field, at.label(field))


def _typed(finding: Finding, committee: CommitteePlaces) -> str | None:
    return committee.typed(finding.field) if finding.file == committee.file else None
