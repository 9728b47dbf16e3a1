"""The manual of the official format's rules: a page for each code."""

from dataclasses import dataclass

from docgen.findings import UnknownCode
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.rules import all_rules

_SAYS = {
    Strength.MUST: "国家标准或《条例》的明确要求",
    Strength.USUAL: "国家标准写明“一般”如此，或引用的标点、数字标准的要求",
    Strength.ADVISED: "国家标准推荐",
    Strength.MAY: "国家标准写明“可以”，或机关的通常做法",
    Strength.HABIT: "机关习惯，不是国家标准的规定",
}


@dataclass(frozen=True, slots=True)
class FormatPage:
    """One rule: `severity` is how its findings are told, `strength` how firmly the standard speaks."""

    code: str
    title: str
    clause: str
    strength: str
    severity: str
    text: str


def format_pages() -> list[FormatPage]:
    """All rules by their codes."""
    return sorted((_page(entry.rule) for entry in all_rules()), key=lambda page: page.code)


def explain_format(code: str) -> FormatPage:
    """The page of one code; P7 is P07. Raises UnknownCode."""
    pages = format_pages()
    typed = code.strip().upper()
    asked = {typed, f"{typed[:1]}{typed[1:].zfill(2)}"}
    for page in pages:
        if page.code in asked:
            return page
    raise UnknownCode(code, [page.code for page in pages], "docgen inspect --rules")


def _page(rule: Rule) -> FormatPage:
    strength = rule.strength
    said = f"{rule.explanation}\n\n依据：{clause_of(rule)}。{_SAYS[strength]}，{strength.severity.label}。"
    return FormatPage(rule.code, rule.title, clause_of(rule), strength.value, strength.severity.label, said)


def clause_of(rule: Rule) -> str:
    """The clause with the name of its standard; habits and other sources as they are."""
    return f"GB/T 9704 {rule.clause}" if rule.clause[:1].isdigit() else rule.clause
