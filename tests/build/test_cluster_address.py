import socket

import pytest

from docgen.build.cluster_address import (
    BadAddress,
    ClusterAddress,
    NoCertificate,
    UnfitCertificates,
    Unreachable,
    is_this_machine,
)
from docgen.cli import main

PEM = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("10.0.0.5:9000", "tcp://10.0.0.5:9000"),
        ("tcp://集群.example:9000", "tcp://集群.example:9000"),
        ("tls://10.0.0.5", "tls://10.0.0.5:8786"),
        ("[::1]:9000", "tcp://[::1]:9000"),
        ("tcp://10.0.0.5:8786/", "tcp://10.0.0.5:8786"),
    ],
)
def test_address_is_read_as_people_type_it(typed, url):
    assert ClusterAddress.typed(typed).url == url


@pytest.mark.parametrize(
    "typed",
    ["", "http://10.0.0.5", "tcp://", "tcp://10.0.0.5:99999", "tcp://10.0.0.5:a", "tcp://a/b", "[::1"],
)
def test_what_is_no_address_is_told_with_an_example(typed):
    with pytest.raises(BadAddress, match="tcp://主机:端口") as caught:
        ClusterAddress.typed(typed)

    assert caught.value.exit_status == 2


def test_certificates_that_do_not_fit_are_told(tmp_path):
    for name in ("ca.pem", "本机.pem", "本机.key"):
        (tmp_path / name).write_text(PEM)
    where = ClusterAddress.typed(
        "10.0.0.5", *(tmp_path / name for name in ("ca.pem", "本机.pem", "本机.key"))
    )

    with pytest.raises(UnfitCertificates, match="不成对"):
        where.security()

    assert where.url == "tls://10.0.0.5:8786"


def test_encryption_without_certificates_is_told():
    with pytest.raises(UnfitCertificates, match="--cluster-ca"):
        ClusterAddress.typed("tls://10.0.0.5").security()


def test_certificates_for_a_plain_address_are_refused(tmp_path):
    (tmp_path / "ca.pem").write_text(PEM)

    with pytest.raises(BadAddress, match="tls://"):
        ClusterAddress.typed("tcp://10.0.0.5:8786", tmp_path / "ca.pem")


@pytest.mark.parametrize("content", [None, "not a certificate"])
def test_certificate_that_cannot_be_used_is_named(tmp_path, content):
    path = tmp_path / "ca.pem"
    if content:
        path.write_text(content)

    with pytest.raises(NoCertificate, match=r"ca\.pem"):
        ClusterAddress.typed("10.0.0.5", path)


def test_certificates_without_a_cluster_are_a_mistake(tmp_path, capsys):
    (tmp_path / "docgen.toml").write_text("")

    status = main(["-C", str(tmp_path), "build", "--cluster-ca", "ca.pem"])

    assert status == 2
    assert "--cluster 一起用" in capsys.readouterr().err


def test_only_addresses_of_its_own_are_this_machine():
    assert is_this_machine("tcp://127.0.0.1:8786")
    assert is_this_machine("tcp://localhost:8786")
    assert is_this_machine(f"tcp://{socket.gethostbyname(socket.gethostname())}:8786")
    assert not is_this_machine("tcp://192.0.2.1:8786")
    assert not is_this_machine("tcp://no-such-host.invalid:8786")


def test_host_that_does_not_exist_cannot_be_reached():
    with pytest.raises(Unreachable):
        ClusterAddress.typed("no-such-host.invalid:1").knock(1)
