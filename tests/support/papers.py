"""Papers of the repository's kinds, made as `docgen build` makes them, and what they leave unsaid."""

import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docgen.build.paper import Workshop
from docgen.build.plan import Job
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.kinds import Catalogue, Paper, load_catalogue
from docgen.records.schema import Entity
from docgen.settings import Settings
from docgen.text.dates import month_day
from docgen.text.present import present
from support.docx import text_of
from support.records import SAMPLE, model, sample_office

TEMPLATES = Path(__file__).parents[2] / "templates"
DAY = date(2013, 1, 15)
# What a record may hold and a paper must print as it stands.
ODD_TEXT = "&<b>{{ 7*7 }}{% raw %}</w:p>"


@cache
def office() -> Office:
    """The sample office, read once."""
    return sample_office()


def sort_of(slug: str, variant: str = "") -> Paper:
    """The kind, or its variant, with this slug."""
    return next(paper for paper in _catalogue().find(slug).papers if paper.variant == variant)


@cache
def _catalogue() -> Catalogue:
    return load_catalogue([TEMPLATES])


def chosen_for(paper: Paper) -> Settings:
    """The settings under which the paper is made."""
    return Settings(**dict(paper.switch))


def office_for(paper: Paper) -> Office:
    """The sample office; for the one paper that nothing in the sample calls for, changed so that it does."""
    return _asked_by_word_of_mouth() if paper.label == "D30-slip" else office()


@cache
def _asked_by_word_of_mouth() -> Office:
    plain = records()
    for problem in plain["branch-Z01.yaml"]["problems"]:
        if problem.get("escalation"):
            problem["escalation"] |= {"kind": "口头", "relay": None}
    return office_of(plain)


def made(
    paper: Paper, whose: Office, branch: BranchRecord | None = None, item: Entity | None = None
) -> bytes:
    """The .docx that build makes of these records."""
    owner = branch.branch.id if branch else whose.committee.committee.id
    return _workshop(whose).make(Job(paper, owner, branch, item), draft=False).data


_workshops: dict[int, Workshop] = {}


def _workshop(whose: Office) -> Workshop:
    # A workshop keeps its prepared templates; one for all offices of a run saves most of the time.
    if not _workshops:
        _workshops[0] = Workshop(whose, Settings(), DAY)
    _workshops[0].office = whose
    return _workshops[0]


def words(docx: bytes) -> str:
    """The text of a paper without any white space: line ends depend on the layout."""
    return squeezed(text_of(docx))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def unprinted(entity: Entity | tuple[Entity, ...], paper: str) -> set[str]:
    """The key paths of `entity`, without indexes, of which some value does not stand in the paper's words."""
    return {path for path, value in values(entity) if not _stands_in(value, paper)}


def _stands_in(value: object, paper: str) -> bool:
    if isinstance(value, date) and month_day(value) in paper:
        return True
    text = squeezed(present(value)).rstrip("。")
    return all(part in paper for part in text.split("\n"))


def values(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every text, number and day below `value`, with its key path without indexes."""
    if isinstance(value, Entity):
        for field in value.model_fields_set:
            yield from values(getattr(value, field), f"{path}.{field}".lstrip("."))
    elif isinstance(value, tuple):
        for one in value:
            yield from values(one, path)
    elif not isinstance(value, bool | dict | type(None)) and value != "":
        yield path, value


def records() -> dict[str, dict[str, Any]]:
    """The sample records as plain mappings by file name, for tests that change or remove parts of them."""
    return deepcopy(_read_records())


@cache
def _read_records() -> dict[str, dict[str, Any]]:
    files = [SAMPLE / "committee.yaml", *sorted((SAMPLE / "branches").glob("*.yaml"))]
    return {file.name: yaml.safe_load(file.read_text("utf-8")) for file in files}


def office_of(plain: dict[str, dict[str, Any]]) -> Office:
    """The office of plain records, in the order of the mapping."""
    typed = {name: record for name, record in plain.items() if name != "committee.yaml"}
    branches = tuple(model(BranchRecord, record) for record in typed.values())
    return Office(model(CommitteeRecord, plain["committee.yaml"]), branches)


def with_odd_texts(plain: Any) -> Any:
    """The records with something that is markup elsewhere at the end of every text that has a stop."""
    return _mapped(plain, lambda text: f"{text[:-1]}{ODD_TEXT}。" if text.endswith("。") else text)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _mapped(one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [_mapped(one, change) for one in value]
    return change(value) if isinstance(value, str) else value


def thinned(value: Any, chance: random.Random, kept: frozenset[str]) -> Any:
    """The records with parts missing at random, but those under the keys in `kept`."""
    if isinstance(value, dict):
        return {
            key: one if key in kept else thinned(one, chance, kept)
            for key, one in value.items()
            if key in kept or chance.random() > 0.25
        }
    if isinstance(value, list):
        return [thinned(one, chance, kept) for one in value if chance.random() > 0.25]
    return value
