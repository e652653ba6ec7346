"""Addresses: which web addresses may be visited, so that no page on record leads into somebody's own network."""

import ipaddress
import socket
from collections.abc import Callable

from onrecord.records.errors import InputError

Resolve = Callable[[str, int], list[str]]
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def resolve_host(host: str, port: int) -> list[str]:
    """The IP addresses of a host, as the system's resolver orders them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(
            "host is not known", reason="network", found=host, expected="a host with an address"
        ) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def allowed_addresses(host: str, port: int, *, resolve: Resolve, allow_private: bool) -> list[str]:
    """The IP addresses to connect to. All of them must be public: a name with one that is not is not trusted at all."""
    addresses = resolve(host, port)
    if not addresses:
        raise InputError("host is not known", reason="network", found=host, expected="a host with an address")
    for address in addresses:
        if not allow_private and not is_public(address):
            found = f"{host} at {address}"
            raise InputError(
                "address is not public", reason="private_address", found=found, expected="a public address"
            )
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address, and any IPv4 address wrapped in it, belongs to the open internet.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("93.184.215.14")
    (False, False, True)
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(_is_open(one) for one in (ip, *_wrapped(ip)))


def _is_open(ip: Address) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and (ip.ipv4_mapped or ip in _NAT64):
        return True  # the IPv4 address inside decides
    closed = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_reserved
    return ip.is_global and not closed and not ip.is_unspecified


def _wrapped(ip: Address) -> list[ipaddress.IPv4Address]:
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    inside = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        inside.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in inside if one is not None]
