"""Where a cluster's scheduler is, and how to speak with it: plainly or encrypted."""

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docgen.errors import DocgenError
from docgen.files import CannotRead, read_bounded

_PORT = 8786  # a scheduler's, unless it was told another
_SCHEMES = ("tcp", "tls")
_CERTIFICATE_BYTES = 1_000_000


class BadAddress(DocgenError):
    """Nobody can be reached by what was typed."""

    exit_status = 2

    def __init__(self, typed: str, why: str) -> None:
        super().__init__(
            f"集群地址“{typed}”不对：{why}",
            "请写成 tcp://主机:端口 或 tls://主机:端口，就是 dask scheduler 启动时显示的那一行",
        )


class Unreachable(DocgenError):
    """No scheduler answers there."""

    exit_status = 3

    def __init__(self, address: str, *, encrypted: bool) -> None:
        remedy = "请核对地址和端口，确认 dask scheduler 已经启动、防火墙没有拦住"
        remedy += "，三个证书文件是这个集群的" if encrypted else ""
        super().__init__(f"连不上集群“{address}”", f"{remedy}；或者去掉 --cluster 在本机生成")


class NoCertificate(DocgenError):
    """A file for the encryption cannot be read."""

    exit_status = 2

    def __init__(self, path: Path, why: str) -> None:
        remedy = "请核对 --cluster-ca、--cluster-cert、--cluster-key"
        super().__init__(f"证书文件“{path}”用不了：{why}", remedy)


class UnfitCertificates(DocgenError):
    """With these nothing can be encrypted."""

    exit_status = 2

    def __init__(self, why: str) -> None:
        super().__init__(
            f"不能加密连接集群：{why}",
            "请用 --cluster-ca、--cluster-cert、--cluster-key 指明集群的三个证书文件",
        )


@dataclass(frozen=True, slots=True)
class ClusterAddress:
    """A scheduler's address, with the certificates where they are not in Dask's own configuration."""

    host: str
    port: int
    is_encrypted: bool
    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None

    @classmethod
    def typed(
        cls, text: str, ca: Path | None = None, cert: Path | None = None, key: Path | None = None
    ) -> "ClusterAddress":
        """The address as a person types it. Raises BadAddress or NoCertificate."""
        given = [path for path in (ca, cert, key) if path is not None]
        scheme, host, port = _parts(text, "tls" if given else "tcp")
        if given and scheme != "tls":
            raise BadAddress(text, "给了证书，地址却不是 tls:// 开头")
        for path in given:
            _readable(path)
        return cls(host, port, scheme == "tls", ca, cert, key)

    @property
    def url(self) -> str:
        """As Dask writes it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'tls' if self.is_encrypted else 'tcp'}://{host}:{self.port}"

    def knock(self, seconds: float) -> None:
        """Somebody listens there. Raises Unreachable."""
        try:
            socket.create_connection((self.host, self.port), seconds).close()
        except (OSError, UnicodeError) as reason:
            raise Unreachable(self.url, encrypted=self.is_encrypted) from reason

    def security(self) -> Any:
        """What Dask needs for the connection; what is not given here it finds in its own configuration."""
        from distributed import Security  # an extra

        given: dict[str, Any] = {
            "tls_ca_file": self.ca,
            "tls_client_cert": self.cert,
            "tls_client_key": self.key,
        }
        named = {name: str(path) for name, path in given.items() if path is not None}
        security = Security(require_encryption=self.is_encrypted or None, **named)
        if self.is_encrypted:
            self._can_encrypt(security)
        return security

    def _can_encrypt(self, security: Any) -> None:
        try:
            context = security.get_connection_args("client").get("ssl_context")
        except OSError as reason:
            raise UnfitCertificates("证书和私钥不成对，或者内容读不懂") from reason
        if context is None:
            raise UnfitCertificates("没有给证书，Dask 的配置里也没有")


def is_this_machine(url: str) -> bool:
    """Whether the address is one of this machine's own, which alone can be listened at."""
    host = urlsplit(url).hostname or ""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return all(_is_own(family, str(place[0])) for family, _, _, _, place in found)


def _is_own(family: int, host: str) -> bool:
    if ipaddress.ip_address(host.partition("%")[0]).is_loopback:
        return True
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        try:
            probe.bind((host, 0))
        except OSError:
            return False
    return True


def _parts(text: str, scheme: str) -> tuple[str, str, int]:
    try:
        url = urlsplit(text if "://" in text else f"{scheme}://{text}")
        host, port = url.hostname, url.port
    except ValueError as reason:
        raise BadAddress(text, "主机名或端口写错了（端口是 1 至 65535 的数字）") from reason
    if url.scheme not in _SCHEMES:
        raise BadAddress(text, f"不认识“{url.scheme}://”")
    if not host or url.path.strip("/") or url.query or url.fragment or url.username:
        raise BadAddress(text, "看不出主机名")
    return url.scheme, host, port or _PORT


def _readable(path: Path) -> None:
    try:
        data = read_bounded(path, _CERTIFICATE_BYTES)
    except CannotRead as reason:
        raise NoCertificate(path, reason.reason) from reason
    if b"-----BEGIN " not in data:
        raise NoCertificate(path, "不是 PEM 格式")
