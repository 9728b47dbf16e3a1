import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from docgen.archive.index import updating
from docgen.archive.index.current import FILE, log_state
from docgen.archive.index.searching import Wanted, search
from docgen.archive.index.updating import make_anew
from docgen.archive.writer import writing
from support.archives import Unsynced, clock
from support.kept import BY, METHOD, NOTICE, OF_NOTICE, deposit, docx, kept


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept") / "archive"
    kept(folder)
    return folder


@pytest.fixture
def growing(tmp_path):
    folder = tmp_path / "archive"
    kept(folder)
    return folder


def objects(folder, *words: str, **filters) -> list[str]:
    return [f"{hit.object}@{hit.version}" for hit in search(folder, Wanted(words, **filters)).hits]


def test_words_of_two_characters_and_of_four_bytes_are_found(archive):
    assert objects(archive, "值班") == [f"{NOTICE}@v1", f"{METHOD}@v3"]
    assert objects(archive, "芮𬱖") == [f"{METHOD}@v3"]


def test_text_that_is_markup_elsewhere_is_text(archive):
    assert objects(archive, "<执行>&{{") == [f"{NOTICE}@v1"]


def test_latest_version_counts_unless_all_are_wanted(archive):
    assert objects(archive, "6月20日") == []
    assert objects(archive, "6月20日", all_versions=True) == [f"{METHOD}@v1"]
    assert len(objects(archive, "值班", all_versions=True)) == 4


def test_records_are_searched_behind_the_papers(archive):
    assert objects(archive, "一户一表") == [f"{NOTICE}@v1"]
    assert objects(archive, "登记") == [f"{METHOD}@v3"]


def test_paper_comes_before_one_whose_record_alone_says_it(growing):
    with writing(growing, by=BY, now=clock("2031-07-01T09:00:00+08:00"), disk=Unsynced()) as writer:
        said, other = "urn:docgen:S77:2031:DW:D04", "urn:docgen:S77:2031:DW:D05"
        writer.commit(
            [deposit(said, OF_NOTICE, docx(*("长长的通知。" * 40, "防汛。", "又及。" * 90)), "a: 1")]
        )
        writer.commit([deposit(other, OF_NOTICE, docx("别的事。"), "a: 防汛")])

    assert objects(growing, "防汛") == [f"{said}@v1", f"{other}@v1"]


def test_all_words_must_stand_in_one_text(archive):
    assert objects(archive, "值班", "统一") == [f"{METHOD}@v3"]
    assert objects(archive, "值班", "没有") == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"year": "2031"}, 2),
        ({"year": "2030"}, 0),
        ({"branch": "z05"}, 1),
        ({"branch": "甲供水厂党支部"}, 1),
        ({"kind": "D22"}, 1),
        ({"kind": "upgrade-method"}, 1),
        ({"kind": "通知"}, 1),
        ({"kind": "%"}, 0),
        ({"number": "7"}, 1),
        ({"number": "1"}, 0),
        ({"number": "市水司党发[2031]8号"}, 1),
        ({"person": "芮𬱖"}, 2),
        ({"person": "阿卜杜热合曼"}, 0),
        ({"retention": "30"}, 1),
        ({"retention": "10年"}, 1),
        ({"branch": "Z05", "kind": "D03"}, 0),
    ],
)
def test_filters_hold_back_all_else(archive, filters, found):
    assert search(archive, Wanted(**filters)).total == found


def test_snippet_is_the_place_with_what_stands_around(archive):
    (hit,) = search(archive, Wanted(("夜间无人",))).hits

    assert hit.snippet == "一、抢修电话夜间无人接听，9月30日前建立值班制度。"
    assert (hit.title, hit.doc_no, hit.date) == (
        "甲供水厂党支部晋位升级办法",
        "市水司党发〔2031〕7号",
        "2031-06-14",
    )


def test_limit_shortens_the_list_and_not_the_total(archive):
    found = search(archive, Wanted(("值班",), limit=1))

    assert (len(found.hits), found.total) == (1, 2)
    assert len(search(archive, Wanted(("值班",), limit=0)).hits) == 2


def test_what_was_put_in_since_is_found(growing):
    assert objects(growing, "防汛") == []

    _put_in(growing, "urn:docgen:S77:2031:DW:D04", "关于防汛的通知")

    assert objects(growing, "防汛") == ["urn:docgen:S77:2031:DW:D04@v1"]


def test_only_what_is_new_is_read_again(growing, monkeypatch):
    objects(growing, "值班")
    read = []
    put_object = updating.put_object
    monkeypatch.setattr(
        updating, "put_object", lambda index, stored: (read.append(stored.id), put_object(index, stored))
    )

    _put_in(growing, "urn:docgen:S77:2031:DW:D04", "关于防汛的通知")
    objects(growing, "防汛")

    assert read == ["urn:docgen:S77:2031:DW:D04"]


def test_index_in_hand_is_used_without_reading_the_archive(growing, monkeypatch):
    objects(growing, "值班")
    monkeypatch.setattr(updating, "updated", None)

    assert objects(growing, "值班")


def test_destroyed_paper_leaves_no_word_in_the_index(growing):
    objects(growing, "值班")
    with closing(sqlite3.connect(growing / FILE)) as index:
        held = "SELECT said FROM text JOIN holds ON text.id = text JOIN version ON version.id = version"
        kept_texts = [row[0] for row in index.execute(f"{held} WHERE object = ?", (NOTICE,))]

    with writing(growing, by=BY, now=clock("2061-01-01T09:00:00+08:00"), disk=Unsynced()) as writer:
        writer.destroy(NOTICE, by=BY, reason="期满鉴定")

    assert objects(growing, "不得转发") == []
    assert objects(growing, "值班") == [f"{METHOD}@v3"]
    left = (growing / FILE).read_bytes()
    assert kept_texts
    assert not any(text in left for text in kept_texts)


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_damaged_index_is_made_anew(growing, damage):
    before = objects(growing, "值班")
    (growing / FILE).write_bytes(damage)

    assert objects(growing, "值班") == before
    assert objects(growing, "值班") == before


def test_index_damaged_on_any_page_is_made_anew(growing):
    objects(growing, "值班")
    whole = (growing / FILE).read_bytes()

    for page in range(0, len(whole), 4096):
        (growing / FILE).write_bytes(whole[:page] + b"\xa5" * 4096 + whole[page + 4096 :])

        assert objects(growing, "值班") == [f"{NOTICE}@v1", f"{METHOD}@v3"], page


def test_damaged_index_that_cannot_be_replaced_is_passed_over(growing, monkeypatch):
    def refused(_folder):
        raise sqlite3.OperationalError("attempt to write a readonly database")

    objects(growing, "值班")
    whole = (growing / FILE).read_bytes()
    monkeypatch.setattr(updating, "_on_disk_anew", refused)

    for page in range(4096, len(whole), 4096):
        (growing / FILE).write_bytes(whole[:page] + b"\xa5" * 4096 + whole[page + 4096 :])

        assert objects(growing, "值班") == [f"{NOTICE}@v1", f"{METHOD}@v3"], page


def test_index_of_another_archive_is_made_anew(growing, tmp_path):
    other = tmp_path / "other"
    _put_in(other, METHOD, "关于防汛的通知")
    objects(other, "防汛")
    (growing / FILE).write_bytes((other / FILE).read_bytes())

    assert objects(growing, "防汛") == []
    assert objects(growing, "值班")


@pytest.mark.parametrize("has_index", [True, False])
def test_where_nothing_can_be_written_the_index_is_in_memory(growing, monkeypatch, has_index):
    def refused(_folder):  # tests run as root, whom a mode does not keep out
        raise sqlite3.OperationalError("attempt to write a readonly database")

    if has_index:
        objects(growing, "值班")
    _put_in(growing, "urn:docgen:S77:2031:DW:D04", "关于防汛的通知")
    before = (growing / FILE).read_bytes() if has_index else None
    monkeypatch.setattr(updating, "_on_disk", refused)
    monkeypatch.setattr(updating, "_on_disk_anew", refused)

    assert objects(growing, "防汛") == ["urn:docgen:S77:2031:DW:D04@v1"]
    assert objects(growing, "值班") == [f"{NOTICE}@v1", f"{METHOD}@v3"]
    assert ((growing / FILE).read_bytes() if has_index else None) == before


def test_index_that_another_holds_is_left_alone(growing, monkeypatch):
    objects(growing, "值班")
    _put_in(growing, "urn:docgen:S77:2031:DW:D04", "关于防汛的通知")
    monkeypatch.setattr(updating, "WAIT_SECONDS", 0.01)
    other = sqlite3.connect(growing / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert objects(growing, "防汛") == ["urn:docgen:S77:2031:DW:D04@v1"]

    other.execute("UPDATE meta SET value = 'mine' WHERE key = 'head'")
    other.execute("COMMIT")
    other.close()


def test_what_comes_in_while_the_index_is_made_is_found_next(growing, monkeypatch):
    put_object, waiting = updating.put_object, ["urn:docgen:S77:2031:DW:D04"]

    def slowly(index, stored):
        if waiting:
            _put_in(growing, waiting.pop(), "关于防汛的通知")
        put_object(index, stored)

    monkeypatch.setattr(updating, "put_object", slowly)

    objects(growing, "值班")

    assert objects(growing, "防汛") == ["urn:docgen:S77:2031:DW:D04@v1"]


def test_damaged_log_does_not_keep_from_searching(growing):
    (log,) = (growing / "log").iterdir()
    log.write_bytes(log.read_bytes()[:-40])

    assert f"{NOTICE}@v1" in objects(growing, "值班")


def test_index_made_anew_gives_the_same_answers(growing):
    before = objects(growing, "值班", all_versions=True)
    _put_in(growing, "urn:docgen:S77:2031:DW:D04", "关于值班的补充通知")
    grown = search(growing, Wanted(("值班",), all_versions=True))

    versions = make_anew(growing)

    assert search(growing, Wanted(("值班",), all_versions=True)) == grown
    assert (len(before), versions) == (4, 5)


def test_current_index_is_told_by_the_logs_files(growing):
    objects(growing, "值班")

    assert log_state(growing)
    assert log_state(growing / "nowhere") == ""


def _put_in(folder, object_id: str, title: str) -> None:
    about = replace(OF_NOTICE, title=title, doc_no="")
    with writing(folder, by=BY, now=clock("2031-07-01T09:00:00+08:00"), disk=Unsynced()) as writer:
        writer.commit([deposit(object_id, about, docx(title), "")])
