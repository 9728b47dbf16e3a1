"""What sort of thing lies at a path: an archive of docgen, an OCFL root or object, a hand-over bag."""

from enum import Enum
from pathlib import Path

from docgen.archive.verify.inventory import INVENTORY


class Sort(Enum):
    """What verify can judge."""

    ARCHIVE = "归档库"
    ROOT = "OCFL 库"
    OBJECT = "OCFL 对象"
    BAG = "移交包"
    NOTHING = "不是归档库"


def sort_of(folder: Path) -> Sort:
    """The sort of the folder, by what lies in it."""
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    if {"ocfl", "log"} <= names or (names and names & {"ocfl", "log"} and "README.txt" in names):
        return Sort.ARCHIVE
    declared = [name for name in names if name.startswith("0=")]
    if any(name.startswith("0=ocfl_object") for name in declared) or INVENTORY in names:
        return Sort.OBJECT
    if declared or "ocfl_layout.json" in names:
        return Sort.ROOT
    if "docgen.toml" in names:
        return Sort.NOTHING  # a workspace: its folder “data” makes it no bag
    if "bagit.txt" in names or "data" in names or any(name.startswith("manifest-") for name in names):
        return Sort.BAG
    return Sort.NOTHING
