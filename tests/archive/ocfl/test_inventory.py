"""Which bytes are stored, under which names, and what an inventory says of them."""

import json

import pytest

from docgen.archive.faults import ImproperDeposit, ObjectDamaged
from docgen.archive.ocfl.inventory import Inventory, digest_of, parse_inventory, with_version

NEW = Inventory("urn:docgen:S77:2031:Z01:D22", (), {})
AT = {"created": "2031-06-14T09:00:00+08:00", "by": "钱 进", "reason": "印发"}


def test_file_that_has_not_changed_is_not_stored_again():
    first = with_version(NEW, {"a": b"1", "b": b"2"}, keep=True, **AT).inventory

    second = with_version(first, {"a": b"1", "b": b"3"}, keep=True, **AT)

    assert second.content == {"v2/content/b": b"3"}
    assert second.inventory.versions[-1].state == {"a": "v1/content/a", "b": "v2/content/b"}


def test_same_bytes_under_two_names_are_stored_once():
    fresh = with_version(NEW, {"a": b"1", "b": b"1"}, keep=True, **AT)

    assert fresh.content == {"v1/content/a": b"1"}


@pytest.mark.parametrize(("keep", "names"), [(True, {"a", "b"}), (False, {"b"})])
def test_files_of_the_version_before_stay_unless_told_otherwise(keep, names):
    first = with_version(NEW, {"a": b"1"}, keep=True, **AT).inventory

    second = with_version(first, {"b": b"2"}, keep=keep, **AT)

    assert set(second.inventory.versions[-1].state) == names


def test_inventory_is_read_as_it_was_written():
    first = with_version(NEW, {"a": b"1", "记录/b": b"2"}, keep=True, **AT).inventory
    inventory = with_version(first, {"c": b"3"}, keep=True, **AT).inventory

    assert parse_inventory(inventory.to_bytes(), NEW.id) == inventory


def test_user_has_an_address_and_digests_are_sha512():
    table = json.loads(with_version(NEW, {"a": b"1"}, keep=True, **AT).inventory.to_bytes())

    assert table["versions"]["v1"]["user"]["address"] == "urn:docgen:person:%E9%92%B1%20%E8%BF%9B"
    assert table["manifest"] == {digest_of(b"1"): ["v1/content/a"]}


@pytest.mark.parametrize(
    ("logical", "stored"),
    [
        ('a:b*?"<>|.yaml', "v1/content/a%3ab%2a%3f%22%3c%3e%7c.yaml"),
        ("末尾的点.", "v1/content/末尾的点%2e"),
        ("100%", "v1/content/100%25"),
        ("文" * 100, None),
    ],
)
def test_names_are_made_fit_for_every_disk(logical, stored):
    fresh = with_version(NEW, {logical: b"1"}, keep=True, **AT)

    path = next(iter(fresh.content))
    assert stored in (path, None)
    assert len(path.encode()) < 255
    assert fresh.inventory.versions[-1].state == {logical: path}


def test_names_that_differ_only_in_case_do_not_meet():
    fresh = with_version(NEW, {"A.pdf": b"1", "a.pdf": b"2", "a.PDF": b"3"}, keep=True, **AT)

    assert len({path.casefold() for path in fresh.content}) == 3


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "a/", ".", "a/./b", "", "a/../../b"])
def test_name_that_leads_elsewhere_is_refused(path):
    with pytest.raises(ImproperDeposit):
        with_version(NEW, {path: b"1"}, keep=True, **AT)


def test_version_without_files_is_refused():
    with pytest.raises(ImproperDeposit, match="一个文件也没有"):
        with_version(NEW, {}, keep=True, **AT)


def test_name_that_is_a_file_and_a_folder_is_refused():
    with pytest.raises(ImproperDeposit):
        with_version(NEW, {"a": b"1", "a/b": b"2"}, keep=True, **AT)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"id":1}', b"\xff", b"[" * 9999])
def test_inventory_that_is_none_is_damage(data):
    with pytest.raises(ObjectDamaged):
        parse_inventory(data, NEW.id)


def test_inventory_of_another_object_is_damage():
    data = with_version(NEW, {"a": b"1"}, keep=True, **AT).inventory.to_bytes()

    with pytest.raises(ObjectDamaged):
        parse_inventory(data, "urn:docgen:S77:2031:Z02:D22")
