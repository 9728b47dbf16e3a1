"""V38 Log, inventory and provenance name the same person, reason, moment and number."""

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.archive.verify import tree
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.inventory import NotJson, parsed
from docgen.archive.verify.logbook import Logged
from docgen.archive.verify.seats import Hit, check

_PROVENANCE = "provenance.json"


@check("V38", Heading.AUTHENTIC, remedy="请与备份中的日志对照，查明哪一处被改过")
def one_account(held: Held) -> Iterator[Hit]:
    """日志、清单和来历（provenance.json）所记的经办人、事由、日期、文号一致。"""
    for version, line in (held.logged or {}).items():
        wrong = [*_of_inventory(held, version, line), *_of_provenance(held, version, line)]
        if wrong:
            yield Hit("；".join(wrong), "", version)


def _of_inventory(held: Held, version: str, line: Logged) -> Iterator[str]:
    block = held.inventory.blocks.get(version)
    if block is None:
        return
    user = block.get("user")
    name = user.get("name") if isinstance(user, dict) else None
    for label, logged, told in (
        ("经办人", line.by, name),
        ("事由", line.reason, block.get("message")),
        ("时间", line.at, block.get("created")),
    ):
        if logged != told:
            yield f"{label}：日志记的是“{logged}”，清单记的是“{told}”"


def _of_provenance(held: Held, version: str, line: Logged) -> Iterator[str]:
    event, paper = _told(held, version)
    for label, logged, told in (
        ("经办人", line.by, event.get("docgen:by")),
        ("事由", line.reason, event.get("docgen:reason")),
        ("文号", line.doc_no, event.get("docgen:doc_no")),
        ("成文日期", line.date, event.get("docgen:date")),
        ("编号（地址）", held.id, paper.get("docgen:object")),
    ):
        if told is not None and logged and logged != told:
            yield f"{label}：日志记的是“{logged}”，来历记的是“{told}”"
    for label, key in (("文号", "docgen:doc_no"), ("成文日期", "docgen:date")):
        if key in event and paper.get(key, "") != event[key]:
            yield f"{label}：来历里前后不一：“{event[key]}”和“{paper.get(key, '')}”"


def _told(held: Held, version: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Event and paper as the version's own provenance.json has them; empty where it brought none."""
    for path in held.inventory.contents(version).get(_PROVENANCE, ()):
        if not path.startswith(f"{version}/") or path not in held.tree.files:
            continue
        try:
            table = parsed(tree.read(held.folder, path) or b"")
        except NotJson:
            continue
        return _part(table, "activity", "docgen:event"), _part(table, "entity", "docgen:paper")
    return {}, {}


def _part(table: Mapping[str, Any], kind: str, name: str) -> Mapping[str, Any]:
    parts = table.get(kind)
    found = parts.get(name) if isinstance(parts, dict) else None
    return found if isinstance(found, dict) else {}
