"""`docgen archive destroy`."""

from dataclasses import asdict
from datetime import date

import click

from docgen.actions.archive_destroy import archive_destroy
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.issuing.said import Said
from docgen.workspace import Workspace


@click.command
@click.argument("addresses", metavar="地址...", nargs=-1, required=True)
@click.option("--approver", default="", metavar="姓名", help="批准销毁的人，必写。")
@options.by
@options.reason
@click.option("--dry-run", is_flag=True, help="只看哪些可以销毁，什么也不动。")
@options.wait
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    addresses: tuple[str, ...],
    approver: str,
    by: str,
    reason: str,
    dry_run: bool,
    wait_seconds: float,
) -> int:
    """经鉴定后销毁保管期满的归档文件。销毁不能恢复，日志和销毁清册永久留存。

    保管期从成文的次年算起；永久保管的、没有到期的、没有定期限的，一律不能销毁。
    写了几件的，有一件不能销毁就都不动。

    例：
      docgen archive destroy Z01:D26-goals:G1 --by 张三 --approver 李四 --reason 期满，经鉴定可以销毁
    """
    said = Said(by, reason, wait_seconds, screen.note)
    made = archive_destroy(workspace, addresses, approver, said, date.today(), dry_run=dry_run)
    screen.data(
        {
            "destroyed": [asdict(one) for one in made.destroyed] if made.listed else [],
            "register": made.listed,
            "failed": [{"message": fault.message, "remedy": fault.remedy} for fault in made.faults],
        }
    )
    for one in made.destroyed:
        mark = "已销毁" if made.listed else "可以销毁"
        screen.result(f"{mark}  {one.archival_no or one.object}  {one.title}（{one.retention}）")
    for fault in made.faults:
        screen.note(str(fault))
    if made.faults:
        screen.note("什么也没有销毁。")
        return 1
    if made.listed:
        screen.note(f"已记入销毁清册；要打印、签字，请执行 docgen archive show {made.listed} -o 文件夹")
    return 0
