"""Conditions: what an act has to show beyond its type and status before a rule of rules.tsv makes a step of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.matters.actors import Actors
from onrecord.matters.directions import is_negated, made_direction, takes_side
from onrecord.matters.instruments import (
    AGAIN,
    BY_LINK,
    ELSEWHERE,
    IN_OBJECT,
    IN_SENTENCE,
    Page,
    Pointed,
    is_like_target,
)
from onrecord.matters.tables import word_list
from onrecord.matters.words import find_phrase, find_phrases, holds_any, longest_phrase, sentence_around, words_after
from onrecord.records import Act, Party
from onrecord.records.matters import Instrument

ITS_REQUEST_CHARS = 40
ASKED_WORDS = 8  # how far before "allowed" its "asked" may stand
LEAST_TOGETHER = 2
IN_REACH_WORDS = 5  # how far behind "in" the name of the text may stand: *in a joint and public declaration*


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An act and an instrument that it may be about, by words that stand near or far.

    `is_only_stance` tells that no other instrument of the matter is one that parties speak for or against.
    """

    act: Act
    page: Page
    pointed: Pointed
    actors: Actors
    is_only_stance: bool = False

    @property
    def clause(self) -> str:
        return self.page.clause(self.act)

    @property
    def is_named_by_act(self) -> bool:
        """Whether the act is the very noun that names the instrument, and so nothing done about it: *the embargo*."""
        trigger, names = (
            self.act.trigger.of(self.page.text),
            (self.pointed.instrument.name, *self.pointed.instrument.names),
        )
        is_noun = self.act.rule.rpartition(" ")[2].startswith("noun:")
        return is_noun and any(find_phrase(trigger, name) is not None for name in names)

    @property
    def lexicon_words(self) -> str:
        """The words of the lexicon's line that made the act: *give leave* of ``verb:give leave#rule``."""
        return self.act.rule.partition(":")[2].partition("#")[0]


def meets(needs: str, candidate: Candidate) -> bool:
    """Whether a candidate meets a rule's condition, and the words that tell the instrument stand near enough for it."""
    level = candidate.pointed.level
    if level <= ELSEWHERE and needs not in FROM_AFAR:
        return False
    if candidate.is_named_by_act and needs not in OF_ITSELF:
        return False
    is_deed = bool(candidate.pointed.instrument.deeds) and not candidate.is_only_stance
    if is_deed and level == AGAIN and needs not in OF_DEEDS:
        return False
    return CONDITIONS[needs](candidate)


def _asks_leave(candidate: Candidate) -> bool:
    """Whether it asks to be heard; one who asks states for something asks no court for leave."""
    parties = candidate.page.parties
    asked = [parties[key] for key in candidate.act.recipients if key in parties]
    if any(party.kind in ("state", "group") for party in asked):
        return False
    return _any_of("leave", f"{candidate.lexicon_words} {candidate.clause}")


def _grants(candidate: Candidate) -> bool:
    words = f"{candidate.lexicon_words} {candidate.clause}"
    return _any_of("grants", words) and not _any_of("refuses", words)


def _is_admitted(candidate: Candidate) -> bool:
    """Whether its sentence tells of an admission, and not of asking for one: *asked to be allowed to submit*."""
    sentence = candidate.page.sentence(candidate.act)
    for word in word_list("admitted"):
        for at in find_phrases(word, sentence):
            before = words_after(sentence, max(0, at - ASKED_WORDS), min(at, ASKED_WORDS))
            if longest_phrase(word_list("asks"), before) is None:
                return True
    return False


def _is_by_others(candidate: Candidate) -> bool:
    """Whether others asked for it: *its request to submit one* is its own, and so is that which a court grants."""
    page, act = candidate.page, candidate.act
    before = page.text[max(0, act.trigger.start - ITS_REQUEST_CHARS) : act.trigger.start]
    is_own = re.search(r"(?:\b(?:its|their|his|her)|['’]s?) (?:request|application|bid|plea) to\W*$", before)
    ruled = candidate.pointed.instrument.kind == "filing" and _is_ruled(candidate)
    return is_own is None and not ruled


def _is_ruled(candidate: Candidate) -> bool:
    """Whether its sentence tells of a ruling too: *ruled that Britain may put its case*."""
    sentence = sentence_around(candidate.page.text, candidate.act.trigger)
    return any(act.type == "rule" and sentence.covers(act.trigger) for act in candidate.page.reading.acts)


def _is_together(candidate: Candidate) -> bool:
    parties = candidate.page.parties
    return candidate.pointed.level > AGAIN and any(
        parties[key].kind in ("group", "state") for key in candidate.act.actors
    )


def is_in_text(act: Act, page: Page, instrument: Instrument) -> bool:
    """Whether states say it together in the text itself: *58 states said in a declaration*.

    One state that says so *in a statement* has signed nothing.
    """
    actors = [page.parties[key] for key in act.actors if key in page.parties]
    return are_together(actors) and is_said_in(page.sentence(act), instrument)


def is_in_object(candidate: Candidate) -> bool:
    """Whether the instrument is named in what is done, and not beside it: *asked for gas in return for its vote*."""
    if candidate.pointed.level == BY_LINK:
        return True
    act, instrument = candidate.act, candidate.pointed.instrument
    clause = candidate.page.words(act.object) if act.object is not None else candidate.clause
    ends = [at for word in word_list("adjuncts") for at in find_phrases(word, clause)]
    words = words_after(clause, 0, min(ends)) if ends else clause
    return longest_phrase((instrument.name, *instrument.names), words) is not None


def are_together(parties: Sequence[Party]) -> bool:
    """Whether they are a counted group, or several states."""
    counted = any(party.count is not None and party.count.value >= LEAST_TOGETHER for party in parties)
    return counted or sum(party.kind == "state" for party in parties) >= LEAST_TOGETHER


def is_said_in(sentence: str, instrument: Instrument) -> bool:
    """Whether a sentence has the text as where something is said: *in a joint declaration released on Monday*."""
    names = (instrument.name, *instrument.names)
    words = sentence.split()
    return any(
        longest_phrase(names, " ".join(words[at : at + IN_REACH_WORDS])) is not None
        for at, word in enumerate(words)
        if word.casefold().strip(",") in ("in", "through", "by")
    )


def _is_deed(candidate: Candidate) -> bool:
    """Whether the deed is done to whom the instrument means, or is told in its words."""

    def principal(key: str) -> str:
        return candidate.actors.of(key, candidate.page.reading).key

    far = candidate.pointed.level <= ELSEWHERE
    return not far or is_like_target(candidate.act, candidate.page, candidate.pointed.instrument, principal)


def _in_sentence(list_name: str) -> Callable[[Candidate], bool]:
    return lambda candidate: _any_of(list_name, candidate.page.sentence(candidate.act))


def _any_of(list_name: str, words: str) -> bool:
    return holds_any(word_list(list_name), words)


FROM_AFAR = ("grants", "deed")
OF_ITSELF = ("leave", "grants", "admitted", "ruled", "not yet", "nothing", "deed")
OF_DEEDS = ("negated", "general")
CONDITIONS: dict[str, Callable[[Candidate], bool]] = {
    "-": lambda _: True,
    "leave": _asks_leave,
    "grants": _grants,
    "admitted": _is_admitted,
    "ruled": _is_ruled,
    "put in": lambda candidate: not _any_of("asks", candidate.lexicon_words),
    "lodges": lambda candidate: candidate.pointed.level == IN_OBJECT and _any_of("lodges", candidate.lexicon_words),
    "vetoes": lambda candidate: _any_of("vetoes", f"{candidate.lexicon_words} {candidate.clause}"),
    "object": is_in_object,
    "declines": _in_sentence("declines"),
    "near": lambda candidate: candidate.pointed.level >= IN_SENTENCE,
    "by others": _is_by_others,
    "together": _is_together,
    "nothing": _in_sentence("never"),
    "drafted": _in_sentence("drafted"),
    "ratifies": lambda candidate: _any_of("ratifies", f"{candidate.lexicon_words} {candidate.clause}"),
    "in text": lambda candidate: is_in_text(candidate.act, candidate.page, candidate.pointed.instrument),
    "at all": lambda candidate: not _any_of("some day", candidate.page.sentence(candidate.act)),
    "not yet": _in_sentence("not yet"),
    "in filing": _in_sentence("in filing"),
    "making": lambda candidate: made_direction(candidate.clause, candidate.pointed.instrument) is not None,
    "opinion": lambda candidate: takes_side(candidate.act, candidate.page),
    "deed": _is_deed,
    "negated": lambda candidate: bool(candidate.pointed.instrument.deeds) and is_negated(candidate.clause),
    "general": lambda candidate: bool(candidate.pointed.instrument.deeds),
}
