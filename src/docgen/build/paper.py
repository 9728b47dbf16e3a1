"""One job to the bytes of its .docx: template, context, layout pass, properties."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.build.date_style import with_numeral_dates
from docgen.build.given import NOTHING, Given
from docgen.build.job import Job
from docgen.build.official import letterhead, printed
from docgen.build.posted import page_url, with_page_code
from docgen.build.prepared import BODY, PreparedPaper, Sheet, prepare
from docgen.build.properties import PART as PROPERTIES
from docgen.build.properties import core_properties
from docgen.build.supplies import Supplies
from docgen.campaign.context import paper_context
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.kinds import Paper
from docgen.layout.finish import OnePage
from docgen.layout.profile import profile_named
from docgen.official.models import PaperRecord
from docgen.render.filters import known_filters
from docgen.settings import Settings
from docgen.text.present import finalize

ISSUED = "issued"  # what a template asks for the number and day that issuing gave, where no record has them
IS_BLANK = "is_blank"  # what a template asks to know whether it prints a form for handwriting


class FaultyTitle(DocgenError):
    """The manifest's title is no good template."""

    def __init__(self, paper: Paper, reason: str) -> None:
        super().__init__(
            f"{paper.label} 的题名写法有误（{reason}）", f"请改正 templates/{paper.slug}/kind.yaml 的 title"
        )


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, and what its maker has to say about it."""

    data: bytes
    title: str = ""
    notes: tuple[str, ...] = ()


@cache
def _title(text: str) -> Template:
    env = ImmutableSandboxedEnvironment(autoescape=False, finalize=finalize)
    env.filters.update(known_filters())
    return env.from_string(text)


@dataclass(slots=True)
class Workshop:
    """Makes the papers of one office; each template is prepared when the first paper asks for it."""

    office: Office
    settings: Settings
    as_of: date
    _prepared: dict[Path, PreparedPaper] = field(default_factory=dict)
    is_blank: bool = False  # the papers are forms to be filled in by hand
    supplies: Supplies | None = None  # where the templates are taken from; None: from their files
    issued: Mapping[str, Given] = field(default_factory=dict)  # by paper_id

    def make(self, job: Job, *, draft: bool) -> Made:
        """The paper. Raises what is wrong with its template as a DocgenError."""
        context = self._context(job)
        prepared = self._template(job.paper)
        parts = prepared.fill(context)
        if self.settings.date_style == "chinese":
            parts[BODY] = with_numeral_dates(parts[BODY], prepared.styles)
        fits = prepared.lay_out(parts, self._sheet(job, draft=draft))
        title = _title_of(job.paper, context)
        owner = self.office.committee.committee if job.branch is None else job.branch.branch
        parts[PROPERTIES] = core_properties(title, owner.full_name, job.day)
        notes = [*self._unwritten(job, is_blank=prepared.has_blanks(parts))]
        notes += [] if fits else ["警告：内容太多，一页放不下，请精简文字"]
        data = prepared.template.pack(parts)
        url = "" if draft else page_url(job, self.settings.board_url)  # a draft has no page
        return Made(with_page_code(data, url) if url else data, title, tuple(notes))

    def of(self, office: Office) -> "Workshop":
        """The same workshop, with its prepared templates, for another view of the office."""
        return replace(self, office=office)

    def besides(self, job: Job) -> tuple[str, ...]:
        """What shows in the paper or in its notes beside what feeds it."""
        owner = self.office.committee.committee if job.branch is None else job.branch.branch
        head = repr(letterhead(self.office.committee)) if job.paper.scope == "paper" else ""
        given = self._given(job)
        issued = (given.doc_no, str(given.day or "")) if given != NOTHING else ()
        return (owner.full_name, *self._whole_names(job), "", *self._lacking(job), "", head, *issued)

    def _given(self, job: Job) -> Given:
        return self.issued.get(job.paper_id, NOTHING)

    def _lacking(self, job: Job) -> list[str]:
        texts = (self.office.committee if job.branch is None else job.branch).texts
        return [name for name in job.paper.texts if not texts.get(job.paper.code, {}).get(name)]

    def title(self, job: Job) -> str:
        """What the paper is called, as its file's properties say."""
        return _title_of(job.paper, self._context(job))

    def _unwritten(self, job: Job, *, is_blank: bool) -> Iterator[str]:
        lacking = self._lacking(job)
        if is_blank and lacking:
            names = "、".join(f"“{name}”" for name in lacking)
            yield f"提示：{names}留空待手写；也可写在记录的“补充文字”（texts 的 {job.paper.code}）里再生成"

    def __getstate__(self) -> tuple[Any, ...]:
        # Another process prepares its templates itself; compiled ones cannot be sent to it.
        return self.office, self.settings, self.as_of, self.is_blank, self.supplies, self.issued

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.office, self.settings, self.as_of, self.is_blank, self.supplies, self.issued = state
        self._prepared = {}

    def _context(self, job: Job) -> Mapping[str, object]:
        item = (job.paper.items.name, job.item) if job.paper.items and job.item is not None else None
        named = paper_context(
            job.paper.feeds, job.paper.facts, self.office, branch=job.branch, item=item, as_of=self.as_of
        )
        if job.paper.scope == "paper":
            record = job.item if isinstance(job.item, PaperRecord) else PaperRecord()
            named = {**named, "paper": printed(record, self.office.committee)}
        given = self._given(job)
        return {**named, IS_BLANK: self.is_blank, ISSUED: {"doc_no": given.doc_no, "date": given.day}}

    def _template(self, paper: Paper) -> PreparedPaper:
        if paper.template not in self._prepared:
            read = self.supplies.template if self.supplies else Path.read_bytes
            self._prepared[paper.template] = prepare(
                paper.template, profile_named(self.settings.profile), read
            )
        return self._prepared[paper.template]

    def _sheet(self, job: Job, *, draft: bool) -> Sheet:
        asked = job.paper.one_page
        one_page = OnePage(asked.min_line_twips, asked.min_size_half_points) if asked else None
        return Sheet(draft, one_page, self._whole_names(job))

    def _whole_names(self, job: Job) -> tuple[str, ...]:
        """Names that a title does not break within."""
        committee, campaign = self.office.committee.committee, self.office.campaign
        names = [
            committee.full_name,
            committee.short_name,
            committee.school,
            campaign.name,
            campaign.short_name,
        ]
        if job.branch is not None:
            names += [job.branch.branch.full_name, job.branch.branch.short_name]
        return tuple(filter(None, names))


def _title_of(paper: Paper, context: Mapping[str, object]) -> str:
    try:
        return _title(paper.title).render(context) or paper.name
    except TemplateError as reason:
        raise FaultyTitle(paper, str(reason)) from reason
