"""Sessions: who has signed in with a browser, and for how long. They are kept in memory: a restart ends them all."""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from onrecord.web.guard.people import hash_token

IDLE, WHOLE = timedelta(hours=12), timedelta(days=7)
MOST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser that signed in with the token of a hash. `csrf_token` is in its pages, and comes back with writes."""

    token_sha256: str
    csrf_token: str
    began: datetime
    used: datetime

    def is_over(self, now: datetime) -> bool:
        return now - self.used > IDLE or now - self.began > WHOLE


class Sessions:
    """The sessions of a site, by the hashes of the keys that cookies hold; of too many, the oldest end."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._sessions: OrderedDict[str, Session] = OrderedDict()

    def begin(self, token_sha256: str) -> tuple[str, Session]:
        """A new session, with the key for its cookie."""
        key, now = secrets.token_urlsafe(32), self._clock()
        session = Session(token_sha256=token_sha256, csrf_token=secrets.token_urlsafe(32), began=now, used=now)
        with self._lock:
            self._sessions[hash_token(key)] = session
            while len(self._sessions) > MOST:
                self._sessions.popitem(last=False)
        return key, session

    def find(self, key: str) -> Session | None:
        """The session of a key, which is used by being asked for; None where it is over, or there was none."""
        hashed, now = hash_token(key), self._clock()
        with self._lock:
            session = self._sessions.get(hashed)
            if session is None or session.is_over(now):
                self._sessions.pop(hashed, None)
                return None
            self._sessions[hashed] = session = replace(session, used=now)
            return session

    def end(self, key: str) -> None:
        with self._lock:
            self._sessions.pop(hash_token(key), None)
