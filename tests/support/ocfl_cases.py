"""Small OCFL objects, good, warned and bad, named after the cases of OCFL's own fixtures.

Each is a mapping of paths to bytes, made by code from one good object of three versions.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Files = dict[str, bytes]
GOOD, WARN, BAD = "good", "warn", "bad"


@dataclass(frozen=True)
class Case:
    name: str
    verdict: str
    files: Files


def sha(data: bytes, algorithm: str = "sha512") -> str:
    return hashlib.new(algorithm, data).hexdigest()


USER = {"name": "Alice", "address": "mailto:alice@example.org"}
FIRST = {"a.txt": b"one\n", "b/c.txt": b"two\n"}
SECOND = {"a.txt": b"one, changed\n", "b/c.txt": b"two\n", "d.txt": b"three\n"}
THIRD = {"a.txt": b"one\n", "e.txt": b"two\n"}


def inventories(
    states: list[dict[str, bytes]], spec: str, algorithm: str, names: list[str], content: str
) -> tuple[list[dict[str, Any]], Files]:
    """The inventory of every version, and the content files."""
    manifest: dict[str, list[str]] = {}
    versions: dict[str, Any] = {}
    files: Files = {}
    found = []
    for name, state in zip(names, states, strict=True):
        digests: dict[str, list[str]] = {}
        for logical, data in state.items():
            digest = sha(data, algorithm)
            if digest not in manifest:
                path = f"{name}/{content}/{logical}"
                manifest[digest], files[path] = [path], data
            digests.setdefault(digest, []).append(logical)
        number = names.index(name) + 1
        versions[name] = {
            "created": f"2019-01-0{number}T02:03:04Z", "message": f"version {number}",
            "user": USER, "state": digests,
        }  # fmt: skip
        inventory = {
            "id": "uri:something451", "type": f"https://ocfl.io/{spec}/spec/#inventory",
            "digestAlgorithm": algorithm, "head": name, "manifest": manifest, "versions": versions,
        }  # fmt: skip
        if content != "content":
            inventory["contentDirectory"] = content
        found.append(json.loads(json.dumps(inventory)))
    return found, files


@dataclass
class Thing:
    """An object that a case may spoil: its inventories as tables (the last is the root's too), its files."""

    spec: str
    algorithm: str
    names: list[str]
    tables: list[dict[str, Any]]
    files: Files
    declaration: str = ""

    @property
    def root(self) -> dict[str, Any]:
        return self.tables[-1]

    def all_tables(self, change: Callable[[dict[str, Any]], object]) -> "Thing":
        for table in self.tables:
            change(table)
        return self

    def written(self, skip: tuple[str, ...] = ()) -> Files:
        files = dict(self.files)
        spec = self.declaration or self.spec
        files[f"0=ocfl_object_{spec}"] = f"ocfl_object_{spec}\n".encode()
        for name, table in zip(["", *self.names], [self.tables[-1], *self.tables], strict=True):
            data = json.dumps(table, indent=1).encode()
            prefix = f"{name}/" if name else ""
            algorithm = table.get("digestAlgorithm", "sha512")
            algorithm = algorithm if algorithm in ("sha512", "sha256", "md5") else "sha512"
            files[f"{prefix}inventory.json"] = data
            files[f"{prefix}inventory.json.{algorithm}"] = (
                f"{sha(data, algorithm)}  inventory.json\n".encode()
            )
        return {path: data for path, data in files.items() if path not in skip}


def thing(
    spec: str, states: list[dict[str, bytes]] | None = None, algorithm: str = "sha512",
    names: list[str] | None = None, content: str = "content",
) -> Thing:  # fmt: skip
    states = [FIRST, SECOND, THIRD] if states is None else states
    names = names or [f"v{number}" for number in range(1, len(states) + 1)]
    tables, files = inventories(states, spec, algorithm, names, content)
    return Thing(spec, algorithm, names, tables, files)


def one(spec: str, **options: Any) -> Thing:
    return thing(spec, [FIRST], **options)


def _put(table: dict[str, Any], key: str, value: Any) -> None:
    table[key] = value


def cases() -> Iterator[Case]:
    """All of them, for both versions of OCFL."""
    for spec in ("1.0", "1.1"):
        for verdict, makers in ((GOOD, _good(spec)), (WARN, _warn(spec)), (BAD, _bad(spec))):
            for name, files in makers:
                yield Case(f"{spec}/{verdict}/{name}", verdict, files)


def _good(spec: str) -> Iterator[tuple[str, Files]]:
    yield "three_versions", thing(spec).written()
    yield "minimal_one_version_one_file", thing(spec, [{"a_file.txt": b"Hello\n"}]).written()
    yield "minimal_no_content", thing(spec, [{}]).written()
    yield "content_directory", thing(spec, content="bits").written()
    yield "upper_case_digests", _upper(one(spec)).written()
    yield "empty_fixity", one(spec).all_tables(lambda t: _put(t, "fixity", {})).written()
    yield "fixity_of_all_kinds", _with_fixity(one(spec)).written()
    yield "extensions", {**one(spec).written(), "extensions/0001-digest-algorithms/config.json": b"{}"}
    yield "logs", {**one(spec).written(), "logs/anything/at.all": b"x"}
    yield "same_bytes_twice", thing(spec, [{"a": b"x", "b": b"x"}]).written()
    yield (
        "moment_with_offset",
        one(spec)
        .all_tables(lambda t: _put(t["versions"]["v1"], "created", "2019-01-01T02:03:04.123456789+08:00"))
        .written(),
    )
    yield (
        "sidecar_with_one_space",
        {
            path: data.replace(b"  inventory", b" inventory") if ".sha512" in path else data
            for path, data in one(spec).written().items()
        },
    )
    if spec == "1.1":
        yield "older_inventories_of_1.0", _older_first(thing("1.1")).written()


def _upper(made: Thing) -> Thing:
    def change(table: dict[str, Any]) -> None:
        table["manifest"] = {digest.upper(): paths for digest, paths in table["manifest"].items()}
        for block in table["versions"].values():
            block["state"] = {digest.upper(): paths for digest, paths in block["state"].items()}

    return made.all_tables(change)


def _with_fixity(made: Thing) -> Thing:
    def change(table: dict[str, Any]) -> None:
        table["fixity"] = {}
        for algorithm in ("md5", "sha1", "sha256", "blake2b"):
            block = {sha(data, algorithm): [path] for path, data in made.files.items()}
            table["fixity"]["blake2b-512" if algorithm == "blake2b" else algorithm] = block

    return made.all_tables(change)


def _older_first(made: Thing) -> Thing:
    made.tables[0]["type"] = "https://ocfl.io/1.0/spec/#inventory"
    return made


def _warn(spec: str) -> Iterator[tuple[str, Files]]:
    yield "W001_zero_padded_versions", thing(spec, names=["v0001", "v0002", "v0003"]).written()
    yield "W002_extra_dir_in_version_dir", {**one(spec).written(), "v1/extra/x.txt": b"x"}
    yield "W004_uses_sha256", thing(spec, algorithm="sha256").written()
    yield "W004_versions_diff_digests", _mixed(spec).written()
    yield "W005_id_not_uri", thing(spec).all_tables(lambda t: _put(t, "id", "not_a_uri")).written()
    yield (
        "W007_no_message_or_user",
        one(spec)
        .all_tables(lambda t: [t["versions"]["v1"].pop(key) for key in ("message", "user")])
        .written(),
    )
    yield (
        "W008_user_no_address",
        one(spec).all_tables(lambda t: _put(t["versions"]["v1"], "user", {"name": "Alice"})).written(),
    )
    yield (
        "W009_user_address_not_uri",
        one(spec)
        .all_tables(lambda t: _put(t["versions"]["v1"], "user", {"name": "Alice", "address": "1 Wonky Way"}))
        .written(),
    )
    yield "W010_no_version_inventory", thing(spec).written(("v1/inventory.json", "v1/inventory.json.sha512"))
    yield "W011_version_inv_diff_metadata", _other_account(thing(spec)).written()
    yield "W013_unregistered_extension", {**one(spec).written(), "extensions/unregistered/x.json": b"{}"}


def _mixed(spec: str) -> Thing:
    """The first version's inventory used sha256."""
    made, old = thing(spec), thing(spec, algorithm="sha256")
    made.tables[0] = old.tables[0]
    return made


def _other_account(made: Thing) -> Thing:
    made.tables[0]["versions"]["v1"]["message"] = "quite another message"
    return made


def _bad(spec: str) -> Iterator[tuple[str, Files]]:
    whole = one(spec).written()
    mark = f"0=ocfl_object_{spec}"
    yield "E001_extra_file_in_root", {**whole, "extra.txt": b"x"}
    yield "E001_extra_dir_in_root", {**whole, "extra/x.txt": b"x"}
    yield "E001_v2_file_in_root", {**whole, "v2": b"x"}
    yield "E003_no_decl", _without(whole, mark)
    yield "E003_two_declarations", {**whole, "0=ocfl_object_2.0": b"ocfl_object_2.0\n"}
    yield "E004_unknown_version", {**_without(whole, mark), "0=ocfl_object_9.9": b"ocfl_object_9.9\n"}
    yield "E006_other_declaration", {**_without(whole, mark), "0=ocfl_thing_1.0": b"ocfl_thing_1.0\n"}
    yield "E007_bad_declaration_contents", {**whole, mark: b"something else\n"}
    yield "E010_missing_versions", _without_version(thing(spec).written(), "v2")
    yield "E015_extra_file_in_version_dir", {**whole, "v1/x.txt": b"x"}
    yield "E023_extra_file", {**whole, "v1/content/x.txt": b"x"}
    yield "E023_old_manifest_missing_entries", _forgetful(thing(spec)).written()
    yield "E034_not_json", _raw(whole, b'{"id": ')
    yield "E034_not_an_object", _raw(whole, b"[]")
    yield "E034_bomb", _raw(whole, b'{"a":' * 20000)
    yield "E034_not_utf8", _raw(whole, b'{"id": "\xff"}')
    yield "E058_no_sidecar", _without(whole, "inventory.json.sha512")
    yield (
        "E060_E064_root_inventory_digest_mismatch",
        {**whole, "inventory.json": whole["inventory.json"] + b" "},
    )
    yield "E061_invalid_sidecar", {**whole, "inventory.json.sha512": b"not a digest line at all\n"}
    yield "E063_no_inv", _without(whole, "inventory.json", "inventory.json.sha512")
    yield "E064_different_root_and_latest_inventories", _two_faced(spec)
    yield "E067_file_in_extensions_dir", {**whole, "extensions/x.txt": b"x"}
    yield "E092_content_file_digest_mismatch", {**whole, "v1/content/a.txt": b"another\n"}
    yield "E092_E093_content_path_does_not_exist", _without(whole, "v1/content/a.txt")
    for name, change in _changes(spec):
        yield name, one(spec).all_tables(change).written()
    for name, change in _changes_of_three():
        made = thing(spec)
        change(made)
        yield name, made.written()


def _without(files: Files, *paths: str) -> Files:
    return {path: data for path, data in files.items() if path not in paths}


def _without_version(files: Files, version: str) -> Files:
    return {path: data for path, data in files.items() if not path.startswith(f"{version}/")}


def _raw(files: Files, data: bytes) -> Files:
    sidecar = f"{sha(data)}  inventory.json\n".encode()
    fresh = dict.fromkeys(("inventory.json", "v1/inventory.json"), data)
    return {**files, **fresh, **{f"{path}.sha512": sidecar for path in fresh}}


def _two_faced(spec: str) -> Files:
    files = one(spec).written()
    other = one(spec).all_tables(lambda t: _put(t["versions"]["v1"], "message", "another")).written()
    return {
        **files,
        "inventory.json": other["inventory.json"],
        "inventory.json.sha512": other["inventory.json.sha512"],
    }


def _forgetful(made: Thing) -> Thing:
    digest = sha(THIRD["e.txt"])
    second = made.tables[1]
    del second["manifest"][digest]
    for block in second["versions"].values():
        block["state"].pop(digest, None)
    return made


Change = Callable[[dict[str, Any]], object]


def _changes(spec: str) -> Iterator[tuple[str, Change]]:
    """What one inventory may say wrongly."""
    for key in ("id", "type", "digestAlgorithm", "head"):
        yield f"E036_no_{key}", lambda t, key=key: t.pop(key)
    yield "E037_empty_id", lambda t: _put(t, "id", "")
    yield "E037_id_not_a_string", lambda t: _put(t, "id", 7)
    yield "E038_type_not_str", lambda t: _put(t, "type", 7)
    yield "E038_bad_type", lambda t: _put(t, "type", "https://ocfl.io/9.9/spec/#inventory")
    yield "E025_wrong_digest_algorithm", lambda t: _put(t, "digestAlgorithm", "md5")
    yield "E017_invalid_content_dir", lambda t: _put(t, "contentDirectory", "a/b")
    yield "E018_content_dir_dots", lambda t: _put(t, "contentDirectory", "..")
    yield "E041_no_manifest", lambda t: t.pop("manifest")
    yield "E041_manifest_not_a_table", lambda t: _put(t, "manifest", [])
    yield "E043_no_versions", lambda t: t.pop("versions")
    yield "E044_versions_not_a_table", lambda t: _put(t, "versions", "")
    yield "E008_E036_no_versions_no_head", lambda t: [t.pop("head"), _put(t, "versions", {})]
    yield "E009_version_two_only", lambda t: _put(t, "versions", {"v2": t["versions"]["v1"]})
    yield "E010_skipped_versions", lambda t: _put(t["versions"], "v3", t["versions"]["v1"])
    yield "E011_mixed_padding", lambda t: _put(t["versions"], "v02", t["versions"]["v1"])
    yield "E040_wrong_head_doesnt_exist", lambda t: _put(t, "head", "v2")
    yield "E040_wrong_head_format", lambda t: _put(t, "head", 1)
    yield "E047_block_not_a_table", lambda t: _put(t["versions"], "v1", 1)
    yield "E048_no_state", lambda t: t["versions"]["v1"].pop("state")
    yield "E048_no_created", lambda t: t["versions"]["v1"].pop("created")
    for name, moment in {
        "no_timezone": "2019-01-01T02:03:04", "not_to_seconds": "2019-01-01T01:02Z",
        "no_such_day": "2019-13-01T02:03:04Z", "not_a_moment": "some day", "not_a_string": 7,
    }.items():  # fmt: skip
        yield f"E049_created_{name}", lambda t, m=moment: _put(t["versions"]["v1"], "created", m)
    yield "E050_state_not_a_table", lambda t: _put(t["versions"]["v1"], "state", [])
    yield "E050_state_digest_not_in_manifest", lambda t: _put(t["versions"]["v1"]["state"], "0" * 128, ["x"])
    yield "E050_manifest_digest_wrong_case", _one_upper
    yield "E052_dots_in_logical_path", lambda t: _logical(t, "../../a.txt")
    yield "E053_logical_path_starts_with_slash", lambda t: _logical(t, "/a.txt")
    yield "E095_non_unique_logical_paths", lambda t: _logical(t, "b/c.txt")
    yield "E095_conflicting_logical_paths", lambda t: _logical(t, "b")
    yield "E054_user_not_a_table", lambda t: _put(t["versions"]["v1"], "user", "Alice")
    yield "E054_user_without_name", lambda t: _put(t["versions"]["v1"], "user", {"address": "mailto:a@b"})
    yield "E094_message_not_a_string", lambda t: _put(t["versions"]["v1"], "message", 7)
    yield "E096_manifest_duplicate_digests", _twice_in_manifest
    yield "E056_fixity_not_a_table", lambda t: _put(t, "fixity", None)
    yield (
        "E056_fixity_unknown_algorithm",
        lambda t: _put(t, "fixity", {"magic": {"00": ["v1/content/a.txt"]}}),
    )
    yield "E057_fixity_block_not_a_table", lambda t: _put(t, "fixity", {"md5": []})
    yield (
        "E057_fixity_path_not_in_manifest",
        lambda t: _put(t, "fixity", {"md5": {"0" * 32: ["v1/content/x"]}}),
    )
    yield (
        "E093_fixity_digest_mismatch",
        lambda t: _put(t, "fixity", {"md5": {"0" * 32: ["v1/content/a.txt"]}}),
    )
    yield "E097_fixity_duplicate_digests", _twice_in_fixity
    yield "E099_dots_in_content_path", lambda t: _content(t, "v1/content/../content/a.txt")
    yield "E100_content_path_starts_with_slash", lambda t: _content(t, "/v1/content/a.txt")
    yield "E042_content_path_outside", lambda t: _content(t, "v1/a.txt")
    yield "E101_non_unique_content_paths", lambda t: t["manifest"][sha(b"two\n")].append("v1/content/a.txt")
    yield (
        "E107_file_in_manifest_not_used",
        lambda t: (
            _put(t["versions"]["v1"]["state"], sha(b"one\n"), [])
            or t["versions"]["v1"]["state"].pop(sha(b"one\n"))
        ),
    )
    yield "E092_bad_manifest_digest", lambda t: _content_digest(t)


def _logical(table: dict[str, Any], path: str) -> None:
    table["versions"]["v1"]["state"][sha(b"one\n")] = [path]


def _content(table: dict[str, Any], path: str) -> None:
    table["manifest"][sha(b"one\n")] = [path]


def _content_digest(table: dict[str, Any]) -> None:
    for block in (table["manifest"], table["versions"]["v1"]["state"]):
        block["f" * 128] = block.pop(sha(b"one\n"))


def _one_upper(table: dict[str, Any]) -> None:
    digest = sha(b"one\n")
    table["manifest"][digest.upper()] = table["manifest"].pop(digest)


def _twice_in_manifest(table: dict[str, Any]) -> None:
    digest = sha(b"one\n")
    table["manifest"][digest.upper()] = table["manifest"][digest]


def _twice_in_fixity(table: dict[str, Any]) -> None:
    digest = sha(b"one\n", "md5")
    table["fixity"] = {"md5": {digest: ["v1/content/a.txt"], digest.upper(): ["v1/content/a.txt"]}}


def _changes_of_three() -> Iterator[tuple[str, Callable[[Thing], object]]]:
    """What the inventories of several versions may say against each other."""
    yield "E037_inconsistent_id", lambda made: _put(made.tables[0], "id", "uri:another")
    yield "E019_content_dir_set_later_only", lambda made: _put(made.tables[-1], "contentDirectory", "content")
    yield "E020_inconsistent_content_dir", lambda made: _put(made.tables[0], "contentDirectory", "bits")
    yield "E040_wrong_version_in_version_dir", lambda made: made.tables.__setitem__(0, made.tables[1])
    yield "E046_root_not_most_recent", lambda made: made.tables.__setitem__(2, made.tables[1])
    yield (
        "E066_inconsistent_version_state",
        lambda made: _put(made.tables[0]["versions"]["v1"]["state"], sha(b"one\n"), ["renamed.txt"]),
    )
    yield "E066_changed_content_for_logical_path", _swapped
    yield "E103_older_spec_later", lambda made: _put(
        made.tables[1 if made.spec == "1.1" else 0], "type",
        f"https://ocfl.io/{'1.0' if made.spec == '1.1' else '1.1'}/spec/#inventory",
    )  # fmt: skip


def _swapped(made: Thing) -> None:
    state = made.tables[0]["versions"]["v1"]["state"]
    one_, two = sha(b"one\n"), sha(b"two\n")
    state[one_], state[two] = state[two], state[one_]
