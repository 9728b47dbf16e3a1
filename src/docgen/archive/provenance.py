"""provenance.json: what one version of a paper was made from, by whom, when and why (W3C PROV-JSON).

One activity is the event; it used the record, the template and the settings, and generated the other files.
The entity of the paper bears what is known of it; every version of an object carries it on.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any
from urllib.parse import quote

from docgen.errors import DocgenError

FILE = "provenance.json"
_PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "docgen": "urn:docgen:term:",
    "file": "urn:docgen:file:",
}
_EVENT, _PAPER, _PERSON, _PROGRAM = "docgen:event", "docgen:paper", "docgen:person", "docgen:program"
_USED = ("record/", "template/", "profile.toml")


class FaultyProvenance(DocgenError):
    """A provenance.json is not as docgen writes it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{FILE} 读不懂（{what}）", "请执行 docgen archive verify 查明")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a paper: texts, "" for what does not apply. Days are ISO."""

    kind: str = ""  # slug
    code: str = ""
    variant: str = ""
    name: str = ""  # of the kind, in Chinese
    owner: str = ""
    branch: str = ""  # "" for a paper of the committee
    item: str = ""
    title: str = ""
    author: str = ""  # 责任者
    doc_no: str = ""
    date: str = ""  # 成文日期
    edition: str = ""  # 版次, the record's own
    retention: str = ""
    pages: str = ""
    as_of: str = ""
    inputs: str = ""  # digest of what feeds the paper: equal, and nothing has changed
    replaces: str = ""  # the object whose number was changed
    by_hand: str = ""  # 是: finished in Word, so that the record alone does not make it
    allowed: str = ""  # codes of findings that were let through, by spaces
    sender: str = ""  # who sent a paper of others


@dataclass(frozen=True, slots=True)
class Provenance:
    """One event and the paper it happened to."""

    object: str
    event: str
    by: str
    reason: str
    at: str
    program: str
    about: About = About()
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Numbers and days that other papers had been given and this one may quote, by their short names."""

    @property
    def doc_no(self) -> str:
        return self.about.doc_no

    @property
    def date(self) -> str:
        return self.about.date


def written(told: Provenance, files: Mapping[str, bytes]) -> bytes:
    """provenance.json of a version that holds these files: by their digests it speaks of no others."""
    names = sorted(name for name in files if name != FILE)
    used = [name for name in names if name.startswith(_USED)]
    made = [name for name in names if name not in used]
    event = {
        "prov:type": f"docgen:{told.event}",
        "prov:endTime": told.at,
        "docgen:by": told.by,
        "docgen:reason": told.reason,
        "docgen:date": told.date,
        "docgen:doc_no": told.doc_no,
    }
    document: dict[str, Any] = {
        "prefix": _PREFIXES,
        "entity": {
            _PAPER: _paper(told),
            **{_file(name): {"docgen:path": name, "docgen:sha512": _sha512(files[name])} for name in names},
        },
        "activity": {_EVENT: event},
        "agent": {
            _PERSON: {"prov:type": "prov:Person", "prov:label": told.by},
            _PROGRAM: {"prov:type": "prov:SoftwareAgent", "prov:label": told.program},
        },
        "used": _relations("used", used, "prov:entity"),
        "wasGeneratedBy": _relations("made", made, "prov:entity"),
        "wasAssociatedWith": {
            "_:by": {"prov:activity": _EVENT, "prov:agent": _PERSON},
            "_:with": {"prov:activity": _EVENT, "prov:agent": _PROGRAM},
        },
    }
    if told.about.replaces:
        document["entity"]["docgen:replaced"] = {"docgen:object": told.about.replaces}
        document["wasDerivedFrom"] = {
            "_:revision": {
                "prov:generatedEntity": _PAPER,
                "prov:usedEntity": "docgen:replaced",
                "prov:type": "prov:Revision",
            }
        }
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(data: bytes) -> Provenance:
    """What a provenance.json tells. Raises FaultyProvenance."""
    try:
        told = json.loads(data)
        event, paper = told["activity"][_EVENT], told["entity"][_PAPER]
        about = {one.name: str(paper.get(f"docgen:{one.name}", "")) for one in fields(About)}
        return Provenance(
            object=paper["docgen:object"],
            event=event["prov:type"].removeprefix("docgen:"),
            by=event["docgen:by"],
            reason=event["docgen:reason"],
            at=event["prov:endTime"],
            program=told["agent"][_PROGRAM]["prov:label"],
            about=About(**{**about, "doc_no": event["docgen:doc_no"], "date": event["docgen:date"]}),
            given=json.loads(paper.get("docgen:given", "{}")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as reason:
        raise FaultyProvenance(type(reason).__name__) from reason


def _paper(told: Provenance) -> dict[str, str]:
    known = {f"docgen:{name}": value for name, value in asdict(told.about).items() if value}
    given = json.dumps(told.given, ensure_ascii=False, sort_keys=True) if told.given else ""
    return {"docgen:object": told.object, **known, **({"docgen:given": given} if given else {})}


def _file(name: str) -> str:
    return f"file:{quote(name)}"  # a qualified name holds no blanks


def _sha512(data: bytes) -> str:
    return hashlib.sha512(data).hexdigest()


def _relations(name: str, files: list[str], role: str) -> dict[str, dict[str, str]]:
    return {
        f"_:{name}{number}": {"prov:activity": _EVENT, role: _file(path)} for number, path in enumerate(files)
    }
