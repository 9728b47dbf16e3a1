"""The order of a print run: by branch, by kind, or as a list says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TypeVar

from docgen.errors import DocgenError
from docgen.files import read_bounded
from docgen.publish.print_run.paper import LeftOut, PrintPaper

BY_BRANCH, BY_KIND = "branch", "kind"
_LIST_BYTES_MAX = 1_000_000
_SHOWN = 5

Listed = TypeVar("Listed", PrintPaper, LeftOut)


class UnknownLines(DocgenError):
    """Lines of a list that no paper answers to."""

    exit_status = 2

    def __init__(self, path: Path, lines: Sequence[tuple[int, str]]) -> None:
        shown = "；".join(f"第 {number} 行“{text}”" for number, text in lines[:_SHOWN])
        more = f"等 {len(lines)} 行" if len(lines) > _SHOWN else ""
        super().__init__(
            f"清单“{path.name}”里有找不到的文书：{shown}{more}",
            "每行写一个文件名，或写“支部 文种”，例如：Z01 D22；可用的支部和文种见 docgen list",
        )


class NotAList(DocgenError):
    """The list is no text."""

    exit_status = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"清单“{path.name}”不是 UTF-8 编码的文本", "请用记事本另存为 UTF-8 编码的 .txt 文件")


def by_kind(papers: Iterable[PrintPaper]) -> list[PrintPaper]:
    """All papers of one kind together, as they are handed out at a meeting."""
    return sorted(papers, key=lambda paper: paper.label)


def by_list(papers: Sequence[PrintPaper], left_out: Sequence[LeftOut], path: Path) -> list[PrintPaper]:
    """The papers that the lines of the file name, in their order. Raises UnknownLines."""
    chosen: list[PrintPaper] = []
    unknown: list[tuple[int, str]] = []
    for number, line in _lines(path):
        named = list(_named(line, papers))
        chosen += named
        if not named and not any(_named(line, left_out)):
            unknown.append((number, line))
    if unknown:
        raise UnknownLines(path, unknown)
    return chosen


def grouped(papers: Iterable[PrintPaper], order: str) -> Iterator[tuple[str, list[PrintPaper]]]:
    """Neighbours under one heading: the owner's name, or the kind's when the order is by kind."""
    heading = (lambda paper: paper.label) if order == BY_KIND else (lambda paper: paper.owner_name)
    for _, group in groupby(papers, key=heading):
        members = list(group)
        first = members[0]
        kind = f"{first.label} {_without_item(first.name)}"
        yield (kind if order == BY_KIND else first.owner_name), members


def _without_item(name: str) -> str:
    return name.split("（", 1)[0]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = read_bounded(path, _LIST_BYTES_MAX).decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise NotAList(path) from reason
    for number, line in enumerate(text.splitlines(), 1):
        said = line.split("#", 1)[0].strip()
        if said:
            yield number, said


def _named(line: str, papers: Iterable[Listed]) -> Iterator[Listed]:
    wanted = PurePosixPath(line.replace("\\", "/"))
    words = [word for word in re.split(r"[\s,，、;；:：]+", line) if word]
    for paper in papers:
        if _is_file(wanted, paper.path) or all(_says(word, paper) for word in words):
            yield paper


def _is_file(wanted: PurePosixPath, path: str) -> bool:
    own = PurePosixPath(path)
    name = wanted.name.removesuffix(".docx").removesuffix(".pdf")
    return name == own.stem and (wanted.parent.name in ("", own.parent.name))


def _says(word: str, paper: PrintPaper | LeftOut) -> bool:
    owner, slug, variant, item = paper.key.split("/", 3)
    code = paper.label.split("-", 1)[0]
    names = (owner, paper.owner_name, paper.label, code, slug, f"{slug}-{variant}", item)
    return word.lower() in {name.lower() for name in (*names, paper.name, _without_item(paper.name))}
