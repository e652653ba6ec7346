"""Phrases: the verbs and patterns with which each type and status of act is put into words, as data.

A row of `FRAMES` gives *asked 25 countries to “file an opinion”*, *asked 25 countries for “an opinion”* or *made a
request to 25 countries*, by what the report tells of the object.
"""

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.records.acts import ActStatus, ActType
from onrecord.records.spans import Span

ObjectForm = Literal["noun", "to", "that", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How one type of act is put into words, by the form of its object: each the alternatives, best first.

    ``~`` marks the verb, ``{r}`` stands for the recipients and ``{o}`` for the object. The first alternative whose
    slots are all filled is taken; the last of `noun` has none. Without `to` or `that` a colon leads to the object.
    """

    noun: str
    to: str = ""
    that: str = ""


FRAMES: dict[ActType, Frame] = {
    "request": Frame(
        noun="~ask {r} for {o} | ~ask for {o} | ~make a request to {r} | ~make a request",
        to="~ask {r} to {o} | ~make a request: to {o}",
        that="~ask {r} that {o} | ~ask that {o}",
    ),
    "pledge": Frame(
        noun="~promise {r} {o} | ~promise {o} | ~make a promise to {r} | ~make a promise",
        to="~promise {r} to {o} | ~promise to {o}",
        that="~promise {r} that {o} | ~promise that {o}",
    ),
    "support": Frame(noun="~support {r} over {o} | ~support {o} | ~support {r} | ~voice support"),
    "oppose": Frame(noun="~oppose {r} over {o} | ~oppose {o} | ~oppose {r} | ~voice opposition"),
    "accuse": Frame(
        noun="~accuse {r} of {o} | ~allege {o} | ~accuse {r} | ~make an accusation",
        that="~accuse {r}, alleging that {o} | ~allege that {o}",
    ),
    "deny": Frame(
        noun="~deny {o}, in answer to {r} | ~deny {o} | ~issue a denial to {r} | ~issue a denial",
        that="~deny to {r} that {o} | ~deny that {o}",
    ),
    "warn": Frame(
        noun="~warn {r} of {o} | ~warn of {o} | ~warn {r} | ~give a warning",
        to="~warn {r} to {o} | ~give a warning to {o}",
        that="~warn {r} that {o} | ~warn that {o}",
    ),
    "threaten": Frame(
        noun="~threaten {r} with {o} | ~threaten {o} | ~threaten {r} | ~make a threat",
        to="~threaten {r} (to {o}) | ~threaten to {o}",
        that="~threaten {r} that {o} | ~threaten that {o}",
    ),
    "consult": Frame(noun="~hold talks with {r} on {o} | ~hold talks on {o} | ~hold talks with {r} | ~hold talks"),
    "agree": Frame(
        noun="~agree with {r} on {o} | ~agree on {o} | ~reach an agreement with {r} | ~give agreement",
        to="~agree with {r} to {o} | ~agree to {o}",
        that="~agree with {r} that {o} | ~agree that {o}",
    ),
    "sign": Frame(noun="~sign {o}, concerning {r} | ~sign {o} | ~sign a text concerning {r} | ~sign a text"),
    "file": Frame(noun="~file {o} with {r} | ~file {o} | ~make a filing with {r} | ~make a filing"),
    "rule": Frame(
        noun="~rule on {o}, concerning {r} | ~rule on {o} | ~give a ruling concerning {r} | ~give a ruling",
        to="~decide, concerning {r}, to {o} | ~decide to {o}",
        that="~rule, concerning {r}, that {o} | ~rule that {o}",
    ),
    "investigate": Frame(
        noun="~investigate {r} over {o} | ~investigate {o} | ~investigate {r} | ~open an investigation"
    ),
    "charge": Frame(
        noun="~take legal action against {r} over {o} | ~take legal action over {o} | ~take legal action against {r}"
        " | ~take legal action"
    ),
    "arrest": Frame(noun="~detain {r} over {o} | ~detain {o} | ~detain {r} | ~make an arrest"),
    "reject": Frame(
        noun="~turn down {r} over {o} | ~reject {o} | ~turn down {r} | ~give a refusal",
        to="~turn down {r}, declining to {o} | ~refuse to {o}",
    ),
    "withdraw": Frame(noun="~withdraw {o}, as regards {r} | ~withdraw {o} | ~withdraw as regards {r} | ~withdraw"),
    "vote": Frame(
        noun="~vote on {o}, concerning {r} | ~vote on {o} | ~cast a vote concerning {r} | ~cast a vote",
        to="~vote, concerning {r}, to {o} | ~vote to {o}",
        that="~vote, concerning {r}, that {o} | ~vote that {o}",
    ),
    "aid": Frame(noun="~aid {r} with {o} | ~give {o} | ~aid {r} | ~give aid"),
    "sanction": Frame(noun="~penalise {r}: {o} | ~impose penalties: {o} | ~penalise {r} | ~impose penalties"),
    "interfere": Frame(noun="~interfere with {r}: {o} | ~interfere: {o} | ~interfere with {r} | ~interfere"),
    "protest": Frame(noun="~protest against {r} over {o} | ~protest over {o} | ~protest against {r} | ~protest"),
    "mobilise": Frame(noun="~mobilise {o} against {r} | ~mobilise {o} | ~mobilise against {r} | ~mobilise"),
    "coerce": Frame(
        noun="~use coercion against {r}: {o} | ~use coercion: {o} | ~use coercion against {r} | ~use coercion"
    ),
    "attack": Frame(noun="~attack {r}: {o} | ~attack {o} | ~attack {r} | ~carry out an attack"),
    "yield": Frame(noun="~yield to {r} on {o} | ~yield on {o} | ~yield to {r} | ~yield"),
    "cooperate": Frame(
        noun="~cooperate with {r} on {o} | ~cooperate on {o} | ~cooperate with {r} | ~cooperate",
        to="~cooperate with {r} to {o} | ~cooperate to {o}",
    ),
}

IRREGULAR_PAST = {
    "make": "made", "deny": "denied", "hold": "held", "give": "gave", "take": "took", "withdraw": "withdrew",
    "cast": "cast", "carry": "carried",
}  # fmt: skip

# {s} is the actors, {plan} and {be} agree with them, {past} and {base} are the predicate, {by} whoever is known to have
# asked or denied.
STATUS_WORDS: dict[ActStatus, str] = {
    "actual": "{s} {past}",
    "planned": "{s} {plan} to {base}",
    "requested": "{s} {be} asked{by} to {base}",
    "possible": "{s} may {base}",
    "conditional": "{s} would, if a condition is met, {base}",
    "negated": "{s} did not {base}",
    "denied": "it is denied{by} that {s} {past}",
}

PREPOSITIONS = frozenset({
    "about", "after", "against", "among", "around", "as", "at", "before", "between", "by", "concerning", "during",
    "for", "from", "in", "into", "of", "on", "over", "regarding", "through", "to", "toward", "towards", "under",
    "until", "upon", "via", "with", "within", "without", "because",
})  # fmt: skip
FINITE = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "must", "can", "could", "may", "might",
    "should", "shall", "does", "did", "cannot", "isn't", "aren't",
})  # fmt: skip
RELATIVES = frozenset({
    "that", "which", "who", "whom", "whose", "where", "when",
})  # fmt: skip
DETERMINERS = frozenset({
    "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "these", "those", "all", "any",
    "some", "no", "both", "each", "every",
})  # fmt: skip
DOUBLE_MARKS = '"“”„«»'
QUOTE_MARKS = "\"“”„«»‘’'"


def fill_frame(alternatives: str, slots: dict[str, str]) -> str | None:
    """The first alternative whose slots all have words, filled; the mark before its verb is kept."""
    for template in alternatives.split(" | "):
        if template and all(slots.get(name) for name in re.findall(r"\{(\w)\}", template)):
            return template.format_map(slots)
    return None


def past_of(verb: str) -> str:
    return IRREGULAR_PAST.get(verb) or (f"{verb}d" if verb.endswith("e") else f"{verb}ed")


def short_quote(words: str, most_chars: int) -> str:
    """The words on one line, cut between two words when they are too many, inner marks of quotation made single."""
    line = " ".join(words.split()).strip(",;: ")
    marks = re.findall(f"[{DOUBLE_MARKS}]", line)
    if len(marks) == 1 or (len(marks) == 2 and line[0] in DOUBLE_MARKS and line[-1] in DOUBLE_MARKS):
        line = line.strip(DOUBLE_MARKS)
    if len(line) > most_chars:
        line = line[: most_chars - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return re.sub(f"[{DOUBLE_MARKS}]", "'", line)


def object_form(text: str, span: Span) -> tuple[ObjectForm, str]:
    """How an object can follow a verb, and its words without a leading *to* or *that*.

    The word before it is looked at too, since a reader may leave *to* and *that* outside the object.
    """
    words = span.of(text)
    bare = words.lstrip(QUOTE_MARKS)
    first = bare.split(maxsplit=1)[0].lower() if bare else ""
    if first in ("to", "that") and len(bare) > len(first):
        return ("to" if first == "to" else "that"), bare[len(first) :].lstrip()
    before = text[max(0, span.start - 12) : span.start].rstrip(QUOTE_MARKS + " \n").lower().split()
    if before[-1:] == ["that"]:
        return "that", words
    if before[-1:] == ["to"] and bare[:1].islower() and first not in DETERMINERS | PREPOSITIONS:
        return "to", words
    if first in PREPOSITIONS:
        return "after", words
    if first in DETERMINERS:
        words = words.replace(bare[: len(first)], first, 1)
    return ("that" if _is_clause(bare) else "noun"), words


def _is_clause(words: str) -> bool:
    """Whether a finite verb shows early on, before any relative pronoun: *the court has faced threats*."""
    for word in words.lower().split()[1:9]:
        if word in RELATIVES:
            return False
        if word in FINITE:
            return True
    return False
