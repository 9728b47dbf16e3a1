"""The storage root's own files, and where an object lies (extension 0003, whose folder names show the id)."""

import hashlib
import json
import string
from collections.abc import Mapping
from pathlib import PurePosixPath

ALGORITHM = "sha512"
ROOT_DECLARATION = "0=ocfl_1.1"
OBJECT_DECLARATION = "0=ocfl_object_1.1"
OBJECT_DECLARATION_TEXT = b"ocfl_object_1.1\n"

_NAME = "0003-hash-and-id-n-tuple-storage-layout"
_TUPLE_CHARACTERS, _TUPLES = 3, 3
_PLAIN = frozenset(string.ascii_letters + string.digits + "-_")
_NAME_CHARACTERS_MAX = 100


def root_files() -> Mapping[str, bytes]:
    """The files of an empty storage root by their paths in it, the declaration last."""
    layout = {
        "extension": _NAME,
        "description": "Hashed n-tuple trees, then a folder named by the id",
    }
    config = {
        "extensionName": _NAME,
        "digestAlgorithm": ALGORITHM,
        "tupleSize": _TUPLE_CHARACTERS,
        "numberOfTuples": _TUPLES,
    }
    return {
        "ocfl_layout.json": _as_json(layout),
        f"extensions/{_NAME}/config.json": _as_json(config),
        ROOT_DECLARATION: b"ocfl_1.1\n",
    }


def _as_json(table: Mapping[str, object]) -> bytes:
    return (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode()


def object_path(object_id: str) -> PurePosixPath:
    """Where the object lies in the storage root."""
    digest = hashlib.new(ALGORITHM, object_id.encode()).hexdigest()
    starts = range(0, _TUPLES * _TUPLE_CHARACTERS, _TUPLE_CHARACTERS)
    tuples = [digest[at : at + _TUPLE_CHARACTERS] for at in starts]
    name = "".join(one if one in _PLAIN else _percent(one) for one in object_id)
    if len(name) > _NAME_CHARACTERS_MAX:
        name = f"{name[:_NAME_CHARACTERS_MAX]}-{digest}"
    return PurePosixPath(*tuples, name)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02x}" for byte in character.encode())
