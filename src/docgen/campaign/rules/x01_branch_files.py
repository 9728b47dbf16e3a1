"""X01 记录文件都在 (found while loading, in build)."""

from docgen.campaign.rule import page_only
from docgen.findings import Severity

page_only(
    "X01",
    severity=Severity.ERROR,
    remedy="把文件放进 data/branches，或者在党委记录的“支部文件”里改正文件名、删去这一行",
    page="""工作区里要有党委的记录文件；它的“支部文件”清单列出的每个文件，都要放在 data/branches 里。

正确::

    branches: [branch-Z01.yaml]        # data/branches/branch-Z01.yaml 在

错误::

    branches: [branch-Z1.yaml]         # 没有这个文件
""",
)
