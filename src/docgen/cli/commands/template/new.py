"""`docgen template new`."""

import click

from docgen.actions.template_new import new_kind
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace

_LAYOUTS = ("plain", "red-head", "letter", "minutes", "form", "landscape")


@click.command
@click.argument("slug", metavar="英文名")
@click.option("--name", "name", metavar="中文名", required=True, help="文种的中文名，例如 学习计划。")
@click.option("--from", "source", default="", metavar="文种", help="照这个文种做，而不是从空白的开始。")
@click.option(
    "--layout", type=click.Choice(_LAYOUTS), default="plain", metavar="|".join(_LAYOUTS),
    help="版式：普通、红头、信函、纪要、表格、横表。默认普通。",
)  # fmt: skip
@click.option(
    "--scope", type=click.Choice(["branch", "committee"]), default="branch", metavar="branch|committee",
    help="每个党支部一份（默认），或全党委一份。",
)  # fmt: skip
@options.screen
@options.workspace
def command(
    screen: Screen, workspace: Workspace, slug: str, name: str, source: str, layout: str, scope: str
) -> int:
    """新做一种文书：说明、内容和模板都有了，马上就能生成，再改成想要的样子。

    例：
      docgen template new study-plan --name 学习计划
      docgen template new visit-form --name 走访表 --layout form
      docgen template new half-year-report --name 半年报告 --from D18
    """
    made = new_kind(workspace, slug, name, source, scope=scope, layout=layout)
    screen.data({"code": made.code, "slug": slug, "files": list(made.files)})
    screen.result(f"做好了 {made.code} {name}：")
    for file in made.files:
        screen.result(f"  {file}")
    screen.note(f"下一步：改好后执行 docgen template lint 检查，再执行 docgen build {slug}。")
    return 0
