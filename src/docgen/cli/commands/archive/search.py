"""`docgen archive search`."""

from dataclasses import asdict

import click

from docgen.actions.archive_search import search_archive
from docgen.archive.index.searching import Found, Wanted
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace

_SHOWN = 20


@click.command
@click.argument("words", metavar="[词]…", nargs=-1)
@click.option("--year", metavar="年度", callback=lambda _c, _p, value: value and options.four_digits(value),
              help="只查这个年度的，四位数字。")  # fmt: skip
@click.option("-b", "--branch", metavar="支部", help="只查这个支部的（编号、简称，或公文署的名称）。")
@click.option("--kind", metavar="文种", help="只查这个文种的（如 D22、upgrade-method 或 升级办法）。")
@click.option("--number", metavar="文号", help="只查这个文号的；只写数字也行。")
@click.option("--person", metavar="姓名", help="只查由此人经办或写到此人的。")
@click.option("--retention", metavar="期限", help="只查这个保管期限的（永久、30年、10年）。")
@click.option("--all-versions", is_flag=True, help="连旧版也查；不写只查最新一版。")
@click.option("-n", "--limit", type=click.IntRange(min=0), default=_SHOWN, metavar="件数",
              help=f"最多列出多少件，0 是全部；不写是 {_SHOWN}。")  # fmt: skip
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    words: tuple[str, ...],
    year: str | None,
    branch: str | None,
    kind: str | None,
    number: str | None,
    person: str | None,
    retention: str | None,
    all_versions: bool,
    limit: int,
) -> int:
    """在归档的文书和记录里查词。

    一两个字的词、四字节的生僻字都查得到；写几个词，就查几个词都有的。正文写到的排在前面，
    只有所用记录里写到的排在后面。

    例：
      docgen archive search 制度
      docgen archive search 会签 规则 --year 2012 -b Z01
      docgen archive search --number 12 --year 2012
      docgen archive search --person 芮𬱖
    """
    wanted = Wanted(
        words, year or "", branch or "", kind or "", number or "", person or "", retention or "",
        all_versions, limit,
    )  # fmt: skip
    found = search_archive(workspace, wanted)
    screen.data({"hits": [asdict(hit) for hit in found.hits], "total": found.total})
    if found.warning:
        screen.note(found.warning)
    _show(screen, found)
    return 0


def _show(screen: Screen, found: Found) -> None:
    for hit in found.hits:
        about = "  ".join(filter(None, (hit.doc_no, hit.date)))
        screen.result(click.style(hit.title or hit.object, bold=True) + (f"  {about}" if about else ""))
        screen.result(f"  {hit.object}@{hit.version}")
        if hit.snippet:
            screen.result(f"  {hit.snippet}")
    left = found.total - len(found.hits)
    screen.note(
        f"共 {found.total} 件" + (f"，还有 {left} 件没有列出，可用 -n 0 全部列出。" if left else "。")
    )
