"""`docgen archive verify`."""

from collections import Counter
from pathlib import Path

import click

from docgen.actions.archive_verify import archive_verify
from docgen.archive.verify.result import UNTESTED, Verified
from docgen.archive.verify.run import Wanted
from docgen.cli import options
from docgen.cli.findings import shown, summary
from docgen.cli.screen import Screen
from docgen.cli.verified import as_finding, as_json

_LINES = 12  # of a difference
_MOST = 50  # faults on the screen; --format json gives all


@click.command
@click.argument("place", metavar="[位置]", required=False, type=click.Path(path_type=Path))
@click.option("--ocfl", is_flag=True, help="再请 ocfl-py（OCFL 的参考程序）核验一遍。")
@click.option("--rebuild", is_flag=True, help="用存下的记录和模板重新生成每份文书，与存下的对照。")
@click.option(
    "--against", metavar="校验点", type=click.Path(path_type=Path, dir_okay=False),
    help="与另外保存的校验点（.json）对照，查出日志是否被整体改写或截短。",
)  # fmt: skip
@options.screen
@click.pass_context
def command(
    ctx: click.Context, screen: Screen, place: Path | None, ocfl: bool, rebuild: bool, against: Path | None
) -> int:
    """核验归档库：逐字节读一遍，看有没有被改动、缺少或多出。

    什么都不改动。位置可以是另一个归档库、任何 OCFL 库或其中一件、移交包（BagIt），不写就是本工作区的归档库。
    结果分真实性、完整性、可用性、安全性四项；查不了的写明“未检测”。

    例：
      docgen archive verify
      docgen archive verify --against U盘/12.json
      docgen archive verify 移交包
    """
    verified = archive_verify(options.folder(ctx), place, Wanted(ocfl, against), rebuild=rebuild)
    screen.data(as_json(verified))
    findings = [as_finding(fault) for fault in verified.faults]
    for finding in findings[: None if screen.verbose else _MOST]:
        screen.result(shown(finding))
    if len(findings) > _MOST and not screen.verbose:
        screen.note(f"另有 {len(findings) - _MOST} 处，加 -v 列出。")
    _tell_rebuilt(screen, verified)
    _tell(screen, verified)
    screen.note(summary(findings))
    return verified.exit_status


def _tell_rebuilt(screen: Screen, verified: Verified) -> None:
    if verified.rebuilt:
        found = Counter(one.result for one in verified.rebuilt)
        counts = "、".join(f"{result} {count} 份" for result, count in found.items())
        screen.result(f"重新生成并对照：{counts}")
    for one in verified.rebuilt:
        if one.difference:
            lines = one.difference.splitlines()
            screen.result(f"{one.object} {one.version}：{one.reason}")
            screen.result("\n".join(f"    {line}" for line in lines[: None if screen.verbose else _LINES]))


def _tell(screen: Screen, verified: Verified) -> None:
    tally = verified.tally
    read = f"{tally.files} 个文件、{tally.bytes:,} 字节"
    if tally.objects:
        read = f"{tally.objects} 件、{tally.versions} 版、{read}"
    screen.result(f"{verified.kind}：读了 {read}。")
    if verified.seq:
        screen.result(f"日志到第 {verified.seq} 号，校验值 {verified.head}")
    for heading, told in verified.properties().items():
        screen.result(f"{heading}：{told['result']}")
    for one in verified.untested:
        screen.result(f"{UNTESTED}（{one.heading.value}）：{one.what}。{one.why}")
