"""Official papers written in a test: a workspace that holds them, and what build makes of them."""

from datetime import date
from pathlib import Path

import yaml

from docgen.build.office import LoadedOffice, load_office
from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.findings import Finding
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from docgen.workspace import Workspace
from support.papers import TEMPLATES

DAY = date(2026, 3, 2)
COMMITTEE = """
schema: jinwei-shengji/v1
committee:
  id: YY
  full_name: 中共江滨市第一人民医院委员会
  short_name: 市一医院党委
  office: {name: 党委办公室}
  doc_prefixes: {上行: 江一院党, 下行: 江一院党发, 函: 江一院党函}
"""
GOOD = {
    "schema": "official-paper/v1",
    "genre": "通知",
    "title": "关于开展消防安全检查的通知",
    "number": "江一院党发〔2026〕7号",
    "date": date(2026, 3, 2),
    "recipients": ["各党支部", "各科室"],
    "body": "为做好消防安全工作，现将有关事项通知如下。\n一、检查时间\n2026年3月9日至13日。\n特此通知。",
}


def workspace(folder: Path, *papers: dict, texts: dict[str, bytes] | None = None) -> Workspace:
    """A hospital's workspace with these papers (p1, p2, …) and text files beside them."""
    home = folder / "data" / "papers"
    home.mkdir(parents=True, exist_ok=True)
    (folder / "data" / "committee.yaml").write_text(COMMITTEE, "utf-8")
    for number, paper in enumerate(papers, 1):
        (home / f"p{number}.yaml").write_text(yaml.safe_dump(paper, allow_unicode=True), "utf-8")
    for name, data in (texts or {}).items():
        (home / name).write_bytes(data)
    return Workspace(folder, Settings())


def good(**changes: object) -> dict:
    """A good notice with changes; None takes a key away."""
    return {key: value for key, value in {**GOOD, **changes}.items() if value is not None}


def loaded(folder: Path, *papers: dict, **options: dict[str, bytes]) -> LoadedOffice:
    """The workspace of these papers, read."""
    return load_office(workspace(folder, *papers, **options), DAY, DAY)


def findings(folder: Path, *papers: dict, **options: dict[str, bytes]) -> list[Finding]:
    """What is wrong with these papers."""
    return [one for one in loaded(folder, *papers, **options).findings if "/papers/" in one.file]


def made(folder: Path, *papers: dict, slip: bool = False, **options: dict[str, bytes]) -> list[bytes]:
    """The .docx of each paper in order, or its drafting slip."""
    office = loaded(folder, *papers, **options).office
    assert office is not None
    kind = load_catalogue([TEMPLATES]).find("official-paper")
    jobs = plan(kind.papers, office, Settings())
    chosen = [job for job in jobs if (job.paper.variant == "slip") is slip]
    chosen.sort(key=lambda job: job.item_id)
    shop = Workshop(office, Settings(), DAY)
    return [shop.make(job, draft=False).data for job in chosen]
