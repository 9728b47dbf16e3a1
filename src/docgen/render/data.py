"""The data file of `docgen render`: any YAML or JSON as plain values.

Scalars are read by YAML 1.2's core rules, and only where the value prints as it was typed: `true`, `12`
and `1.5` are values; `no`, `14:30`, `0000123` and `2012-06-05` stay the texts that they are.
"""

import json
import re
from collections import Counter
from collections.abc import Hashable
from pathlib import Path
from typing import Any, ClassVar

import yaml

from docgen.errors import DocgenError
from docgen.files import read_bounded

_FILE_BYTES_MAX = 50_000_000
_NODES_MAX = 2_000_000  # with every alias counted as often as it is used
_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class FaultyData(DocgenError):
    """The data file cannot be read."""

    def __init__(self, name: str, line: int, fault: str, remedy: str) -> None:
        place = f"{name}:{line}" if line else name
        super().__init__(f"{place} {fault}", remedy)


def read_data(path: Path) -> dict[str, Any]:
    """The values in the file. Raises FaultyData or CannotRead."""
    raw = read_bounded(path, _FILE_BYTES_MAX)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FaultyData(path.name, 0, "不是 UTF-8 编码", "请用记事本另存为 UTF-8") from None
    values = _json(text, path.name) if path.suffix.lower() == ".json" else _yaml(text, path.name)
    if not isinstance(values, dict):
        raise FaultyData(path.name, 1, "最外层应当由“名称: 值”组成", "请在每个值前写上名称")
    return {str(key): value for key, value in values.items()}


def _json(text: str, name: str) -> Any:
    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        counts = Counter(key for key, _ in pairs)
        for key, count in counts.items():
            if count > 1:
                raise FaultyData(name, 0, f"“{key}”写了两次", "请合并成一处，或改一个名称")
        return dict(pairs)

    try:
        return json.loads(text, object_pairs_hook=mapping, parse_constant=_refused)
    except json.JSONDecodeError as reason:
        raise FaultyData(
            name, reason.lineno, "写法不合 JSON 的规矩", "请检查这一行的引号、逗号和括号"
        ) from reason
    except ValueError as reason:
        raise FaultyData(name, 0, "有一个数读不懂", "请给它加上引号") from reason
    except RecursionError:
        raise _too_deep(name) from None


def _refused(constant: str) -> Any:
    raise ValueError(constant)  # NaN and Infinity are no JSON


class _Loader(_Base):  # type: ignore[misc,valid-type]
    """PyYAML's safe loader with YAML 1.2's core values."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


_CORE = (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"-?(?:0|[1-9][0-9]{0,17})", "-0123456789"),
    ("float", r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}", "-0123456789"),
    ("merge", r"<<", "<"),
)
for _tag, _pattern, _first in _CORE:
    starts = ["" if char == "\0" else char for char in _first]
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), starts)


def _yaml(text: str, name: str) -> Any:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _Sizes(name).of(node)
        return loader.construct_document(node)
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark or reason.context_mark
        remedy = "请检查这一行的缩进、冒号和引号（缩进用空格，冒号后空一格）"
        raise FaultyData(name, mark.line + 1 if mark else 0, "写法不合 YAML 的规矩", remedy) from reason
    except yaml.reader.ReaderError as reason:
        line = text.count("\n", 0, reason.position) + 1
        raise FaultyData(name, line, "有不可见的控制字符", "请删去后重新键入这一行") from reason
    except ValueError as reason:
        raise FaultyData(name, 0, "有一个值读不懂", "请给它加上引号") from reason
    except RecursionError:
        raise _too_deep(name) from None
    finally:
        loader.dispose()


def _too_deep(name: str) -> FaultyData:
    return FaultyData(name, 0, "层次太深", "请减少嵌套的层数")


class _Sizes:
    """How large nodes are with their aliases written out; what has no end or too much of it is refused."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._sizes: dict[int, int] = {}

    def of(self, node: yaml.Node) -> int:
        key = id(node)
        if key in self._sizes:
            return self._known(node)
        self._sizes[key] = 0
        children: list[yaml.Node] = []
        if isinstance(node, yaml.MappingNode):
            self._refuse_twins(node)
            children = [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            children = node.value
        size = 1 + sum(self.of(child) for child in children)
        if size > _NODES_MAX:
            raise self._fault(node, "反复引用，展开后太大", "请减少 & 和 * 的层层引用")
        self._sizes[key] = size
        return size

    def _known(self, node: yaml.Node) -> int:
        size = self._sizes[id(node)]
        if size == 0:
            raise self._fault(node, "自己引用自己", "请去掉这处 * 引用")
        return size

    def _refuse_twins(self, node: yaml.MappingNode) -> None:
        seen: set[Hashable] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._fault(key, "名称不能是一组值", "请在冒号前只写一个名称")
            if key.value in seen and key.value != "<<":
                raise self._fault(key, f"“{key.value}”写了两次", "请合并成一处，或改一个名称")
            seen.add(key.value)

    def _fault(self, node: yaml.Node, fault: str, remedy: str) -> FaultyData:
        return FaultyData(self._name, node.start_mark.line + 1, fault, remedy)
