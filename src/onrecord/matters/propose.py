"""Propose: a first matter from a few reports, as TOML for a person to mend."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import tomlkit
from tomlkit.items import Table

from onrecord.matters.actors import Actors, most_common_name, name_key
from onrecord.matters.tables import word_list
from onrecord.matters.words import held_phrases
from onrecord.records import Act, Reading
from onrecord.records.matters import Instrument, InstrumentKind, Matter

MOST_PARTIES = 12
MOST_KEYWORDS = 10
_KINDS: tuple[InstrumentKind, ...] = ("filing", "statement", "treaty", "vote", "measure")
_ACTS: dict[InstrumentKind, tuple[str, ...]] = {
    "filing": ("file",), "statement": ("sign", "pledge"), "treaty": ("sign", "agree"), "vote": ("vote",),
    "measure": ("vote", "sanction"),
}  # fmt: skip
_STANCES = ("support", "oppose", "reject")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: (?:of |the |de |von |al-)*[A-Z][\w’'-]+)+|\b[A-Z]{2,6}\b")
_OPENING = re.compile(r"^\w+ of the (?=[A-Z]\w+ [A-Z])")  # "Judges of the International Criminal Court"


def propose_matter(readings: Sequence[Reading], *, key: str, title: str | None = None) -> Matter:
    """A matter with what the reports hold: their frequent parties, the things that were filed, signed or voted on, and
    one stance, on what was supported and opposed.
    """
    empty = Matter(id=key, title="", question="", instruments=())
    actors = Actors(empty, readings)
    parties = _frequent_parties(readings, actors)
    return Matter(
        id=key,
        title=title or _title(readings),
        question="TODO: a sentence that parties are for or against, as: The court should grant the request.",
        instruments=tuple(_instruments(readings)),
        parties=parties,
        keywords=_keywords(readings),
    )


def matter_toml(matter: Matter) -> str:
    """A matter as a TOML file with comments that say what to mend."""
    document = tomlkit.document()
    document.add(
        tomlkit.comment("A matter for onrecord. What a person should look at is marked TODO; see docs/matters.md.")
    )
    document["id"] = matter.id
    document["title"] = matter.title
    document["question"] = matter.question
    document["followed"] = matter.followed
    document["parties"] = _list(matter.parties)
    document["keywords"] = _list(matter.keywords)
    document.add(tomlkit.nl())
    if matter.aliases:
        document["aliases"] = {alias.party: list(alias.names) for alias in matter.aliases}
    else:
        document.add(tomlkit.comment('Other names of a party:  [aliases]  "US House of Representatives" = ["House"]'))
    instruments = tomlkit.aot()
    for instrument in matter.instruments:
        instruments.append(_instrument_table(instrument))
    document["instruments"] = instruments
    return tomlkit.dumps(document)


def _instrument_table(instrument: Instrument) -> Table:
    table = tomlkit.table()
    table["id"] = instrument.id
    table["name"] = instrument.name
    table["kind"] = instrument.kind
    backing = tomlkit.item(instrument.backing)
    backing.comment("TODO: what it means for the question to take or back this: for, against or unclear")
    table["backing"] = backing
    for key in ("names", "targets", "bodies", "deeds", "for_words", "against_words"):
        if values := getattr(instrument, key):
            table[key] = _list(values)
    for key in ("for_means", "against_means"):
        if words := getattr(instrument, key):
            table[key] = words
    return table


def _list(values: Iterable[str]) -> tomlkit.items.Array:
    array = tomlkit.array()
    array.extend(values)
    return array.multiline(len(array) > 4)


def _title(readings: Sequence[Reading]) -> str:
    """The title of the oldest report, which mostly tells best what it is about."""
    titles = sorted((reading.report.published or "9999", reading.report.title or "") for reading in readings)
    return next((title for _, title in titles if title), "TODO: a title")


def _frequent_parties(readings: Sequence[Reading], actors: Actors) -> tuple[str, ...]:
    """States and counted groups that act in the reports, those in most reports first."""
    counts: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {}
    for reading in readings:
        acting = {key for act in reading.acts for key in (*act.actors, *act.recipients)}
        named = {actors.of(key, reading) for key in acting}
        wanted = {actor for actor in named if actor.kind == "state" or actor.key.endswith(" states")}
        counts.update({actor.key for actor in wanted})
        for actor in wanted:
            names.setdefault(actor.key, Counter())[actor.name] += 1
    often = sorted(counts, key=lambda key: (-counts[key], key))[:MOST_PARTIES]
    return tuple(most_common_name(names[key].elements()) for key in often)


def _keywords(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Names with capitals that turn up in half of the reports."""
    counts: Counter[str] = Counter()
    for reading in readings:
        outlet = name_key(reading.report.outlet.name or "")
        found = {_OPENING.sub("", name) for name in _NAME.findall(reading.report.text)}
        counts.update({name for name in found if name_key(name) != outlet})
    often = [name for name, count in counts.items() if count * 2 >= len(readings)]
    return tuple(sorted(often, key=lambda name: (-counts[name], name))[:MOST_KEYWORDS])


def _instruments(readings: Sequence[Reading]) -> Iterable[Instrument]:
    for kind in _KINDS:
        words: Counter[str] = Counter()
        for reading in readings:
            acts = [act for act in reading.acts if act.type in _ACTS[kind]]
            words.update({word for act in acts for word in _named_in(act, reading, kind)})
        if words:
            name = min(words, key=lambda word: (-words[word], -len(word), word))
            backing = "unclear" if kind == "filing" else "for"
            rest = tuple(word for word in sorted(words) if word != name)
            yield Instrument(id=_slug(name), name=name, kind=kind, backing=backing, names=rest)  # type: ignore[arg-type]
    targets = _targets(readings)
    yield Instrument(
        id="stance", name="TODO: what is supported and opposed", kind="stance", targets=targets,
        for_means="TODO: says that it is right", against_means="TODO: says that it is wrong",
    )  # fmt: skip


def _named_in(act: Act, reading: Reading, kind: InstrumentKind) -> Iterable[str]:
    """What a document of this kind is called in the object of an act."""
    words = act.object.of(reading.report.text)[:80] if act.object else ""
    return held_phrases(word_list(f"again {kind}"), words)


def _targets(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Persons who are supported and opposed, those in most reports first."""
    counts: Counter[str] = Counter()
    for reading in readings:
        parties = {party.id: party for party in reading.parties}
        keys = {key for act in reading.acts if act.type in _STANCES for key in act.recipients}
        counts.update({parties[key].name for key in keys if parties[key].kind == "person"})
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:3])


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name_key(name)).strip("-")
