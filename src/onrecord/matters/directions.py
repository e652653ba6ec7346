"""Directions: which way an act goes on a matter's question, by the instrument's backing or by the words of the text."""

from collections.abc import Iterator

from onrecord.matters.instruments import Page, is_target
from onrecord.matters.tables import Sign, word_list
from onrecord.matters.words import content_stems, find_phrase, longest_phrase, stems, words_after
from onrecord.records import Act
from onrecord.records.matters import Direction, Instrument, Matter

OPPOSITE: dict[Direction, Direction] = {
    "for": "against", "against": "for", "neutral": "neutral", "unclear": "unclear",
}  # fmt: skip

BACKING = ("support", "agree", "aid")
OPPOSING = ("oppose", "reject", "protest", "interfere")
_WINDOW_WORDS = 6  # how far before the words of a side their negation may stand
_REACH_WORDS = 12  # how far behind "against" its object may stand


def direction_of(sign: Sign, act: Act, page: Page, instrument: Instrument, matter: Matter) -> Direction:
    """The direction of a step that an act makes, by the sign of the rule that made it."""
    if sign == "0":
        return "neutral"
    if sign == "?":
        return "unclear"
    if sign == "words":
        return _worded(act, page, instrument, matter)
    if sign == "+" and _is_general(act, page, instrument):
        return "neutral"
    if instrument.backing == "unclear":
        return _worded(act, page, instrument, matter)
    return instrument.backing if sign == "+" else OPPOSITE[instrument.backing]


def _is_general(act: Act, page: Page, instrument: Instrument) -> bool:
    """Whether a body is backed and nothing more: *Sweden supports the court* takes no side on what it decides."""
    if act.type not in ("support", "agree", "pledge") or not instrument.bodies or is_target(act, page, instrument):
        return False
    names = (instrument.name, *instrument.names)
    linked = [page.acts[key] for key in act.about if key in page.acts]
    return not any(longest_phrase(names, page.clause(each)) for each in (act, *linked))


def takes_side(act: Act, page: Page) -> bool:
    """Whether an act is about another that takes a side, or has words of taking one."""
    asked = [page.acts[key] for key in act.about if key in page.acts]
    if any(other.type in (*BACKING, *OPPOSING) for other in asked):
        return True
    clause = page.clause(act)
    return any(find_phrase(cue, clause) is not None for cue in word_list("against"))


def _worded(act: Act, page: Page, instrument: Instrument, matter: Matter) -> Direction:
    """What the words of the act tell, then those of its sentence, then what the party is reported to argue."""
    for asked in (page.acts[key] for key in act.about if key in page.acts):
        if asked.type in (*BACKING, *OPPOSING) and instrument.backing in ("for", "against"):
            return instrument.backing if asked.type in BACKING else OPPOSITE[instrument.backing]
    if act.type == "vote":
        return _vote(page.clause(act) + " " + page.sentence(act), instrument)
    for words in _texts(act, page):
        if told := told_direction(words, instrument, matter):
            return told
    return "unclear"


def _texts(act: Act, page: Page) -> Iterator[str]:
    yield page.clause(act)
    for other in (*page.asked_by.get(act.id, ()), *(page.acts[key] for key in act.about if key in page.acts)):
        yield page.clause(other)
    sentence = page.sentence(act)
    if len(act.actors) <= 1:
        yield sentence
    for key in act.actors:
        yield from _arguments(key, page)


def _arguments(party: str, page: Page) -> Iterator[str]:
    """What a party, or whoever acts for it, is reported to say anywhere in the report."""
    speakers = {party, *(other.id for other in page.reading.parties if other.acts_for == party)}
    for att in page.reading.attributions:
        if att.source in speakers:
            yield " ".join(span.of(page.text) for span in att.content)


def told_direction(words: str, instrument: Instrument, matter: Matter) -> Direction | None:
    """The direction that words tell by themselves, or None: *against the request*, *lacks jurisdiction*."""
    for each in matter.instruments:
        if any(_says(phrase, words) for phrase in each.against_words):
            return "against"
        if any(_says(phrase, words) for phrase in each.for_words):
            return "for"
    for phrases_of, sign in (("against", -1), ("for", 1)):
        for cue in word_list(phrases_of):
            if backing := _argued(cue, words, instrument, matter):
                return backing if sign > 0 else OPPOSITE[backing]
    return None


def _argued(cue: str, words: str, instrument: Instrument, matter: Matter) -> Direction | None:
    """What it would mean to back what stands after a cue: *against the warrants* is the backing of the warrants."""
    at = find_phrase(cue, words)
    if at is None:
        return None
    after = words_after(words, at + len(stems(cue)), _REACH_WORDS)
    for other in matter.instruments:
        if other.id == instrument.id or other.kind not in ("stance", "measure", "treaty", "vote"):
            continue
        if other.backing in ("for", "against") and longest_phrase((other.name, *other.names, *other.targets), after):
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
    unsure = {"whether", "if"} | {each for cue in word_list("against") for each in stems(cue)}
    if before & unsure - {each for each in stems(phrase)}:
        return False
    if not is_negated(phrase) and len(wanted) == 1 and find_phrase(phrase, words) is None:
        return False  # to speak of the jurisdiction is not to say that there is one
    return bool(before & _negators()) == is_negated(phrase)


def is_negated(words: str) -> bool:
    return bool(set(stems(words)) & _negators()) or "n't" in words or "n’t" in words


def _negators() -> frozenset[str]:
    return frozenset(stem for word in word_list("negators") for stem in stems(word))


def _vote(words: str, instrument: Instrument) -> Direction:
    """How a vote went, by its words: *passed*, *voted for* back it, *voted against*, *rejected* do not."""
    against = ("vote against", "reject", "vote down", "defeat", "block", "oppose", "strike down")
    if any(find_phrase(phrase, words) is not None for phrase in against):
        return OPPOSITE[instrument.backing]
    if find_phrase("abstain", words) is not None:
        return "neutral"
    return instrument.backing
