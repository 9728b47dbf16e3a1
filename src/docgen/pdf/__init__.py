"""Papers as PDFs, made by LibreOffice."""

from docgen.pdf.convert import convert
from docgen.pdf.doctor import Fact, doctor_facts
from docgen.pdf.jobs import ConversionFailed, PdfJob, PdfResult
from docgen.pdf.office import LibreOfficeMissing, find_office, office_version, printer
from docgen.pdf.pool import Pool

__all__ = [
    "ConversionFailed",
    "Fact",
    "LibreOfficeMissing",
    "PdfJob",
    "PdfResult",
    "Pool",
    "convert",
    "doctor_facts",
    "find_office",
    "office_version",
    "printer",
]
