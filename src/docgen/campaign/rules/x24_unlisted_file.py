"""X24 data/branches 里的文件没有列入清单 (found while loading)."""

from docgen.campaign.rule import file_fault
from docgen.findings import Severity


@file_fault(
    "X24",
    severity=Severity.INFO,
    remedy="要用这个文件，就把文件名补进党委记录的“支部文件”；不用就移到别的文件夹",
)
def branch_file_unlisted(name: str) -> str:
    """data/branches 里的记录文件，只有列入“支部文件”清单的才读取。"""
    return f"data/branches 里的“{name}”没有列入支部清单，没有读取"
