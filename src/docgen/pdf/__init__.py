"""Papers as PDFs, made by LibreOffice."""

from docgen.pdf.convert import ConversionFailed, PdfJob, PdfResult, convert
from docgen.pdf.doctor import Fact, doctor_facts
from docgen.pdf.office import LibreOfficeMissing, find_office, office_version

__all__ = [
    "ConversionFailed",
    "Fact",
    "LibreOfficeMissing",
    "PdfJob",
    "PdfResult",
    "convert",
    "doctor_facts",
    "find_office",
    "office_version",
]
