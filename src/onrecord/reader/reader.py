"""Reader: Report to Reading."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from importlib.metadata import version

from onrecord.reader.acts import ActReader
from onrecord.reader.analyse import analyse
from onrecord.reader.citings import Citing, find_citings, find_holders, name_outlets
from onrecord.reader.clauses import Clauses
from onrecord.reader.dates import find_times
from onrecord.reader.explain import explain_reading
from onrecord.reader.frames import FrameFinder
from onrecord.reader.network import Network, OnnxNetwork
from onrecord.reader.obligations import find_obligations
from onrecord.reader.parties import Parties
from onrecord.reader.recipients import RecipientFinder
from onrecord.reader.scruples import Scruples
from onrecord.reader.standins import EvenNetwork
from onrecord.reader.trace import Trace
from onrecord.reader.workings import Workings
from onrecord.records.acts import Act
from onrecord.records.analysis import Analysis
from onrecord.records.attributions import Attribution, AttributionKind
from onrecord.records.checks import keep_sound
from onrecord.records.explanations import Explanation
from onrecord.records.parties import Party
from onrecord.records.readings import Reading
from onrecord.records.reports import Report
from onrecord.records.spans import Span
from onrecord.resolve import PartyTable, resolve_parties

_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
_SELF = frozenset({"i", "me", "myself"})
_NOBODY = frozenset({"those", "that", "this", "these", "what", "anyone", "anybody", "someone", "somebody", "everyone"})
_INSIDE_NAMES = frozenset({"compound", "flat", "flat:name"})
_OPENERS = frozenset({"whose", "another", "this", "that", "even"})  # *whose members*, *another company* are not named
_SHORTEST = 2  # characters of a name
_NO_NAMES = frozenset({"date", "money"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Reader:
    """Reads reports with one network. Not shared between threads: give each worker its own."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.version = f"onrecord {version('onrecord')}, model {network.version}"

    @classmethod
    def load(cls, *, threads: int = 1) -> "Reader":
        """The reader with the model that the package ships."""
        return cls(EvenNetwork(OnnxNetwork.load(threads=threads)))

    def read(self, report: Report) -> Reading:
        """The record of one report; every span has been checked against its text."""
        return keep_sound(read_analysis(report, analyse(report.text, self.network), reader=self.version))

    def explain(self, report: Report) -> tuple[Reading, Explanation]:
        """The reading of one report, as `read` gives it, and how it came about."""
        analysis, trace = analyse(report.text, self.network), Trace()
        reading = keep_sound(read_analysis(report, analysis, reader=self.version, trace=trace))
        return reading, explain_reading(reading, trace)

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Readings in the order of the reports, one at a time."""
        for report in reports:
            yield self.read(report)


def read_analysis(
    report: Report, analysis: Analysis, *, reader: str, trace: Trace | None = None, keep_unsure: bool = False
) -> Reading:
    """Apply all rules to what the network saw; pure, so a test may write the analysis by hand.

    A trace, where one is passed in, is told what was weighed; the reading is the same. `keep_unsure` leaves in the acts
    whose confidence is too low, for people to judge.
    """
    clauses = Clauses(analysis)
    citings = find_citings(clauses, trace)
    table = resolve_parties(analysis, _party_heads(analysis), outlet=report.outlet.name)
    kinds = {party.id: party.kind for party in table.parties}
    citings = name_outlets(clauses, citings, lambda token: any(kinds[p] == "outlet" for p in table.of(token)))
    of = _with_first_person(clauses, citings, table)
    attributions = tuple(_attribution(analysis, citings, i, of, kinds.__getitem__) for i in range(len(citings)))
    own = frozenset(p.id for p in table.parties if p.kind == "outlet" and p.name == report.outlet.name)
    capitals = _capitals(analysis)
    named = frozenset(party.id for party in table.parties if _is_named(party, capitals))
    in_office = frozenset(party.id for party in table.parties if party.role or party.acts_for or party.of == "state")
    behind = {party.id: party.acts_for or party.id for party in table.parties}
    offices = frozenset(p.id for p in table.parties if p.kind == "person" and p.role and p.name[:1].islower())
    counts = {party.id: _exact_count(party) for party in table.parties}
    parties = Parties(
        of=of,
        kind=kinds.__getitem__,
        named=named.__contains__,
        in_office=in_office.__contains__,
        own=own,
        behind=behind.__getitem__,
        count=counts.__getitem__,
        left_open=table.left_open.__contains__,
        by_office=offices.__contains__,
    )
    finder = FrameFinder(clauses, parties, trace)
    frames = sorted([*finder.find(), *find_obligations(clauses, parties, citings, trace)], key=lambda frame: frame.head)
    times = find_times(analysis, _published(report))
    if trace is not None:
        trace.workings = Workings(
            clauses=clauses,
            table=table,
            parties=parties,
            citings=tuple(citings),
            finder=finder,
            frames={frame.head: frame for frame in frames},
            times=times,
        )
    unsaid = RecipientFinder(clauses, parties, finder, citings, trace)
    scruples = Scruples(clauses, parties, finder, citings, keep_unsure=keep_unsure)
    acts = ActReader(clauses, parties, citings, times, unsaid, scruples, trace).read(frames)
    return Reading(
        report=report,
        reader=reader,
        parties=_named_parties(table, attributions, acts),
        attributions=attributions,
        acts=acts,
    )


def _exact_count(party: Party) -> int | None:
    return party.count.value if party.count is not None and party.count.bound == "exact" else None


def _party_heads(analysis: Analysis) -> list[int]:
    """Every word that may head the name or description of a party; not the inner words of a name."""
    tokens = analysis.tokens
    return [
        token.index
        for token in tokens
        if (token.upos in _NOMINAL or (token.upos == "ADJ" and token.text[:1].isupper()))
        and not (token.deprel in _INSIDE_NAMES and token.upos == "PROPN" and tokens[token.head].upos == "PROPN")
    ]


_BODIES = frozenset({None, "state", "organisation"})
_BODY_NOUNS = frozenset({  # "nearly half of the bloc's members"
    "members", "states", "countries", "nations", "governments", "signatories", "delegations", "parliaments", "capitals",
})  # fmt: skip
_MANY = 5  # so many who act together are of record without a name: 40 mayors, 27 agencies


def _is_named(party: Party, capitals: frozenset[int]) -> bool:
    """Whether a party is known by a name, its own or that of whom it belongs to or acts for, an office or a count."""
    if len(party.name) < _SHORTEST or party.name.split()[0].lower() in _OPENERS:
        return False
    counted = party.count is not None and (party.of in _BODIES or party.count.value >= _MANY)
    held = party.kind in {"court", "organisation"} or party.of in {"state", "organisation"} or party.role is not None
    joined = party.kind == "group" and not _BODY_NOUNS.isdisjoint(party.name.lower().split())
    if counted or held or joined or party.ids or party.acts_for:
        return True
    return any(start in capitals for span in party.mentions for start in range(span.start, span.end))


def _capitals(analysis: Analysis) -> frozenset[int]:
    """Where the words of names start: *people* opens a sentence with a capital and is none."""
    tokens = analysis.tokens
    inside = {i for name in analysis.names if name.kind not in _NO_NAMES for i in range(name.first, name.last + 1)}
    return frozenset(
        token.start for token in tokens if token.text[:1].isupper() and (token.upos == "PROPN" or token.index in inside)
    )


def _published(report: Report) -> date | None:
    return date.fromisoformat(report.published[:10]) if report.published else None


def _with_first_person(clauses: Clauses, citings: list[Citing], table: PartyTable) -> Callable[[int], tuple[str, ...]]:
    """Party look-up in which *we* and *I* inside a content are its source, and a title before several names is all."""
    listed, whole, holders = _listed_names(clauses, table), _all_named(table), find_holders(citings)

    @cache
    def of(token: int) -> tuple[str, ...]:
        text = clauses.tokens[token].text
        word = text.lower()
        if word not in _FIRST_PERSON or text == "US":  # that is no "us"
            found = () if word in _NOBODY else table.of(token)
            titled = {party: names for k in table.heads(token) for party, names in listed.get(k, ())}
            spread = [p for party in found for p in titled.get(party, (party,))]
            named = [p for party in spread for p in whole.get(party, (party,))]
            beside = [k for k in clauses.kids(token, "conj") if clauses.tokens[k].text.lower() in _SELF]
            return tuple(dict.fromkeys((*named, *(p for k in beside if named for p in of(k)))))  # "Chad's envoy and I"
        if token not in holders:
            return ()
        speaker = min((citings[i] for i in holders[token]), key=lambda c: c.size())
        return table.of(speaker.speaker) if speaker.speaker not in {None, token} else ()

    return of


def _all_named(table: PartyTable) -> dict[str, tuple[str, ...]]:
    """*Both men*, *three states, Chile, Peru and Bolivia*: those who are all named act by their names."""
    return {
        party.id: party.members
        for party in table.parties
        if party.count is not None and party.count.bound == "exact" and party.count.value == len(party.members) > 0
    }


def _listed_names(clauses: Clauses, table: PartyTable) -> dict[int, list[tuple[str, tuple[str, ...]]]]:
    """*the ministers Ana Sorel, Paul Drissa and Lea Font*: there the title and the first of the names stand for them
    all; wherever else she is named, Ana Sorel is herself alone. By the two words, that party and all of them.
    """
    listed: dict[int, list[tuple[str, tuple[str, ...]]]] = {}
    for token in clauses.tokens:
        if token.deprel in {"appos", "flat", "nmod:desc"} and token.upos == "PROPN" and token.head >= 0:
            plural = "Number=Plur" in clauses.tokens[token.head].feats
            names = table.of(token.index)
            if plural and len(names) > 1:
                for word in (token.index, token.head):
                    listed.setdefault(word, []).append((names[0], names))
    return listed


def _attribution(
    analysis: Analysis,
    citings: list[Citing],
    i: int,
    of: Callable[[int], tuple[str, ...]],
    kind_of: Callable[[str], str],
) -> Attribution:
    citing = citings[i]
    source = next(iter(of(citing.speaker)), None) if citing.speaker is not None else None
    via = next((p for k in citing.via_heads for p in of(k) if kind_of(p) == "outlet"), None)
    return Attribution(
        id=f"a{i + 1}",
        parent=None if citing.parent is None else f"a{citing.parent + 1}",
        source=source,
        source_span=_span(analysis, citing.source),
        cue=_span(analysis, citing.cue),
        content=tuple(Span(analysis.tokens[a].start, analysis.tokens[b].end) for a, b in citing.content),
        via=via if via != source else None,
        form=citing.form,
        kind=_kind(citing.kind, kind_of(source) if source else None),
        confidence=round(citing.confidence, 3),
        rule="head:citing",
    )


def _kind(kind: AttributionKind, source_kind: str | None) -> AttributionKind:
    if source_kind in {"outlet", "document"} and kind == "statement":
        return "report"
    return "statement" if kind == "report" and source_kind not in {"outlet", "document", None} else kind


def _span(analysis: Analysis, tokens: tuple[int, int] | None) -> Span | None:
    return None if tokens is None else Span(analysis.tokens[tokens[0]].start, analysis.tokens[tokens[1]].end)


def _named_parties(
    table: PartyTable, attributions: tuple[Attribution, ...], acts: tuple[Act, ...]
) -> tuple[Party, ...]:
    """The parties that speak or act, and those that they act for or are members of."""
    by_id = {party.id: party for party in table.parties}
    waiting = [p for a in attributions for p in (a.source, a.via) if p] + [
        p for act in acts for p in (*act.actors, *act.recipients)
    ]
    used: set[str] = set()
    while waiting:
        party = by_id[waiting.pop()]
        if party.id not in used:
            used.add(party.id)
            waiting += [p for p in (party.acts_for, *party.members) if p]
    return tuple(party for party in table.parties if party.id in used)
