"""What can go wrong with a cluster, in the user's words."""

from collections.abc import Sequence

from docgen.errors import DocgenError


class NoDask(DocgenError):
    """The extra is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "本机没有安装连接集群的组件（dask distributed）",
            "请执行 pip install 'docgen-gongwen[cluster]'，或者去掉 --cluster 在本机生成",
        )


class NoWorkers(DocgenError):
    """The scheduler answers, but nobody works for it."""

    exit_status = 3

    def __init__(self, address: str) -> None:
        super().__init__(
            f"集群“{address}”里没有在工作的工作机",
            "请在工作机上启动 dask worker 后再执行一次；已经生成的文书都在，不会重做",
        )


class OtherProgram(DocgenError):
    """A worker would not make the same papers."""

    exit_status = 3

    def __init__(self, where: str, differs: Sequence[str]) -> None:
        super().__init__(
            f"工作机“{where}”上装的和本机不一样：{'，'.join(differs)}",
            "请在各台机器上安装同一版本的 docgen 和 Python（docgen doctor 列出本机的版本），再启动集群",
        )


class ClusterLost(DocgenError):
    """The scheduler went away, or a worker answered what it should not, in the middle of a build."""

    exit_status = 3

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"集群“{address}”中途断开（{why}）",
            "已经生成的文书都在；请查看集群后再执行一次，只做剩下的，或者去掉 --cluster 在本机做完",
        )
