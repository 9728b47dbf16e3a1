"""A group of papers from jobs to deposits: numbered, made, printed, and none with a gap where one failed."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from docgen.archive.entries import Deposit
from docgen.archive.store import Archive
from docgen.build.given import NOTHING, Given
from docgen.build.job import Job
from docgen.build.making import OWN_FAULTS
from docgen.build.paper import Workshop
from docgen.build.paper_id import quoted
from docgen.build.pdfs import printer_notes
from docgen.build.plan import committee_id
from docgen.errors import DocgenError
from docgen.interruption import insist
from docgen.issuing import by_hand
from docgen.issuing.candidate import Candidate
from docgen.issuing.deposit import Act, about, deposit_of
from docgen.issuing.faults import NoDate, NotPrinted, NumberTaken, OtherDate, OwnFault
from docgen.issuing.fingerprint import fingerprint
from docgen.issuing.format import OFFICIAL, format_findings
from docgen.issuing.handing_out import hand_out
from docgen.issuing.issued import Issued, proof_of
from docgen.issuing.numbering import Numbering, Wish, wish_of
from docgen.issuing.printed import shows, text_on
from docgen.issuing.shelf import Places, Shelf
from docgen.issuing.sources import source_files
from docgen.issuing.verdict import judged, on_feeds
from docgen.pdf import PdfJob, Pool
from docgen.text.present import present

_WITHOUT_HAND = (
    "注意：上一版是在 Word 里改定的，这一版由 docgen 重新生成，没有带上那些改动；"
    "要带上的，请在 Word 里改好这一版，再用 --docx 印发"
)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms papers are issued."""

    act: Act
    day: date | None = None
    allow: frozenset[str] = frozenset()
    copy: tuple[str, bytes] | None = None  # a copy finished in Word, with its name


@dataclass(slots=True)
class Group:
    """Papers that go into the archive together. `printer` is asked for when the first PDF is wanted."""

    shelf: Shelf
    terms: Terms
    numbering: Numbering
    archive: Archive
    issued: dict[str, Issued]
    printer: Callable[[], Pool]
    object_for: Callable[[str], str]
    candidates: list[Candidate] = field(default_factory=list)
    _workshop: Workshop | None = None

    def prepare(self, jobs: Sequence[Job], places: Places) -> None:
        """Every job is a candidate: made, numbered and printed, or given up with its reason, or unchanged."""
        self.candidates = [self._candidate(job) for job in jobs]
        while True:
            hand_out(self.candidates, self.numbering)
            self._inform(places)
            for one in self._unmade():
                self._try(one, self._make)
            if not self._settled():
                continue
            self._print([one for one in self.candidates if one.is_alive and not one.pdf])
            if self._settled():
                return

    def deposits(self) -> Iterator[tuple[Candidate, Deposit]]:
        """What is to be frozen, with the papers."""
        for one in self.candidates:
            if one.is_alive:
                try:
                    yield one, self._deposit(one)
                except DocgenError as fault:
                    one.fail(fault)

    def gifts(self) -> dict[str, Given]:
        """What the papers that are alive are given beyond what was given before."""
        gifts = {}
        for one in self.candidates:
            if one.is_alive:
                before = self.shelf.given.get(one.job.paper_id, NOTHING)
                gift = Given(one.doc_no or before.doc_no, self.terms.day or one.job.day or before.day)
                gifts[one.job.paper_id] = gift
        return gifts

    def _candidate(self, job: Job) -> Candidate:
        one = Candidate(job, self.issued.get(job.paper_id))
        self._try(one, self._examine)
        return one

    def _examine(self, one: Candidate) -> None:
        job, asked = one.job, self.terms.day
        one.on_feeds = tuple(on_feeds(job, self.shelf.known, self.shelf.files))
        one.verdict = judged(one.on_feeds, self.terms.allow)
        if asked and job.day and asked != job.day:
            raise OtherDate(job.day, asked)
        day = asked or job.day or self.shelf.given.get(job.paper_id, NOTHING).day
        one.wish = wish_of(job, self.shelf.office, one.current, day)
        if one.wish != Wish() and job.paper.layout in OFFICIAL and day is None:
            raise NoDate
        if one.wish.series and self.terms.copy:
            name, data = self.terms.copy
            one.wish = Wish(by_hand.number_on(data, name, one.wish.series))
        if one.wish.doc_no:
            if not (one.current and one.current.doc_no == one.wish.doc_no):
                self._require_free(one.wish.doc_no, day)
            one.doc_no = one.wish.doc_no

    def _require_free(self, doc_no: str, day: date | None) -> None:
        self.numbering.require_free(doc_no, day)
        twin = next((one for one in self.candidates if one.is_alive and one.doc_no == doc_no), None)
        if twin:
            raise NumberTaken(doc_no, f"同一次印发的 {twin.job.paper_id}")

    def _inform(self, places: Places) -> None:
        """The records say what this group is given; the jobs are those of these records."""
        office = self.shelf.view(places)
        self._workshop = self.shelf.informed(office, self.gifts())
        papers = tuple(dict.fromkeys(one.job.paper for one in self.candidates))
        jobs = {job.key: job for job in self.shelf.planned(self._workshop.office, places, papers)}
        for one in self.candidates:
            one.job = jobs.get(one.job.key, one.job)

    def _unmade(self) -> list[Candidate]:
        return [one for one in self.candidates if one.is_alive and one.made is None]

    def _make(self, one: Candidate) -> None:
        workshop = self._in_workshop()
        one.inputs = fingerprint(workshop, one.job)
        if self._is_unchanged(one):
            one.is_unchanged = True
            return
        made = workshop.make(one.job, draft=False)
        self._require_printed(one, made.data)
        if self.terms.copy:
            name, data = self.terms.copy
            day = one.job.day
            by_hand.require_paper(data, name, made.data, title=made.title, doc_no=one.doc_no, day=day)
            one.replaced_docx, made = made.data, type(made)(data, made.title, made.notes)
        elif one.current and proof_of(self.archive, one.current).about.by_hand:
            made = replace(made, notes=(*made.notes, _WITHOUT_HAND))
        found = format_findings(one.job, made.data, self.shelf.workspace.settings)
        one.verdict = judged((*one.on_feeds, *found), self.terms.allow)
        one.made = made

    def _in_workshop(self) -> Workshop:
        if self._workshop is None:
            raise ValueError("no workshop yet")
        return self._workshop

    def _require_printed(self, one: Candidate, data: bytes) -> None:
        text = text_on(data)
        if one.doc_no and one.doc_no not in text:
            raise NotPrinted("文号", one.doc_no)
        if self.terms.day and not shows(text, self.terms.day):
            raise NotPrinted("成文日期", present(self.terms.day))

    def _is_unchanged(self, one: Candidate) -> bool:
        current = one.current
        if current is None or current.withdrawn or current.doc_no != one.doc_no:
            return False
        before = proof_of(self.archive, current)
        if before.about.inputs != one.inputs:
            return False
        if self.terms.copy is None:
            return True
        return (
            self.archive.find(current.object).version(current.version).read("paper.docx")
            == self.terms.copy[1]
        )

    def _settled(self) -> bool:
        """Whether nobody who failed holds a number that another should have."""
        before = [one.doc_no for one in self.candidates]
        hand_out(self.candidates, self.numbering)
        return before == [one.doc_no for one in self.candidates] and not self._unmade()

    def _print(self, wanting: Sequence[Candidate]) -> None:
        if not wanting:
            return
        with tempfile.TemporaryDirectory(prefix="docgen-issue-") as folder:
            jobs = [
                PdfJob(one.made.data if one.made else b"", Path(folder) / f"{place:04d}.pdf")
                for place, one in enumerate(wanting)
            ]
            for place, result in self.printer().results(jobs):
                one = wanting[place]
                if result.error is not None:
                    one.fail(result.error)
                    continue
                one.pdf, one.pages = result.job.target.read_bytes(), result.pages
                one.notes = (*(one.made.notes if one.made else ()), *printer_notes(result))

    def _try(self, one: Candidate, step: Callable[[Candidate], None]) -> None:
        try:
            step(one)
        except DocgenError as fault:
            one.fail(fault)
        except OWN_FAULTS as fault:
            insist()
            one.fail(OwnFault(fault))

    def _deposit(self, one: Candidate) -> Deposit:
        shelf, workshop = self.shelf, self._in_workshop()
        branch_file = shelf.files.get(one.job.branch.branch.id, "") if one.job.branch else ""
        sources = source_files(one.job, shelf.workspace, shelf.loaded, shelf.seen, branch_file)
        is_same = one.current is not None and one.current.doc_no == one.doc_no
        object_id = one.current.object if one.current and is_same else self.object_for(one.job.paper_id)
        goes_on = one.current is not None and is_same and not one.current.withdrawn
        edition = proof_of(self.archive, one.current).about.edition if one.current and goes_on else None
        one.told = about(one, workshop, object_id)
        return deposit_of(one, object_id, one.told, self.terms.act, sources, edition, self._quoted(one))

    def _quoted(self, one: Candidate) -> dict[str, dict[str, str]]:
        """What other papers had been given that this one may quote: those of its branch and the committee."""
        own = committee_id(self._in_workshop().office)
        owners = (f"{quoted(one.job.owner)}:", f"{quoted(own)}:")
        return {
            name: {"doc_no": gift.doc_no, "date": gift.day.isoformat() if gift.day else ""}
            for name, gift in sorted(self._in_workshop().issued.items())
            if gift != NOTHING and (name.startswith(owners) or one.job.branch is None)
        }
