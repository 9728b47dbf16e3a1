"""Why the archive cannot be read or written, in the user's words."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from docgen.errors import DocgenError

_FROM_BACKUP = "请用 docgen archive verify 查明，再从备份恢复整个归档文件夹；在此之前仍可查阅，但不能存入"


class NoArchive(DocgenError):
    """Nothing has been put into an archive here yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"“{folder}”还没有归档库", "第一次执行 docgen issue 印发文件时会自动建立")


class IncompleteArchive(DocgenError):
    """Parts of the archive are not there, as after a copy that was broken off."""

    def __init__(self, folder: Path, lacking: str) -> None:
        super().__init__(
            f"归档库“{folder}”不完整：{lacking}",
            "可能只复制了一部分；请重新复制或从备份恢复整个归档文件夹，不要另建新库，以免编号重复",
        )


class NewerArchive(DocgenError):
    """The archive was written by a docgen that knows more than this one."""

    exit_status = 3

    def __init__(self, folder: Path, found: str) -> None:
        super().__init__(
            f"归档库“{folder}”由更新版本的 docgen 写成（{found}）",
            "请升级 docgen：pip install -U docgen-gongwen",
        )


class LogDamaged(DocgenError):
    """The log is not what was written; reading goes on, writing does not."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(f"归档日志已损坏：{place} {what}", _FROM_BACKUP)


class ObjectDamaged(DocgenError):
    """A file of an object is missing, or is not what the log says."""

    def __init__(self, object_id: str, what: str) -> None:
        super().__init__(f"归档件“{object_id}”已损坏：{what}", _FROM_BACKUP)


class UnknownObject(DocgenError):
    """No object of the archive has this address."""

    exit_status = 2

    def __init__(self, text: str, known: Iterable[str]) -> None:
        names = known if text.startswith("urn:") else {one.split(":", 4)[-1] for one in known}
        near = get_close_matches(text, list(names), n=3, cutoff=0.5)
        remedy = f"是否想写“{'”“'.join(near)}”" if near else "请用 docgen archive search 查找它的地址"
        super().__init__(f"归档库中没有“{text}”", remedy)


class AmbiguousAddress(DocgenError):
    """A short address fits several objects."""

    exit_status = 2

    def __init__(self, text: str, candidates: Iterable[str]) -> None:
        super().__init__(f"“{text}”不止一件", f"请写全：{'、'.join(sorted(candidates)[:5])}")


class UnknownVersion(DocgenError):
    """The object has no such version."""

    exit_status = 2

    def __init__(self, object_id: str, version: str, known: Iterable[str]) -> None:
        super().__init__(f"“{object_id}”没有 {version} 这一版", f"有的是：{'、'.join(known)}")


class UnknownFile(DocgenError):
    """The version holds no file of this name."""

    exit_status = 2

    def __init__(self, address: str, path: str, known: Iterable[str]) -> None:
        super().__init__(f"“{address}”中没有文件“{path}”", f"有的是：{'、'.join(sorted(known)[:12])}")


class DestroyedObject(DocgenError):
    """The object's files were destroyed, on record."""

    def __init__(self, object_id: str, at: str, by: str, reason: str) -> None:
        super().__init__(
            f"“{object_id}”已于 {at[:10]} 由{by}销毁（{reason}）", "内容已不存在，日志中留有销毁记录"
        )


class ImproperDeposit(DocgenError):
    """What was to be put in cannot be kept as it is."""

    exit_status = 2

    def __init__(self, object_id: str, what: str, remedy: str) -> None:
        super().__init__(f"“{object_id}”不能存入：{what}", remedy)


class ArchiveBusy(DocgenError):
    """Somebody else is writing."""

    def __init__(self, folder: Path, holder: str, waited_seconds: float) -> None:
        super().__init__(
            f"归档库“{folder}”正由{holder}使用，等了 {waited_seconds:.0f} 秒仍未空出",
            "请稍后再试，或用 --wait 秒数 多等一会儿",
        )


class NoLocks(DocgenError):
    """The folder lies where two programs cannot keep out of each other's way."""

    exit_status = 3

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"归档文件夹“{folder}”所在的磁盘不支持文件锁，两人同时编号会重号",
            "请在 docgen.toml 的 [paths] 里把 archive 改到本机磁盘，或请管理员打开网络盘的文件锁",
        )


class Unsettled(DocgenError):
    """It cannot be told whether the last lines reached the disk; the next run finds out."""

    def __init__(self, reason: DocgenError) -> None:
        super().__init__(
            f"{reason.message}，不能确定刚才的文件是否已存入",
            f"{reason.remedy}；排除后再执行一次，docgen 会先查清并了结上次的工作",
        )
