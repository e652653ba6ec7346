"""Directions: which way an act goes on a matter's question, by the instrument's backing or by the words of the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from onrecord.matters.instruments import Page, is_body, is_target
from onrecord.matters.tables import Sign, word_list
from onrecord.matters.words import (
    content_stems,
    find_phrase,
    find_phrases,
    holds_any,
    longest_phrase,
    sentence_around,
    stems,
    words_after,
)
from onrecord.records import Act
from onrecord.records.matters import Instrument, Matter
from onrecord.records.stances import Direction

OPPOSITE: dict[Direction, Direction] = {
    "for": "against", "against": "for", "neutral": "neutral", "unclear": "unclear",
}  # fmt: skip

BACKING = ("support", "agree", "aid")
OPPOSING = ("oppose", "reject", "protest", "interfere")
ARGUED = ("stance", "measure", "treaty", "vote")
_NEAR_WORDS = 2  # in "warrants sought against" the warrants stand so near before
_WINDOW_WORDS = 6  # how far before the words of a side their negation may stand
_MADE_WORDS = 6  # how far behind "widen" its object may stand
_REACH_WORDS = 12  # how far behind "against" its object may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An act as it is told of one instrument of a matter, and whose step it is."""

    act: Act
    page: Page
    instrument: Instrument
    matter: Matter
    party: str


def direction_of(sign: Sign, told: Telling) -> Direction:
    """The direction of a step that an act makes, by the sign of the rule that made it."""
    act, page, instrument = told.act, told.page, told.instrument
    if sign == "0":
        return "neutral"
    if sign == "?":
        return "unclear"
    if sign == "words":
        return _worded(told)
    if sign == "+" and _is_general(act, page, instrument):
        return "neutral"
    if instrument.backing == "unclear":
        return _worded(told)
    backs = (sign == "+") != _is_about_opposing(told)
    return instrument.backing if backs else OPPOSITE[instrument.backing]


def _is_about_opposing(told: Telling) -> bool:
    """Whether an act of words is about another's that opposes: who deplores a veto is for what was vetoed."""
    if told.act.type not in (*BACKING, *OPPOSING, "accuse"):
        return False
    linked = [told.page.acts[key] for key in told.act.about if key in told.page.acts]
    return any(each.type in OPPOSING and not set(each.actors) & set(told.act.actors) for each in linked)


def _is_general(act: Act, page: Page, instrument: Instrument) -> bool:
    """Whether a body is backed and nothing more: *Sweden supports the court* takes no side on what it decides."""
    if act.type not in ("support", "agree", "pledge") or is_target(act, page, instrument):
        return False
    if not is_body(act, page, instrument):
        return False
    names = (instrument.name, *instrument.names)
    linked = [page.acts[key] for key in act.about if key in page.acts]
    if any(each.type == "rule" for each in linked):
        return False  # what a court decided is welcomed, not the court
    return not any(
        longest_phrase(names, words) for each in (act, *linked) for words in (page.clause(each), _rest(each, page))
    )


def _rest(act: Act, page: Page) -> str:
    """The words from an act to the next stop: *welcomed the opinion*."""
    sentence = sentence_around(page.text, act.trigger)
    words = page.text[act.trigger.start : max(sentence.end, act.trigger.end)]
    return re.split(r"[,;:.]", words, maxsplit=1)[0]


def takes_side(act: Act, page: Page) -> bool:
    """Whether an act is about another that takes a side, or has words of taking one."""
    asked = [page.acts[key] for key in act.about if key in page.acts]
    if any(other.type in (*BACKING, *OPPOSING) for other in asked):
        return True
    return holds_any(word_list("against"), page.clause(act))


def _worded(told: Telling) -> Direction:
    """What the words of the act tell, then those of its sentence, then what the party is reported to argue."""
    act, page, instrument = told.act, told.page, told.instrument
    for asked in (page.acts[key] for key in act.about if key in page.acts):
        if asked.type in (*BACKING, *OPPOSING) and instrument.backing in ("for", "against") and _is_of(asked, told):
            return instrument.backing if asked.type in BACKING else OPPOSITE[instrument.backing]
    if act.type == "vote":
        lexicon = act.rule.rpartition(":")[2].partition("#")[0]
        rest = "" if _is_shared(act, page) else page.sentence(act)
        return _vote((f"{lexicon} {page.clause(act)}", rest), instrument)
    if instrument.kind == "filing" and instrument.backing != "unclear":
        return instrument.backing
    if instrument.kind in ARGUED and (made := made_direction(page.clause(act), instrument)):
        return made
    directions = (told_direction(words, instrument, told.matter) for words in _texts(told))
    return next((direction for direction in directions if direction is not None), "unclear")


def made_direction(words: str, instrument: Instrument) -> Direction | None:
    """The direction of asking that an instrument be made or undone: *to widen the embargo*, *not to extradite him*."""
    names = (instrument.name, *instrument.names)
    for phrase in ("not to", "to"):
        for at in find_phrases(phrase, words):
            after = words_after(words, at + len(stems(phrase)), 1)
            if any(stems(name) == stems(after) for name in names):
                return OPPOSITE[instrument.backing] if phrase == "not to" else instrument.backing
    signs = [sign for name in names for at in find_phrases(name, words) if (sign := _sign_before(words, at))]
    return None if not signs else instrument.backing if signs[0] > 0 else OPPOSITE[instrument.backing]


def _sign_before(words: str, at: int) -> int:
    """1 where what stands before a word makes it, -1 where it undoes it: *to drop their support for it*; else 0."""
    before = words_after(words, max(0, at - _MADE_WORDS), min(at, _MADE_WORDS))
    made = sum(1 for cue in word_list("making") for _ in find_phrases(cue, before))
    undone = sum(1 for cue in (*word_list("unmaking"), "not to") for _ in find_phrases(cue, before))
    return 0 if not made + undone else -1 if undone % 2 else 1


def _is_of(asked: Act, told: Telling) -> bool:
    """Whether what is asked for is support of the instrument itself or opposition to it."""
    names = (told.instrument.name, *told.instrument.names)
    return longest_phrase(names, told.page.clause(asked)) is not None or is_target(asked, told.page, told.instrument)


def _texts(told: Telling) -> Iterator[str]:
    """The words that may tell which way the party goes. What a court says in granting leave is not the party's word."""
    act, page = told.act, told.page
    if told.party in act.actors:
        yield page.clause(act)
        linked = (*page.asked_by.get(act.id, ()), *(page.acts[key] for key in act.about if key in page.acts))
        yield from (page.clause(other) for other in linked if told.party in other.actors)
        if len(act.actors) == 1 and not _is_shared(act, page):
            yield page.sentence(act)
    yield from _arguments(told.party, page)


def _is_shared(act: Act, page: Page) -> bool:
    """Whether the sentence of an act tells of others' acts too, whose words are not the party's."""
    sentence = sentence_around(page.text, act.trigger)
    return any(sentence.covers(other.trigger) and other.actors != act.actors for other in page.reading.acts)


def _arguments(party: str, page: Page) -> Iterator[str]:
    """What a party, or whoever acts for it, is reported to say anywhere in the report."""
    speakers = {party, *(other.id for other in page.reading.parties if other.acts_for == party)}
    for att in page.reading.attributions:
        if att.source in speakers:
            yield " ".join(span.of(page.text) for span in att.content)


def told_direction(words: str, instrument: Instrument, matter: Matter) -> Direction | None:
    """The direction that words tell by themselves, or None: *lacks jurisdiction*, *against the request*."""
    if told := _contested(words, matter) or said_direction(words, matter):
        return told
    for list_name, sign in (("against", -1), ("for", 1)):
        for cue in word_list(list_name):
            if backing := _argued(cue, words, instrument, matter):
                return backing if sign > 0 else OPPOSITE[backing]
    return None


def _contested(words: str, matter: Matter) -> Direction | None:
    """The side that is taken by disputing what the other says: *contesting the court's jurisdiction*.

    Who contests what one side says, or the plain form of what the other denies, is against the first.
    """
    for at, cue in [(at, each) for each in word_list("against") for at in find_phrases(each, words)]:
        before = words_after(words, max(0, at - _WINDOW_WORDS), min(at, _WINDOW_WORDS))
        after = content_stems(words_after(words, at + len(stems(cue)), _WINDOW_WORDS))
        if is_negated(before) or holds_any(word_list("undecided"), before):
            continue
        for each in matter.instruments:
            sides = [(phrase, "against" if is_negated(phrase) else "for") for phrase in each.against_words]
            sides += [(phrase, "for" if is_negated(phrase) else "against") for phrase in each.for_words]
            for phrase, side in sides:
                wanted = content_stems(phrase) - _negators()
                if wanted and wanted <= after:
                    return cast(Direction, side)
    return None


def said_direction(words: str, matter: Matter) -> Direction | None:
    """The side whose own words, as the matter gives them, are said: *lacks jurisdiction*."""
    for each in matter.instruments:
        if any(_says(phrase, words) for phrase in each.against_words):
            return "against"
        if any(_says(phrase, words) for phrase in each.for_words):
            return "for"
    return None


def _argued(cue: str, words: str, instrument: Instrument, matter: Matter) -> Direction | None:
    """What it would mean to back what stands after a cue: *against the warrants* is the backing of the warrants.

    *Warrants against three leaders* argues nothing: what stands before the cue is then the instrument itself.
    """
    others = [
        each for each in matter.instruments if each.id != instrument.id and each.kind in ARGUED and not each.deeds
    ]
    for at in find_phrases(cue, words):
        after = words_after(words, at + len(stems(cue)), _REACH_WORDS)
        before = words_after(words, max(0, at - _NEAR_WORDS), min(at, _NEAR_WORDS))
        for other in others:
            names = (other.name, *other.names)
            if longest_phrase(names, before):
                break
            if other.backing in ("for", "against") and longest_phrase((*names, *other.targets), after):
                return other.backing
    return None


def _says(phrase: str, words: str) -> bool:
    """Whether words hold the content of a phrase near together and negate it as the phrase does.

    *Lacks jurisdiction* is said by *we do not think that the court has jurisdiction*; neither side is taken by *whether
    it has jurisdiction*, nor by *would not dispute the jurisdiction*.
    """
    wanted = content_stems(phrase) - _negators()
    given = stems(words)
    at = [place for place, each in enumerate(given) if each in wanted]
    if not wanted or not wanted <= set(given) or at[-1] - at[0] > _REACH_WORDS:
        return False
    before = set(given[max(0, at[0] - _WINDOW_WORDS) : at[-1] + 1])
    if _ends_negated(phrase, wanted):
        following = given[at[-1] + 1 :]
        before |= set(following[: _NEAR_WORDS + 1]) | (
            set(following[:_WINDOW_WORDS]) & set(stems(phrase)) & _negators()
        )
    unsure = {"whether", "if"} | {each for cue in word_list("against") for each in stems(cue)}
    if before & unsure - set(stems(phrase)):
        return False
    if not is_negated(phrase) and len(wanted) == 1 and find_phrase(phrase, words) is None:
        return False  # to speak of the jurisdiction is not to say that there is one
    return bool(before & _negators()) == is_negated(phrase)


def _ends_negated(phrase: str, wanted: frozenset[str]) -> bool:
    """Whether a phrase has its negation at the end: *the filling is unlawful*."""
    own = stems(phrase)
    last = max((place for place, each in enumerate(own) if each in wanted), default=len(own))
    return any(each in _negators() for each in own[last + 1 :])


def is_negated(words: str) -> bool:
    return bool(set(stems(words)) & _negators()) or "n't" in words or "n’t" in words


@cache
def _negators() -> frozenset[str]:
    return frozenset(stem for word in word_list("negators") for stem in stems(word))


def _vote(texts: Iterable[str], instrument: Instrument) -> Direction:
    """How a vote went, by the first words that tell it: *passed* and *voted for* back it, *rejected* does not.

    Words that tell nothing more are a vote for it.
    """
    for words in texts:
        if longest_phrase(word_list("abstains"), words):
            return "neutral"
        if longest_phrase(word_list("votes it down"), words):
            return OPPOSITE[instrument.backing]
        if longest_phrase(word_list("votes it through"), words):
            return instrument.backing
    return instrument.backing
