"""How the log is written, and what is told of one that is damaged."""

import hashlib
import json
from pathlib import Path

import pytest

from docgen.archive.entries import LogLine
from docgen.archive.log import FIRST, parsed, read_log, sealed
from support.archives import filled

VALUES = {
    "at": "2031-06-14T09:00:00+08:00",
    "by": "钱进",
    "event": "issue",
    "object": "urn:docgen:S77:2031:Z01:D22",
    "version": "v1",
    "inventory": "0" * 128,
    "doc_no": "市水司党发〔2031〕1号",
    "reason": '说明“印发”,"self":"',
}


@pytest.fixture
def folder(quick_path: Path) -> Path:
    filled(quick_path / "archive")
    return quick_path / "archive" / "log"


def _rows(folder: Path) -> list[bytes]:
    return (folder / "2031.jsonl").read_bytes().splitlines(keepends=True)


def _write(folder: Path, rows: list[bytes]) -> None:
    (folder / "2031.jsonl").write_bytes(b"".join(rows))


def test_line_is_sorted_json_whose_digest_leaves_itself_out():
    line, row = sealed(1, FIRST, VALUES, {"until": "2031-12-31"})

    table = json.loads(row)
    digest = table.pop("self")
    assert list(json.loads(row)) == sorted(json.loads(row))
    plain = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert hashlib.sha512(plain).hexdigest() == digest == line.self_digest


def test_line_is_read_as_it_was_written_whatever_its_words_are():
    line, row = sealed(7, "1" * 128, VALUES, {"until": "2031-12-31"})

    assert parsed(row.rstrip(b"\n")) == line


def test_line_cannot_overrule_its_own_keys():
    with pytest.raises(ValueError, match="seq"):
        sealed(1, FIRST, VALUES, {"seq": "2"})


def test_key_that_is_no_text_is_never_written():
    with pytest.raises(TypeError, match="pages"):
        sealed(1, FIRST, VALUES, {"pages": 3})


def test_each_line_names_the_one_before(folder):
    log = read_log(folder)

    assert not log.faults
    assert [line.seq for line in log.lines] == list(range(1, 9))
    assert [line.prev for line in log.lines] == [FIRST, *(line.self_digest for line in log.lines[:-1])]


def test_order_is_that_of_seq_when_the_clock_was_set_back_over_the_new_year(folder):
    rows = _rows(folder)
    _write(folder, rows[:5] + rows[7:])
    (folder / "2030.jsonl").write_bytes(b"".join(rows[5:7]))

    log = read_log(folder)

    assert not log.faults
    assert [line.seq for line in log.lines] == list(range(1, 9))


def test_line_that_is_changed_is_told_with_its_place(folder):
    rows = _rows(folder)
    rows[2] = rows[2].replace("印发".encode(), "印尼".encode())
    _write(folder, rows)

    faults = read_log(folder).faults

    assert faults[0].place == "log/2031.jsonl 第 3 行"
    assert "改动" in faults[0].what


@pytest.mark.parametrize("rows", ["2 taken out", "3 and 4 exchanged", "1 taken out", "5 twice"])
def test_line_that_is_removed_moved_or_doubled_breaks_the_chain(folder, rows):
    found = _rows(folder)
    changed = {
        "2 taken out": [*found[:1], *found[2:]],
        "3 and 4 exchanged": [*found[:2], found[3], found[2], *found[4:]],
        "1 taken out": found[1:],
        "5 twice": [*found[:5], *found[4:]],
    }
    _write(folder, changed[rows])

    faults = read_log(folder).faults

    assert faults


def test_end_that_was_being_written_is_no_damage_at_any_length(folder):
    rows = _rows(folder)
    for length in range(1, len(rows[-1]) - 1):
        _write(folder, [*rows[:-1], rows[-1][:length]])

        log = read_log(folder)

        assert not log.faults, length
        assert list(log.torn.values()) == [len(b"".join(rows[:-1]))], length


def test_last_line_without_its_line_break_counts(folder):
    rows = _rows(folder)
    _write(folder, [*rows[:-1], rows[-1].rstrip(b"\n")])

    log = read_log(folder)

    assert (len(log.lines), log.torn, len(log.unended)) == (8, {}, 1)


def test_zeros_after_a_power_cut_are_no_damage(folder):
    rows = _rows(folder)
    _write(folder, [*rows[:-1], rows[-1][:40], b"\0" * 4096])

    log = read_log(folder)

    assert not log.faults
    assert len(log.lines) == 7


def test_any_flip_in_the_last_line_is_damage_and_never_taken_for_unfinished(folder):
    rows = _rows(folder)
    for at in range(len(rows[-1])):
        last = bytearray(rows[-1])
        last[at] ^= 1
        _write(folder, [*rows[:-1], bytes(last)])

        log = read_log(folder)

        assert log.faults, at
        assert not log.torn, at


def test_line_with_a_sound_digest_but_without_its_keys_is_damage():
    table = {"at": "2031", "by": "x"}
    plain = json.dumps(table, separators=(",", ":"), sort_keys=True).encode()
    digest = hashlib.sha512(plain).hexdigest()
    row = plain[:-1] + b',"self":"' + digest.encode() + b'"}'

    with pytest.raises(ValueError, match="缺少"):
        parsed(row)


def test_log_line_is_a_value():
    line, _ = sealed(1, FIRST, VALUES, {})

    assert isinstance(line, LogLine)
    assert line.extra == {}
