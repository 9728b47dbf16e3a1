"""A preview from its first look to its last: after every save only the papers that changed are made anew."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from docgen.build.inputs import Inputs
from docgen.build.job import Job
from docgen.build.making import OWN_FAULTS
from docgen.build.paper import Workshop
from docgen.errors import DocgenError
from docgen.files import digest_of_file
from docgen.findings import Severity
from docgen.pdf import PdfJob, Pool
from docgen.pdf.jobs import ConversionFailed
from docgen.pdf.spare import Spare
from docgen.publish.preview.folder import put_page, put_pictures
from docgen.publish.preview.looking import Findings, Look, Wanted, look
from docgen.publish.preview.page import View
from docgen.publish.preview.pictures import pictures
from docgen.publish.preview.sheet import Picture, Sheet

_AT_ONCE_MAX = 8  # more papers than these are the work of several LibreOffices


class Listener(Protocol):
    """Hears how far a look is, for a progress bar."""

    def starts(self, what: str, total: int) -> None: ...

    def advances(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What one look has changed."""

    made: tuple[Sheet, ...]
    sheets: tuple[Sheet, ...]
    troubles: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """1 where something cannot be made or is a draft for an error."""
        return 1 if self.troubles or any(sheet.is_draft or sheet.is_old for sheet in self.sheets) else 0


@dataclass(frozen=True, slots=True)
class _Order:
    """A paper that is to be shown anew."""

    sheet: Sheet
    data: bytes
    inputs: str


@dataclass(slots=True)
class Session:
    """What is shown in `folder`, and what each paper was made from."""

    root: Path
    folder: Path
    wanted: Wanted
    spare: Spare
    listener: Listener
    watching: bool = False
    _sheets: dict[str, Sheet] = field(default_factory=dict)
    _inputs: dict[str, str] = field(default_factory=dict)
    _shop: Workshop | None = None
    _templates: dict[Path, str | None] = field(default_factory=dict)

    def refresh(self, today: date, *, is_first: bool = False) -> Refreshed:
        """The folder shows the papers as the records have them now. Raises CannotWrite.

        What cannot be made any more stays as it was, with the reason beside it. At the first look wrong
        settings, and kinds and branches that do not exist, are raised.
        """
        try:
            found = look(self.root, self.wanted, today)
        except DocgenError as fault:
            if is_first:
                raise
            return self._kept((), (str(fault),))
        if not isinstance(found, Look):
            return self._kept(found, tuple(finding.message for finding in found))
        made = tuple(self._make(self._orders(self._with_ready_templates(found))))
        self._forget(found)
        sheets = self._in_order(found.jobs)
        self._show(sheets, found.general)
        return Refreshed(made, sheets, tuple(finding.message for finding in found.general))

    def _with_ready_templates(self, found: Look) -> Look:
        """The look with the templates that were prepared at the last one, while none of them has changed."""
        paths = dict.fromkeys(job.paper.template for job in found.jobs)
        now = {path: digest_of_file(path) for path in paths}
        before, self._shop = self._shop, found.shop
        if before and now == self._templates and _is_alike(before, found.shop):
            self._shop = before.of(found.shop.office)
        self._templates = now
        return replace(found, shop=self._shop)

    def _orders(self, found: Look) -> list[_Order]:
        inputs = Inputs(found.shop)
        orders = (self._order(job, found, inputs) for job in found.jobs)
        return [order for order in orders if order is not None]

    def _order(self, job: Job, found: Look, inputs: Inputs) -> _Order | None:
        """The paper, if it has to be made; else its sheet has what is said of it now."""
        sheet = found.sheet(job)
        try:
            findings = found.findings(job)
            is_draft = any(finding.severity is Severity.ERROR for finding in findings)
            sheet = replace(sheet, findings=findings, is_draft=is_draft)
            made_from = inputs.of(job, draft=is_draft) + (self._templates[job.paper.template] or "")
            before = self._sheets.get(job.key)
            if before is not None and self._inputs.get(job.key) == made_from:
                self._sheets[job.key] = replace(sheet, pictures=before.pictures, notes=before.notes)
                return None
            made = found.shop.make(job, draft=is_draft)
        except DocgenError as fault:
            self._fail(sheet, str(fault))
            return None
        except OWN_FAULTS as fault:
            self._fail(sheet, f"程序在做这份文书时出错（{type(fault).__name__}：{fault}）")
            return None
        return _Order(replace(sheet, notes=made.notes), made.data, made_from)

    def _make(self, orders: Sequence[_Order]) -> Iterator[Sheet]:
        self.listener.starts("做预览", len(orders))
        for place, outcome in self._pdfs([order.data for order in orders]):
            order = orders[place]
            self.listener.advances()
            if isinstance(outcome, bytes):
                yield self._put(order, pictures(outcome))
            else:
                self._fail(order.sheet, str(outcome))

    def _pdfs(self, documents: Sequence[bytes]) -> Iterator[tuple[int, bytes | DocgenError]]:
        if len(documents) > _AT_ONCE_MAX:
            yield from _many_pdfs(documents)
            return
        for place, outcome in self.spare.pdfs(documents):
            yield place, outcome if isinstance(outcome, bytes) else ConversionFailed("文书", outcome.reason)

    def _put(self, order: _Order, pages: tuple[Picture, ...]) -> Sheet:
        put_pictures(self.folder, pages)
        light = tuple(replace(page, data=b"") for page in pages)
        key = order.sheet.key
        self._sheets[key], self._inputs[key] = replace(order.sheet, pictures=light), order.inputs
        return self._sheets[key]

    def _fail(self, sheet: Sheet, reason: str) -> None:
        """The sheet keeps the pictures of before, and says why."""
        before = self._sheets.get(sheet.key)
        pages = before.pictures if before else ()
        self._sheets[sheet.key] = replace(sheet, pictures=pages, notes=(reason,), is_old=True)
        self._inputs.pop(sheet.key, None)

    def _forget(self, found: Look) -> None:
        """Papers that are not there any more are gone; those of a record that cannot be read stay."""
        gone = self._sheets.keys() - {job.key for job in found.jobs}
        for key in gone:
            if key.split("/")[0] in found.owners:
                del self._sheets[key]
            else:
                self._sheets[key] = replace(self._sheets[key], is_old=True)

    def _in_order(self, jobs: Sequence[Job]) -> tuple[Sheet, ...]:
        order = {job.key: place for place, job in enumerate(jobs)}
        return tuple(sorted(self._sheets.values(), key=lambda one: (order.get(one.key, len(order)), one.key)))

    def _kept(self, findings: Findings, troubles: tuple[str, ...]) -> Refreshed:
        """Nothing can be made now; what was shown before is shown as old."""
        for key, sheet in self._sheets.items():
            self._sheets[key] = replace(sheet, is_old=True)
        sheets = tuple(self._sheets.values())
        self._show(sheets, findings, () if findings else troubles)
        return Refreshed((), sheets, troubles)

    def _show(self, sheets: Sequence[Sheet], findings: Findings, troubles: tuple[str, ...] = ()) -> None:
        put_page(self.folder, View("文书预览", sheets, findings, troubles, self.watching))


def _is_alike(one: Workshop, other: Workshop) -> bool:
    return (one.settings, one.as_of, one.issued) == (other.settings, other.as_of, other.issued)


def _many_pdfs(documents: Sequence[bytes]) -> Iterator[tuple[int, bytes | DocgenError]]:
    with tempfile.TemporaryDirectory(prefix="docgen-preview-") as name, Pool() as pool:
        jobs = [PdfJob(data, Path(name) / f"{place:06d}.pdf") for place, data in enumerate(documents)]
        for place, result in pool.results(jobs):
            yield place, result.error or jobs[place].target.read_bytes()
