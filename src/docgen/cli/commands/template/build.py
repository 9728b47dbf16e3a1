"""`docgen template build`."""

import click

from docgen.actions.template_build import build_templates
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument("kinds", metavar="[文种]…", nargs=-1, shell_complete=options.complete_kind)
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, kinds: tuple[str, ...]) -> int:
    """按旁边的 blocks.yaml 重做工作区里的模板。

    例：
      docgen template build study-plan
    """
    done = build_templates(workspace, kinds)
    screen.data({"templates": [{"path": path, "changed": changed} for path, changed in done.items()]})
    for path, changed in done.items():
        screen.result(f"{'已重做' if changed else '没有变化'}：{path}")
    if not done:
        screen.note("工作区的 templates 文件夹里没有带 blocks.yaml 的模板。")
    return 0
