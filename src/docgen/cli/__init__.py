"""The command line. Light to import: a command's own needs are imported when it is called."""

import errno
import json
import os
import sys
import traceback
from collections.abc import Sequence
from itertools import pairwise

import click
from click.exceptions import NoArgsIsHelpError

from docgen import __version__
from docgen.cli.folder import Folder
from docgen.cli.screen import prepare_streams
from docgen.cli.words import speak_chinese
from docgen.errors import DocgenError
from docgen.interruption import watch

_INTERRUPTED = 130
_OWN_FAULT = 70  # EX_SOFTWARE of sysexits.h

_HELP = """docgen：把一份记录变成全套公文。

常用：
  docgen init 我的党委        新建一个工作区（带一套示例记录）
  docgen check               检查记录填得对不对、全不全
  docgen build               生成全部文书，放在 output 文件夹里
  docgen build D21 -b Z01    只生成 Z01 支部的问题档案

退出码：0 正常；1 记录有错误或有文书没有做成；2 命令写错；3 本机缺少软件；
70 docgen 自身出错；130 中途被打断。
"""


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"docgen {__version__}")
        ctx.exit()


def root() -> click.Group:
    """The whole command with its sub-commands."""
    return Folder(
        "docgen.cli.commands",
        name="docgen",
        help=_HELP,
        context_settings={"help_option_names": ["-h", "--help"]},
        params=[
            click.Option(
                ["-C", "folder"],
                metavar="文件夹",
                type=click.Path(exists=True, file_okay=False),
                help="在这个工作区里执行，写在命令之前。",
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help="显示版本号。",
            ),
        ],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of one call (DESIGN 9); the only place where errors end."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    watch()
    prepare_streams()
    speak_chinese()
    try:
        status = root().main(given, prog_name="docgen", standalone_mode=False)
        sys.stdout.flush()
    except DocgenError as error:
        return _ended(error, given)
    except click.ClickException as error:
        return _misused(error, given)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断；没有留下写了一半的文件。", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has gone; Python would complain again when it closes the stream.
        _drop_output()
        return 1
    except OSError as error:
        if error.filename is not None or error.errno != errno.ENOSPC:
            return _broke(error, given)
        click.echo("docgen：结果写不出去：磁盘已满。请腾出空间再执行一次", err=True)
        _drop_output()
        return 1
    except Exception as error:
        # The last line of defence: nothing is carried on after it.
        return _broke(error, given)
    return status if isinstance(status, int) else 0


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _ended(error: DocgenError, given: Sequence[str]) -> int:
    if _wants_json(given):
        said = {"error": {"message": error.message, "remedy": error.remedy}}
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    click.echo(f"docgen：{error}", err=True)
    return error.exit_status


def _misused(error: click.ClickException, given: Sequence[str]) -> int:
    if isinstance(error, NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return error.exit_code
    message = error.format_message().rstrip(".。")
    if _wants_json(given):
        click.echo(json.dumps({"error": {"message": message, "remedy": ""}}, ensure_ascii=False, indent=2))
    click.echo(f"docgen：{message}", err=True)
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        click.echo(f"用法见 {ctx.command_path} --help", err=True)
    return error.exit_code


def _broke(error: Exception, given: Sequence[str]) -> int:
    told = f"docgen：程序自身出错（{type(error).__name__}），您的记录没有被改动。"
    if "-v" in given or "--verbose" in given:
        click.echo(traceback.format_exc(), err=True)
        click.echo(told, err=True)
    else:
        click.echo(f"{told}请加 -v 再执行一次，把显示的内容发给维护人员。", err=True)
    return _OWN_FAULT


def _wants_json(given: Sequence[str]) -> bool:
    return "--format=json" in given or ("--format", "json") in pairwise(given)
