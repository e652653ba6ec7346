import socket
from typing import Any

import pytest

from onrecord.ingest.addresses import allowed_addresses, is_public, resolve_host
from onrecord.records.errors import InputError


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
     "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1",
     "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "not an address"],
)  # fmt: skip
def test_is_public_refuses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::5db8:d70e", "::ffff:93.184.215.14"])
def test_is_public_allows(address: str) -> None:
    assert is_public(address)


def test_host_with_one_private_address_is_refused_whole() -> None:
    with pytest.raises(InputError) as caught:
        allowed_addresses("h.example", 80, resolve=lambda _h, _p: ["93.184.215.14", "10.0.0.1"], allow_private=False)
    assert (caught.value.reason, caught.value.found) == ("private_address", "h.example at 10.0.0.1")


def test_private_address_is_allowed_by_the_flag() -> None:
    assert allowed_addresses("h.example", 80, resolve=lambda _h, _p: ["10.0.0.1"], allow_private=True) == ["10.0.0.1"]


def test_resolve_host_that_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror("name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(InputError) as caught:
        resolve_host("h.example", 80)
    assert caught.value.reason == "network"
