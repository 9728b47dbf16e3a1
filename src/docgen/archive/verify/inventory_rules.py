"""OCFL 1.0 and 1.1, section 3.5: what an inventory must say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from docgen.archive.verify import digests
from docgen.archive.verify.inventory import Breach, Inventory

SPECS = ("1.0", "1.1")
_TYPE = re.compile(r"https://ocfl\.io/(\d+\.\d+)/spec/#inventory")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.+", re.DOTALL)
_CREATED = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


def understood(table: Mapping[str, Any]) -> Inventory:
    """The inventory that a JSON object is, with all that OCFL has against it."""
    inventory = Inventory()
    say = inventory.breaches.append
    for breach in _heading(inventory, table):
        say(breach)
    if not digests.known(inventory.algorithm):
        inventory.algorithm = "sha512"
    for breach in _manifest(inventory, table.get("manifest")):
        say(breach)
    for breach in _versions(inventory, table.get("versions"), table.get("head")):
        say(breach)
    for breach in _use(inventory):
        say(breach)
    if "fixity" in table:
        for breach in _fixity(inventory, table["fixity"]):
            say(breach)
    return inventory


def _heading(inventory: Inventory, table: Mapping[str, Any]) -> Iterator[Breach]:
    inventory.id, breaches = _identifier(table.get("id"))
    yield from breaches
    kind = _TYPE.fullmatch(table["type"]) if isinstance(table.get("type"), str) else None
    if kind and kind[1] in SPECS:
        inventory.spec = kind[1]
    else:
        yield Breach("E038", f"“type”应当指明 OCFL 1.0 或 1.1，写的是 {_brief(table.get('type'))}")
    algorithm = table.get("digestAlgorithm")
    if algorithm in ("sha512", "sha256"):
        inventory.algorithm = algorithm
    else:
        yield Breach("E025", f"“digestAlgorithm”应当是 sha512 或 sha256，写的是 {_brief(algorithm)}")
    if algorithm == "sha256":
        yield Breach("W004", "摘要算法是 sha256，宜用 sha512")
    if "contentDirectory" in table:
        name = table["contentDirectory"]
        if isinstance(name, str) and name not in ("", ".", "..") and "/" not in name:
            inventory.content, inventory.names_content = name, True
        else:
            yield Breach("E017", f"“contentDirectory”不是一个文件夹名：{_brief(name)}")


def _identifier(value: Any) -> tuple[str, list[Breach]]:
    if not isinstance(value, str) or not value:
        return "", [Breach("E036", "没有“id”，或它不是文字")]
    return value, [] if _URI.fullmatch(value) else [Breach("W005", f"“id”宜为 URI，写的是 {_brief(value)}")]


def _manifest(inventory: Inventory, manifest: Any) -> Iterator[Breach]:
    if not isinstance(manifest, dict):
        yield Breach("E041", "没有“manifest”，或它不是一个表")
        return
    good: dict[str, Sequence[str]] = {}
    by_path: dict[str, str] = {}
    seen: set[str] = set()
    for digest, paths in manifest.items():
        if not digests.well_formed(digest, inventory.algorithm):
            yield Breach("E025", f"“manifest”中的 {_brief(digest)} 不是 {inventory.algorithm} 摘要")
        elif not _are_texts(paths):
            yield Breach("E091", f"“manifest”中 {_brief(digest)} 的内容不是文件名的列表")
        else:
            if digest.lower() in seen:
                yield Breach("E096", f"“manifest”中的摘要 {_brief(digest)} 写了两次")
            seen.add(digest.lower())
            good[digest] = paths
            for path in paths:
                if path in by_path:
                    yield Breach("E101", f"“manifest”中的 {path} 写了两次")
                by_path[path] = digest.lower()
    inventory.manifest, inventory.digests = good, by_path
    for path in by_path:
        yield from _content_path(path, inventory.content)
    yield from _conflicts(by_path, "E101", "“manifest”")


def _content_path(path: str, content: str) -> Iterator[Breach]:
    if path.startswith("/") or path.endswith("/"):
        yield Breach("E100", f"“manifest”中的 {path} 以“/”开头或结尾")
    elif {".", "..", ""} & set(path.split("/")):
        yield Breach("E099", f"“manifest”中的 {path} 里有“.”“..”或空的一段")
    elif not re.match(rf"v\d+/{re.escape(content)}/.", path):
        yield Breach("E042", f"“manifest”中的 {path} 不在某一版的 {content} 文件夹里")


def _conflicts(paths: Mapping[str, Any], code: str, where: str) -> Iterator[Breach]:
    """A name that is a file and a folder at once."""
    folders = set()
    for path in paths:
        above = path.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    for path in sorted(folders & paths.keys()):
        yield Breach(code, f"{where}中的 {path} 既是文件又是文件夹")


def _versions(inventory: Inventory, versions: Any, head: Any) -> Iterator[Breach]:
    if not isinstance(versions, dict) or not versions:
        yield Breach("E008" if versions == {} else "E041", "没有“versions”，或里面一版也没有")
        return
    inventory.versions = in_sequence(versions)
    if len(inventory.versions) != len(versions):
        yield Breach("E010", f"版次不连续，或编号的位数不一：{_brief('、'.join(versions))}")
    if inventory.versions and inventory.versions[0] != "v1":
        yield Breach("W001", "版次的编号前补了零")
    latest = inventory.versions[-1] if inventory.versions else ""
    inventory.head = head if isinstance(head, str) else ""
    if not latest or head != latest:
        yield Breach("E040", f"“head”应当是 {latest or '最后一版'}，写的是 {_brief(head)}")
    states: dict[str, Mapping[str, Sequence[str]]] = {}
    blocks: dict[str, Mapping[str, Any]] = {}
    for version, block in versions.items():
        if not isinstance(block, dict):
            yield Breach("E047", f"{version} 的内容不是一个表")
            continue
        blocks[version] = block
        yield from _block(version, block)
        if isinstance(block.get("state"), dict):
            states[version] = {digest: p for digest, p in block["state"].items() if _are_texts(p)}
            yield from _state(version, block["state"])
    inventory.states, inventory.blocks = states, blocks


def in_sequence(names: Mapping[str, Any]) -> list[str]:
    """v1, v2 … as far as they go without a gap, all padded alike."""
    width = next((n for n in range(1, 11) if f"v{1:0{n}d}" in names), 0)
    found: list[str] = []
    while width:
        number = len(found) + 1
        name = f"v{number:0{width}d}"
        # Padded numbers begin with a zero, so v0999 is the last of its kind.
        if name not in names or (width > 1 and number >= 10 ** (width - 1)):
            break
        found.append(name)
    return found


def _block(version: str, block: Mapping[str, Any]) -> Iterator[Breach]:
    if not isinstance(block.get("state"), dict):
        yield Breach("E048", f"{version} 没有“state”，或它不是一个表")
    if not _is_moment(block.get("created")):
        yield Breach("E049", f"{version} 的“created”不是带时区、到秒的时刻：{_brief(block.get('created'))}")
    message = block.get("message")
    if message is None and "message" not in block:
        yield Breach("W007", f"{version} 没有“message”（事由）")
    elif not isinstance(message, str):
        yield Breach("E094", f"{version} 的“message”不是文字")
    if "user" not in block:
        yield Breach("W007", f"{version} 没有“user”（经办人）")
    else:
        yield from _user(version, block["user"])


def _user(version: str, user: Any) -> Iterator[Breach]:
    if not isinstance(user, dict) or not isinstance(user.get("name"), str) or not user["name"]:
        yield Breach("E054", f"{version} 的“user”没有写明姓名")
    elif "address" not in user:
        yield Breach("W008", f"{version} 的“user”没有“address”")
    elif not isinstance(user["address"], str):
        yield Breach("E054", f"{version} 的“user”的“address”不是文字")
    elif not _URI.fullmatch(user["address"]):
        yield Breach("W009", f"{version} 的“user”的“address”宜为 URI")


def _is_moment(value: Any) -> bool:
    if not isinstance(value, str) or not _CREATED.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value.upper())
    except ValueError:
        return False
    return True


def _state(version: str, state: Mapping[str, Any]) -> Iterator[Breach]:
    seen: dict[str, str] = {}
    for digest, paths in state.items():
        if not _are_texts(paths):
            yield Breach("E050", f"{version} 的“state”中 {_brief(digest)} 的内容不是文件名的列表")
            continue
        for path in paths:
            if path in seen:
                yield Breach("E095", f"{version} 的“state”中的 {path} 写了两次")
            seen[path] = digest
            if path.startswith("/") or path.endswith("/"):
                yield Breach("E053", f"{version} 的“state”中的 {path} 以“/”开头或结尾")
            elif {".", "..", ""} & set(path.split("/")):
                yield Breach("E052", f"{version} 的“state”中的 {path} 里有“.”“..”或空的一段")
    yield from _conflicts(seen, "E095", f"{version} 的“state”")


def _use(inventory: Inventory) -> Iterator[Breach]:
    """What the states name stands in the manifest, and the other way round."""
    used = {digest for state in inventory.states.values() for digest in state}
    for digest in sorted(used - inventory.manifest.keys()):
        yield Breach("E050", f"“state”中的 {_brief(digest)} 不在“manifest”里")
    small = {digest.lower() for digest in used}
    for digest in sorted(d for d in inventory.manifest if d.lower() not in small):
        yield Breach("E107", f"“manifest”中的 {_brief(digest)} 哪一版都没有用到")
    for path in sorted(inventory.digests):
        if inventory.versions and path.partition("/")[0] not in inventory.versions:
            yield Breach("E042", f"“manifest”中的 {path} 不属于任何一版")


def _fixity(inventory: Inventory, fixity: Any) -> Iterator[Breach]:
    if not isinstance(fixity, dict):
        yield Breach("E111", "“fixity”不是一个表")
        return
    good: dict[str, dict[str, Sequence[str]]] = {}
    for algorithm, block in fixity.items():
        if not digests.known(algorithm):
            yield Breach("E056", f"“fixity”中的 {_brief(algorithm)} 不是已知的摘要算法")
        elif not isinstance(block, dict):
            yield Breach("E057", f"“fixity”中 {algorithm} 的内容不是一个表")
        else:
            good[algorithm] = {}
            seen: set[str] = set()
            for digest, paths in block.items():
                if not digests.well_formed(digest, algorithm) or not _are_texts(paths):
                    yield Breach("E057", f"“fixity”中 {algorithm} 的 {_brief(digest)} 写得不对")
                    continue
                if digest.lower() in seen:
                    yield Breach("E097", f"“fixity”中 {algorithm} 的 {_brief(digest)} 写了两次")
                seen.add(digest.lower())
                good[algorithm][digest] = paths
                for path in paths:
                    if path not in inventory.digests:
                        yield Breach("E057", f"“fixity”中的 {path} 不在“manifest”里")
    inventory.fixity = good


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _brief(value: Any) -> str:
    text = "（无）" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:37]}…"
