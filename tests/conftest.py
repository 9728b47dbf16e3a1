"""What all tests share: `pytest --update-golden` rewrites the golden texts."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden texts")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden texts are rewritten instead of compared."""
    return bool(request.config.getoption("--update-golden"))
