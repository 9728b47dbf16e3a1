"""Reads one kind.yaml; what is wrong in it becomes findings with their lines.

Every scalar is taken as text, as in records: the model says what is a number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from docgen.files import told
from docgen.findings import Finding, Severity
from docgen.kinds.manifest import Manifest, VariantPart
from docgen.records.schema import Entity, Options
from docgen.settings import CHOICES

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Read:
    """A manifest, or None, with what was found wrong in its file."""

    manifest: Manifest | None
    findings: tuple[Finding, ...]


def read_manifest(path: Path, shown: str) -> Read:
    """The manifest at `path`, called `shown` in its findings; None when it cannot be used."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        values = yaml.load(text, Loader=_Loader)  # noqa: S506  the base loader makes texts only
    except OSError as reason:
        return _unreadable(shown, f"文件读不出来（{told(reason)}）")
    except UnicodeDecodeError:
        return _unreadable(shown, "文件不是 UTF-8 编码")
    except yaml.MarkedYAMLError as reason:
        line = reason.problem_mark.line + 1 if reason.problem_mark else 0
        return _unreadable(shown, "写法不合 YAML 的规矩", line)
    except (yaml.YAMLError, RecursionError):
        return _unreadable(shown, "写法不合 YAML 的规矩")
    if not isinstance(values, dict):
        return _unreadable(shown, "应当由“键: 值”组成")
    return _checked(_without_blanks(values), text, shown)


def _without_blanks(values: dict[str, Any]) -> dict[str, Any]:
    # `signs:` with nothing behind it means the same as leaving it out; an empty variant says something.
    return {key: value for key, value in values.items() if value != ""}


def _unreadable(shown: str, message: str, line: int = 0) -> Read:
    remedy = "请照自带模板里的 kind.yaml 改正，并存为 UTF-8 编码"
    return Read(None, (Finding("G01", Severity.ERROR, message, remedy, shown, line),))


def _checked(values: dict[str, Any], text: str, shown: str) -> Read:
    lines = _lines(text)
    try:
        manifest = Manifest.model_validate(values)
    except ValidationError as reason:
        faults = [_fault(detail, lines, shown) for detail in reason.errors()]
        return Read(None, tuple(faults))
    findings = tuple(_of_options(manifest, lines, shown))
    return Read(None if findings else manifest, findings)


def _fault(detail: ErrorDetails, lines: dict[str, int], shown: str) -> Finding:
    path = ".".join(map(str, detail["loc"]))
    line = lines.get(path) or lines.get(path.rpartition(".")[0], 0)
    if detail["type"] == "extra_forbidden":
        remedy = _nearest(str(detail["loc"][-1]), list(Manifest.model_fields))
        return Finding("G02", Severity.ERROR, f"没有“{path}”这一项", remedy, shown, line, field=path)
    message = f"“{path}”的写法不对（写成了 {detail['input']}）"
    return Finding("G04", Severity.ERROR, message, "请照自带模板里的 kind.yaml 改正", shown, line, field=path)


def _of_options(manifest: Manifest, lines: dict[str, int], shown: str) -> Iterator[Finding]:
    for key in ("code", "name"):
        if not getattr(manifest, key):
            yield Finding("G03", Severity.ERROR, f"没有写“{key}”", f"请补上 {key}", shown, field=key)
    parts: list[tuple[str, Entity]] = [("", manifest)]
    parts += [(f"variants.{name}.", variant) for name, variant in manifest.variants.items()]
    for prefix, part in parts:
        yield from _wrong_words(part, prefix, lines, shown)
    for prefix, variant in (("", manifest), *((f"variants.{n}.", v) for n, v in manifest.variants.items())):
        yield from _wrong_switch(variant, f"{prefix}switch", lines, shown)
    for name, variant in manifest.variants.items() or [("", VariantPart())]:
        for key in ("short_title", "scope", "state", "layout"):
            if not (getattr(variant, key) or getattr(manifest, key)):
                where = f"变体 {name} " if name else ""
                yield Finding(
                    "G03", Severity.ERROR, f"{where}没有写“{key}”", f"请补上 {key}", shown, field=key
                )


def _wrong_words(part: Entity, prefix: str, lines: dict[str, int], shown: str) -> Iterator[Finding]:
    for key in sorted(part.model_fields_set):
        options = next((o for o in type(part).model_fields[key].metadata if isinstance(o, Options)), None)
        value = getattr(part, key)
        if options and value not in options.words:
            message, remedy = f"“{prefix}{key}”写成了 {value}", f"只能是{'、'.join(options.words)}之一"
            line = lines.get(prefix + key, 0)
            yield Finding("G04", Severity.ERROR, message, remedy, shown, line, field=prefix + key)


def _wrong_switch(part: VariantPart, field: str, lines: dict[str, int], shown: str) -> Iterator[Finding]:
    for setting, value in part.switch.items():
        if value in CHOICES.get(setting, ()):
            continue
        if setting in CHOICES:
            message, remedy = f"“{setting}”写成了 {value}", f"只能是{'、'.join(CHOICES[setting])}之一"
        else:
            message, remedy = f"docgen.toml 没有“{setting}”这项设置", _nearest(setting, list(CHOICES))
        yield Finding("G04", Severity.ERROR, message, remedy, shown, lines.get(field, 0), field=field)


def _nearest(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1, cutoff=0.5)
    return f"是否想写“{near[0]}”" if near else f"可用的有：{'、'.join(known)}"


def _lines(text: str) -> dict[str, int]:
    """The line of every key path; read a second time, and only small files are read so."""
    lines: dict[str, int] = {}

    def walk(node: yaml.Node, path: str) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = f"{path}.{key.value}" if path else str(key.value)
                lines[inner] = key.start_mark.line + 1
                walk(value, inner)

    root = yaml.compose(text, Loader=_Loader)
    if root is not None:
        walk(root, "")
    return lines
