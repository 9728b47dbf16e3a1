"""`docgen archive reindex`."""

import click

from docgen.actions.archive_search import reindex
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace) -> int:
    """从归档的文件重做查档用的索引。

    索引（index.sqlite）不是凭证，坏了、丢了都可以重做；平时查档会自动补上新归档的，用不着它。

    例：
      docgen archive reindex
    """
    versions = reindex(workspace)
    screen.data({"versions": versions})
    screen.note(f"索引已重做，收有 {versions} 版文书。")
    return 0
