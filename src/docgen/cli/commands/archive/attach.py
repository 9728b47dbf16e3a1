"""`docgen archive attach`."""

from pathlib import Path

import click

from docgen.actions.archive_attach import attach
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.issuing.said import Said
from docgen.workspace import Workspace


@click.command
@click.argument("address", metavar="地址")
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--as", "called", required=True, type=click.Choice(["签字扫描件", "回执", "照片"]), help="附的是什么。"
)
@options.by
@options.reason
@options.wait
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    address: str,
    files: tuple[Path, ...],
    called: str,
    by: str,
    reason: str,
    wait_seconds: float,
) -> int:
    """给归档的文书附上签字扫描件、回执或照片，成为它的新一版，原来的各版不变。

    可以附 PDF、PNG、JPG、TIFF、DOCX、XLSX；空的、打不开的、内容和扩展名不符的不收。

    例：
      docgen archive attach Z01:D07 责任书签字页.pdf --as 签字扫描件 --by 张三 --reason 双方签字
    """
    kept = attach(workspace, address, files, called, Said(by, reason, wait_seconds, screen.note))
    screen.data({"object": kept.object, "version": kept.version, "seq": kept.seq})
    screen.result(f"{kept.object}@{kept.version}")
    screen.note(f"已附上 {len(files)} 个文件。")
    return 0
