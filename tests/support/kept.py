"""An archive of a water company, with real papers: what history, show, diff and search are tried on."""

import io
from dataclasses import replace
from pathlib import Path

from docx import Document

from docgen.archive import provenance
from docgen.archive.entries import Deposit
from docgen.archive.provenance import About, Provenance
from docgen.archive.store import Archive
from docgen.archive.writer import writing
from support.archives import Unsynced, clock

BY = "芮𬱖"
METHOD = "urn:docgen:S77:2031:Z05:D22"
NOTICE = "urn:docgen:S77:2031:DW:D03"
RECORD_FILE = "record/branches/甲供水.yaml"

RECORD = """\
# 甲供水厂
schema: jinwei-shengji/v1
branch: {id: Z05, full_name: 中共某市水司甲供水厂支部委员会, secretary: 阿卜杜热合曼}
problems:
  - id: W1
    title: 抢修电话无人接听
    found_on: 2031-05-06
    measures:
      - {id: C1, action: 夜间值班制度上墙, responsible: 芮𬱖, deadline: 2031-06-20}
      - {id: C2, action: 统一登记本, responsible: 钱进, deadline: 2031-06-30}
"""
LATER_RECORD = RECORD.replace("deadline: 2031-06-20", "deadline: 2031-09-30").replace(
    "problems:\n", "problems:\n  - {id: W2, title: 管网图陈旧, found_on: 2031-05-07}\n"
)
TEXT = ("甲供水厂党支部晋位升级办法", "一、抢修电话夜间无人接听，6月20日前建立值班制度。", "二、统一登记。")
LATER_TEXT = (TEXT[0], TEXT[1].replace("6月20日", "9月30日"), TEXT[2])
NOTICE_TEXT = ("关于印发值班表的通知", "请各支部遵照<执行>&{{不得转发}}。")

OF_METHOD = About(
    kind="upgrade-method",
    code="D22",
    name="升级办法",
    owner="Z05",
    branch="Z05",
    title=TEXT[0],
    author="甲供水厂党支部",
    doc_no="市水司党发〔2031〕7号",
    date="2031-06-14",
    edition="1",
    retention="30年",
)
OF_NOTICE = About(
    kind="issue-notice",
    code="D03",
    name="通知",
    owner="DW",
    title=NOTICE_TEXT[0],
    author="市水司党委",
    doc_no="市水司党发〔2031〕8号",
    date="2031-06-15",
    edition="1",
    retention="10年",
)


def docx(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A paper of these paragraphs, and a table of these rows behind them."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def deposit(object_id: str, about: About, paper: bytes, record: str, event: str = "issue") -> Deposit:
    """A paper with its record and its provenance."""
    files = {"paper.docx": paper, RECORD_FILE: record.encode()}
    told = Provenance(object_id, event, BY, "印发", "2031-06-14T09:00:00+08:00", "docgen 9.9", about)
    return Deposit(
        object_id,
        event,
        {**files, provenance.FILE: provenance.written(told, files)},
        BY,
        "印发",
        about.doc_no,
    )


def kept(folder: Path) -> Archive:
    """A method with a correction and a scan, and a notice; one event a day from 2031-06-15."""
    with writing(folder, by=BY, now=clock(step_seconds=24 * 3600), disk=Unsynced()) as writer:
        writer.commit([deposit(METHOD, OF_METHOD, docx(*TEXT), RECORD)])
        writer.commit([deposit(NOTICE, OF_NOTICE, docx(*NOTICE_TEXT), "水表: 一户一表")])
        corrected = replace(OF_METHOD, edition="2")
        writer.commit([deposit(METHOD, corrected, docx(*LATER_TEXT), LATER_RECORD, "correction")])
        writer.commit([scan()])
    return Archive.open(folder)


def scan() -> Deposit:
    """The signed scan of the method."""
    return Deposit(METHOD, "attach", {"scan/签字扫描件.pdf": b"%PDF-1.7 scan"}, BY, "签字后扫描")


def workspace(folder: Path) -> Path:
    """A workspace with this archive and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "docgen.toml").write_text("", encoding="utf-8")
    kept(folder / "archive")
    return folder
