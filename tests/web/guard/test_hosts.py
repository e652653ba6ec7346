import pytest

from onrecord.web.guard.hosts import find_hosts, is_known_host, is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "localhost", "::1", "[::1]"])
def test_loopback_is_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example", "localhost.example", ""])  # noqa: S104
def test_what_others_can_reach_is_no_loopback(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("asked", ["localhost:8473", "127.0.0.1:8473", "[::1]:8473", "LOCALHOST"])
def test_site_on_loopback_is_asked_by_the_names_of_loopback(asked: str) -> None:
    assert is_known_host(asked, frozenset(find_hosts("127.0.0.1")))


@pytest.mark.parametrize("asked", ["elsewhere.example", "192.0.2.7", "", "localhost.e.example", "[::1", "::1:1"])
def test_site_on_loopback_has_no_other_name(asked: str) -> None:
    assert not is_known_host(asked, frozenset(find_hosts("127.0.0.1")))


@pytest.mark.parametrize("asked", ["desk.example:8473", "DESK.example", "192.0.2.7:8473", "[2001:db8::7]:8473"])
def test_site_for_others_is_asked_by_its_name_and_by_numbers(asked: str) -> None:
    assert is_known_host(asked, frozenset(find_hosts("0.0.0.0", ("desk.example",))))  # noqa: S104


@pytest.mark.parametrize("asked", ["elsewhere.example", "desk.example.elsewhere.example", "2001:db8::7", "[192.0.2.7]"])
def test_site_for_others_has_no_other_name(asked: str) -> None:
    assert not is_known_host(asked, frozenset(find_hosts("::", ("desk.example",))))
