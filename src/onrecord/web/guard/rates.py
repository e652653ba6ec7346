"""Rates: how often somebody may write, and an address may try to sign in."""

import math
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

WRITES = "120/minute"  # a judgement takes a person more than a second
SIGN_INS = "10/minute"


class Rates:
    """Counts in memory, over a window that moves."""

    def __init__(self, writes: str = WRITES, sign_ins: str = SIGN_INS) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._writes, self._sign_ins = parse(writes), parse(sign_ins)

    def spend_write(self, name: str) -> int | None:
        """Count a write of a person; the seconds to wait where there were too many."""
        return self._spend(self._writes, f"write:{name}")

    def spend_sign_in(self, address: str) -> int | None:
        """Count an attempt from an address; the seconds to wait where there were too many."""
        return self._spend(self._sign_ins, f"sign-in:{address}")

    def _spend(self, item: RateLimitItem, key: str) -> int | None:
        if self._limiter.hit(item, key):
            return None
        return max(1, math.ceil(self._limiter.get_window_stats(item, key).reset_time - time.time()))
