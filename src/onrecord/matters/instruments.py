"""Instruments: which instrument of a matter an act is about, and by which words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.matters.actors import name_key
from onrecord.matters.tables import word_list
from onrecord.matters.words import (
    content_stems,
    find_phrase,
    find_phrases,
    holds_any,
    longest_phrase,
    sentence_around,
    stems,
)
from onrecord.records import Act, Attribution, Party, Reading, Span
from onrecord.records.matters import Instrument, Matter
from onrecord.records.wording import Wording

IN_OBJECT, BY_LINK, BY_TARGET, BY_PRONOUN, IN_SENTENCE, AGAIN, BY_BODY, ELSEWHERE = 8, 7, 6, 5, 4, 3, 2, 1
_DEPTH = 3
_NEAR_WORDS = 25  # how far before "welcomed it" the thing that is meant may be named
_NEXT_WORD = re.compile(r"\s+(\w+)")
_PRONOUNS = frozenset({"it", "this", "them"})
_TURNS = ("refuse", "decline", "fail", "agree", "intend", "plan", "promise", "one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """An instrument that an act is about: how near its words stand to the act, and which words they are.

    `named_at` is the number of the word: in the object, that at which it is named; else, where it was last named before
    the act; -1 where it was not.
    """

    instrument: Instrument
    level: int
    words: str
    named_at: int = -1


@dataclass(frozen=True)
class Page:
    """A reading with what the fold asks of it again and again."""

    reading: Reading

    @cached_property
    def parties(self) -> dict[str, Party]:
        return {party.id: party for party in self.reading.parties}

    @cached_property
    def acts(self) -> dict[str, Act]:
        return {act.id: act for act in self.reading.acts}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        return {att.id: att for att in self.reading.attributions}

    @cached_property
    def asked_by(self) -> dict[str, tuple[Act, ...]]:
        """For each act those that are about it."""
        found: dict[str, tuple[Act, ...]] = {}
        for act in self.reading.acts:
            for about in act.about:
                found[about] = (*found.get(about, ()), act)
        return found

    @cached_property
    def pointed(self) -> dict[str, tuple["Pointed", ...]]:
        """What `find_instruments` found before, by act: a page is asked about one matter."""
        return {}

    @cached_property
    def held(self) -> dict[str, str | None]:
        """The words of an instrument, by its id, that stand anywhere in the report."""
        return {}

    @cached_property
    def named(self) -> dict[str, bool]:
        """Whether an instrument, by its id, has its name anywhere in the report."""
        return {}

    @property
    def text(self) -> str:
        return self.reading.report.text

    def words(self, span: Span | None) -> str:
        return span.of(self.text) if span is not None else ""

    def sentence(self, act: Act) -> str:
        if act.trigger not in self._sentences:
            self._sentences[act.trigger] = sentence_around(self.text, act.trigger).of(self.text)
        return self._sentences[act.trigger]

    def clause(self, act: Act) -> str:
        """The words from the trigger to the end of the object: *granted the request*."""
        if act.object is None:
            return act.trigger.of(self.text)
        return self.text[min(act.trigger.start, act.object.start) : max(act.trigger.end, act.object.end)]

    @cached_property
    def _sentences(self) -> dict[Span, str]:
        return {}

    def names_of(self, party: Party) -> frozenset[str]:
        """The keys of all that a party is called: by its name, ids and role, and by the words of the text for it."""
        if party.id not in self._names:
            words = (span.of(self.text) for span in party.mentions)
            called = (party.name, party.role or "", *(value for _, value in party.ids), *words)
            self._names[party.id] = frozenset(map(name_key, called))
        return self._names[party.id]

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.reading)

    @cached_property
    def title_and_text(self) -> str:
        return f"{self.reading.report.title or ''}\n{self.text}"


def find_instruments(act: Act, page: Page, instruments: tuple[Instrument, ...]) -> tuple[Pointed, ...]:
    """Every instrument that the act may be about, each by its nearest words."""
    if act.id not in page.pointed:
        found = tuple(pointed for each in instruments if (pointed := _point(act, page, each)))
        page.pointed[act.id] = _with_vote(act, page, found, instruments)
    return page.pointed[act.id]


def _with_vote(
    act: Act, page: Page, found: tuple[Pointed, ...], instruments: tuple[Instrument, ...]
) -> tuple[Pointed, ...]:
    """A vote in a sentence that names what the matter is about is the matter's only vote, whatever it is called."""
    votes = [each for each in instruments if each.kind == "vote"]
    is_near = any(pointed.level >= IN_SENTENCE for pointed in found)
    known = any(pointed.instrument in votes and pointed.level > ELSEWHERE for pointed in found)
    if act.type != "vote" or len(votes) != 1 or known or not is_near:
        return found
    pointed = Pointed(instrument=votes[0], level=AGAIN, words=page.words(act.trigger))
    return (*(each for each in found if each.instrument != votes[0]), pointed)


def _is_named(page: Page, instrument: Instrument) -> bool:
    """Whether the report has a name of an instrument anywhere: where not, no act of it has one either."""
    if instrument.id not in page.named:
        names = (instrument.name, *instrument.names)
        page.named[instrument.id] = holds_any(names, page.title_and_text)
    return page.named[instrument.id]


def _held(page: Page, instrument: Instrument) -> str | None:
    if instrument.id not in page.held:
        done_to = instrument.targets if instrument.deeds else ()
        names = (instrument.name, *instrument.names, *deed_words(instrument), *done_to)
        page.held[instrument.id] = longest_phrase(names, page.title_and_text)
    return page.held[instrument.id]


def nearest(found: Iterable[Pointed]) -> tuple[Pointed, ...]:
    """Those whose words stand nearest to the act, of these the first in its object, or those told by most words.

    *Block the resolution on the tribunal* is about the resolution. Of several that *the text* or *to sign* may mean it
    is the one that was named last.
    """
    ranked = [(_rank(pointed), pointed) for pointed in found]
    best = max((rank for rank, _ in ranked), default=None)
    return tuple(pointed for rank, pointed in ranked if rank == best)


def _rank(pointed: Pointed) -> tuple[int, int, int]:
    if pointed.level == IN_OBJECT:
        return pointed.level, -pointed.named_at, len(stems(pointed.words))
    by_place = pointed.level in (BY_PRONOUN, AGAIN)
    return pointed.level, pointed.named_at if by_place else len(stems(pointed.words)), 0


def _point(act: Act, page: Page, instrument: Instrument) -> Pointed | None:
    for level, words in _places(act, page, instrument):
        if words:
            named_at = -1
            if level == IN_OBJECT:
                named_at = find_phrase(words, page.clause(act)) or 0
            elif level in (BY_PRONOUN, AGAIN):
                named_at = _last_named(instrument, page, act.trigger.start)
            return Pointed(instrument=instrument, level=level, words=words, named_at=named_at)
    return None


def _last_named(instrument: Instrument, page: Page, before: int) -> int:
    """Which word of title and text an instrument is last named at, before a place of the text."""
    words = _text_before(page, before)
    names = (instrument.name, *instrument.names)
    return max((at for name in names for at in find_phrases(name, words)), default=-1)


def _words_before(page: Page, place: int) -> int:
    return len(stems(_text_before(page, place)))


def _text_before(page: Page, place: int) -> str:
    return page.title_and_text[: place + len(page.title_and_text) - len(page.text)]


def _places(act: Act, page: Page, instrument: Instrument) -> Iterator[tuple[int, str | None]]:
    """Where the words of an instrument may stand, the nearest place first."""
    names: tuple[str, ...] = ()
    if _is_named(page, instrument):
        names = _besides(act, page, instrument, (instrument.name, *instrument.names))
        yield IN_OBJECT, longest_phrase(names, page.clause(act))
        yield BY_LINK, _in_any(names, (page.clause(other) for other in _linked(act, page)))
    yield BY_TARGET, _done_to(act, page, instrument.targets)
    if _is_named(page, instrument):
        yield BY_PRONOUN, _by_pronoun(act, page, instrument)
        yield IN_SENTENCE, longest_phrase(names, page.sentence(act))
        yield IN_SENTENCE, _in_any(names, (page.sentence(other) for other in _linked(act, page)))
    elsewhere = _held(page, instrument)
    if elsewhere:
        yield AGAIN, _again(act, page, instrument)
    yield BY_BODY, _done_to(act, page, instrument.bodies)
    yield ELSEWHERE, elsewhere


def _in_any(names: tuple[str, ...], texts: Iterable[str]) -> str | None:
    return next((found for text in texts if (found := longest_phrase(names, text))), None)


def _linked(act: Act, page: Page) -> Iterator[Act]:
    """The acts that the act is about, and what those are about; then those that are about it."""
    waiting, seen = [act], {act.id}
    for _ in range(_DEPTH):
        following = [page.acts[key] for each in waiting for key in each.about if key in page.acts and key not in seen]
        yield from following
        seen |= {each.id for each in following}
        waiting = following
    yield from page.asked_by.get(act.id, ())


def _done_to(act: Act, page: Page, names: tuple[str, ...]) -> str | None:
    """The listed name of a party to whom the act is done; for a deed also of one who leads the same state."""
    for key in act.recipients:
        party = page.parties.get(key)
        if party is not None and (name := _named(party, page, names)):
            return name
    return None


def _named(party: Party, page: Page, names: Iterable[str]) -> str | None:
    """The listed name that a party goes by: its own, its role's, or a word by which the text means it."""
    own = page.names_of(party)
    return next((name for name in names if name_key(name) in own or _is_last_name(name, party)), None)


def _is_last_name(name: str, party: Party) -> bool:
    return party.kind == "person" and name_key(name).split()[-1:] == name_key(party.name).split()[-1:]


def is_target(act: Act, page: Page, instrument: Instrument) -> bool:
    """Whether the act is done to a party that stands for the instrument itself, and not only to a body."""
    parties = [page.parties[key] for key in act.recipients if key in page.parties]
    return any(_named(party, page, instrument.targets) for party in parties)


def is_body(act: Act, page: Page, instrument: Instrument) -> bool:
    """Whether the act is done to a body before which the instrument lies, or its words name one: *the court's work*."""
    nouns = tuple(words[-1] for name in instrument.bodies if len(words := name.split()) > 1)
    named = longest_phrase((*instrument.bodies, *nouns), page.clause(act))
    return named is not None or _done_to(act, page, instrument.bodies) is not None


def stands_for(party_id: str, page: Page, instrument: Instrument) -> bool:
    """Whether a party is what others back or criticise in the instrument: the prosecutor who asked for the warrants."""
    return party_id in page.parties and _named(page.parties[party_id], page, instrument.targets) is not None


def is_like_target(act: Act, page: Page, instrument: Instrument, principal: Callable[[str], str]) -> bool:
    """Whether the act is done to one of the instrument's targets, or to a leader without a name of the same state.

    *The Israeli leader* is whoever of the targets acts for Israel; `principal` tells for whom a party acts.
    """
    if is_target(act, page, instrument):
        return True
    meant = {principal(party.id) for party in page.reading.parties if _named(party, page, instrument.targets)}
    unnamed = [page.parties[key] for key in act.recipients if key in page.parties and page.parties[key].role]
    return any(party.kind == "person" and principal(party.id) in meant for party in unnamed)


def _besides(act: Act, page: Page, instrument: Instrument, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without one that is the verb of the act: *filed the case* names no filing."""
    if instrument.kind != "filing" or not act.rule.rpartition(" ")[2].startswith("verb:"):
        return names
    trigger = stems(page.words(act.trigger))
    return tuple(name for name in names if stems(name) != trigger)


def _again(act: Act, page: Page, instrument: Instrument) -> str | None:
    """A word that stands for an instrument named before: *the text*, *its opinion*, *that step*, *refused to sign*."""
    clause = page.clause(act)
    again = longest_phrase(_besides(act, page, instrument, word_list(f"again {instrument.kind}")), clause)
    if again is not None:
        return again
    bare = word_list(f"bare {instrument.kind}")
    is_bare = not content_stems(clause) - {each for word in (*bare, *_TURNS) for each in stems(word)}
    return longest_phrase(bare, clause) if is_bare else None


def _by_pronoun(act: Act, page: Page, instrument: Instrument) -> str | None:
    """*Rejected it*, where the instrument was named shortly before."""
    following = _NEXT_WORD.match(page.text, act.trigger.end)
    if following is None or following[1].casefold() not in _PRONOUNS:
        return None
    at = _last_named(instrument, page, act.trigger.start)
    near = at >= 0 and _words_before(page, act.trigger.start) - at <= _NEAR_WORDS
    return f"{page.words(act.trigger)} {following[1]}" if near else None


def deed_words(instrument: Instrument) -> tuple[str, ...]:
    """Words for what an instrument asks to be done: *arrest*, *detain*."""
    return tuple(word for deed in instrument.deeds for word in word_list(f"deed {deed}"))


def matter_words(matter: Matter) -> tuple[str, ...]:
    """Every name of every instrument of a matter."""
    return tuple(name for instrument in matter.instruments for name in (instrument.name, *instrument.names))
