"""PLOVER and CAMEO: the acts of a reading as events (source, type, target), with what is lost on the way.

*Peru said that Chad must free the crew* becomes DEMAND, from PER to TCD. An event holds no chain, status or span; those
stay in the act that it names. It is made for users of event data: nothing else in the program reads it.
"""

from dataclasses import dataclass

from onrecord.export.codes import code_of
from onrecord.export.plover_table import is_about, line_for
from onrecord.records import Act, Party, Reading, Span

_NEVER_TARGETS = frozenset({"outlet", "document"})
_ANSWERED = frozenset({"request", "pledge", "agree"})  # what is rejected or accepted came from whoever asked or offered
_ASKING = frozenset({"request", "protest"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverActor:
    """A party of an event. `code` is the ISO 3166 alpha-3 code of the state that it is, acts for or is named after.

    PLOVER's sectors (GOV, MIL, REB) are not given: nothing in a reading tells them.
    """

    party: str
    name: str
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverEvent:
    """One act as an event: `plover` names it as the gold file of 2016 does, `draft` as the manual's draft of 2021.

    Where several parties act together and nobody is acted upon, all are sources and `targets` is empty. `act` is the id
    of the act in the reading; `loss` says what of it the event does not hold.
    """

    act: str
    plover: str
    draft: str
    cameo: str
    sources: tuple[PloverActor, ...]
    targets: tuple[PloverActor, ...]
    loss: str | None


def to_plover(act: Act, reading: Reading) -> tuple[PloverEvent, ...]:
    """The events of one act: none where it has no code, or where another act's event tells of it."""
    line = line_for(act, reading)
    if line.plover is None or line.draft is None or line.cameo is None or _is_told_by_another(act, reading):
        return ()
    sources = _speakers(act, reading) if line.roles == "speaker" else act.actors
    targets = act.actors if line.roles == "speaker" else _targets(act, reading)
    targets = tuple(party for party in targets if party not in sources)
    if not sources and not targets:
        return ()
    parties = {party.id: party for party in reading.parties}
    event = PloverEvent(
        act=act.id,
        plover=line.plover,
        draft=line.draft,
        cameo=line.cameo,
        sources=tuple(_actor(parties[key], parties) for key in sources if key in parties),
        targets=tuple(_actor(parties[key], parties) for key in targets if key in parties),
        loss=line.loss,
    )
    return (event,)


def find_events(reading: Reading) -> tuple[PloverEvent, ...]:
    """The events of a reading in text order, each once: of two that differ in that one names a target, that one."""
    found = [event for act in reading.acts for event in to_plover(act, reading)]
    aimed = {(event.plover, event.sources) for event in found if event.targets}
    kept: dict[tuple[object, ...], PloverEvent] = {}
    for event in found:
        if event.targets or (event.plover, event.sources) not in aimed:
            kept.setdefault((event.plover, event.sources, event.targets), event)
    return tuple(kept.values())


def _actor(party: Party, parties: dict[str, Party]) -> PloverActor:
    return PloverActor(party=party.id, name=party.name, code=code_of(party, parties))


def _speakers(act: Act, reading: Reading) -> tuple[str, ...]:
    """Who is cited last for an act, the nearest to it."""
    sources = {att.id: att.source for att in reading.attributions}
    source = sources.get(act.chain[-1]) if act.chain else None
    return () if source is None else (source,)


def _targets(act: Act, reading: Reading) -> tuple[str, ...]:
    """Whom an act is done to: its recipients, else those of the act that it is about, else whose its object is."""
    if act.recipients:
        return act.recipients
    for inner in [*_below(act, reading), *_reasons(act, reading)]:
        doers = inner.actors if inner.type in _ANSWERED or inner.status == "requested" else ()
        named = _first_named(inner.object, act, reading) if inner.type in _ASKING else ()
        for parties in (doers, inner.recipients, named):
            others = tuple(key for key in parties if key not in act.actors)
            if others:
                return others
    return _first_named(act.object, act, reading)


def _below(act: Act, reading: Reading) -> list[Act]:
    """The acts that an act is about, and those told in its object."""
    return [other for other in reading.acts if is_about(act, other)]


def _first_named(span: Span | None, act: Act, reading: Reading) -> tuple[str, ...]:
    """The first party named in an object: in *welcomed Chad's plan* it is Chad's."""
    if span is None:
        return ()
    named = [
        (mention.start, party.id)
        for party in reading.parties
        for mention in party.mentions
        if span.covers(mention) and party.id not in act.actors and party.kind not in _NEVER_TARGETS
    ]
    return (min(named)[1],) if named else ()


def _is_told_by_another(act: Act, reading: Reading) -> bool:
    """Whether another act with an event is about this one: *urged Chad to sign* is a demand and no signature."""
    above = [other for other in reading.acts if is_about(other, act)]
    return any(line_for(other, reading).plover is not None for other in above) or _is_asked_in_protest(act, reading)


def _is_asked_in_protest(act: Act, reading: Reading) -> bool:
    """CAMEO codes what protesters demand with the protest (1411 to 1454)."""
    return any(act in _reasons(other, reading) for other in reading.acts)


def _reasons(protest: Act, reading: Reading) -> list[Act]:
    """What protesters demand, or protest against, by their protest: *went on strike to demand talks*."""
    if protest.type != "protest" or protest.status != "actual":
        return []
    return [
        act
        for act in reading.acts
        if (act.type == "request" or (act.type == "protest" and act.status != "actual"))
        and act.actors
        and set(act.actors) <= set(protest.actors)
    ]
