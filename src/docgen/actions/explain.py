"""explain: every code that a finding can bear, with its page in the manual."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docgen.authoring.lint.faults import TEMPLATE_CODES
from docgen.build.official import PAPER_CODES
from docgen.campaign.rule import Rule
from docgen.campaign.rules import PAGES, RULES
from docgen.campaign.state_names import STATE_NAMES
from docgen.exchange.faults import SHEET_CODES
from docgen.findings import Severity, UnknownCode
from docgen.kinds import MANIFEST_CODES
from docgen.official.judge import CHECKS
from docgen.records import file_faults, value_faults
from docgen.records.faults import CODES
from docgen.text.numerals import cn_number

_RECORD_CODES = (file_faults, value_faults)  # importing them fills CODES


@dataclass(frozen=True, slots=True)
class Page:
    """One code: its title in one line, how urgent it is, whence it comes, and all that there is to say.

    `severity` and `due` (the state from which it counts in full) list what the checks of the code have.
    """

    code: str
    title: str
    severity: str
    due: str
    seed: str
    text: str


def pages() -> list[Page]:
    """All codes in order."""
    listed = [*_of_files(), *_of_rules(), *_of_official_papers()]
    return sorted(listed, key=lambda page: (page.code[0], int(page.code[1:])))


def explain(code: str) -> Page:
    """The page of one code. Raises UnknownCode."""
    listed = pages()
    for page in listed:
        if plain_code(page.code) == plain_code(code):
            return page
    raise UnknownCode(code, [page.code for page in listed], "docgen check --rules")


def plain_code(code: str) -> str:
    """The code as all ways of typing it come to: x3, X3 and X03 are one rule."""
    typed = code.strip().upper()
    return typed[:1] + typed[1:].lstrip("0")


def _of_files() -> Iterator[Page]:
    for code, title in {**CODES, **MANIFEST_CODES, **PAPER_CODES, **TEMPLATE_CODES, **SHEET_CODES}.items():
        yield Page(code, title, "", "", "", title)


def _of_rules() -> Iterator[Page]:
    for code, group in groupby(RULES, key=lambda rule: rule.code):
        yield _page(code, sorted(group, key=lambda rule: rule.check.__code__.co_firstlineno))
    for page in PAGES:
        title = page.page.partition("\n")[0].rstrip("。")
        yield Page(page.code, title, page.severity.label, "", "", _with_remedy(page.page, page.remedy))


def _of_official_papers() -> Iterator[Page]:
    for code, group in groupby(sorted(CHECKS, key=lambda check: check.code), key=lambda check: check.code):
        checks = list(group)
        severity = "、".join(_each(check.severity.label for check in checks))
        text = "\n\n".join(_with_remedy(check.page, check.remedy) for check in checks)
        yield Page(code, checks[0].page.partition("\n")[0].rstrip("。"), severity, "", "", text)


def _page(code: str, checks: Sequence[Rule]) -> Page:
    title = checks[0].title
    seeds = "\n".join(f"指导意见：“{seed}”" for seed in _each(check.seed for check in checks))
    parts = [_part(number, check, len(checks)) for number, check in enumerate(checks, start=1)]
    return Page(
        code=code,
        title=title,
        severity="、".join(_each(check.severity.label for check in sorted(checks, key=_urgency))),
        due="、".join(sorted(_each(check.due or "" for check in checks), key=list(STATE_NAMES).index)),
        seed="；".join(_each(check.seed for check in checks)),
        text="\n\n".join(filter(None, (title, seeds, *parts))),
    )


def _part(number: int, check: Rule, count: int) -> str:
    """One check: how urgent from when on, its page, and what to do."""
    mark = f"{cn_number(number)}、" if count > 1 else ""
    since = f"从“{STATE_NAMES[check.due]}”（{check.due}）起算，之前只作提示" if check.due else "随时检查"
    return f"{mark}【{check.severity.label}】{since}\n\n{_with_remedy(check.page, check.remedy)}"


def _with_remedy(page: str, remedy: str) -> str:
    return f"{page.replace('::', '：').strip()}\n\n改法：{remedy}。"


def _urgency(check: Rule) -> Severity:
    return check.severity


def _each(words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if word]
