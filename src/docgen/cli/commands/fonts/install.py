"""`docgen fonts install`."""

from pathlib import Path

import click

from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.pdf.fonts import install


@click.command
@click.option(
    "--from",
    "source",
    metavar="文件夹",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="不联网：从这个文件夹取字体文件或 .deb 软件包。",
)
@options.screen
def command(screen: Screen, source: Path | None) -> int:
    """安装替代字体，使 PDF 的字形符合公文要求。

    例：
      docgen fonts install
      docgen fonts install --from 字体
    """
    folder = install(source_folder=source, progress=screen.note)
    screen.data({"folder": str(folder)})
    return 0
