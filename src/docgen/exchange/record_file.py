"""A record file as exchange needs it: its text as it stands, its tree, and its value."""

from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DocgenError
from docgen.exchange.held import Held, held
from docgen.exchange.plan import plan
from docgen.files import digest, inside, read_bounded
from docgen.findings import Finding, Severity
from docgen.records import load
from docgen.records.compose import Limits
from docgen.records.schema import Entity
from docgen.records.write_back import MarkedMapping, marked

_BOM = "\ufeff"
_CHANGED_IN_READING = "K02"  # a key that stands twice: only one of them would be written


class UnusableRecord(DocgenError):
    """The record file has faults as a file: its places cannot be trusted."""

    def __init__(self, finding: Finding) -> None:
        place = f"{finding.file}:{finding.line}" if finding.line else finding.file
        super().__init__(
            f"记录文件本身还有错误（{place} {finding.message}）",
            f"{finding.remedy}；改好后执行 docgen check，没有这类错误了再试",
        )


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One record file that was read whole."""

    path: Path
    file: str
    data: bytes
    value: Entity

    @property
    def digest(self) -> str:
        return digest(self.data)

    @property
    def text(self) -> str:
        """The text without byte order mark, with the line breaks as they stand."""
        return text_of(self.data)

    def with_text(self, text: str) -> bytes:
        """The bytes of a changed text, with the byte order mark if there was one."""
        mark = _BOM if self.data.startswith(_BOM.encode()) else ""
        return (mark + text).encode()

    def rows(self) -> Held:
        """What it holds, in the rows of its sheets."""
        return rows_of(self.text, type(self.value))


def read_record(path: Path, root: Path, model: type[Entity]) -> RecordFile:
    """The record. Raises UnusableRecord, CannotRead or OutsideWorkspace."""
    loaded = load(path, root, model)
    faulty = next((one for one in loaded.findings if _spoils(one)), None)
    if faulty is not None:
        raise UnusableRecord(faulty)
    if loaded.value is None:
        raise UnusableRecord(loaded.findings[0])
    data = read_bounded(inside(root, path), Limits().file_bytes)
    return RecordFile(path, loaded.source.file, data, loaded.value)


def _spoils(finding: Finding) -> bool:
    is_file_fault = finding.rule.startswith("Y") and finding.severity is Severity.ERROR
    return is_file_fault or finding.rule == _CHANGED_IN_READING


def text_of(data: bytes) -> str:
    """Bytes of a record as text."""
    return data.decode("utf-8").removeprefix(_BOM)


def rows_of(text: str, model: type[Entity]) -> Held:
    """The rows of a record's text."""
    node = marked(text)
    return held(plan(model), node if isinstance(node, MarkedMapping) else None)
