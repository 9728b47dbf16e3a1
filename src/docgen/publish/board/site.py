"""The board as files: a page for each posting, the lists, the lobby screen, style and scripts."""

from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

from docgen.publish.board.days import Standing, on_paper, standing
from docgen.publish.board.posting import Board, Posting
from docgen.publish.board.slides import slides
from docgen.publish.board.wrapping import in_words
from docgen.publish.html import environment

_PAGES = Path(__file__).parent / "pages"
_STATIC = ("board.css", "board.js", "screen.css", "screen.js")
_LISTS = {
    "index.html": "公示",
    "pledges.html": "公开承诺",
    "deeds.html": "实事进展",
    "explanations.html": "情况说明",
    "archive.html": "往期公示",
    "comment.html": "怎样提意见",
}


def site(board: Board) -> dict[str, bytes]:
    """Every file of the site by its name; equal boards give equal bytes."""
    files = {name: (_PAGES / name).read_bytes() for name in _STATIC}
    lists = _lists(board)
    shared = {**_shared(board), "lists": lists}
    for name in lists:
        files[name] = _rendered(name, shared, here=name)
    for posting in board.postings:
        files[posting.page] = _rendered("posting.html", shared, here="", posting=posting)
    files["screen.html"] = _rendered("screen.html", shared, here="screen.html", slides=slides(board))
    return files


def _shared(board: Board) -> dict[str, object]:
    def stands(posting: Posting) -> Standing:
        found = standing(posting.start, posting.end, board.as_of, board.calendar)
        return on_paper(found, board.as_of)

    notices = [posting for posting in board.postings if posting.has_period]
    by_state: dict[str, list[Posting]] = {"current": [], "upcoming": [], "ended": [], "undated": []}
    for posting in notices:
        by_state[stands(posting).state].append(posting)
    by_state["current"].sort(key=lambda posting: posting.end or date.max)
    by_state["upcoming"].sort(key=lambda posting: posting.start or date.max)
    by_state["ended"].sort(key=lambda posting: posting.end or date.min, reverse=True)
    return {
        "board": board,
        "calendar": _calendar(board),
        "stands": stands,
        "by_state": by_state,
        "in_words": in_words,
        "version": version("docgen-gongwen"),
    }


def _calendar(board: Board) -> dict[str, list[str]]:
    days = board.calendar
    return {
        "holidays": sorted(day.isoformat() for day in days.holidays),
        "workdays": sorted(day.isoformat() for day in days.extra),
    }


def _lists(board: Board) -> Mapping[str, str]:
    """The pages of the menu; a list of which there is nothing is left out."""
    wanted = {"deeds.html": "deeds", "explanations.html": "explanation"}
    return {name: title for name, title in _LISTS.items() if name not in wanted or board.of(wanted[name])}


def _rendered(template: str, shared: Mapping[str, object], **values: object) -> bytes:
    return environment(_PAGES).get_template(template).render({**shared, **values}).encode()
