"""Jinja's environment for templates from elsewhere: sandboxed, escaping, and faster on plain data."""

import copy
from collections.abc import Callable, Mapping
from types import BuiltinMethodType, CodeType, FrameType, FunctionType, MethodType, TracebackType
from typing import Any

from jinja2 import Environment, Template, Undefined, sandbox
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.nativetypes import NativeEnvironment
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment, safe_range

from docgen.render.docxtpl_api import InlineImage, Listing, RichText, RichTextParagraph, Subdoc
from docgen.render.filters import known_filters
from docgen.render.limits import BOUNDED, COUNTED, bounded, counted, joined
from docgen.render.undefined import Missing, current_run, noting_unknown, printed_length

Finalize = Callable[[Any], Any]

PRINTED_LENGTH = "_printed_length"
_REPEATED_MAX = 10_000_000  # characters or items that one `*` may make
_EXPONENT_MAX = 10_000
_DICT_ATTRIBUTES = frozenset(dir(dict))
# What jinja2.sandbox.is_internal_attribute and wrap_str_format look at.
_GUARDED_NAMES = frozenset(
    {"format", "format_map", "mro"}
    | sandbox.UNSAFE_FUNCTION_ATTRIBUTES
    | sandbox.UNSAFE_METHOD_ATTRIBUTES
    | sandbox.UNSAFE_GENERATOR_ATTRIBUTES
    | sandbox.UNSAFE_COROUTINE_ATTRIBUTES
    | sandbox.UNSAFE_ASYNC_GENERATOR_ATTRIBUTES
)
_GUARDED_TYPES = frozenset({CodeType, FrameType, TracebackType})
_PLAIN = frozenset({str, int, float, bool, type(None)})
_FUNCTIONS = frozenset({FunctionType, MethodType, BuiltinMethodType, type})
_BOUND = (InlineImage, Subdoc)
_DOCXTPL_MARKUP = (RichText, RichTextParagraph, Listing)


class NeedsDocument(Exception):
    """A value that only docxtpl's own way can place has been printed.

    `kind` is its Chinese name; `can_move`: another document may take it over.
    """

    def __init__(self, value: object) -> None:
        self.can_move = isinstance(value, InlineImage)
        self.kind = "图片" if self.can_move else "子文档" if isinstance(value, Subdoc) else "带链接的文字"
        super().__init__(self.kind)


class Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, with limits on what `*` and `**` may build."""

    intercepted_binops = frozenset({"*", "**"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute[:1] == "_" or attribute in _GUARDED_NAMES or type(obj) in _GUARDED_TYPES:
            return super().getattr(obj, attribute)
        # Any other name is harmless on any other object: without asking the sandbox about each one,
        # a template with many names takes a quarter of the time.
        if type(obj) is dict and attribute not in _DICT_ATTRIBUTES:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" and isinstance(right, int | float) and abs(right) > _EXPONENT_MAX:
            raise SecurityError("乘方过大")
        if operator == "*" and _repeated(left, right) > _REPEATED_MAX:
            raise SecurityError("重复次数过多")
        return super().call_binop(context, operator, left, right)


def _repeated(left: Any, right: Any) -> int:
    for many, times in ((left, right), (right, left)):
        if isinstance(many, str | bytes | list | tuple) and isinstance(times, int):
            return len(many) * times
    return 0


def make_environment(
    base: Environment | None,
    filters: Mapping[str, Callable[..., Any]],
    environment_globals: Mapping[str, Any],
    finalize: Finalize | None,
    *,
    strict: bool,
) -> Environment:
    """An environment of our own; `base` stays as it was (docxtpl changes it for good)."""
    env = Sandbox(autoescape=True) if base is None else _sandboxed_copy(base)
    env.filters = {**_own_filters(), **env.filters, **filters, PRINTED_LENGTH: printed_length}
    env.filters |= {COUNTED: counted, BOUNDED: bounded}
    env.__dict__["concat"] = joined
    env.globals = {**env.globals, **environment_globals}
    if strict and env.undefined is Undefined:
        env.undefined = Missing
    env.finalize = _printed(finalize, env.finalize)
    return env


def _own_filters() -> dict[str, Callable[..., Any]]:
    return {name: noting_unknown(function) for name, function in known_filters().items()}


def _sandboxed_copy(base: Environment) -> Environment:
    kind = type(base)
    if not issubclass(kind, SandboxedEnvironment):
        kind = type(f"Sandboxed{kind.__name__}", (Sandbox, kind), {})
    env: Environment = object.__new__(kind)
    env.__dict__.update(base.__dict__)
    env.autoescape, env.shared, env.overlayed, env.linked_to = True, False, True, base
    env.tests, env.policies = dict(base.tests), dict(base.policies)
    env.globals = {name: safe_range if value is range else value for name, value in base.globals.items()}
    env.extensions = {name: extension.bind(env) for name, extension in base.extensions.items()}
    env.cache = copy.copy(base.cache)
    if isinstance(env, NativeEnvironment):  # its templates give Python's values, not texts
        env.__dict__ |= {"code_generator_class": CodeGenerator, "template_class": Template}
    if isinstance(env, SandboxedEnvironment) and "binop_table" not in env.__dict__:
        env.binop_table, env.unop_table = dict(env.default_binop_table), dict(env.default_unop_table)
    return env


def _printed(finalize: Finalize | None, base: Finalize | None) -> Finalize:
    """What happens to each value before it is printed: the caller's conversion, then our notes."""

    def printed(value: Any) -> Any:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind in _FUNCTIONS:
            raise TypeError("这是一个方法，不是数据；要取它的结果请在名称后加上 ()")
        return _noted(value) if hasattr(value, "__html__") else value

    def converted(value: Any) -> Any:
        if isinstance(value, Undefined):
            return value
        if finalize is not None:
            value = finalize(value)
        return printed(base(value) if base is not None else value)

    return printed if finalize is None and base is None else converted


def _noted(value: Any) -> Any:
    run = current_run.get(None)
    if isinstance(value, _BOUND):
        return _bound(value, None if run is None else run.document)
    text = _markup_of(value)
    if run is None or ("<" not in text and "&" not in text):
        return value
    if 'r:id="' in text and isinstance(value, RichText | RichTextParagraph) and run.document is None:
        raise NeedsDocument(value)
    run.has_markup = True
    run.has_structure = run.has_structure or "<w:tbl" in text or "docPr" in text
    return value


def _markup_of(value: Any) -> str:
    if isinstance(value, _DOCXTPL_MARKUP):
        return str(value.xml)
    return value if isinstance(value, str) else str(value.__html__())


def _bound(value: Any, document: object) -> Any:
    """The value as one of this document's. Raises NeedsDocument where that cannot be."""
    if document is None or (value.tpl is not document and isinstance(value, Subdoc)):
        raise NeedsDocument(value)
    if value.tpl is document:
        return value
    own = copy.copy(value)
    own.tpl = document
    return own
