"""Changed values back into a record's text: what did not change stays as it was typed, byte for byte."""

from docgen.records.write_back.apply import SharedValue, rewritten
from docgen.records.write_back.marked import Marked, MarkedMapping, MarkedScalar, MarkedSequence, marked
from docgen.records.write_back.wanted import Fields, Items, Leaf, Wanted

__all__ = [
    "Fields",
    "Items",
    "Leaf",
    "Marked",
    "MarkedMapping",
    "MarkedScalar",
    "MarkedSequence",
    "SharedValue",
    "Wanted",
    "marked",
    "rewritten",
]
