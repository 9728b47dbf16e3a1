"""Why a template cannot be read, found in the paragraphs as the author wrote them."""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateAssertionError, TemplateSyntaxError

from docgen.render.compiling import Compiled, NoLoader, compile_source
from docgen.render.faults import Place, TemplateError
from docgen.render.jinja_words import in_chinese
from docgen.render.places import PartText, Tag
from docgen.render.undefined import nearest

_FULL_WIDTH = re.compile(r"[｛{][｛{%％]|[｝}%％][｝}]")
_HALF_WIDTH = ("{{", "}}", "{%", "%}")
_OPEN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SPACED_PREFIX = re.compile(r"^\{([{%])[-+]?\s+(tr|tc|p|r)\s")
_PREFIXED = re.compile(r"^\{[{%](?:tr|tc|p|r)\s(.*)[%}]\}$", re.DOTALL)
_WORD = re.compile(r"^\{%[-+]?\s*(?:(?:tr|tc|p|r)\s+)?(\w+)")
_PAIRED = frozenset({"if", "for", "macro", "call", "filter", "with", "raw", "autoescape", "block"})
_UNKNOWN = re.compile(r"(?:No (filter|test) named|Encountered unknown tag) '([^']+)'")

Advice = tuple[Place, str, str]


def compile_or_explain(template: str, env: Environment, source: str, text: PartText) -> Compiled:
    """The source compiled. Raises TemplateError with the place as the author sees it."""
    try:
        return compile_source(env, source, text.part)
    except TemplateSyntaxError as fault:
        raise TemplateError(template, *_syntax_advice(text, source, fault, env)) from fault
    except NoLoader as fault:
        place, tag = text.at_line(source, fault.line)
        problem = f"标签 {tag} 要引入另一个模板，这里没有可引入的模板"
        raise TemplateError(template, place, problem, "请把内容直接写进本模板") from fault


def refuse_full_width(template: str, text: PartText) -> None:
    """Nothing, or TemplateError: full-width braces are no tag and would be printed as they stand."""
    for place, problem, remedy in _full_width(text):
        raise TemplateError(template, place, problem, remedy)


def misspellings(text: PartText) -> Iterator[Advice]:
    """Every sign that is no proper tag, with what to do: full width, unclosed, a space before the prefix."""
    for found in (_full_width(text), _unclosed(text), _misspelt_prefix(text), _forbidden_inside(text)):
        yield from found


def _full_width(text: PartText) -> Iterator[Advice]:
    for place in text.paragraphs:
        for match in _FULL_WIDTH.finditer(place.text):
            if match.group() not in _HALF_WIDTH:
                yield place, f"有全角的标签符号“{match.group()}”", "请改用半角的 {{ }} 或 {% %}"


def _syntax_advice(text: PartText, source: str, fault: TemplateSyntaxError, env: Environment) -> Advice:
    for found in (_unclosed(text), _misspelt_prefix(text), _forbidden_inside(text)):
        if (first := next(found, None)) is not None:
            return first
    place, tag = text.at_line(source, fault.lineno)
    if isinstance(fault, TemplateAssertionError) or _UNKNOWN.search(fault.message or ""):
        return _unknown(text, source, fault, env)
    problem = f"标签 {tag} 的写法有误{in_chinese(fault.message)}"
    return next(_unpaired(text), (place, problem, "请检查标签里的括号、引号和运算符是否成对、齐全"))


def _unclosed(text: PartText) -> Iterator[Advice]:
    for place in text.paragraphs:
        waiting = ""
        for match in _OPEN.finditer(place.text):
            sign = match.group()
            if not waiting:
                waiting = sign if sign in _CLOSING else ""
            elif sign == _CLOSING[waiting]:
                waiting = ""
            elif sign == waiting:
                break
        if waiting:
            yield place, f"标签 {waiting} 没有写完", f"请在标签末尾补上 {_CLOSING[waiting]}"


def _misspelt_prefix(text: PartText) -> Iterator[Advice]:
    for tag in text.tags:
        match = _SPACED_PREFIX.match(tag.text)
        if match:
            sign, prefix = "{" + match.group(1), match.group(2)
            yield tag.place, f"标签 {tag.text} 中 {sign} 与 {prefix} 之间多了空格", f"请写成 {sign}{prefix} …"


def _forbidden_inside(text: PartText) -> Iterator[Advice]:
    for tag in text.tags:
        match = _PREFIXED.match(tag.text)
        if match and re.search(r"[%}]", match.group(1)):
            remedy = "请先用 {% set 名称 = … %} 算好，再在这个标签里用该名称"
            yield tag.place, f"标签 {tag.text} 里面不能再有 % 或 }}", remedy


def _unpaired(text: PartText) -> Iterator[Advice]:
    waiting: list[tuple[str, Tag]] = []
    for tag in text.tags:
        word = _WORD.match(tag.text)
        name = word.group(1) if word else ""
        if name in _PAIRED:
            waiting.append((name, tag))
        elif name.startswith("end"):
            if not waiting:
                yield (
                    tag.place,
                    f"标签 {tag.text} 前面没有对应的 {{% {name[3:]} … %}}",
                    "请删去它，或在前面补上开头的标签",
                )
                return
            opened, opener = waiting.pop()
            if name != f"end{opened}":
                problem = f"标签 {opener.text} 应由 {{% end{opened} %}} 结束，却遇到 {tag.text}"
                yield tag.place, problem, "请检查各标签是否一一对应、没有交叉"
                return
    if waiting:
        name, tag = waiting[-1]
        yield tag.place, f"标签 {tag.text} 没有结束", f"请在这部分末尾补上 {{% end{name} %}}"


def _unknown(text: PartText, source: str, fault: TemplateSyntaxError, env: Environment) -> Advice:
    match = _UNKNOWN.search(fault.message or "")
    kind, name = match.groups() if match else (None, "")
    place, tag = text.at_line(source, fault.lineno, name)
    if kind is None:
        paired = next(_unpaired(text), None)
        return paired or (
            place,
            f"标签 {tag} 的“{name}”不是认识的写法",
            "可用的有 if、for、set、else、elif 等",
        )
    known = env.filters if kind == "filter" else env.tests
    word = "过滤器" if kind == "filter" else "判断"
    near = nearest(name, known)
    remedy = f"是否想写“{near}”" if near else "请检查名称，或改用已有的" + word
    return place, f"标签 {tag} 用了没有的{word}“{name}”", remedy
