from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.campaign.models.record import BranchRecord
from docgen.records import Loaded, load

Read = Callable[[str | bytes], Loaded[BranchRecord]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Loads a text or bytes as the file of a branch."""

    def _read(content: str | bytes) -> Loaded[BranchRecord]:
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / "branch.yaml").write_bytes(data)
        return load("branch.yaml", tmp_path, BranchRecord)

    return _read
