"""V35 All inventories tell the same history (OCFL E019, E020, E023, E037, E066, E103)."""

from collections.abc import Iterator, Mapping, Sequence

from docgen.archive.verify.checks.v22_inventory import distinct, told
from docgen.archive.verify.copies import not_trusted, number
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.inventory import Breach, Inventory
from docgen.archive.verify.seats import Hit, check
from docgen.findings import Severity

State = Mapping[str, Sequence[str]]
_REMEDY = "各版清单所记的历史不一致：请与备份对照，查明哪一份被改过"


@check("V35", Heading.AUTHENTIC, remedy=_REMEDY)
def one_history(held: Held) -> Iterator[Hit]:
    """各版清单所记的历史一致。"""
    for version, breaches in _compared(held):
        errors = [breach for breach in breaches if not breach.is_advice]
        if errors:
            yield Hit(told(errors), f"{version}/inventory.json", version)


@check("V36", Heading.AUTHENTIC, severity=Severity.WARNING, remedy=_REMEDY)
def one_account(held: Held) -> Iterator[Hit]:
    """各版清单所记的经办人、时间和事由一致。"""
    for version, breaches in _compared(held):
        advice = [breach for breach in breaches if breach.is_advice]
        if advice:
            yield Hit(told(advice), f"{version}/inventory.json", version)


def _compared(held: Held) -> Iterator[tuple[str, list[Breach]]]:
    now = held.inventory
    yield from _specs(held)
    for copy in sorted(distinct(held), key=lambda copy: number(copy.version)):
        then = copy.inventory
        if then is None or then is now or not copy.version:
            continue
        breaches = [
            *_heading(now, then),
            *_states(copy.version, now, then),
            *_files(held, copy.version, then),
        ]
        yield copy.version, breaches


def _specs(held: Held) -> Iterator[tuple[str, list[Breach]]]:
    before = ""
    for copy in held.copies.values():
        spec = copy.inventory.spec if copy.inventory and not not_trusted(copy) else ""
        if spec and spec < before:
            yield copy.version, [Breach("E103", "清单所依的 OCFL 版本比前一版旧")]
        before = max(before, spec)


def _heading(now: Inventory, then: Inventory) -> Iterator[Breach]:
    if then.id and now.id and then.id != now.id:
        yield Breach("E037", f"“id”是 {then.id}，最后一版是 {now.id}")
    if then.content != now.content or (now.names_content and not then.names_content):
        yield Breach("E020", f"内容文件夹叫 {then.content}，最后一版叫 {now.content}")


def _states(version: str, now: Inventory, then: Inventory) -> Iterator[Breach]:
    if then.head and number(then.head) != number(version):
        yield Breach("E040", f"放在 {version} 里，却说最后一版是 {then.head}")
    if not set(then.versions) <= set(now.versions):
        yield Breach("E066", "有最后一版的清单里没有的版次")
        return
    for one in then.versions:
        old, new = then.contents(one), now.contents(one)
        if old.keys() != new.keys():
            yield Breach("E066", f"{one} 的文件与最后一版清单所记的不同")
        elif any(not places <= new[path] for path, places in old.items()):
            yield Breach("E066", f"{one} 的文件内容与最后一版清单所记的不同")
        elif then.algorithm == now.algorithm and not _same(then.states.get(one), now.states.get(one)):
            yield Breach("E066", f"{one} 的校验值与最后一版清单所记的不同")
        for key in ("created", "message", "user"):
            if then.blocks.get(one, {}).get(key) != now.blocks.get(one, {}).get(key):
                yield Breach("W011", f"{one} 的“{key}”与最后一版清单所记的不同")


def _same(old: State | None, new: State | None) -> bool:
    return old == new or _normal(old) == _normal(new)


def _normal(state: State | None) -> dict[str, list[str]]:
    return {digest.lower(): sorted(paths) for digest, paths in (state or {}).items()}


def _files(held: Held, version: str, then: Inventory) -> Iterator[Breach]:
    owed = [
        path
        for path in held.inventory.digests
        if 0 < number(path.partition("/")[0]) <= number(version) and path not in then.digests
    ]
    if owed:
        yield Breach("E023", f"清单里少了 {owed[0]}")
