"""Own words: steps that are told by what a party says, where no act of the reading tells them."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.matters.directions import OPPOSITE, is_negated, said_direction, told_direction
from onrecord.matters.instruments import deed_words
from onrecord.matters.tables import word_list
from onrecord.matters.words import find_phrase, held_phrases, holds_any, longest_phrase, stem, stems
from onrecord.records.matters import Instrument, Matter
from onrecord.records.stances import Direction, Stage

_OURS = frozenset(stem(word) for word in ("we", "I", "it", "they", "he", "she", "his", "her", "its", "our"))
_WONT = frozenset({"won't", "won’t"})
_WILL = frozenset(stem(word) for word in ("will", "would", "shall")) | _WONT
_NEXT_WORDS = 2  # "will not surrender"
_FAR_WORDS = 8  # "would cooperate with the tribunal and hand over suspects"
_REACH_WORDS = 4  # how far before "submitted" its "never" may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What words tell of one instrument: the stage, the direction, and the words that tell the instrument."""

    stage: Stage
    direction: Direction
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a party says: the words, their sentence, the text before it, and the names of the party and of others.

    `names` are the stems of the party's own names, `others` those of each other actor of the report.
    """

    words: str
    sentence: str
    before: str = ""
    names: frozenset[str] = frozenset()
    others: tuple[frozenset[str], ...] = ()

    def is_of_others(self, before: int) -> bool:
        """Whether somebody else is named before a word of what is said: *Peru never filed one*, said by a court."""
        given = stems(self.words)[:before]
        return any(not names.isdisjoint(given) for names in self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """A rule over what a party says; `reads` is given what is said, the instrument and the matter."""

    name: str
    why: str
    reads: Callable[[Said, Instrument, Matter], Told | None]


def _not_filed(said: Said, instrument: Instrument, _: Matter) -> Told | None:
    """*The proposal was never formally submitted*, *the government will not be pursuing that*."""
    if instrument.kind != "filing":
        return None
    at = _unfiled_at(said.words)
    named = None if at is None else longest_phrase((instrument.name, *instrument.names), said.words)
    if at is None or named is None or said.is_of_others(at):
        return None
    return Told(stage="not_filed", direction="neutral", words=named)


def _not_signed(said: Said, instrument: Instrument, _: Matter) -> Told | None:
    """*It had never signed it*, *it would not sign*, after the text was named."""
    if instrument.kind not in ("statement", "treaty"):
        return None
    verbs = held_phrases(word_list(f"bare {instrument.kind}"), said.words)
    named = verbs and longest_phrase((instrument.name, *instrument.names), f"{said.before} {said.sentence}")
    given = stems(said.words)
    for verb in verbs:
        at = find_phrase(verb, said.words)
        if not named or at is None or said.is_of_others(at) or _any_of("some day", said.sentence):
            continue
        before = set(given[max(0, at - _REACH_WORDS) : at])
        if stem("never") in before or (before & _WILL and is_negated(" ".join(before))):
            return Told(stage="refused", direction=OPPOSITE[instrument.backing], words=named)
    return None


def _will_do(said: Said, instrument: Instrument, _: Matter) -> Told | None:
    """*Peru will not open the gates*, *we will open the gates*: what it says of itself, in the words of the deed."""
    if not instrument.deeds:
        return None
    given = stems(said.words)
    for name in held_phrases(instrument.names, said.words):
        at = find_phrase(name, said.words)
        reach = _FAR_WORDS if len(stems(name)) > 1 else _NEXT_WORDS  # one word may stand for anything
        if at is None or at == 0:
            continue
        before = given[max(0, at - reach) : at]
        if not (set(given[:at]) & (_OURS | said.names) and set(before) & _WILL):
            continue
        is_refusal = is_negated(" ".join(before)) or bool(set(before) & _WONT)
        direction = OPPOSITE[instrument.backing] if is_refusal else instrument.backing
        return Told(stage="refused" if is_refusal else "stated", direction=direction, words=name)
    return None


def _unfiled_at(words: str) -> int | None:
    """Which word of filing or going on has a negation shortly before it."""
    given = stems(words)
    for phrase in held_phrases(word_list("filing verbs"), words):
        at = find_phrase(phrase, words)
        if at is not None and is_negated(" ".join(given[max(0, at - _REACH_WORDS) : at])):
            return at
    return None


def _argued(said: Said, instrument: Instrument, matter: Matter) -> Told | None:
    """*Peru argued in its statement that the dam was unlawful*: who argues in its filing has filed."""
    if instrument.kind != "filing":
        return None
    names = held_phrases((instrument.name, *instrument.names), said.sentence)
    for own in word_list("own"):
        for name in names:
            if find_phrase(f"in {own} {name}", said.sentence) is not None:
                direction = told_direction(said.words, instrument, matter) or "unclear"
                return Told(stage="filed", direction=direction, words=f"in {own} {name}")
    return None


def _stance(said: Said, instrument: Instrument, matter: Matter) -> Told | None:
    """*We do not think the court has jurisdiction*: a side taken in words, by the matter's own words for it."""
    if instrument.kind != "stance" or instrument.deeds:
        return None
    direction = said_direction(said.words, matter)
    if direction is None:
        return None
    named = longest_phrase((instrument.name, *instrument.names), said.words) or instrument.name
    return Told(stage="stated", direction=direction, words=named)


def _left_open(said: Said, instrument: Instrument, matter: Matter) -> Told | None:
    """*Without saying whether he would be arrested*, *examining what it means*: neither promised nor refused."""
    if not instrument.deeds:
        return None
    deeds = longest_phrase(deed_words(instrument), said.sentence)
    stances = [name for each in matter.instruments if each.kind == "stance" for name in (each.name, *each.names)]
    named = deeds or (longest_phrase(stances, said.sentence) if _any_of("examining", said.sentence) else None)
    if named is None or not (_any_of("open", said.sentence) or _any_of("examining", said.sentence)):
        return None
    return Told(stage="stated", direction="unclear", words=named)


def _any_of(list_name: str, words: str) -> bool:
    return holds_any(word_list(list_name), words)


OWN_WORDS: tuple[WordRule, ...] = (
    WordRule(name="said to be unfiled", why="it says itself that nothing was filed", reads=_not_filed),
    WordRule(
        name="left open in words", why="it does not say whether it will do what the instrument asks", reads=_left_open
    ),
    WordRule(
        name="said what it will do", why="it says itself whether it will do what the instrument asks", reads=_will_do
    ),
    WordRule(name="said to be unsigned", why="it says itself that it did not sign, or will not", reads=_not_signed),
    WordRule(name="argued in its filing", why="it says so in a filing of its own", reads=_argued),
    WordRule(name="said so", why="its own words take a side", reads=_stance),
)
