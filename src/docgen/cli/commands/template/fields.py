"""`docgen template fields`."""

from dataclasses import asdict
from datetime import date

import click

from docgen.actions.template_fields import filters, template_fields
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument("kind", metavar="文种", shell_complete=options.complete_kind)
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, kind: str) -> int:
    """列出模板里可以用的名称，附中文名和记录里的值。

    名称里有 [] 的是清单，要用循环取：problems[].title 写成
    {% for p in problems %}{{ p.title }}{% endfor %}。中文名也能直接用：{{ 支部.书记 }}。

    例：
      docgen template fields D22
      docgen template fields D26-result
    """
    listed = template_fields(workspace, kind, date.today())
    known = filters()
    screen.data(
        {
            "papers": [
                {
                    "code": paper.code,
                    "variant": paper.variant,
                    "name": paper.name,
                    "fields": [asdict(one) for one in fields],
                }
                for paper, fields in listed.items()
            ],
            "filters": [{"names": list(one.names)} for one in known],
        }
    )
    for paper, fields in listed.items():
        screen.result(f"{paper.label} {paper.name}")
        screen.result(
            table(("名称", "中文名", "现有的值"), [(one.name, one.label, one.sample) for one in fields])
        )
    screen.result("过滤器（写在名称后面，如 {{ target.by | 日期 }}）：")
    screen.result("  " + "\n  ".join("、".join(one.names) for one in known))
    return 0
