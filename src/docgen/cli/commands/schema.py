"""`docgen schema`."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from docgen.actions.schema import MODELS, file_name, labels, schema, write_schemas
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.screen import Screen
from docgen.errors import DocgenError
from docgen.workspace import Workspace, bundled


@click.command
@click.argument("kind", metavar="[branch|committee|paper]", required=False, type=click.Choice(list(MODELS)))
@click.option("--labels", "only_labels", is_flag=True, help="列出全部栏目的中文名称和可用的别名。")
@options.output_folder("写到这个文件夹里，不写则显示在屏幕上。")
@options.screen
@click.pass_context
def command(
    ctx: click.Context, screen: Screen, kind: str | None, only_labels: bool, output: Path | None
) -> int:
    """输出记录格式的 JSON Schema，供编辑器补全和检查。

    不写 branch（党支部）、committee（党委）或 paper（通用公文）就都要。编辑器装上 YAML 插件后，
    在记录第一行写上“# yaml-language-server: $schema=文件”即可。

    例：
      docgen schema -o data/schema
      docgen schema branch
      docgen schema --labels
    """
    kinds = (kind,) if kind else tuple(MODELS)
    if only_labels:
        return _show_labels(screen, kinds)
    templates = _templates(ctx)
    if output is not None:
        written = write_schemas(kinds, templates, output)
        screen.data({"files": [str(path) for path in written]})
        for path in written:
            screen.result(f"写好了：{path}")
        return 0
    schemas = {one: schema(one, templates) for one in kinds}
    whole = schemas[kind] if kind else {file_name(one): content for one, content in schemas.items()}
    screen.data(whole)
    screen.result(json.dumps(whole, ensure_ascii=False, indent=2))
    return 0


def _show_labels(screen: Screen, kinds: tuple[str, ...]) -> int:
    listed = {kind: labels(kind) for kind in kinds}
    screen.data({kind: [asdict(one) for one in found] for kind, found in listed.items()})
    for found in listed.values():
        rows = [(one.path, one.label, "、".join(one.aliases)) for one in found]
        screen.result(table(("键", "名称", "也可写作"), rows))
        screen.result("")
    return 0


def _templates(ctx: click.Context) -> tuple[Path, ...]:
    """Those of the workspace, or outside of any the built-in ones."""
    try:
        return Workspace.find(options.folder(ctx)).templates
    except DocgenError:
        return (bundled("templates"),)
