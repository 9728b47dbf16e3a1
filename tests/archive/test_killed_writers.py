"""Two writers killed at random moments, and eight that want to write at once."""

import os

import pytest

from docgen.archive.writer import writing
from support.archives import BY, Unsynced, judged, whole
from support.killed import forked, issue_next, kill_writers, numbers_in

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked here")


def test_after_a_hundred_kills_every_acknowledged_paper_is_there_and_no_number_is_lost(quick_path):
    folder = quick_path / "archive"

    acknowledged = kill_writers(folder, kills=100, disk=Unsynced())

    with writing(folder, by=BY, disk=Unsynced()):
        pass
    archive = whole(folder)
    kept = {line.seq: line.self_digest for line in archive.lines}
    assert len(acknowledged) > 50
    assert acknowledged.items() <= kept.items()
    numbers = numbers_in(list(archive.lines))
    assert numbers == list(range(1, len(numbers) + 1))
    judged(folder)


def test_eight_issuers_at_once_share_one_series_without_gap_or_double(quick_path):
    folder, told = quick_path / "archive", os.open(os.devnull, os.O_WRONLY)

    issuers = [
        forked(lambda: [issue_next(folder, told, 1, Unsynced()) for _ in range(5)] and None) for _ in range(8)
    ]
    statuses = [os.waitpid(issuer, 0)[1] for issuer in issuers]

    os.close(told)
    assert statuses == [0] * 8
    assert numbers_in(list(whole(folder).lines)) == list(range(1, 41))
    judged(folder)
