"""`docgen template lint`."""

from datetime import date
from pathlib import Path

import click

from docgen.actions.template_lint import lint_template
from docgen.cli import options
from docgen.cli.findings import counts, shown, summary
from docgen.cli.screen import Screen
from docgen.findings import has_errors
from docgen.workspace import NoWorkspace, Workspace


@click.command
@click.argument(
    "files", metavar="模板.docx…", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False)
)
@click.option(
    "--kind", "kind", default="", metavar="文种", help="按这个文种检查名称；放在文种的文件夹里的不用写。"
)
@options.screen
@click.pass_context
def command(ctx: click.Context, screen: Screen, files: tuple[Path, ...], kind: str) -> int:
    """检查模板：写错的标签、没有的名称、丢了含义的样式、不合格式的设置。

    每一处都指明是第几段。改过自带模板之后、自己做了模板之后，先检查再使用。

    例：
      docgen template lint templates/agreement/template.docx
      docgen template lint 责任书.docx --kind D07
    """
    try:
        workspace = Workspace.find(options.folder(ctx))
    except NoWorkspace:
        workspace = None
    found = []
    for file in files:
        of_file, paper = lint_template(workspace, file, kind, date.today())
        found += of_file
        judged = f"按 {paper.label} {paper.name}检查" if paper else "没有说明文种，名称未检查（可加 --kind）"
        screen.note(f"{file}：{judged}")
    screen.data({"findings": [finding.as_json() for finding in found], "summary": counts(found)})
    for finding in found:
        screen.result(shown(finding))
    screen.note(summary(found))
    return 1 if has_errors(found) else 0
