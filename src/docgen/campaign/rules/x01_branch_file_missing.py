"""X01 支部清单里的文件找不到 (found while loading)."""

from docgen.campaign.rule import file_fault
from docgen.findings import Severity


@file_fault(
    "X01",
    severity=Severity.ERROR,
    remedy="把文件放进 data/branches，或者在党委记录的“支部文件”里改正文件名、删去这一行",
)
def branch_file_missing(name: str) -> str:
    """“支部文件”清单列出的每个文件都要放在 data/branches 里。"""
    return f"支部清单列出了“{name}”，但 data/branches 里没有这个文件"
