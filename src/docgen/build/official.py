"""The records of official papers that stand alone (data/papers/*.yaml), read, completed and checked.

A record's text may lie in a file of its own beside it; nothing outside data/papers is read for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from docgen.campaign.models.record import CommitteeRecord
from docgen.files import CannotRead, OutsideWorkspace, TooLarge, inside, read_bounded
from docgen.findings import Finding, Severity
from docgen.official.genres import ORDER, ORDINARY, genre_named
from docgen.official.judge import judged
from docgen.official.models import Attachment, PaperRecord
from docgen.official.numbers import tidy_number
from docgen.official.printed import Letterhead, Printed
from docgen.records import Loaded, Source, load
from docgen.records.decode import decode
from docgen.workspace import Workspace

FOLDER = "papers"
PAPER_CODES: Mapping[str, str] = {"X28": "两份公文用了同一个编号"}
"""What can be wrong between papers, by the code of its findings."""

_TEXT_FILE_BYTES = 2_000_000
_TEXT_ENDINGS = (".md", ".markdown", ".txt")


@dataclass(frozen=True, slots=True)
class LoadedPapers:
    """The papers of a workspace in the order of their files; `files` by id; `unread` gave no record."""

    records: tuple[PaperRecord, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def load_papers(workspace: Workspace, committee: CommitteeRecord) -> LoadedPapers:
    """Every paper that can be read has been, and been checked; what is wrong in any is a finding."""
    folder = workspace.data / FOLDER
    if not folder.is_dir():
        return LoadedPapers()
    reading = _Reading(workspace, letterhead(committee))
    for path in sorted(filter(_is_record, folder.iterdir())):
        reading.read(path)
    return LoadedPapers(tuple(reading.records), reading.files, tuple(reading.unread), tuple(reading.findings))


def _is_record(path: Path) -> bool:
    # Programs and sticks leave files of their own beside a record: .#a.yaml, ._a.yaml.
    return path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith(".")


def letterhead(committee: CommitteeRecord) -> Letterhead:
    """What the committee's record says of who writes."""
    own = committee.committee
    office = own.office.name or own.short_name
    return Letterhead(own.full_name, office, tuple(own.doc_prefixes.items()))


def printed(record: PaperRecord, committee: CommitteeRecord) -> Printed:
    """The paper as its template sees it."""
    return Printed(record, letterhead(committee))


class _Reading:
    """One folder of papers on its way to records and findings."""

    def __init__(self, workspace: Workspace, head: Letterhead) -> None:
        self._workspace, self._head = workspace, head
        self.records: list[PaperRecord] = []
        self.files: dict[str, str] = {}
        self.unread: list[str] = []
        self.findings: list[Finding] = []
        self._numbers: dict[str, str] = {}

    def read(self, path: Path) -> None:
        before = len(self.findings)
        loaded: Loaded[PaperRecord] = load(path, self._workspace.root, PaperRecord)
        self.findings += loaded.findings
        source = loaded.source
        if loaded.value is None:
            self.unread.append(source.file)
            return
        record = self._whole(loaded.value, path, source)
        self.records.append(record)
        self.findings += self._twins(record, source)
        self.files.setdefault(record.id, source.file)
        faulty = {finding.field for finding in self.findings[before:]}
        found = judged(record, Printed(record, self._head), source)
        self.findings += [finding for finding in found if finding.field not in faulty]

    def _whole(self, record: PaperRecord, path: Path, source: Source) -> PaperRecord:
        """The record with its id, its format and the texts that lie in files of their own."""
        attachments = tuple(
            one.model_copy(update={"body": self._text(one, f"attachments[{at}].", source)})
            for at, one in enumerate(record.attachments)
        )
        said = {
            "id": record.id or path.stem,
            "format": record.format or genre_named(record.genre).format or ORDINARY,
            "body": self._text(record, "", source),
            "attachments": attachments,
        }
        return record.model_copy(update=said)

    def _text(self, part: PaperRecord | Attachment, prefix: str, source: Source) -> str:
        if not part.body_file:
            return part.body
        field = f"{prefix}body_file"
        if part.body:
            self._fault("K20", field, source, "“正文”和“正文文件”只能写一个", "请删去其中一个")
            return part.body
        return self._of_file(part.body_file, field, source)

    def _of_file(self, name: str, field: str, source: Source) -> str:
        folder = self._workspace.data / FOLDER
        if not name.lower().endswith(_TEXT_ENDINGS):
            told_so = "请用 .md 或 .txt 文件；Word 文件请另存为纯文本（UTF-8）"
            self._fault("K20", field, source, f"“{name}”不是文本文件", told_so)
            return ""
        try:
            data = read_bounded(inside(folder, PurePosixPath(name)), _TEXT_FILE_BYTES)
        except OutsideWorkspace:
            message = f"“{name}”不在 data/{FOLDER} 文件夹里"
            self._fault("Y02", field, source, message, f"请把它放到 data/{FOLDER} 里，只写文件名")
            return ""
        except CannotRead as reason:
            self._fault("Y01", field, source, f"“{name}”读不出来（{reason.reason}）", "请核对文件名")
            return ""
        except TooLarge:
            self._fault("Y03", field, source, f"“{name}”太大", "正文文件不超过 2 MB，请只放文字")
            return ""
        text, faults = decode(data)
        for placed in faults:
            self._fault(
                placed.fault.rule, field, source, f"“{name}”：{placed.fault.message}", placed.fault.remedy
            )
        return text or ""

    def _twins(self, record: PaperRecord, source: Source) -> Iterator[Finding]:
        """The findings of an id or a number that another paper has."""
        first = self.files.get(record.id)
        if first:
            remedy = "请换一个“编号”；不写编号就用文件名"
            yield _finding("X28", "id", source, f"编号“{record.id}”在 {first} 里已经用了", remedy)
        number = tidy_number(record.number) if record.number else ""
        if number and number in self._numbers and record.format != ORDER:
            message = f"发文字号“{number}”在 {self._numbers[number]} 里已经用了"
            yield _finding("X27", "number", source, message, "查发文登记簿，改正写错的字号")
        self._numbers.setdefault(number, source.file)

    def _fault(self, rule: str, field: str, source: Source, message: str, remedy: str) -> None:
        self.findings.append(_finding(rule, field, source, message, remedy))


def _finding(rule: str, field: str, source: Source, message: str, remedy: str) -> Finding:
    line, column = source.locate(field)
    return Finding(
        rule, Severity.ERROR, message, remedy, source.file, line, column, field, source.label(field)
    )
