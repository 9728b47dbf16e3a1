"""Free faces under the official names: install them, and say what is really printed."""

from docgen.pdf.fonts.coverage import unprintable
from docgen.pdf.fonts.faces import FACES, Face
from docgen.pdf.fonts.folder import fonts_folder, installed_configuration
from docgen.pdf.fonts.install import install
from docgen.pdf.fonts.sources import CannotFetchFonts, FontFilesMissing
from docgen.pdf.fonts.status import FaceStatus, Substitution, fonts_in, status, substitutions

__all__ = [
    "FACES",
    "CannotFetchFonts",
    "Face",
    "FaceStatus",
    "FontFilesMissing",
    "Substitution",
    "fonts_folder",
    "fonts_in",
    "install",
    "installed_configuration",
    "status",
    "substitutions",
    "unprintable",
]
