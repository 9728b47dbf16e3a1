"""`docgen archive checkpoint`."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from docgen.actions.archive_checkpoint import archive_checkpoint
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.option(
    "--key", metavar="密钥文件", type=click.Path(path_type=Path, dir_okay=False),
    help="用这个 SSH 私钥签名（ssh-keygen）。",
)  # fmt: skip
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, key: Path | None) -> int:
    """做一个校验点：记下日志现在到第几号、校验值是多少。

    写在归档文件夹的 checkpoints 里。请把它复制或打印出来，存在归档库以外：
    日后用 docgen archive verify --against 对照，就能查出日志有没有被整体改写或截短。

    例：
      docgen archive checkpoint
      docgen archive checkpoint --key ~/.ssh/id_ed25519
    """
    marked = archive_checkpoint(workspace, datetime.now().astimezone(), key)
    made = marked.checkpoint
    path = workspace.relative(marked.path)
    screen.data({**asdict(made), "path": path, "signature": path + ".sig" if marked.signature else ""})
    screen.result(f"日志到第 {made.seq} 号，共 {made.objects} 件、{made.versions} 版（{made.at}）")
    screen.result(f"校验值  sha512  {made.head}\n        SM3     {made.sm3}")
    screen.note(
        f"已写入 {path}{'，并已签名' if marked.signature else ''}。请复制或打印一份，存在归档库以外。"
    )
    return 0
