import time

import pytest

from docgen.errors import DocgenError
from docgen.render.data import FaultyData, read_data


def values_of(tmp_path, text, name="data.yaml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_data(path)


def fault_of(tmp_path, text, name="data.yaml"):
    with pytest.raises(DocgenError) as caught:
        values_of(tmp_path, text, name)
    assert caught.value.remedy
    return str(caught.value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("~", None),
        ("no", "no"),
        ("on", "on"),
        ("14:30", "14:30"),
        ("0000123", "0000123"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e5", "1e5"),
        (".inf", ".inf"),
        ("2012-06-05", "2012-06-05"),
        ("2012-06-31", "2012-06-31"),
        ("'12'", "12"),
        ("110101199003074514", 110101199003074514),
        ("12345678901234567890", "12345678901234567890"),
    ],
)
def test_scalar_is_what_prints_as_typed(tmp_path, typed, value):
    read = values_of(tmp_path, f"key: {typed}\n")["key"]

    assert (read, type(read)) == (value, type(value))


def test_keys_that_yaml_would_guess_at_stay_texts(tmp_path):
    assert values_of(tmp_path, "on: 1\nno: 2\n姓名: 芮𬱖\n") == {"on": 1, "no": 2, "姓名": "芮𬱖"}


def test_bom_and_windows_lines_are_read(tmp_path):
    assert values_of(tmp_path, "\ufeffa: 1\r\nb: 2\r\n".encode()) == {"a": 1, "b": 2}


def test_json_is_read_as_json(tmp_path):
    assert values_of(tmp_path, '{"a": [1, {"b": "x"}]}', "data.json") == {"a": [1, {"b": "x"}]}


def test_anchors_and_merges_work(tmp_path):
    read = values_of(tmp_path, "base: &b {x: 1}\nmore: {<<: *b, y: 2}\n")

    assert read["more"] == {"x": 1, "y": 2}


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("", "data.yaml", "最外层"),
        ("- 1\n", "data.yaml", "最外层"),
        ("just text\n", "data.yaml", "最外层"),
        ("[1]", "data.json", "最外层"),
        ('{"a": }', "data.json", "data.json:1"),
        ("a: 1\nb: [\n", "data.yaml", "data.yaml:3"),
        ("a: 1\n\tb: 2\n", "data.yaml", "data.yaml:2"),
        ("a: 1\nb: 2\na: 3\n", "data.yaml", "data.yaml:3 “a”写了两次"),
        ("a: !!python/object:os.system {}\n", "data.yaml", "data.yaml:1"),
        ("a: &a [*a]\n", "data.yaml", "自己引用自己"),
        ("? [1, 2]\n: x\n", "data.yaml", "一组值"),
        ("a: 1\nb: \x01\n", "data.yaml", "控制字符"),
        ("姓名: 尉迟远\n".encode("gbk"), "data.yaml", "UTF-8"),
        ("a: " + "[" * 3000, "data.yaml", "data.yaml"),
        ("[" * 100000, "data.json", "层次太深"),
        ('{"a": {"b": 1, "b": 2}}', "data.json", "“b”写了两次"),
        ('{"a": NaN}', "data.json", "有一个数读不懂"),
        ('{"a": ' + "9" * 5000 + "}", "data.json", "有一个数读不懂"),
        ("a: 1\n---\nb: 2\n", "data.yaml", "data.yaml:2"),
    ],
)
def test_faulty_data_is_one_clear_error(tmp_path, text, name, said):
    assert said in fault_of(tmp_path, text, name)


def test_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(DocgenError, match="找不到"):
        read_data(tmp_path / "absent.yaml")


def test_alias_bomb_is_refused_at_once(tmp_path):
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    start = time.perf_counter()

    assert "展开后太大" in fault_of(tmp_path, bomb)

    assert time.perf_counter() - start < 2


def test_merge_bomb_is_refused_at_once(tmp_path):
    bomb = "a0: &a0 {x: 1}\n"
    bomb += "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}\n" for n in range(1, 12))

    assert "展开后太大" in fault_of(tmp_path, bomb)


def test_fault_knows_its_class(tmp_path):
    with pytest.raises(FaultyData):
        values_of(tmp_path, "- 1\n")
