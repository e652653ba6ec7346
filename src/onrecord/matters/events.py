"""Events: why two tellings are of one event.

Conservative: they must be of one sort, have an actor in common and not contradict each other in time. What is done but
once, as a filing, is one event by its parties and instrument; what is done again and again, as criticism, only with the
same actors and the words of the same object.
"""

from collections.abc import Sequence

from onrecord.matters.tellings import ONCE, Interval, Telling
from onrecord.records.positions import Actor

LEAST_SHARED_WORDS = 2
LEAST_TOLD_WORDS = 3
LEAST_COUNT = 5  # a smaller number may count others


def one_event(one: Telling, other: Telling) -> str | None:
    """Why two acts are one event, or None where nothing says so.

    What is done but once, as a filing, is one event by its parties and instrument; what is done again and again, as
    criticism, only with the same actors and the words of the same object.
    """
    if not _may_be_one(one, other):
        return None
    if one.sort == "sign" and (group := _same_group(one.actors, other.keys)):
        return f"both by the same {group}"
    shared = _what_they_share(one, other)
    if shared is None:
        return None
    who = ", ".join(_shared(one.actors, other.keys))
    return f"both by {who}, {shared}" if one.keys else f"neither tells by whom, {shared}"


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Whether nothing speaks against it: somebody acts in both, or nobody is told to, and the times fit."""
    if bool(one.keys) != bool(other.keys) or (one.keys and one.keys.isdisjoint(other.keys)):
        return False
    if not times_fit(one, other):
        return False
    if one.sort == "rule" and one.is_refusal != other.is_refusal:
        return False
    return one.sort in ONCE or one.keys == other.keys


def _what_they_share(one: Telling, other: Telling) -> str | None:
    """What beside the actors makes two acts one event, in words."""
    if one.keys and (group := _same_group(one.recipients, other.recipient_keys)):
        return f"to the same {group}"
    words = one.words & other.words
    if len(words) >= LEAST_SHARED_WORDS:
        return f"with the words {', '.join(sorted(words))}"
    told = _told_alike(one, other) if one.keys else frozenset()
    if len(told) >= LEAST_TOLD_WORDS:
        return f"both from {one.origin}, told with the words {', '.join(sorted(told))}"
    return _by_instrument(one, other) if one.sort in ONCE else None


def _by_instrument(one: Telling, other: Telling) -> str | None:
    instruments = one.instruments & other.instruments
    done_to = _shared(one.recipients, other.recipient_keys)
    if instruments and (done_to or not _named(one.recipients) or not _named(other.recipients)):
        return f"on the same instrument ({', '.join(sorted(instruments))})"
    if done_to and one.actors and (not one.words or not other.words or one.words & other.words):
        return f"towards {', '.join(done_to)}"
    return None


def _told_alike(one: Telling, other: Telling) -> frozenset[str]:
    """The words that the sentences of two tellings from one cited origin share, names aside."""
    if one.origin is None or one.origin != other.origin:
        return frozenset()
    return one.told & other.told


def _same_group(actors: Sequence[Actor], keys: frozenset[str]) -> str | None:
    """The counted group that both tellings name: nobody else is 93 states in the same weeks."""
    counted = (actor for actor in actors if actor.count is not None and actor.count.value >= LEAST_COUNT)
    return next((actor.name for actor in counted if actor.key in keys), None)


def _named(actors: Sequence[Actor]) -> bool:
    """Whether all are told by name: *two Israelis* may be whom another report names."""
    return bool(actors) and all(actor.kind != "group" and actor.name[:1].isupper() for actor in actors)


def _shared(actors: Sequence[Actor], keys: frozenset[str]) -> list[str]:
    return sorted({actor.name for actor in actors if actor.key in keys})


def times_fit(one: Telling, other: Telling) -> bool:
    """Stated times must overlap; where one is not stated, the reports must not lie too far apart."""
    return days_fit(one.interval, other.interval)


def days_fit(one: Interval, other: Interval) -> bool:
    """Whether two intervals have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def common_days(one: Interval, other: Interval) -> Interval:
    """The days from the later beginning to the earlier end: an interval fits this one where it fits both."""
    return max(one[0], other[0]), min(one[1], other[1])
