"""Events: why two tellings are of one event.

Conservative: they must be of one sort, have an actor in common and not contradict each other in time. What is done but
once, as a filing, is one event by its parties and instrument; what is done again and again, as criticism, only with the
same actors and the words of the same object.
"""

from collections.abc import Sequence

from onrecord.matters.tellings import ONCE, Telling
from onrecord.records.positions import Actor

LEAST_SHARED_WORDS = 2
LEAST_TOLD_WORDS = 3
LEAST_COUNT = 5  # a smaller number may count others


def one_event(one: Telling, other: Telling) -> str | None:
    """Why two acts are one event, or None where nothing says so.

    What is done but once, as a filing, is one event by its parties and instrument; what is done again and again, as
    criticism, only with the same actors and the words of the same object.
    """
    if bool(one.keys) != bool(other.keys) or (one.keys and one.keys.isdisjoint(other.keys)):
        return None
    if not times_fit(one, other):
        return None
    if one.sort == "rule" and one.is_refusal != other.is_refusal:
        return None
    is_once = one.sort in ONCE
    if not is_once and one.keys != other.keys:
        return None
    shared_actors = _shared(one.actors, other.actors)
    who = f"both by {', '.join(shared_actors)}" if shared_actors else "neither tells by whom"
    if one.sort == "sign" and (group := _same_group(one.actors, other.actors)):
        return f"both by the same {group}"
    if shared_actors and (group := _same_group(one.recipients, other.recipients)):
        return f"{who}, to the same {group}"
    shared_words = sorted(one.words & other.words)
    if len(shared_words) >= LEAST_SHARED_WORDS:
        return f"{who}, with the words {', '.join(shared_words)}"
    told = _told_alike(one, other)
    if shared_actors and len(told) >= LEAST_TOLD_WORDS:
        return f"{who}, both from {one.origin}, told with the words {', '.join(told)}"
    return _by_instrument(one, other, who) if is_once else None


def _by_instrument(one: Telling, other: Telling, who: str) -> str | None:
    instruments = sorted(one.instruments & other.instruments)
    done_to = _shared(one.recipients, other.recipients)
    if instruments and (done_to or not _named(one.recipients) or not _named(other.recipients)):
        return f"{who}, on the same instrument ({', '.join(instruments)})"
    if done_to and one.actors and (not one.words or not other.words or one.words & other.words):
        return f"{who}, towards {', '.join(done_to)}"
    return None


def _told_alike(one: Telling, other: Telling) -> list[str]:
    """The words that the sentences of two tellings from one cited origin share, names aside."""
    if one.origin is None or one.origin != other.origin:
        return []
    return sorted(one.told & other.told)


def _same_group(one: Sequence[Actor], other: Sequence[Actor]) -> str | None:
    """The counted group that both tellings name: nobody else is 93 states in the same weeks."""
    keys = {actor.key for actor in other}
    counted = (actor for actor in one if actor.count is not None and actor.count.value >= LEAST_COUNT)
    return next((actor.name for actor in counted if actor.key in keys), None)


def _named(actors: Sequence[Actor]) -> bool:
    """Whether all are told by name: *two Israelis* may be whom another report names."""
    return bool(actors) and all(actor.kind != "group" and actor.name[:1].isupper() for actor in actors)


def _shared(one: Sequence[Actor], other: Sequence[Actor]) -> list[str]:
    keys = {actor.key for actor in other}
    return sorted({actor.name for actor in one if actor.key in keys})


def times_fit(one: Telling, other: Telling) -> bool:
    """Stated times must overlap; where one is not stated, the reports must not lie too far apart."""
    return one.interval[0] <= other.interval[1] and other.interval[0] <= one.interval[1]
