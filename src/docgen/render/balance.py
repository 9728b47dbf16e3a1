"""Whether a prepared template can only give well-formed XML, whatever the data.

Parsing each rendered part to find out costs more than rendering it. So preparing looks once at which
elements are open before and after every block: if the branches of each `if` agree and each loop's body
leaves them as they were, no choice of branches can break the nesting, because values are escaped.
"""

import re
from collections.abc import Sequence

from jinja2 import nodes

_ELEMENT = re.compile(r"<(/?)([\w:.-]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
_SKIPPED = re.compile(r"<\?.*?\?>|<!--.*?-->", re.DOTALL)


class _Unprovable(Exception):
    """The template does something that this reasoning does not cover."""


Stack = tuple[str, ...]  # the names of the open elements


def is_always_well_formed(template: nodes.Template) -> bool:
    """True if every rendering is one balanced element; False if that cannot be shown."""
    try:
        return _after(template.body, ()) == ()
    except _Unprovable:
        return False


def _after(body: Sequence[nodes.Node], stack: Stack) -> Stack:
    """What is open after these nodes, whichever branches are taken."""
    pending = ""
    for node in body:
        if isinstance(node, nodes.Output):
            pending += _linear(node)
        elif isinstance(node, nodes.If | nodes.For):
            if _is_inside_markup(pending):
                _require_plain(node)
            else:
                stack, pending = _after_block(node, _scan(pending, stack)), ""
        elif not isinstance(node, nodes.Assign | nodes.ExprStmt):
            raise _Unprovable
    if _is_inside_markup(pending):
        raise _Unprovable
    return _scan(pending, stack)


def _after_block(node: nodes.If | nodes.For, stack: Stack) -> Stack:
    if isinstance(node, nodes.For):
        if _after(node.body, stack) != stack or _after(node.else_, stack) != stack:
            raise _Unprovable
        return stack
    branches = [node.body, *(branch.body for branch in node.elif_), node.else_]
    stacks = {_after(branch, stack) for branch in branches}
    if len(stacks) != 1:
        raise _Unprovable
    return stacks.pop()


def _linear(node: nodes.Output) -> str:
    """The output with a harmless letter where a value will stand."""
    return "".join(child.data if isinstance(child, nodes.TemplateData) else "x" for child in node.nodes)


def _is_inside_markup(xml: str) -> bool:
    return xml.rfind("<") > xml.rfind(">")


def _require_plain(node: nodes.If | nodes.For) -> None:
    if any("<" in data.data or ">" in data.data for data in node.find_all(nodes.TemplateData)):
        raise _Unprovable


def _scan(xml: str, stack: Stack) -> Stack:
    rest, opened = _SKIPPED.sub("", xml), list(stack)
    for closing, name, empty in _ELEMENT.findall(rest):
        if closing:
            if not opened or opened.pop() != name:
                raise _Unprovable
        elif not empty:
            opened.append(name)
    if "<" in _ELEMENT.sub("", rest):
        raise _Unprovable
    return tuple(opened)
