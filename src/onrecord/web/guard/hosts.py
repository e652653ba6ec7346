"""Hosts: the names under which a browser may ask for the site.

A page elsewhere can give its own name the address of this machine and read what is on loopback; its name is then the
host that the browser asks for, and is refused here. An address by numbers can be nobody else's name.
"""

import socket
from ipaddress import ip_address

ANY_ADDRESS = "any address by numbers"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def find_hosts(host: str, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of a site that listens on `host` and is known by `names`."""
    own = f"[{host.strip('[]')}]" if ":" in host else host
    if is_loopback(host):
        return tuple(dict.fromkeys((*LOOPBACK, own, *names)))
    return tuple(dict.fromkeys((*LOOPBACK, own, ANY_ADDRESS, socket.gethostname().lower(), *names)))


def name_of_host(host: str) -> str:
    """The name in a Host header, without its port.

    >>> name_of_host("Desk.example:8473"), name_of_host("[::1]:8473")
    ('desk.example', '[::1]')
    """
    name, mark, port = host.lower().rpartition(":")
    return name if mark and port.isdigit() and not name.endswith(":") else host.lower()


def is_known_host(host: str, hosts: frozenset[str]) -> bool:
    """Whether a Host header names one of the hosts of a site."""
    name = name_of_host(host)
    return name in hosts or (ANY_ADDRESS in hosts and _is_address(name))


def _is_address(name: str) -> bool:
    """Whether a host is an address by numbers, one of IPv6 between brackets."""
    bare = name[1:-1] if name.startswith("[") and name.endswith("]") else name
    try:
        return ip_address(bare).version == (4 if bare == name else 6)
    except ValueError:
        return False
