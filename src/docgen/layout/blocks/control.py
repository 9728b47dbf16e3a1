"""Blocks that repeat or choose others."""

from collections.abc import Mapping
from dataclasses import replace

from docgen.layout.blocks.registry import BlockError, Scope, Value, block, compose, text_of
from docgen.layout.markup import control


@block("for")
def repeat(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`for: p in problems`, `do: [...]`, `else: [...]` for nothing to repeat."""
    inner = replace(scope, nested=True)
    otherwise = control("else") + compose(item["else"], inner) if item.get("else") else ""
    loop = condition(value, "for")
    return control(f"for {loop}") + compose(_do(item), inner) + otherwise + control("endfor")


@block("if")
def choose(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`if: test`, `do: [...]`, `else: [...]`."""
    inner = replace(scope, nested=True)
    otherwise = control("else") + compose(item["else"], inner) if item.get("else") else ""
    return control(f"if {condition(value, 'if')}") + compose(_do(item), inner) + otherwise + control("endif")


def condition(value: Value, where: str) -> str:
    """The expression of a tag. Raises BlockError for what docxtpl cannot find the end of."""
    text = text_of(value, where).strip()
    if "%" in text or "}" in text:
        raise BlockError(
            f"{where}: {text}", "的条件里不能有“%”和“}”", "请把算式改写成 facts 里的一个值或一个过滤器"
        )
    return text


def _do(item: Mapping[str, Value]) -> Value:
    if "do" not in item:
        raise BlockError("、".join(map(str, item)), "缺少 do")
    return item["do"]
