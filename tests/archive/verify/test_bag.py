"""A hand-over bag: judged by bagit, and by us where bagit is too kind. Cases as in the conformance suite."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.archive.verify.run import verify
from docgen.findings import Severity

PAYLOAD = {"data/0001/正文.docx": b"PK the paper", "data/目录.xlsx": b"PK the list"}


@pytest.fixture
def bag(tmp_path) -> Callable[..., Path]:
    """Lays a bag; `changes` are files that differ, None for those that are left out, before tag manifests."""

    def laid(
        version: str = "1.0", algorithm: str = "sha512", encoding: str = "UTF-8", **changes: bytes | None
    ) -> Path:
        manifest = "".join(f"{digest(data, algorithm)}  {path}\n" for path, data in PAYLOAD.items())
        oxum = f"{sum(map(len, PAYLOAD.values()))}.{len(PAYLOAD)}"
        info = f"Payload-Oxum: {oxum}\nContact-Name: 李档案\n"
        tags = {
            "bagit.txt": f"BagIt-Version: {version}\nTag-File-Character-Encoding: {encoding}\n".encode(),
            "bag-info.txt": info.encode(encoding),
            f"manifest-{algorithm}.txt": manifest.encode(encoding),
        }
        files = {**tags, **PAYLOAD}
        for name, data in changes.items():
            path = NAMES.get(name, name)
            files.pop(path, None)
            if data is not None:
                files[path] = data
        listed = {path: data for path, data in files.items() if not path.startswith("data/")}
        lines = "".join(f"{digest(data, algorithm)}  {path}\n" for path, data in listed.items())
        files[f"tagmanifest-{algorithm}.txt"] = lines.encode(encoding)
        for path, data in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
        return tmp_path

    return laid


NAMES = {
    "declaration": "bagit.txt", "info": "bag-info.txt", "manifest": "manifest-sha512.txt",
    "paper": "data/0001/正文.docx", "more": "data/more.txt", "fetch": "fetch.txt",
}  # fmt: skip


def digest(data: bytes, algorithm: str = "sha512") -> str:
    return hashlib.new(algorithm, data).hexdigest()


def worst(folder: Path) -> Severity | None:
    return min((fault.severity for fault in verify(folder).faults), default=None)


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"])
@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha224", "sha256", "sha512"])
def test_a_good_bag_of_every_version_and_digest_is_good(bag, version, algorithm):
    verified = verify(bag(version, algorithm))

    assert verified.faults == ()
    assert (verified.kind, verified.tally.files) == ("移交包", 2)


def test_tag_files_may_be_in_another_encoding(bag):
    assert worst(bag(encoding="UTF-16")) is None


def test_metadata_may_be_given_twice(bag):
    assert worst(bag(info="Contact-Name: 甲\nContact-Name: 乙\n".encode())) is None


def test_line_ends_of_windows_are_good(bag):
    assert worst(bag(declaration=b"BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n")) is None


LINE = "Tag-File-Character-Encoding: UTF-8\n"


@pytest.mark.parametrize(
    "declaration",
    [
        None,
        b"",
        f"BagIt-Version : 1.0\n{LINE}".encode(),
        f"BagIt-Version:  1.0\n{LINE}".encode(),
        f"BagIt-Version: 1.0 \n{LINE}".encode(),
        f" BagIt-Version: 1.0\n{LINE}".encode(),
        f"BagIt-Version: 1.0\n\n{LINE}".encode(),
        f"BagIt-Version: 1.0\n{LINE}\n\n".encode(),
        f"\ufeffBagIt-Version: 1.0\n{LINE}".encode(),
        f"BagIt-Version: 9.9\n{LINE}".encode(),
        f"BagIt-Version: one\n{LINE}".encode(),
        f"{LINE}BagIt-Version: 1.0\n".encode(),
        b"BagIt-Version: 1.0\n",
        b"BagIt-Version: 1.0\nTag-File-Character-Encoding: no-such-thing\n",
    ],
)
def test_a_bag_whose_declaration_is_not_exact_is_bad(bag, declaration):
    assert worst(bag(declaration=declaration)) is Severity.ERROR


def test_a_bag_with_a_changed_file_is_bad(bag):
    folder = bag()
    (folder / "data/目录.xlsx").write_bytes(b"PK the lisT")

    assert [fault.severity for fault in verify(folder).faults] == [Severity.ERROR]


@pytest.mark.parametrize(
    "changes",
    [
        {"paper": None},
        {"more": b"not listed"},
        {"manifest": None},
        {"manifest": b"no manifest at all\n"},
        {"manifest": f"{digest(b'x')}  ../outside.txt\n".encode()},
        {"manifest": f"{digest(b'x')}  /etc/passwd\n".encode()},
        {"manifest": f"{digest(b'x')}  ~root/x\n".encode()},
        {"fetch": b"http://localhost/x - ../x\n"},
    ],
)
def test_a_bag_that_does_not_hold_what_it_lists_is_bad(bag, changes):
    assert worst(bag(**changes)) is Severity.ERROR


def test_a_changed_tag_file_is_bad(bag):
    folder = bag()
    (folder / "bag-info.txt").write_bytes(b"Contact-Name: somebody else\n")

    assert worst(folder) is Severity.ERROR


def test_a_link_in_a_bag_is_bad(bag, tmp_path_factory):
    folder = bag()
    outside = tmp_path_factory.mktemp("outside") / "x"
    (folder / "data/目录.xlsx").rename(outside)
    (folder / "data/目录.xlsx").symlink_to(outside)

    assert [fault.heading.value for fault in verify(folder).faults] == ["安全性"]


def test_a_byte_order_mark_in_a_manifest_is_a_warning(bag):
    lines = "".join(f"{digest(data)}  {path}\n" for path, data in PAYLOAD.items())

    assert worst(bag(manifest=f"\ufeff{lines}".encode())) is Severity.WARNING


def test_a_name_in_another_normal_form_is_told(bag):
    names = {**PAYLOAD, "data/e\u0301.txt": b"e"}
    folder = bag(
        manifest="".join(f"{digest(data)}  {path}\n" for path, data in names.items()).encode(), info=b"A: b\n"
    )
    (folder / "data/\u00e9.txt").write_bytes(b"e")

    assert worst(folder) is not None


def told_of(folder: Path) -> dict[str, str]:
    return {fault.file: fault.message.partition("：")[2] for fault in verify(folder).faults}


def test_a_file_of_another_size_is_named(bag):
    folder = bag()
    (folder / "data/0001/正文.docx").write_bytes(b"PK the paper, longer")

    assert told_of(folder) == {"data/0001/正文.docx": "文件被改动过，与清单中的校验值不符"}


def test_files_missing_and_too_many_are_named_in_plain_words(bag):
    folder = bag()
    (folder / "data/目录.xlsx").unlink()
    (folder / "data/多 余.txt").write_bytes(b"x")

    assert told_of(folder) == {
        "data/目录.xlsx": "缺少清单里有的文件",
        "data/多 余.txt": "多出清单里没有的文件",
    }
