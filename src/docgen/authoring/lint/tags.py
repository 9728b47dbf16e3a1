"""The tags of one part, in reading order, each judged where it stands: several faults are found at once.

Jinja stops at the first fault and names a line of its own; a clerk needs the paragraph of each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError, nodes

from docgen.authoring.lint.faults import at
from docgen.findings import Finding, Severity
from docgen.render.diagnosis import misspellings
from docgen.render.jinja_words import in_chinese
from docgen.render.places import PartText, Tag
from docgen.render.undefined import nearest

_PREFIX = re.compile(r"^(tr|tc|p|r)\s+")
_WORD = re.compile(r"^(\w+)")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_PAIRED = frozenset({"if", "for", "macro", "call", "filter", "with", "raw", "autoescape", "block"})
_LONE = frozenset({"set", "else", "elif", "include", "import", "from", "extends", "do", "break", "continue"})
_WORDS_OF_TABLES = frozenset({"colspan", "cellbg", "vm", "hm"})  # docxtpl's own
_NO_LOADER = frozenset({"include", "import", "from", "extends"})
_OFFERED = sorted((_PAIRED | _LONE | _WORDS_OF_TABLES | {f"end{word}" for word in _PAIRED}) - _NO_LOADER)
_SLIPS = {"elseif": "elif", "elsif": "elif", "fro": "for"}  # whose nearest word is another
_CELL = re.compile(r"表格 (\d+) 第 (\d+) 行")


@dataclass(frozen=True, slots=True)
class Statement:
    """A tag taken apart: `prefix` is docxtpl's (p, tr, tc, r), `word` empty for one that prints."""

    tag: Tag
    prefix: str
    word: str
    body: str

    @property
    def source(self) -> str:
        """The statement as a template of its own, so that it can be parsed alone."""
        if not self.word:
            return f"{{{{ {self.body} }}}}"
        if self.word in _WORDS_OF_TABLES:
            rest = self.body[len(self.word) :].strip()
            return f"{{{{ {rest} }}}}" if rest else ""
        if self.word == "elif":
            return f"{{% {self.body[2:]} %}}{{% endif %}}"
        if self.word == "set" and "=" not in self.body:
            return f"{{% {self.body} %}}{{% endset %}}"
        closing = f"{{% end{self.word} %}}" if self.word in _PAIRED else ""
        return f"{{% {self.body} %}}{closing}" if self.word in _PAIRED | {"set"} else ""


def statements(text: PartText) -> list[Statement]:
    """The tags that do something, comments left out."""
    return [_taken_apart(tag) for tag in text.tags if not tag.text.startswith("{#")]


def _taken_apart(tag: Tag) -> Statement:
    inner = tag.text[2:-2].strip("+-").replace("\n", " ").translate(_QUOTES).strip()
    prefix = _PREFIX.match(tag.text[2:-2].lstrip("+-"))
    body = inner[prefix.end() :].strip() if prefix else inner
    word = _WORD.match(body) if tag.text.startswith("{%") else None
    return Statement(tag, prefix[1] if prefix else "", word[1] if word else "", body)


def faults_in_tags(text: PartText, env: Environment) -> Iterator[Finding]:
    """Wrong signs, tags that cannot be read, pairs that do not match, contents that would be lost."""
    broken = set()
    for place, problem, remedy in misspellings(text):
        broken.add((place.part, place.paragraph))
        yield at("G08", Severity.ERROR, place, problem, remedy)
    read = [one for one in statements(text) if (text.part, one.tag.place.paragraph) not in broken]
    for one in read:
        yield from _unreadable(one, env)
    yield from _Pairs().faults(read)
    for one in read:
        yield from _lost_beside(one, text)


def parsed(statement: Statement, env: Environment) -> nodes.Template | None:
    """The statement's own tree, or None where it has none or cannot be read."""
    try:
        return env.parse(statement.source) if statement.source else None
    except TemplateSyntaxError:
        return None


def _unreadable(one: Statement, env: Environment) -> Iterator[Finding]:
    tag, place = one.tag.text, one.tag.place
    if "\n" in tag.strip():
        remedy = "请把整个标签写在同一段里"
        yield at("G08", Severity.ERROR, place, f"标签 {_flat(tag)} 断在两段里", remedy)
        return
    if _is_unknown(one):
        near = _SLIPS.get(one.word) or nearest(one.word, _OFFERED)
        near = f"end{one.body[3:].strip()}" if one.word == "end" else near
        remedy = f"是否想写“{near}”" if near else "可用的有 if、for、set、else、elif 等"
        yield at("G08", Severity.ERROR, place, f"标签 {tag} 的“{one.word}”不是认识的写法", remedy)
        return
    if one.word in _NO_LOADER:
        problem = f"标签 {tag} 要引入另一个模板，这里没有可引入的模板"
        yield at("G08", Severity.ERROR, place, problem, "请把内容直接写进本模板")
        return
    try:
        tree = env.parse(one.source)
    except TemplateSyntaxError as fault:
        problem = f"标签 {tag} 的写法有误{in_chinese(fault.message)}"
        yield at("G08", Severity.ERROR, place, problem, "请检查标签里的括号、引号和运算符是否成对、齐全")
        return
    yield from _unknown_filters(one, tree, env)


def _is_unknown(one: Statement) -> bool:
    known = _PAIRED | _LONE | _WORDS_OF_TABLES
    is_ending = one.word.startswith("end") and one.word != "end"
    return one.tag.text.startswith("{%") and one.word not in known and not is_ending


def _unknown_filters(one: Statement, tree: nodes.Template, env: Environment) -> Iterator[Finding]:
    for kind, known, word in ((nodes.Filter, env.filters, "过滤器"), (nodes.Test, env.tests, "判断")):
        for use in tree.find_all(kind):
            if use.name not in known:
                near = nearest(use.name, known)
                remedy = f"是否想写“{near}”" if near else f"请检查名称，或改用已有的{word}"
                problem = f"标签 {one.tag.text} 用了没有的{word}“{use.name}”"
                yield at("G08", Severity.ERROR, one.tag.place, problem, remedy)


@dataclass(slots=True)
class _Pairs:
    waiting: list[Statement] = field(default_factory=list)

    def faults(self, read: list[Statement]) -> Iterator[Finding]:
        for one in read:
            if one.word in _PAIRED:
                self.waiting.append(one)
            elif one.word.startswith("end") and one.word not in ("endset", "end"):
                yield from self._closed(one)
            elif one.word in ("else", "elif") and not self.waiting:
                problem = f"标签 {one.tag.text} 前面没有对应的 {{% if … %}}"
                yield at("G08", Severity.ERROR, one.tag.place, problem, "请删去它，或在前面补上开头的标签")
        for one in self.waiting:
            yield _unclosed(one)

    def _closed(self, one: Statement) -> Iterator[Finding]:
        wanted = one.word[3:]
        if not any(opener.word == wanted for opener in self.waiting):
            problem = f"标签 {one.tag.text} 前面没有对应的 {{% {wanted} … %}}"
            yield at("G08", Severity.ERROR, one.tag.place, problem, "请删去它，或在前面补上开头的标签")
            return
        while self.waiting[-1].word != wanted:
            yield _unclosed(self.waiting.pop())
        yield from _torn(self.waiting.pop(), one)


def _unclosed(one: Statement) -> Finding:
    problem, remedy = f"标签 {one.tag.text} 没有结束", f"请在这部分末尾补上 {{% end{one.word} %}}"
    return at("G08", Severity.ERROR, one.tag.place, problem, remedy)


def _torn(opener: Statement, closer: Statement) -> Iterator[Finding]:
    """A pair of which one end stands in another cell than the other."""
    if opener.prefix != closer.prefix:
        problem = f"标签 {opener.tag.text} 与 {closer.tag.text} 的前缀（p、tr、tc）不一致"
        remedy = "请把两个标签写成同样的前缀，如 {%p if … %} 和 {%p endif %}"
        yield at("G08", Severity.ERROR, closer.tag.place, problem, remedy)
    elif _home(opener) != _home(closer):
        problem = f"标签 {opener.tag.text} 与 {closer.tag.text} 不在同一个格子里，填入数据后表格会破损"
        remedy = "请放进同一个格子；要增减整行请用 {%tr … %}，放在单独的行里"
        yield at("G08", Severity.ERROR, closer.tag.place, problem, remedy)


def _home(one: Statement) -> str:
    cell = one.tag.place.cell
    row = _CELL.match(cell)
    if one.prefix == "tr":
        return row[1] if row else ""
    return row[0] if row and one.prefix == "tc" else cell


def _lost_beside(one: Statement, text: PartText) -> Iterator[Finding]:
    """What stands beside a tag that takes its whole paragraph or row away with itself."""
    if one.prefix not in ("p", "tr") or not one.tag.text.startswith("{%"):
        return
    here, row = one.tag.place, _CELL.match(one.tag.place.cell)
    if one.prefix == "tr" and row is None:
        remedy = "请把它放进表格里单独的一行，或改用 {%p … %}"
        yield at("G08", Severity.ERROR, here, f"标签 {one.tag.text} 不在表格的行里", remedy)
        return
    beside = (
        [here]
        if one.prefix == "p"
        else [p for p in text.paragraphs if p.cell.startswith(f"{row[0]}第")]
        if row
        else []
    )
    rest = "".join(place.text for place in beside).replace(one.tag.text, "", 1).strip()
    if rest:
        where = "这一段" if one.prefix == "p" else "这一行"
        problem = f"标签 {one.tag.text} 会把{where}整个去掉，旁边的“{rest[:20]}”也会丢失"
        yield at("G11", Severity.WARNING, here, problem, f"请让这个标签单独占{where}")


def _flat(tag: str) -> str:
    return " ".join(tag.split())
