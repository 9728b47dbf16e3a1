"""One story with a real LibreOffice, a real browser and real saves; each test reads a part of it."""

import shutil
from dataclasses import dataclass, field
from datetime import date
from queue import Queue
from threading import Event, Thread

import pytest

from docgen.actions.init import init
from docgen.actions.preview import Refreshed, Wanted, watch
from docgen.cli.progress import Silent
from docgen.workspace import Workspace, bundled
from support.browser import DESKTOP, Visit, barriers, chromium

pytestmark = [pytest.mark.pdf, pytest.mark.browser]
DAY = date(2012, 6, 18)
WAIT_SECONDS = 60
SHOWN = """names => JSON.stringify([...document.querySelectorAll("img")].map(i => i.getAttribute("src")))
    == JSON.stringify(names)"""
PLEDGE = "每次支部会议记录会后两日内审签"


@dataclass
class Story:
    """What happened after each save, and what the browser showed then."""

    looks: dict[str, Refreshed] = field(default_factory=dict)
    seen: dict[str, list[str]] = field(default_factory=dict)
    text: dict[str, str] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    barriers: list[str] = field(default_factory=list)
    left_files: set[str] = field(default_factory=set)
    records: int = 0
    noted: int = 0  # records that need not be parsed at the next look
    ended: bool = False


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    workspace = Workspace.find(init(tmp_path_factory.mktemp("watch") / "office").root)
    folder, record = workspace.output / "预览", workspace.branches / "branch-Z01.yaml"
    good = record.read_text("utf-8")
    pledged = good.replace(PLEDGE, "每次会议记录当天审签")
    late = good.replace("2012-06-20, fulfilled", "6月底, fulfilled")
    looks: Queue[Refreshed] = Queue()
    stop, told = Event(), Story()
    wanted = Wanted(("D24", "D25"), ("Z01",))
    thread = Thread(
        target=watch,
        args=(workspace, folder, wanted, DAY, lambda found, _: looks.put(found), stop, Silent()),
        daemon=True,
    )
    thread.start()
    told.looks["first"] = looks.get(timeout=WAIT_SECONDS)
    with chromium() as browser:
        visit = Visit(browser, DESKTOP)
        page = visit.open(folder / "index.html")

        def happens(name, act, awaited):
            act()
            # One save may be told twice; the second look then finds nothing to do.
            while name not in told.looks:
                found = looks.get(timeout=WAIT_SECONDS)
                if awaited(found):
                    told.looks[name] = found
            page.wait_for_function(SHOWN, arg=[one.name for s in found.sheets for one in s.pictures])
            told.text[name] = page.locator("body").inner_text()
            told.seen[name] = pictures(page)

        told.seen["first"] = pictures(page)
        happens("save", lambda: record.write_text(pledged, "utf-8"), lambda found: found.made)
        happens("broken", lambda: record.write_text("a: [", "utf-8"), lambda found: found.troubles)
        page.get_by_text("现在做不出来").first.wait_for()
        told.text["broken"] = page.locator("body").inner_text()
        happens("mended", lambda: record.write_text(pledged, "utf-8"), lambda found: not found.troubles)
        page.get_by_text("现在做不出来").first.wait_for(state="detached")
        told.text["mended"] = page.locator("body").inner_text()
        happens("error", lambda: record.write_text(late, "utf-8"), lambda found: found.made)
        happens("template", lambda: _own_template(workspace), lambda found: found.made)
        visit.close()
        told.complaints = visit.complaints
        reader = Visit(browser, DESKTOP, bypass_csp=True)
        told.barriers = barriers(reader.open(folder / "index.html"))
    stop.set()
    thread.join(WAIT_SECONDS)
    told.ended = not thread.is_alive()
    told.left_files = {path.name for path in folder.iterdir()}
    told.noted = len(list((workspace.state / "records").iterdir()))
    told.records = len(list(workspace.branches.glob("*.yaml")))
    return told


def pictures(page):
    return page.locator("img").evaluate_all("all => all.map(i => i.getAttribute('src'))")


def _own_template(workspace):
    """A clerk's own pledge: the built-in poster in the place of the page."""
    own = workspace.root / "templates" / "public-pledge"
    own.mkdir(parents=True)
    shutil.copy(bundled("templates") / "public-pledge" / "template-poster.docx", own / "template-page.docx")


def labels(look):
    return sorted(sheet.label for sheet in look.made)


def test_at_first_every_paper_is_shown(story):
    assert labels(story.looks["first"]) == ["D24", "D25-page", "D25-poster"]
    assert len(story.seen["first"]) == sum(len(sheet.pictures) for sheet in story.looks["first"].sheets) == 3


def test_a_save_makes_only_the_papers_anew_that_it_feeds(story):
    assert labels(story.looks["save"]) == ["D25-page", "D25-poster"]
    changed = set(story.seen["save"]) - set(story.seen["first"])
    assert len(changed) == 2


def test_a_record_that_cannot_be_read_leaves_the_old_pages_and_says_why(story):
    assert story.looks["broken"].made == ()
    assert story.seen["broken"] == story.seen["save"]
    assert "现在做不出来" in story.text["broken"]
    assert "branch-Z01.yaml" in story.text["broken"]


def test_when_the_record_is_mended_nothing_is_made_twice(story):
    assert story.looks["mended"].made == ()
    assert "现在做不出来" not in story.text["mended"]


def test_an_error_makes_a_draft_with_the_finding_beside_it(story):
    assert [sheet.label for sheet in story.looks["error"].sheets if sheet.is_draft] == [
        "D25-page",
        "D25-poster",
    ]
    assert "6月底" in story.text["error"]


def test_a_template_that_is_saved_changes_its_own_papers(story):
    assert labels(story.looks["template"]) == ["D25-page"]


def test_records_that_are_as_they_were_are_not_parsed_again(story):
    assert story.noted == story.records > 1


def test_the_page_is_quiet_and_everybody_can_read_it(story):
    assert not story.complaints
    assert not story.barriers


def test_nothing_is_left_running_and_no_picture_that_is_not_shown(story):
    assert story.ended
    pictures = {name for name in story.left_files if name.endswith(".png")}
    assert pictures == set(story.seen["template"])
