"""`docgen list kinds`."""

import click

from docgen.actions.list_kinds import list_kinds
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.findings import shown
from docgen.cli.screen import Screen
from docgen.kinds import Kind
from docgen.workspace import Workspace

_SCOPES = {"committee": "党委", "branch": "党支部", "paper": "自拟公文"}


@click.command
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace) -> int:
    """列出能生成哪些文种。

    例：
      docgen list kinds
    """
    kinds, findings = list_kinds(workspace)
    screen.data({"kinds": [_as_json(kind) for kind in kinds]})
    rows = [
        (paper.label, kind.slug, kind.name, _SCOPES[paper.scope], paper.state)
        for kind in kinds
        for paper in kind.papers
    ]
    screen.result(table(("代号", "名称", "文种", "单位", "阶段"), rows))
    for finding in findings:
        screen.note(shown(finding))
    return 1 if findings else 0


def _as_json(kind: Kind) -> dict[str, object]:
    first = kind.papers[0]
    return {
        "code": kind.code,
        "slug": kind.slug,
        "name": kind.name,
        "variants": list(kind.variants),
        "scope": first.scope,
        "state": first.state,
    }
