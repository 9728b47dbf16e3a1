"""An archive of prepared bytes in the hospital's workspace: what filing and copying are tried on."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from docgen.archive.entries import Deposit
from docgen.archive.provenance import FILE, About, Provenance, written
from docgen.archive.writer import writing
from docgen.issuing.said import Said
from docgen.workspace import Workspace
from support.archives import Unsynced, clock
from support.issuing import hospital

SERIES = "urn:docgen:H31:2027:"
SAID = Said("钱进", "年度整理")
NOW = datetime(2029, 1, 5, 9, tzinfo=timezone(timedelta(hours=8)))
DOCX = b"PK the paper itself"


def deposit(name: str, event: str = "issue", files: dict[str, bytes] | None = None, **about: str) -> Deposit:
    """A paper of the year, by the last part of its id."""
    told = About(**{"author": "医院党委", "retention": "30年", "date": "2027-06-14", "pages": "2"} | about)
    parts = {"paper.pdf": f"%PDF {name}".encode(), "paper.docx": DOCX} if files is None else files
    proof = Provenance(SERIES + name, event, "钱进", "印发", "2027-06-14T09:00:00+08:00", "docgen 0", told)
    return Deposit(SERIES + name, event, {**parts, FILE: written(proof, parts)}, "钱进", "印发", told.doc_no)


def filed(folder: Path) -> Workspace:
    """A request, the reply to it with a signed scan, and a notice that is kept ten years."""
    made = hospital(folder)
    reply = {"scan/批复.txt": "同意。请示文号：院党〔2027〕3号。".encode()}
    with writing(made.archive, by="钱进", now=clock("2027-06-14T09:00:00+08:00"), disk=Unsynced()) as writer:
        writer.commit(
            [
                deposit("DW:D03-plan", title="关于审批方案的请示", doc_no="院党〔2027〕3号", code="D03"),
                deposit(
                    "DW:reply:1", "receive", reply, title="关于方案的批复", sender="市委", retention="",
                    doc_no="市委〔2027〕9号", date="2027-06-20", pages="",
                ),
                deposit("P1:D26-goals:G1", title="关于目标的公示", retention="10年", code="D26"),
            ]
        )  # fmt: skip
    return made


def spoiled(path: Path) -> None:
    """A byte more than there was."""
    path.write_bytes(path.read_bytes() + b"x")
