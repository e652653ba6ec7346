"""Own words: steps that are told by what a party says, where no act of the reading tells them."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.matters.directions import is_negated, said_direction
from onrecord.matters.instruments import deed_words
from onrecord.matters.tables import word_list
from onrecord.matters.words import find_phrase, longest_phrase, stems
from onrecord.records.matters import Instrument, Matter
from onrecord.records.stances import Direction, Stage

_REACH_WORDS = 4  # how far before "submitted" its "never" may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What words tell of one instrument: the stage, the direction, and the words that tell the instrument."""

    stage: Stage
    direction: Direction
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """A rule over what a party says; `reads` is given the words said, their sentence, the instrument and the matter."""

    name: str
    why: str
    reads: Callable[[str, str, Instrument, Matter], Told | None]


def _not_filed(words: str, _: str, instrument: Instrument, __: Matter) -> Told | None:
    """*The proposal was never formally submitted*, *the government will not be pursuing that*."""
    if instrument.kind != "filing":
        return None
    named = longest_phrase((instrument.name, *instrument.names), words)
    return Told(stage="not_filed", direction="neutral", words=named) if named and _is_unfiled(words) else None


def _is_unfiled(words: str) -> bool:
    """Whether a negation stands shortly before a word of filing or going on."""
    given = stems(words)
    for phrase in word_list("filing verbs"):
        at = find_phrase(phrase, words)
        if at is not None and is_negated(" ".join(given[max(0, at - _REACH_WORDS) : at])):
            return True
    return False


def _stance(words: str, _: str, instrument: Instrument, matter: Matter) -> Told | None:
    """*We do not think the court has jurisdiction*: a side taken in words, by the instrument's own words for it."""
    if instrument.kind != "stance" or instrument.deeds:
        return None
    direction = said_direction(words, matter)
    if direction is None:
        return None
    named = longest_phrase((instrument.name, *instrument.names), words) or instrument.name
    return Told(stage="stated", direction=direction, words=named)


def _left_open(_: str, sentence: str, instrument: Instrument, matter: Matter) -> Told | None:
    """*Without saying whether he would be arrested*, *examining what it means*: neither promised nor refused."""
    if not instrument.deeds:
        return None
    deeds = longest_phrase(deed_words(instrument), sentence)
    stances = [name for each in matter.instruments if each.kind == "stance" for name in (each.name, *each.names)]
    named = deeds or (longest_phrase(stances, sentence) if _any_of("examining", sentence) else None)
    if named is None or not (_any_of("open", sentence) or _any_of("examining", sentence)):
        return None
    return Told(stage="stated", direction="unclear", words=named)


def _any_of(list_name: str, words: str) -> bool:
    return any(find_phrase(phrase, words) is not None for phrase in word_list(list_name))


OWN_WORDS: tuple[WordRule, ...] = (
    WordRule(name="said to be unfiled", why="it says itself that nothing was filed", reads=_not_filed),
    WordRule(
        name="left open in words", why="it does not say whether it will do what the instrument asks", reads=_left_open
    ),
    WordRule(name="said so", why="its own words take a side", reads=_stance),
)
