"""A docxtpl template, prepared once and rendered any number of times.

The results are docxtpl's (`render(context, autoescape=True)`, canonical XML); where it loses or
executes data they are right instead: docs/docxtpl-differences.md lists each case.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment
from jinja2.exceptions import SecurityError

from docgen.errors import DocgenError
from docgen.render import undefined
from docgen.render.docxtpl_way import CarefulTemplate, MakeContext
from docgen.render.environment import Finalize, NeedsDocument, make_environment
from docgen.render.faults import BoundValue, Place, TemplateError, UnknownName, UnknownUse
from docgen.render.package import Member, compressed, joined, packed
from docgen.render.parts import Malformed
from docgen.render.places import Tag, area_of
from docgen.render.prepare import AnyPart, prepare
from docgen.render.source import Source, read_source
from docgen.render.undefined import Miss, NamesOf, Run, current_run

Context = Mapping[str, Any] | MakeContext
_CONTENT_TYPES = "[Content_Types].xml"
_KINDS = {
    "InlineImage": "图片",
    "Subdoc": "子文档",
    "RichText": "带链接的文字",
    "RichTextParagraph": "带链接的段落",
}


class Template:
    """A prepared template: `render` is a function of the context alone, and may be called from threads.

    `strict`: a name that is printed or looped over and that the data lacks is an error (docxtpl prints
    nothing). `finalize` turns each value into what is printed. `names_of` tells which names a value
    offers, for suggestions. Raises BrokenTemplate and TemplateError.
    """

    def __init__(
        self,
        source: Source,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        jinja_env: Environment | None = None,
        *,
        strict: bool = True,
        finalize: Finalize | None = None,
        globals: Mapping[str, Any] | None = None,  # noqa: A002 (Jinja's word)
        names_of: NamesOf = undefined.names_of,
    ) -> None:
        self.name, self._data = read_source(source)
        self._env = make_environment(jinja_env, filters or {}, globals or {}, finalize, strict=strict)
        self._names_of = names_of
        prepared = prepare(self.name, self._data, self._env, strict=strict)
        self._parts: dict[str, AnyPart] = {part.name: part for part in prepared.parts}
        self._members = prepared.members
        self._packed: dict[str, Member] = {
            name: compressed(name, content)
            for name, content in prepared.members.items()
            if name not in self._parts
        }

    @property
    def names(self) -> frozenset[str]:
        """The root names that the template takes from the data."""
        return frozenset().union(*(part.names for part in self._parts.values()))

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Every tag with its place, in reading order, part by part."""
        return tuple(tag for part in self._parts.values() for tag in part.text.tags)

    def render(self, context: Context) -> bytes:
        """The finished .docx. A function is called with docxtpl's object and returns the context."""
        return self.pack(self.parts(context))

    def parts(self, context: Context) -> dict[str, bytes]:
        """The rendered members by name, for a further pass before `pack`.

        Where docxtpl's own path was taken these are all members of the document.
        """
        if not isinstance(context, Mapping):
            return self._by_docxtpl(context)
        try:
            return self._by_compiled(dict(context))
        except NeedsDocument as fault:
            return self._by_docxtpl(context, fault)

    def pack(self, parts: Mapping[str, bytes]) -> bytes:
        """The .docx of these members, the template's others around them."""
        if _CONTENT_TYPES in parts:
            return packed(parts)
        changed = {name: compressed(name, content) for name, content in parts.items()}
        missing = {name: compressed(name, self._members[name]) for name in self._parts if name not in changed}
        return joined([*self._packed.values(), *missing.values(), *changed.values()])

    def _by_compiled(self, context: dict[str, Any]) -> dict[str, bytes]:
        run, rendered, name = Run(), {}, ""
        token = current_run.set(run)
        try:
            for name, part in self._parts.items():
                rendered[name] = part.fill(context, run)
        except (DocgenError, NeedsDocument):
            raise
        except Exception as fault:
            raise self._explained(fault, name, run, context) from fault
        finally:
            current_run.reset(token)
        self._require_known(run, context)
        return rendered

    def _by_docxtpl(self, context: Context, reason: NeedsDocument | None = None) -> dict[str, bytes]:
        tpl = CarefulTemplate(self._data, self._env)
        run = Run(document=tpl)
        if reason is not None and type(reason.value).__name__ != "InlineImage":
            raise BoundValue(self.name, _KINDS.get(type(reason.value).__name__, "内容"))
        token = current_run.set(run)
        try:
            rendered = tpl.fill(context)
        except DocgenError:
            raise
        except NeedsDocument as fault:
            raise BoundValue(self.name, _KINDS.get(type(fault.value).__name__, "内容")) from fault
        except Exception as fault:
            if not tpl.rendering:  # the caller's own function failed
                raise
            raise self._explained(fault, tpl.rendering, run, {}) from fault
        finally:
            current_run.reset(token)
        self._require_known(run, {})
        return rendered

    def _require_known(self, run: Run, context: Mapping[str, Any]) -> None:
        if run.misses:
            uses = dict.fromkeys(self._use(miss, context) for miss in run.misses)
            raise UnknownName(self.name, list(uses))

    def _use(self, miss: Miss, context: Mapping[str, Any]) -> UnknownUse:
        place, tag = self._place(miss.part, miss.line, miss.name)
        known = [*context, *self._env.globals] if miss.owner is None else self._names_of(miss.owner)
        return UnknownUse(place, tag, miss.name, undefined.nearest(miss.name, known))

    def _explained(self, fault: Exception, part: str, run: Run, context: Mapping[str, Any]) -> DocgenError:
        if run.misses:
            return UnknownName(
                self.name, list(dict.fromkeys(self._use(miss, context) for miss in run.misses))
            )
        if isinstance(fault, Malformed):
            place = Place(part, area_of(part))
            return TemplateError(
                self.name,
                place,
                "填入数据后标签的嵌套不完整",
                "请检查跨段落、跨单元格的 {% if %} 和 {% for %} 是否成对",
            )
        place, tag = self._place(part, _failing_line(fault), "")
        return TemplateError(
            self.name, place, f"标签 {tag} {_reason(fault)}", "请检查这个标签的写法和它用到的数据"
        )

    def _place(self, part: str, line: int, name: str) -> tuple[Place, str]:
        prepared = self._parts.get(part)
        if prepared is None:
            return Place(part, area_of(part)), ""
        return prepared.place_of(line, name)


def _failing_line(fault: BaseException) -> int:
    """The line of the template's source where it failed; Jinja rewrites the traceback so."""
    line, trace = 1, fault.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _reason(fault: Exception) -> str:
    if isinstance(fault, SecurityError):
        return f"含有不允许的操作（{fault}）"
    if isinstance(fault, OverflowError):
        return "循环或数值过大"
    if isinstance(fault, ZeroDivisionError):
        return "把零作了除数"
    if isinstance(fault, RecursionError):
        return "自己引用自己，没有尽头"
    return f"算不出来（{fault}）"
