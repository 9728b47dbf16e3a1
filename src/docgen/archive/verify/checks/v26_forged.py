"""V26 Inventories that agree with themselves but not with the log: a forgery with all digests recomputed."""

from collections.abc import Iterator

from docgen.archive.verify.copies import Verdict
from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held, verdicts
from docgen.archive.verify.seats import Hit, check


@check("V26", Heading.AUTHENTIC, remedy="内容被人改过并重算了校验值：请查明经手人，从备份恢复这一件")
def as_logged(held: Held) -> Iterator[Hit]:
    """清单与日志登记的校验值相符。"""
    copies = list(verdicts(held, Verdict.FORGED))
    if copies:
        versions = "、".join(copy.version for copy in copies if copy.version) or "最新"
        yield Hit(
            f"清单自身前后一致，但与日志登记时的不符（{versions} 版）", copies[0].path, copies[0].version
        )
