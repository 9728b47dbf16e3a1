"""Where an object lies: as ocfl-py reads the layout's own configuration."""

import json

import pytest

from docgen.archive.ocfl.layout import object_path, root_files


@pytest.mark.parametrize(
    "object_id",
    [
        "urn:docgen:S77:2031:Z01:D22",
        "urn:docgen:S77:2031:甲供水:D26-goals:芮𬱖",
        "a/b\\..",
        "x" * 300,
        "文" * 40,
    ],
)
def test_object_lies_where_ocfl_py_looks_for_it(object_id):
    from ocfl.layout_0003_hash_and_id_n_tuple import Layout_0003_Hash_And_Id_N_Tuple

    files = root_files()
    layout = Layout_0003_Hash_And_Id_N_Tuple()
    config = json.loads(files[f"extensions/{layout.NAME}/config.json"])
    layout.check_and_set_layout_params(config)

    assert layout.identifier_to_path(object_id) == str(object_path(object_id))
    assert all(len(part.encode()) < 255 for part in object_path(object_id).parts)
