"""`docgen build`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import click

from docgen.actions.build import Built, Wanted, build
from docgen.build.cluster_address import ClusterAddress
from docgen.build.outcome import Outcome
from docgen.build.outcomes import Tally
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.progress import progress
from docgen.cli.screen import Screen
from docgen.workspace import Workspace

_LINES = 400  # of papers, unless all are asked for
_STATUS = {"written": "已生成", "unchanged": "没有变化", "skipped": "未生成", "failed": "失败"}


def _certificate(name: str, told: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    return click.option(name, metavar="文件", type=click.Path(path_type=Path), help=told)


@click.command
@options.papers("做")
@options.as_of
@click.option("--pdf", is_flag=True, help="同时生成 PDF。")
@click.option("--pdfa", is_flag=True, help="同时生成供长期保存的 PDF（PDF/A-2b，字体全部嵌入）。")
@click.option(
    "-j",
    "processes",
    metavar="个数",
    type=click.IntRange(min=1),
    default=None,
    help="同时用几个进程，默认自动。",
)
@click.option(
    "--cluster", metavar="地址", help="交给 Dask 集群的工作机去做，写 tcp://主机:端口 或 tls://主机:端口。"
)
@_certificate("--cluster-ca", "集群的根证书（PEM 文件），地址用 tls:// 时需要。")
@_certificate("--cluster-cert", "本机连接集群用的证书（PEM 文件）。")
@_certificate("--cluster-key", "上面这个证书的私钥（PEM 文件）。")
@click.option("--force", is_flag=True, help="手工改过的文书也重新生成，改过的移到“旧版”文件夹。")
@click.option("--verify", is_flag=True, help="逐个文件核对已生成的文书，不只看大小和时间。")
@click.option("--blank", is_flag=True, help="做空白表：表格和清单里什么都不填，供手写。")
@click.option("--dry-run", is_flag=True, help="只列出要做的文书，不写文件。")
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    kinds: tuple[str, ...],
    branches: tuple[str, ...],
    as_of: date | None,
    pdf: bool,
    pdfa: bool,
    processes: int | None,
    cluster: str | None,
    cluster_ca: Path | None,
    cluster_cert: Path | None,
    cluster_key: Path | None,
    force: bool,
    dry_run: bool,
    verify: bool,
    blank: bool,
) -> int:
    """生成文书，放在 output 文件夹里。

    不写文种就生成全部；文种可以写代号（D21）、名称（problem-dossier）或中文名。
    生成之后手工改过的文书不会被覆盖。记录有错误时文书带“草稿”字样。

    例：
      docgen build
      docgen build D21 D22 -b Z01 --pdf
      docgen build 问题档案 -b 机关第一党支部
      docgen build summary
      docgen build --blank
      docgen build --cluster tcp://10.0.0.5:8786
    """
    where = _cluster(cluster, cluster_ca, cluster_cert, cluster_key)
    if blank:
        return _blank(screen, workspace, kinds)
    wanted = Wanted(kinds, branches, as_of, pdf, pdfa, processes or 0, force, dry_run, verify, where)
    with progress(screen) as listener:
        built = build(workspace, wanted, date.today(), listener, screen.note)
    folder = workspace.relative(workspace.output)
    screen.long_data("files", (_file_as_json(outcome, folder) for outcome in built.outcomes), _as_json(built))
    _show(screen, built, workspace, dry_run=dry_run)
    return built.exit_status


def _cluster(
    address: str | None, ca: Path | None, cert: Path | None, key: Path | None
) -> ClusterAddress | None:
    if address is not None:
        return ClusterAddress.typed(address, ca, cert, key)
    if ca or cert or key:
        raise click.UsageError("--cluster-ca、--cluster-cert、--cluster-key 要和 --cluster 一起用")
    return None


def _blank(screen: Screen, workspace: Workspace, kinds: tuple[str, ...]) -> int:
    # A build with nothing to do is over before this is imported.
    from docgen.actions.blank_forms import FOLDER, blank_forms

    made = blank_forms(workspace, kinds, date.today())
    folder, count = workspace.relative(workspace.output), Counter(form.status for form in made)
    files = [
        {
            "kind": form.paper.slug,
            "code": form.paper.code,
            "variant": form.paper.variant,
            "path": f"{folder}/{form.path}" if form.status != "failed" else "",
            "status": form.status,
            "reason": form.reason,
        }
        for form in made
    ]
    summary = {status: count[status] for status in ("written", "unchanged", "failed")}
    screen.data({"files": files, "summary": summary})
    rows = [(form.paper.label, form.paper.name, _STATUS[form.status], form.path) for form in made]
    screen.result(table(("代号", "文种", "结果", "文件"), rows))
    for form in made:
        if form.reason:
            screen.note(f"{form.paper.label}：{form.reason}")
    screen.note(f"空白表 {len(made)} 张，在 {workspace.output / FOLDER}")
    return 1 if count["failed"] else 0


def _as_json(built: Built) -> dict[str, Any]:
    count = _count(built, lambda sort: sort.status)
    summary: dict[str, Any] = {status: count[status] for status in _STATUS}
    drafts = _count(built, lambda sort: sort.draft)[True]
    if built.unsaved is not None:
        summary["unsaved"] = str(built.unsaved)
    return {
        "moved": [{"path": one.path, "to": one.moved_to, "reason": one.note} for one in built.orphans],
        "summary": {**summary, "drafts": drafts, "unread": list(built.unread), "on": built.as_of.isoformat()},
    }


def _count(built: Built, what: Callable[[Tally], Any]) -> Counter[Any]:
    count: Counter[Any] = Counter()
    for sort, number in built.outcomes.counted.items():
        count[what(sort)] += number
    return count


def _file_as_json(outcome: Outcome, folder: str) -> dict[str, Any]:
    job = outcome.job
    there = outcome.status in ("written", "unchanged")
    return {
        "kind": job.slug,
        "code": job.code,
        "variant": job.variant,
        "branch": job.branch_id,
        "item": job.item_id,
        "path": f"{folder}/{job.path}" if there else "",
        "pdf": f"{folder}/{outcome.pdf}" if outcome.pdf else "",
        "status": outcome.status,
        "draft": outcome.draft,
        "reason": outcome.reason,
        "notes": list(outcome.notes),
    }


def _show(screen: Screen, built: Built, workspace: Workspace, *, dry_run: bool) -> None:
    if not screen.as_json:
        _list(screen, built, dry_run=dry_run)
    if not screen.quiet:
        _talk(screen, built, workspace, dry_run=dry_run)


def _list(screen: Screen, built: Built, *, dry_run: bool) -> None:
    shown = _worth_a_line(_listed(screen, built), len(built.outcomes), verbose=screen.verbose)
    rows = ((o.job.label, o.job.name, o.job.owner, _status(o, dry_run=dry_run), o.job.path) for o in shown)
    titles: tuple[str, ...] = ("代号", "文种", "单位", "结果", "文件")
    while several := list(islice(rows, _LINES)):
        text = table(titles, several) if titles else table(several[0], several[1:])
        screen.result(text)
        titles = ()


def _listed(screen: Screen, built: Built) -> Iterator[Outcome]:
    return (o for o in built.outcomes if o.status != "skipped" or o.job.path or screen.verbose)


def _talk(screen: Screen, built: Built, workspace: Workspace, *, dry_run: bool) -> None:
    for outcome in _listed(screen, built):
        hints = [note for note in outcome.notes if screen.verbose or not note.startswith("提示")]
        for text in filter(None, (outcome.reason, *hints)):
            screen.note(f"{outcome.job.owner} {outcome.job.label}：{text}")
    for orphan in built.orphans:
        screen.note(f"{orphan.path}：{orphan.note}")
    for file in built.unread:
        screen.note(f"{file}：记录读不出来，它的文书都没有生成。请执行 docgen check 查看原因")
    for finding in built.findings:
        screen.note(f"{finding.file}：{finding.message}。{finding.remedy}")
    for substitution in built.substitutions:
        screen.note(f"PDF：{substitution}")
    if built.pdf_error is not None:
        screen.note(f"PDF 没有生成：{built.pdf_error}")
    if built.unsaved is not None:
        screen.note(f"文书已经列在上面，但生成清单没有存下来：{built.unsaved}。下次生成时会接着做")
    _sum_up(screen, built, workspace, dry_run=dry_run)


def _worth_a_line(outcomes: Iterable[Outcome], count: int, *, verbose: bool) -> Iterator[Outcome]:
    """All, or of thousands those to which something happened."""
    everything = verbose or count <= _LINES
    return (one for one in outcomes if everything or one.status != "unchanged" or one.draft)


def _status(outcome: Outcome | Tally, *, dry_run: bool) -> str:
    if outcome.draft:
        return "草稿"
    return "将生成" if dry_run and outcome.status == "written" else _STATUS[outcome.status]


def _sum_up(screen: Screen, built: Built, workspace: Workspace, *, dry_run: bool) -> None:
    count = _count(built, lambda sort: _status(sort, dry_run=dry_run))
    told = "，".join(f"{word} {number} 份" for word, number in count.items())
    screen.note(f"{'演练：' if dry_run else ''}{told or '没有要做的文书'}。文书在 {workspace.output}")
    pdfs = _count(built, lambda sort: sort.has_pdf)[True]
    if pdfs:
        screen.note(f"PDF {pdfs} 份，和 Word 文件放在一起。")
    waiting = _count(built, lambda sort: sort.has_path)[False]
    if waiting and not screen.verbose:
        screen.note(f"另有 {waiting} 份还没有到生成的时候，加 -v 查看原因。")
    if built.errors:
        screen.note(f"记录里有 {built.errors} 处错误，执行 docgen check 查看。")
