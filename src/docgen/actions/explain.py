"""explain: every code that a finding can bear, with its page in the manual."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby

from docgen.campaign.rules import PAGES, RULES
from docgen.errors import DocgenError
from docgen.kinds import MANIFEST_CODES
from docgen.records import file_faults, value_faults
from docgen.records.faults import CODES

_RECORD_CODES = (file_faults, value_faults)  # importing them fills CODES


@dataclass(frozen=True, slots=True)
class Page:
    """One code: its title in one line, and all that there is to say."""

    code: str
    title: str
    text: str


class UnknownCode(DocgenError):
    """No rule has this code."""

    exit_status = 2

    def __init__(self, code: str, known: list[str]) -> None:
        near = get_close_matches(code.upper(), known, n=1, cutoff=0.5)
        remedy = f"是否想写“{near[0]}”" if near else "用 docgen check --rules 查看有哪些规则"
        super().__init__(f"没有编号为“{code}”的规则", remedy)


def pages() -> list[Page]:
    """All codes in order."""
    listed = [*_of_files(), *_of_rules()]
    return sorted(listed, key=lambda page: (page.code[0], int(page.code[1:])))


def explain(code: str) -> Page:
    """The page of one code. Raises UnknownCode."""
    listed = pages()
    for page in listed:
        if _plain(page.code) == _plain(code):
            return page
    raise UnknownCode(code, [page.code for page in listed])


def _plain(code: str) -> str:
    # x3, X3 and X03 are one rule.
    typed = code.strip().upper()
    return typed[:1] + typed[1:].lstrip("0")


def _of_files() -> Iterator[Page]:
    for code, title in {**CODES, **MANIFEST_CODES}.items():
        yield Page(code, title, title)


def _of_rules() -> Iterator[Page]:
    texts = [(rule.code, rule.page, rule.remedy) for rule in RULES]
    texts += [(page.code, page.page, page.remedy) for page in PAGES]
    texts.sort(key=lambda text: text[0])
    for code, group in groupby(texts, key=lambda text: text[0]):
        parts = [f"{page}\n\n改法：{remedy}。" for _, page, remedy in group]
        title = parts[0].split("\n", 1)[0].rstrip("。")
        yield Page(code, title, "\n\n".join(parts))
