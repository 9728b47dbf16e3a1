"""What is asked of LibreOffice for one document, and what came of it."""

from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DocgenError
from docgen.pdf.fonts import Substitution


class ConversionFailed(DocgenError):
    """One document did not become a PDF; the others are not touched by it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"“{name}”转不成 PDF：{reason}", "请用 Word 或 WPS 打开该文件，看是否完好，另存后重试"
        )


class NotTried(DocgenError):
    """LibreOffice broke too often before the document's turn came."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"“{name}”没有转成 PDF：{reason}",
            "请先处理前面报告的文书；如果每一份都不行，请执行 docgen doctor 检查 LibreOffice",
        )


@dataclass(frozen=True, slots=True)
class PdfJob:
    """A document, as a file or as the bytes of a .docx, and where its PDF shall lie."""

    source: Path | bytes
    target: Path

    @property
    def name(self) -> str:
        """What a message calls the document."""
        return self.source.name if isinstance(self.source, Path) else self.target.with_suffix(".docx").name

    @property
    def suffix(self) -> str:
        return self.source.suffix.lower() if isinstance(self.source, Path) else ".docx"

    def read(self) -> bytes:
        return self.source.read_bytes() if isinstance(self.source, Path) else self.source


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A job that is over: the PDF lies at its target unless `error` says why not.

    `substitutions`: faces that were printed in place of others. `unprintable`: characters that no
    font on this machine has, printed as boxes.
    """

    job: PdfJob
    error: DocgenError | None = None
    digest: str = ""
    pages: int = 0
    substitutions: tuple[Substitution, ...] = ()
    unprintable: tuple[str, ...] = ()
