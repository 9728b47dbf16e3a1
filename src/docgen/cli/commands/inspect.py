"""`docgen inspect`."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.progress import progress
from docgen.cli.screen import Screen
from docgen.settings import Settings
from docgen.workspace import NoWorkspace, Workspace

if TYPE_CHECKING:
    from docgen.inspect.inspecting import Outcome

_PATHS = click.Path(path_type=Path)


@click.command
@click.argument("paths", metavar="文件或文件夹…", nargs=-1, type=_PATHS)
@click.option("--annotate", is_flag=True, help="另存一份带批注的 Word 文件，并在页面图片上标出位置。")
@click.option("--fix", is_flag=True, help="另存一份改正了页面设置、字体、标点等的 Word 文件。")
@click.option(
    "-o", "--output", "folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False),
    help="批注和改正后的文件放在这里；不写就放在原文件旁边。",
)  # fmt: skip
@click.option("--no-pages", is_flag=True, help="只检查 Word 文件的内容，不排版、不检查页面（快得多）。")
@click.option(
    "-j", "processes", metavar="个数", type=click.IntRange(1, 64), help="同时用几个进程，默认自动。"
)
@click.option("--rules", is_flag=True, help="列出全部格式规则，不检查文件。")
@click.option("--explain", "code", metavar="规则编号", help="说明一条规则。")
@options.screen
@click.pass_context
def command(
    ctx: click.Context,
    screen: Screen,
    paths: tuple[Path, ...],
    annotate: bool,
    fix: bool,
    folder: Path | None,
    no_pages: bool,
    processes: int | None,
    rules: bool,
    code: str | None,
) -> int:
    """按 GB/T 9704 检查任何 .docx、.pdf 公文的格式，量到毫米。

    不论是不是用 docgen 做的，都能检查；原文件不会被改动。

    例：
      docgen inspect 通知.docx
      docgen inspect 发文 --annotate -o 检查结果
      docgen inspect 请示.docx --fix
      docgen inspect --explain P02
    """
    if code is not None:
        return _explain(screen, code)
    if rules:
        return _list_rules(screen)
    if not paths:
        raise click.UsageError("没有写要检查的文件", ctx)
    # The rules and what they read with are not for whoever only wants help.
    from docgen.actions.inspect import files_in, house, inspect_files
    from docgen.cli.inspection import as_json, closing, report
    from docgen.inspect.inspecting import Wish

    wish, own = Wish(annotate=annotate, fix=fix), house(_settings(ctx))
    at = options.folder(ctx)
    files = files_in([at / path for path in paths])
    with progress(screen) as listener:
        outcomes = inspect_files(files, own, listener, wish, rendered=not no_pages, processes=processes or 0)
    for path, outcome in zip(files, outcomes, strict=True):
        screen.result(report(path, outcome.inspected, verbose=screen.verbose or len(files) == 1))
        _copied(screen, path, outcome, folder)
    screen.data(as_json(files, outcomes))
    screen.note(closing([outcome.inspected for outcome in outcomes]))
    return max(outcome.inspected.exit_status for outcome in outcomes)


def _copied(screen: Screen, path: Path, outcome: "Outcome", folder: Path | None) -> None:
    from docgen.actions.inspect import write_copies
    from docgen.cli.inspection import corrections

    for text in corrections(outcome):
        screen.result(text)
    for written in write_copies(path, outcome, folder):
        screen.note(f"已另存 {written}")


def _settings(ctx: click.Context) -> Settings | None:
    """The workspace's settings; a file can be inspected outside of any."""
    try:
        return Workspace.find(options.folder(ctx)).settings
    except NoWorkspace:
        return None


def _explain(screen: Screen, code: str) -> int:
    from docgen.actions.inspect_rules import explain_format

    page = explain_format(code)
    screen.data(asdict(page))
    screen.result(f"{page.code}  {page.title}\n\n{page.text}")
    return 0


def _list_rules(screen: Screen) -> int:
    from docgen.actions.inspect_rules import format_pages

    pages = format_pages()
    screen.data({"rules": [asdict(page) for page in pages]})
    rows = [(page.code, page.severity, page.title, page.clause) for page in pages]
    screen.result(table(("编号", "程度", "要求", "依据"), rows))
    screen.note("用 --explain 编号 看一条的说明。")
    return 0
