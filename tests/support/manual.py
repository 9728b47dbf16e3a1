"""The examples in a rule's page of the manual, made records."""

import re
from typing import Any

import yaml

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, Rule
from docgen.campaign.subject import NO_BRANCH, Subject, arguments
from support.records import branch_data, make_office

_EXAMPLE = re.compile(r"^(正确|错误)::\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def examples(rule: Rule) -> dict[str, list[dict[str, Any]]]:
    """The right and the wrong examples of the page."""
    found: dict[str, list[dict[str, Any]]] = {"正确": [], "错误": []}
    for kind, text in _EXAMPLE.findall(rule.page + "\n"):
        found[kind].append(yaml.safe_load(re.sub(r"^    ", "", text, flags=re.MULTILINE)))
    return found


def office_with(rule: Rule, example: dict[str, Any]) -> Office:
    """The good office with the example in it: in its first branch, or in the committee's record."""
    changes: dict[str, dict[str, Any]] = {"branch": {}, "committee": {}}
    for key, value in example.items():
        changes[_whose(key, rule)][key] = value
    good = branch_data("Z01", **changes["branch"])
    return make_office(good, branch_data("Z02"), **changes["committee"])


def _whose(key: str, rule: Rule) -> str:
    of_branch = key in BranchRecord.model_fields or key == "schema"
    of_committee = key in CommitteeRecord.model_fields or key == "schema"
    if of_branch and of_committee:
        return "branch" if rule.scope == "branch" else "committee"
    return "branch" if of_branch else "committee"


def hits(rule: Rule, office: Office) -> list[Hit]:
    """What the rule finds in the office."""
    records = office.branches if rule.scope == "branch" else (NO_BRANCH,)
    subjects = [Subject(office, record) for record in records]
    return [hit for subject in subjects for hit in rule.check(*arguments(subject, rule.wanted))]
