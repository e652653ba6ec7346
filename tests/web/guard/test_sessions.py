import pytest

from onrecord.web.guard import sessions
from onrecord.web.guard.sessions import Sessions
from tests.web.desks import Clock

HASH = "0f" * 32


def test_session_is_found_by_its_key_alone(clock: Clock) -> None:
    kept = Sessions(clock)
    key, _ = kept.begin(HASH)
    session = kept.find(key)
    assert session is not None
    assert session.token_sha256 == HASH
    assert session.csrf_token != key
    assert kept.find("another") is None


def test_session_that_is_used_goes_on_until_its_last_day(clock: Clock) -> None:
    kept = Sessions(clock)
    key, _ = kept.begin(HASH)
    for _ in range(16):
        clock.forward(hours=10)
        assert kept.find(key)
    clock.forward(hours=9)  # 169 hours: more than seven days
    assert kept.find(key) is None


def test_session_that_nobody_uses_is_over(clock: Clock) -> None:
    kept = Sessions(clock)
    key, _ = kept.begin(HASH)
    clock.forward(hours=13)
    assert kept.find(key) is None
    clock.forward(hours=-13)
    assert kept.find(key) is None


def test_ended_session_is_found_no_more(clock: Clock) -> None:
    kept = Sessions(clock)
    key, _ = kept.begin(HASH)
    kept.end(key)
    kept.end("another")
    assert kept.find(key) is None


def test_of_too_many_sessions_the_oldest_ends(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST", 2)
    kept = Sessions(clock)
    first, *others = (kept.begin(HASH)[0] for _ in range(3))
    assert kept.find(first) is None
    assert all(map(kept.find, others))
