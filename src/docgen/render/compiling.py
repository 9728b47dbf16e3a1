"""From a part's XML to a compiled Jinja template: docxtpl's patching, then three repairs.

docxtpl replaces `{_{` in the finished text, where a value may hold it too, and leaves `&amp;` in a
tag's own literal. Both are done here in the template, so that values stay as they are.
"""

import re
from dataclasses import dataclass

from jinja2 import Environment, Template, TemplateAssertionError, nodes
from jinja2.meta import find_undeclared_variables

from docgen.render.balance import is_always_well_formed
from docgen.render.docxtpl_api import DocxTemplate
from docgen.render.environment import PRINTED_LENGTH
from docgen.render.limits import limit

_PARAGRAPH = re.compile(r"<w:p([ >])")
_LINE_MARK = re.compile(r"\n<w:p([ >])")
_TAG_INSIDE = re.compile(r"(?<=\{[{%])(.*?)(?=[}%]\})", re.DOTALL)
_ESCAPED_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_LOADING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled source; `is_static`: no tag in it; `is_proven`: well-formed whatever the data."""

    env: Environment
    source: str
    template: Template
    is_static: bool
    is_proven: bool

    @property
    def names(self) -> frozenset[str]:
        """The root names that it takes from the data."""
        return frozenset(find_undeclared_variables(self.env.parse(self.source)))


class NoLoader(Exception):
    """`{% include %}` and the like, in an environment that can load nothing."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def patch(xml: str) -> str:
    """The XML as Jinja can read it, a line for each paragraph."""
    patched = _TAG_INSIDE.sub(_unescaped, DocxTemplate.patch_xml(None, xml))
    return _PARAGRAPH.sub(r"\n<w:p\1", patched)


def compile_source(env: Environment, source: str, part: str) -> Compiled:
    """The source compiled. Raises jinja2.TemplateSyntaxError and NoLoader."""
    tree = env.parse(source, name=part)
    found = list(tree.find_all(nodes.Node))  # walked once: this is half of preparing
    _require_loader(env, found)
    _require_known(env, found)
    _finish_text(found)
    _note_printed_lengths(env, found)
    limit(env, tree)
    code = env.compile(tree, part)
    template = env.template_class.from_code(env, code, env.make_globals(None), None)
    is_static = all(isinstance(node, nodes.Output | nodes.TemplateData) for node in found)
    return Compiled(env, source, template, is_static, is_always_well_formed(tree))


def _require_loader(env: Environment, found: list[nodes.Node]) -> None:
    if env.loader is None:
        for node in found:
            if isinstance(node, _LOADING):
                raise NoLoader(node.lineno)


def _require_known(env: Environment, found: list[nodes.Node]) -> None:
    # Inside a condition Jinja complains only when it gets there, for the sake of `if "x" is filter`.
    tests = [node for node in found if isinstance(node, nodes.Test)]
    filters = [node for node in found if isinstance(node, nodes.Filter)]
    if any(test.name in ("filter", "test") for test in tests):
        return
    for kind, known, uses in (("test", env.tests, tests), ("filter", env.filters, filters)):
        for use in uses:
            if use.name not in known:
                raise TemplateAssertionError(f"No {kind} named {use.name!r}.", use.lineno)


def _unescaped(tag: re.Match[str]) -> str:
    return tag.group().replace("&quot;", '"').replace("&apos;", "'").replace("&amp;", "&")


def _finish_text(found: list[nodes.Node]) -> None:
    """The template's own text is as it will be printed: escaped braces and line marks resolved."""
    for node in found:
        if isinstance(node, nodes.TemplateData):
            node.data = _braces(_LINE_MARK.sub(r"<w:p\1", node.data))
        elif isinstance(node, nodes.Output):
            for child in node.nodes:
                if isinstance(child, nodes.Const) and isinstance(child.value, str):
                    child.value = _braces(child.value)


def _braces(text: str) -> str:
    for written, meant in _ESCAPED_BRACES:
        text = text.replace(written, meant)
    return text


def _note_printed_lengths(env: Environment, found: list[nodes.Node]) -> None:
    if env.filters.get("length") is not len:
        return
    for node in found:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                _rename_lengths(child)


def _rename_lengths(node: nodes.Node) -> None:
    if isinstance(node, nodes.Filter) and node.name in ("length", "count"):
        node.name = PRINTED_LENGTH
    skipped = ("test",) if isinstance(node, nodes.CondExpr) else ()
    for child in node.iter_child_nodes(exclude=skipped):
        _rename_lengths(child)
