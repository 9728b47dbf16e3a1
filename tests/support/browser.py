"""A real Chromium without a window, started once for a test module."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

PHONE = (390, 844)
DESKTOP = (1280, 800)
SCREEN = (1920, 1080)


@contextmanager
def chromium() -> Iterator[Browser]:
    names = (os.environ.get("DOCGEN_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("Chromium is missing: sh scripts/setup-browser.sh")
    with sync_playwright() as playwright:
        # Root, as in a container, may not start Chromium's own sandbox.
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """One window; what its console and its network complained of."""

    def __init__(self, browser: Browser, size: tuple[int, int], day: str = "", **options: Any) -> None:
        width, height = size
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        if day:
            self.page.clock.install(time=datetime.fromisoformat(f"{day}T10:00:00"))

    def open(self, file: Path) -> Page:
        self.page.goto(file.absolute().as_uri())
        return self.page

    def close(self) -> None:
        self.page.context.close()

    @property
    def is_too_wide(self) -> bool:
        wide = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert isinstance(wide, bool)
        return wide


def barriers(page: Page) -> list[str]:
    """What axe-core finds that would keep somebody from reading the page."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]
    ]
