"""The catalogue of document kinds: what each paper is, and from what it is made."""

from docgen.kinds.catalogue import Catalogue, UnknownKind, load_catalogue
from docgen.kinds.kind import FILLED, MANIFEST_CODES, Conditions, Items, Kind, Numbered, OnePage, Paper

__all__ = [
    "FILLED",
    "MANIFEST_CODES",
    "Catalogue",
    "Conditions",
    "Items",
    "Kind",
    "Numbered",
    "OnePage",
    "Paper",
    "UnknownKind",
    "load_catalogue",
]
