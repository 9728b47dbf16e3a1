"""How much one rendering may do: a template from elsewhere must not fill the memory or never end.

The limits are far above any office paper: a ledger of ten thousand rows takes a hundredth of them.
"""

from collections.abc import Iterable, Iterator, Sized
from itertools import islice
from typing import Any

from jinja2 import Environment, nodes, pass_context
from jinja2.runtime import Context, Undefined

from docgen.render.undefined import current_run

ROUNDS_MAX = 5_000_000  # of all loops together
CHARACTERS_MAX = 100_000_000  # of one part

COUNTED = "_counted"
BOUNDED = "_bounded"
_BATCH = 4096


def joined(pieces: Iterable[str]) -> str:
    """The text of a part. Raises OverflowError as soon as it is too long."""
    rest, batches, length = iter(pieces), [], 0
    while batch := list(islice(rest, _BATCH)):
        text = "".join(batch)
        length += len(text)
        if length > CHARACTERS_MAX:
            raise OverflowError("text")
        batches.append(text)
    return "".join(batches)


@pass_context  # so that Jinja does not take the result for a constant
def counted(_context: Context, value: Any) -> Any:
    """What is looped over, its rounds counted. Raises OverflowError."""
    if isinstance(value, Undefined):
        return value
    if isinstance(value, Sized):
        _count(len(value))
        return value
    return _counting(value)


@pass_context
def bounded(_context: Context, text: Any) -> Any:
    """What `~` made, unless it is too long: doubled again and again, it would soon fill the memory."""
    if len(text) > CHARACTERS_MAX:
        raise OverflowError("text")
    return text


def limit(env: Environment, tree: nodes.Template) -> None:
    """Every loop of the template counts its rounds; every `~` that is kept looks at its length."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _passed_through(COUNTED, loop.iter, env)
    for node in list(tree.find_all(nodes.Assign)):
        if isinstance(node.node, nodes.Concat):
            node.node = _passed_through(BOUNDED, node.node, env)


def _passed_through(name: str, value: nodes.Node, env: Environment) -> nodes.Filter:
    node = nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)
    node.set_environment(env)
    return node


def _counting(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        _count(1)
        yield value


def _count(rounds: int) -> None:
    run = current_run.get(None)
    if run is not None:
        run.rounds += rounds
        if run.rounds > ROUNDS_MAX:
            raise OverflowError("loop")
