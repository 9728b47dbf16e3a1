"""`docgen template copy`."""

import click

from docgen.actions.template_copy import copy_templates
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument("kind", metavar="文种", shell_complete=options.complete_kind)
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, kind: str) -> int:
    """把自带的模板复制到工作区，好在 Word 或 WPS 里改；以后就用改过的。

    工作区里已有的不会被覆盖；想恢复自带的样子，删去工作区里的那一份即可。

    例：
      docgen template copy agreement
    """
    copied, kept = copy_templates(workspace, kind)
    screen.data({"copied": list(copied), "kept": list(kept)})
    for file in copied:
        screen.result(f"已复制：{file}")
    for file in kept:
        screen.result(f"工作区里已有，没有动：{file}")
    screen.note("下一步：用 Word 或 WPS 打开修改（各段的样式不要改），再执行 docgen template lint 检查。")
    return 0
