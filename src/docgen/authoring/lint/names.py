"""The names in the tags, held against what the paper's template may name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment, nodes

from docgen.authoring.lint.faults import at
from docgen.authoring.lint.tags import Statement, parsed
from docgen.authoring.scope import undeclared, undeclared_fact
from docgen.authoring.shapes import ANYTHING, Several, Shape
from docgen.findings import Finding, Severity
from docgen.kinds import Paper
from docgen.render.undefined import nearest

_SAME = frozenset(
    {"sort", "selectattr", "rejectattr", "select", "reject", "unique", "reverse", "list", "default", "d"}
)
_ONE_OF = frozenset({"first", "last", "random", "min", "max"})
_OPENS_NAMES = frozenset({"macro", "call", "with", "filter", "autoescape", "block"})
_LOOP = "loop"


@dataclass(slots=True)
class Names:
    """Walks the tags of a part in order and tells each name that leads nowhere."""

    paper: Paper
    env: Environment
    known: Mapping[str, Shape]
    frames: list[dict[str, Shape] | None] = field(
        default_factory=list
    )  # None: names of their own, not judged
    _misses: list[tuple[str, Shape | None, bool]] = field(default_factory=list)

    def faults(self, read: list[Statement]) -> Iterator[Finding]:
        self.frames = [{}]
        for one in read:
            if one.word.startswith("end") and one.word != "endset":
                if one.word == "endfor" or one.word[3:] in _OPENS_NAMES:
                    self._close()
                continue
            tree = parsed(one, self.env)
            self._misses = []
            if tree is not None:
                self._enter(one, tree)
            elif one.word in _OPENS_NAMES | {"for"}:
                self.frames.append(None)
            for name, owner, doubtful in dict.fromkeys(self._misses):
                yield self._told(one, name, owner, is_doubtful=doubtful)

    def _close(self) -> None:
        if len(self.frames) > 1:
            self.frames.pop()

    def _enter(self, one: Statement, tree: nodes.Template) -> None:
        if one.word == "for":
            loop = next(tree.find_all(nodes.For))
            each = self._seen(loop.iter, doubtful=False).item
            self.frames.append({_LOOP: ANYTHING, **_bound(loop.target, each)})
            if loop.test is not None:
                self._seen(loop.test, doubtful=True)
        elif one.word == "set":
            self._set(tree)
        elif one.word in _OPENS_NAMES:
            self.frames.append(None)
        else:
            for node in tree.body:
                if isinstance(node, nodes.If):
                    self._seen(node.test, doubtful=True)
                else:
                    self._seen(node, doubtful=False)

    def _set(self, tree: nodes.Template) -> None:
        frame = self.frames[-1]
        for node in tree.body:
            shape = ANYTHING
            if isinstance(node, nodes.Assign):
                shape = self._seen(node.node, doubtful=True)
            if frame is not None and isinstance(node, nodes.Assign | nodes.AssignBlock):
                frame |= _bound(node.target, shape)

    def _seen(self, node: nodes.Node, *, doubtful: bool) -> Shape:
        """The shape of an expression; the names in it that lead nowhere are noted."""
        if isinstance(node, nodes.Name):
            return self._root(node.name, doubtful=doubtful)
        if isinstance(node, nodes.Getattr):
            return self._member(self._seen(node.node, doubtful=doubtful), node.attr, doubtful=doubtful)
        if isinstance(node, nodes.Getitem):
            return self._item(node, doubtful=doubtful)
        if isinstance(node, nodes.CondExpr):
            self._seen(node.test, doubtful=True)
            others = [
                self._seen(one, doubtful=doubtful) for one in (node.expr1, node.expr2) if one is not None
            ]
            return others[0]
        if isinstance(node, nodes.Or | nodes.And):
            # `a or b` prints b where a is absent, so a may be missing.
            left = self._seen(node.left, doubtful=True)
            self._seen(node.right, doubtful=doubtful)
            return left
        if isinstance(node, nodes.Filter):
            return self._filtered(node, doubtful=doubtful)
        if isinstance(node, nodes.Test):
            doubtful = True
        for child in node.iter_child_nodes():
            self._seen(child, doubtful=doubtful)
        return ANYTHING

    def _filtered(self, node: nodes.Filter, *, doubtful: bool) -> Shape:
        for argument in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self._seen(argument, doubtful=doubtful)
        if node.node is None:
            return ANYTHING
        base = self._seen(node.node, doubtful=doubtful or node.name in ("default", "d"))
        if node.name in _SAME:
            return base
        return base.item if node.name in _ONE_OF else ANYTHING

    def _item(self, node: nodes.Getitem, *, doubtful: bool) -> Shape:
        base = self._seen(node.node, doubtful=doubtful)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(base, node.arg.value, doubtful=doubtful)
        if isinstance(node.arg, nodes.Slice):
            return base
        self._seen(node.arg, doubtful=doubtful)
        return base.item if isinstance(base, Several) else ANYTHING

    def _root(self, name: str, *, doubtful: bool) -> Shape:
        for frame in reversed(self.frames):
            if frame is None:
                return ANYTHING
            if name in frame:
                return frame[name]
        if name in self.known:
            return self.known[name]
        if name not in self.env.globals:
            self._misses.append((name, None, doubtful))
        return ANYTHING

    def _member(self, owner: Shape, name: str, *, doubtful: bool) -> Shape:
        if owner.names is None:
            return ANYTHING
        if name in owner.names:
            return owner.names[name]
        self._misses.append((name, owner, doubtful))
        return ANYTHING

    def _told(self, one: Statement, name: str, owner: Shape | None, *, is_doubtful: bool) -> Finding:
        if owner is None and undeclared(name, self.paper):
            remedy = f"请在 kind.yaml 的 feeds 里加上 {name}，否则记录改了也不知道这份文书要重做"
            problem = f"标签 {one.tag.text} 用了“{name}”，但文种说明没有声明要用它"
            return at("G10", Severity.ERROR, one.tag.place, problem, remedy)
        if owner is self.known["facts"] and undeclared_fact(name, self.paper):
            remedy = f"请在 kind.yaml 的 facts 里加上 {name}"
            problem = f"标签 {one.tag.text} 用了推算值“{name}”，但文种说明没有声明要用它"
            return at("G10", Severity.ERROR, one.tag.place, problem, remedy)
        offered = self._offered() if owner is None else list(owner.names or ())
        # {{ branch.problems }}, where a template names the list by itself
        near = name if owner is not None and name in self.known else nearest(name, offered)
        remedy = (
            f"是否想写“{near}”" if near else f"用 docgen template fields {self.paper.slug} 查看可用的名称"
        )
        problem = f"标签 {one.tag.text} 里的名称“{name}”没有对应的数据"
        if is_doubtful:
            problem += "，这个条件永远不成立"
        return at("G09", Severity.WARNING if is_doubtful else Severity.ERROR, one.tag.place, problem, remedy)

    def _offered(self) -> list[str]:
        return [*self.known, *(name for frame in self.frames if frame for name in frame)]


def _bound(target: nodes.Node, shape: Shape) -> dict[str, Shape]:
    if isinstance(target, nodes.Name):
        return {target.name: shape}
    return {name.name: ANYTHING for name in target.find_all(nodes.Name)}
