"""Whether a prepared template can only give well-formed XML, whatever the data.

Parsing each rendered part to find out costs more than rendering it. So preparing looks once at what
every block opens and closes: if the branches of each `if` agree and each loop's body leaves the stack
as it was, no choice of branches can break the nesting, because values are escaped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import nodes

_ELEMENT = re.compile(r"<(/?)([\w:.-]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
_SKIPPED = re.compile(r"<\?.*?\?>|<!--.*?-->", re.DOTALL)


class _Unprovable(Exception):
    """The template does something that this reasoning does not cover."""


@dataclass(frozen=True, slots=True)
class _Effect:
    """What a stretch of XML does to the stack of open elements: closes some, then opens some."""

    closed: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()

    def then(self, other: "_Effect") -> "_Effect":
        opened, closed = list(self.opened), list(other.closed)
        while opened and closed:
            if opened.pop() != closed.pop(0):
                raise _Unprovable
        return _reduced([*self.closed, *closed], [*opened, *other.opened])


def _reduced(closed: list[str], opened: list[str]) -> _Effect:
    # Closing p and opening p again is, to the stack, the same as nothing.
    while closed and opened and closed[-1] == opened[0]:
        closed.pop()
        opened.pop(0)
    return _Effect(tuple(closed), tuple(opened))


_NOTHING = _Effect()


def is_always_well_formed(template: nodes.Template) -> bool:
    """True if every rendering is one balanced element; False if that cannot be shown."""
    try:
        return _effect_of(template.body) == _NOTHING
    except _Unprovable:
        return False


def _effect_of(body: Sequence[nodes.Node]) -> _Effect:
    total, pending = _NOTHING, ""
    for node in body:
        if isinstance(node, nodes.Output):
            pending += _linear(node)
        elif isinstance(node, nodes.If | nodes.For):
            if _is_inside_markup(pending):
                _require_plain(node)
            else:
                total, pending = total.then(_scan(pending)).then(_effect_of_block(node)), ""
        elif not isinstance(node, nodes.Assign | nodes.ExprStmt):
            raise _Unprovable
    if _is_inside_markup(pending):
        raise _Unprovable
    return total.then(_scan(pending))


def _effect_of_block(node: nodes.If | nodes.For) -> _Effect:
    if isinstance(node, nodes.For):
        if _effect_of(node.body) != _NOTHING or _effect_of(node.else_) != _NOTHING:
            raise _Unprovable
        return _NOTHING
    branches = [node.body, *(branch.body for branch in node.elif_), node.else_]
    effects = {_effect_of(branch) for branch in branches}
    if len(effects) != 1:
        raise _Unprovable
    return effects.pop()


def _linear(node: nodes.Output) -> str:
    """The output with a harmless letter where a value will stand."""
    return "".join(child.data if isinstance(child, nodes.TemplateData) else "x" for child in node.nodes)


def _is_inside_markup(xml: str) -> bool:
    return xml.rfind("<") > xml.rfind(">")


def _require_plain(node: nodes.If | nodes.For) -> None:
    if any("<" in data.data or ">" in data.data for data in node.find_all(nodes.TemplateData)):
        raise _Unprovable


def _scan(xml: str) -> _Effect:
    effect, rest = _NOTHING, _SKIPPED.sub("", xml)
    closed: list[str] = []
    opened: list[str] = []
    for closing, name, empty in _ELEMENT.findall(rest):
        if closing:
            if not opened:
                closed.append(name)
            elif opened.pop() != name:
                raise _Unprovable
        elif not empty:
            opened.append(name)
    if "<" in _ELEMENT.sub("", rest):
        raise _Unprovable
    return effect.then(_Effect(tuple(closed), tuple(opened)))
