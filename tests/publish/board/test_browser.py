"""The board in a real browser, from a folder: two widths, the clock, the lobby screen, no scripts at all."""

from datetime import date, timedelta

import pytest

from docgen.actions.board import publish
from docgen.actions.init import init
from docgen.build.office import load_office
from docgen.publish.board.days import standing
from docgen.workspace import Workspace
from support.browser import DESKTOP, PHONE, SCREEN, Visit, barriers, chromium

pytestmark = pytest.mark.browser
DAY = date(2012, 6, 18)
PAGES = (  # one of each sort
    "index.html",
    "pledges.html",
    "deeds.html",
    "explanations.html",
    "archive.html",
    "DW-D26.html",
    "Z02-D26-G1.html",
    "Z02-D25.html",
    "Z02-D31.html",
    "screen.html",
)


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    root = init(tmp_path_factory.mktemp("board") / "office").root
    (root / "docgen.toml").write_text('[board]\nbase_url = "http://b.example/"\n', "utf-8")
    return Workspace.find(root)


@pytest.fixture(scope="module")
def folder(office):
    return publish(office, None, DAY, DAY, drafts=False).folder


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_every_page_is_quiet_and_no_wider_than_the_window(browser, folder, size):
    visit = Visit(browser, size, "2012-06-18")

    for name in PAGES:
        visit.open(folder / name)
        assert not visit.is_too_wide, name
    visit.close()

    assert not visit.complaints


@pytest.mark.parametrize(
    ("size", "pages"),
    [
        (PHONE, ("deeds.html", "comment.html", "Z02-D26-G1.html")),
        (DESKTOP, ("index.html", "pledges.html", "screen.html")),
    ],
)
def test_nobody_is_kept_from_reading(browser, folder, size, pages):
    visit = Visit(browser, size, "2012-06-18", bypass_csp=True, reduced_motion="reduce")

    found = {name: barriers(visit.open(folder / name)) for name in pages}
    visit.close()

    assert not {name: said for name, said in found.items() if said}


def test_the_browser_counts_the_days_as_the_papers_do(browser, folder, office):
    calendar = load_office(office, DAY, DAY).office.calendar
    start, end = date(2012, 6, 18), date(2012, 6, 25)
    days = [date(2012, 6, 10) + timedelta(number) for number in range(25)]
    expected = [standing(start, end, day, calendar) for day in days]
    visit = Visit(browser, DESKTOP)

    told = visit.open(folder / "index.html").evaluate(
        "days => days.map(day => docgenBoard.standing('2012-06-18', '2012-06-25', day))",
        [day.isoformat() for day in days],
    )
    visit.close()

    assert [(one["state"], one["text"]) for one in told] == [(one.state, one.text) for one in expected]


@pytest.mark.parametrize(
    ("day", "current", "upcoming", "ended"),
    [("2012-06-14", 0, 7, 0), ("2012-06-18", 6, 1, 0), ("2012-12-20", 1, 0, 6)],
)
def test_on_its_day_a_notice_moves_to_where_it_belongs(browser, folder, day, current, upcoming, ended):
    visit = Visit(browser, DESKTOP, day)

    page = visit.open(folder / "index.html")
    counts = [
        page.locator(f'[data-holds~="{state}"] > .card').count() for state in ("current", "upcoming", "ended")
    ]
    number, nothing = page.locator("[data-count]").inner_text(), page.locator(".none").is_visible()
    archived = visit.open(folder / "archive.html").locator(".card:visible").count()
    visit.close()

    assert counts == [current, upcoming, ended]
    assert (number, nothing) == (str(current), current == 0)
    assert archived == ended


@pytest.mark.parametrize(
    ("day", "state", "edge", "latest_first"),
    [
        ("2012-06-14", "upcoming", "data-start", False),
        ("2012-06-18", "current", "data-end", False),
        ("2013-01-10", "ended", "data-end", True),
    ],
)
def test_what_comes_or_ends_soonest_stands_first(browser, folder, day, state, edge, latest_first):
    visit = Visit(browser, DESKTOP, day)

    page = visit.open(folder / "index.html")
    cards = page.locator(f'[data-holds~="{state}"] > .card:visible').all()
    days = [card.get_attribute(edge) for card in cards]
    visit.close()

    assert days == sorted(days, reverse=latest_first)
    assert len(days) == 6 + (state == "upcoming")
    assert len(set(days)) > 1


@pytest.mark.parametrize(
    ("day", "begun"), [("2012-12-16", False), ("2012-12-17", True), ("2013-02-01", True)]
)
def test_the_results_are_not_to_be_read_before_the_notice_begins(browser, folder, day, begun):
    visit = Visit(browser, DESKTOP, day)

    seen = visit.open(folder / "DW-D26.html").get_by_text("拟审定档次", exact=True).first.is_visible()
    lobby = visit.open(folder / "screen.html").locator(".slide:visible").get_attribute("aria-label")
    visit.close()

    assert seen == begun
    assert ("拟审定档次" in lobby) == (day == "2012-12-17")


def test_without_scripts_the_text_is_that_of_the_day_it_was_made(browser, folder):
    visit = Visit(browser, DESKTOP, java_script_enabled=False)

    page = visit.open(folder / "index.html")
    text = page.locator("body").inner_text()
    lobby = visit.open(folder / "screen.html").locator("body").inner_text()
    visit.close()

    assert "截至2012年6月18日，还剩5个工作日（含当天）" in text
    assert "内容截至2012年6月18日。" in text
    assert "关于机关第一党支部晋位升级目标和办法的公示" in lobby


def test_a_branch_is_found_by_its_name(browser, folder):
    visit = Visit(browser, PHONE)

    page = visit.open(folder / "pledges.html")
    page.get_by_label("查找").fill("离退休")
    names = page.locator(".card:visible h2").all_inner_texts()
    visit.close()

    assert names == ["离退休教职工党支部"]


def test_the_lobby_screen_turns_by_itself(browser, folder):
    visit = Visit(browser, SCREEN, "2012-12-20")
    page = visit.open(folder / "screen.html")
    first = page.locator(".slide:visible").get_attribute("aria-label")

    page.clock.run_for(14_000)
    second = page.locator(".slide:visible").get_attribute("aria-label")
    visit.close()

    assert first == "关于2012年度党支部拟审定档次的公示（1／2）"
    assert second == "关于2012年度党支部拟审定档次的公示（2／2）"


def test_no_slide_is_cut_off(browser, folder):
    visit = Visit(browser, SCREEN, "2012-12-20")

    slides = visit.open(folder / "screen.html").evaluate(
        """() => Array.from({length: 40}, () => {
            document.getElementById("after").click();
            const slide = document.querySelector(".shown");
            return [slide.getAttribute("aria-label"), slide.scrollHeight > slide.clientHeight + 1];
        })"""
    )
    visit.close()

    assert len({name for name, _ in slides}) > 20
    assert not [name for name, is_cut in slides if is_cut]


def test_who_wants_less_motion_turns_the_slides_by_hand(browser, folder):
    visit = Visit(browser, SCREEN, "2012-12-20", reduced_motion="reduce")
    page = visit.open(folder / "screen.html")
    first = page.locator(".slide:visible").get_attribute("aria-label")

    page.clock.run_for(60_000)
    rested = page.locator(".slide:visible").get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    turned = page.locator(".slide:visible").get_attribute("aria-label")
    visit.close()

    assert rested == first
    assert turned != first


def test_printed_it_is_black_on_white_and_without_the_menu(browser, folder):
    visit = Visit(browser, DESKTOP, "2012-06-18")
    page = visit.open(folder / "Z01-D26-G1.html")

    page.emulate_media(media="print")
    menu = page.locator(".menu").is_visible()
    colours = page.evaluate("['color', 'backgroundColor'].map(name => getComputedStyle(document.body)[name])")
    code = page.locator(".code svg").is_visible()
    visit.close()

    assert not menu
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert code
