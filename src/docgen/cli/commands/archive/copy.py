"""`docgen archive copy`."""

from dataclasses import asdict

import click

from docgen.actions.archive_copy import archive_copy
from docgen.cli import options
from docgen.cli.progress import progress
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument("address", metavar="地址")
@click.option("--verify", is_flag=True, help="复制完把副本的每个文件读回来核对。")
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, address: str, verify: bool) -> int:
    """把归档库复制一份到别处：另一个磁盘、共享文件夹，或者 S3 存储。

    先复制文件，最后复制日志；中断了再执行一次，会接着复制。已经复制过的不再传。
    副本只用来保存和查对，不要在副本里印发文件。副本在文件夹里的，可以用 docgen archive verify 查验。

    例：
      docgen archive copy /mnt/备份/归档库
      docgen archive copy s3://beifen/guidang --verify
    """
    with progress(screen) as listener:
        made = archive_copy(workspace, address, verify=verify, listener=listener)
    screen.data({"address": address, **asdict(made)})
    screen.result(
        f"已复制到 {address}：新传 {made.sent} 个文件，原有 {made.there} 个，日志到第 {made.seq} 号"
    )
    if made.removed:
        screen.note(f"副本里 {made.removed} 个已经不属于归档库的文件已删去（销毁的，或上次中断留下的）。")
    if made.verified:
        screen.note(f"读回核对 {made.verified} 个文件，全部一致。")
    return 0
