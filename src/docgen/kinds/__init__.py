"""The catalogue of document kinds: what each paper is, and from what it is made."""

from docgen.kinds.catalogue import Catalogue, UnknownKind, load_catalogue
from docgen.kinds.kind import MANIFEST_CODES, Items, Kind, OnePage, Paper

__all__ = [
    "MANIFEST_CODES",
    "Catalogue",
    "Items",
    "Kind",
    "OnePage",
    "Paper",
    "UnknownKind",
    "load_catalogue",
]
