"""YAML records: to a tree that knows its lines and columns, to typed models, and back."""

from docgen.records.loader import Loaded, load
from docgen.records.source import Source

__all__ = ["Loaded", "Source", "load"]
