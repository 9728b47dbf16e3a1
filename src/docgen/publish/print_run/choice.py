"""Which of the papers that were asked for are printed, and why the others are not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.build.manifest import Entry
from docgen.build.outcome import Outcome
from docgen.build.plan import Job, committee_id
from docgen.campaign.office import Office
from docgen.publish.print_run.copies import copies_of
from docgen.publish.print_run.paper import Frozen, LeftOut, PrintPaper
from docgen.publish.todo.signing import signing_line


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of the papers: the jobs that were asked for, and what lies in the output folder."""

    output: Path
    office: Office
    jobs: dict[str, Job]
    entries: Mapping[str, Entry]
    as_of: date
    frozen: Callable[[Job], Frozen | None] = lambda job: None  # the latest issued edition of a paper

    def choose(self, outcomes: Iterable[Outcome], *, drafts: bool) -> tuple[list[PrintPaper], list[LeftOut]]:
        """The papers that are printed, and those that are not; what has no time yet is neither."""
        papers: list[PrintPaper] = []
        left_out: list[LeftOut] = []
        for outcome in outcomes:
            job = self.jobs.get(outcome.job.key)
            frozen = self.frozen(job) if job else None
            if job is None or not (job.path or frozen):
                continue
            draft = self._is_draft(outcome)
            if frozen and frozen.withdrawn:
                left_out.append(self._left_out(job, frozen.withdrawn))
            elif frozen and frozen.pdf:
                papers.append(self._issued_paper(job, frozen, frozen.pdf))
            elif outcome.status == "failed" or job.key not in self.entries:
                left_out.append(self._left_out(job, outcome.reason))
            elif draft and not drafts:
                left_out.append(self._left_out(job, outcome.reason or "草稿", draft=True))
            else:
                papers.append(self._paper(job, draft=draft, edited=outcome.status == "skipped"))
        return papers, left_out

    def lost(self, paper: PrintPaper, reason: str) -> LeftOut:
        """The paper left out after all."""
        return self._left_out(self.jobs[paper.key], reason)

    def _is_draft(self, outcome: Outcome) -> bool:
        # Of what a clerk has edited, nobody but the last build knows.
        entry = self.entries.get(outcome.job.key)
        return outcome.draft or (outcome.status == "skipped" and entry is not None and entry.draft)

    def _left_out(self, job: Job, reason: str, *, draft: bool = False) -> LeftOut:
        owner = self._owner_name(job.owner)
        return LeftOut(job.key, job.owner, owner, job.paper.label, _name(job), job.path, reason, draft)

    def _paper(self, job: Job, *, draft: bool, edited: bool) -> PrintPaper:
        path = self.entries[job.key].path
        docx = self.output / path
        return PrintPaper(
            job.key,
            job.owner,
            self._owner_name(job.owner),
            job.paper.label,
            _name(job),
            path,
            docx.with_suffix(".pdf"),
            copies_of(job.paper.copies, docx.read_bytes(), self._groups()),
            draft,
            edited,
            bool(job.paper.board),
            edited,
            signing_line(job, self.office, self.as_of),
        )

    def _issued_paper(self, job: Job, frozen: Frozen, pdf: Path) -> PrintPaper:
        return PrintPaper(
            job.key,
            job.owner,
            self._owner_name(job.owner),
            job.paper.label,
            _name(job),
            job.path,
            pdf,
            copies_of(job.paper.copies, frozen.docx, self._groups()),
            posted=bool(job.paper.board),
            signing=signing_line(job, self.office, self.as_of),
            issued=frozen.address,
        )

    def _owner_name(self, owner: str) -> str:
        committee = self.office.committee.committee
        if owner == committee_id(self.office):
            return committee.short_name or committee.full_name
        return self.office.branch_name(owner)

    def _groups(self) -> dict[str, int]:
        """How many stand behind a word that addresses several."""
        departments = max(1, len(self.office.committee.departments))
        return {"各党支部": len(self.office.branch_ids), "机关各部门": departments, "各部门": departments}


def _name(job: Job) -> str:
    title = job.paper.short_title
    return f"{title}（{job.item_id}）" if job.item_id else title
