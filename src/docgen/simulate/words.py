"""The words in words.yaml, group by group."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml


def words(group: str) -> Mapping[str, list[str]]:
    """The lists of one group."""
    return _all()[group]


@cache
def _all() -> Mapping[str, Mapping[str, list[str]]]:
    text = Path(__file__).with_name("words.yaml").read_text("utf-8")
    groups: Mapping[str, Mapping[str, list[str]]] = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # texts only
    return groups
