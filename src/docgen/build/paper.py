"""One job to the bytes of its .docx: template, context, layout pass, properties."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import Environment
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.build.plan import Job
from docgen.build.properties import PART as PROPERTIES
from docgen.build.properties import core_properties
from docgen.build.templates import template_source
from docgen.campaign.context import paper_context
from docgen.campaign.office import Office
from docgen.kinds import Paper
from docgen.layout.profile import profile_named
from docgen.render import Template
from docgen.settings import Settings
from docgen.text.present import finalize


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, and what its maker has to say about it."""

    data: bytes
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Workshop:
    """Makes the papers of one office; each template is prepared when the first paper asks for it."""

    office: Office
    settings: Settings
    as_of: date
    _templates: dict[Path, Template] = field(default_factory=dict)
    _titles: Environment = field(
        default_factory=lambda: ImmutableSandboxedEnvironment(autoescape=False, finalize=finalize)
    )

    def make(self, job: Job, *, draft: bool) -> Made:
        """The paper. Raises what is wrong with its template as a DocgenError."""
        context = self._context(job)
        template = self._template(job.paper)
        parts = template.parts(context)
        parts[PROPERTIES] = self._properties(job, context)
        return Made(template.pack(parts))

    def _context(self, job: Job) -> Mapping[str, object]:
        item = (job.paper.items.name, job.item) if job.paper.items and job.item is not None else None
        return paper_context(
            job.paper.feeds, job.paper.facts, self.office, branch=job.branch, item=item, as_of=self.as_of
        )

    def _template(self, paper: Paper) -> Template:
        path = paper.template
        if path not in self._templates:
            source = template_source(paper, profile_named(self.settings.profile))
            self._templates[path] = Template(source, finalize=finalize)
        return self._templates[path]

    def _properties(self, job: Job, context: Mapping[str, object]) -> bytes:
        title = self._titles.from_string(job.paper.title).render(context) or job.paper.name
        creator = (
            self.office.committee.committee.full_name if job.branch is None else job.branch.branch.full_name
        )
        return core_properties(title, creator, job.day)
