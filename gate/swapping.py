"""Swapping: a text in which each state is exchanged for another one, right in its grammar.

*The United States asked an Egyptian envoy ...* becomes *Kenya asked a Dutch envoy ...*. Exchanged are the names of
states, the words for what and who is theirs, and their capitals. Names of persons, outlets and known bodies stay as
they are, whatever state's name is in them. A state stays in a text that names its seat of government (*the Kremlin*),
since few states have such a word, or that has it in the name of a street or an unknown body. wordings.tsv holds the
words to put in, one state a line; where a line lacks a word that a text needs, that state is not put into the text.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from onrecord.records import Span
from onrecord.records.analysis import Analysis, Token
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.gazetteer import Hit
from onrecord.resolve.nouns import is_class
from onrecord.resolve.tree import Tree

Role = Literal["name", "adjective", "person", "people", "capital"]
WORDINGS = Path(__file__).parent / "wordings.tsv"
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nmod:desc", "flat"})
_ACRONYMS = frozenset({"US", "U.S.", "USA", "UK", "U.K.", "UAE"})
_CITIES = frozenset({"Jerusalem", "Tel Aviv"})  # listed as seats of government
_HYPHENS = frozenset({"-", "–"})
_VOWEL_SOUND = re.compile(r"(?i)(?!uni|us\b|uk\b|u\.s|uga|ukr|uru|euro)[aeiou]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One state's words: the Netherlands, Dutch, Dutch, the Dutch, Amsterdam; empty where there is none to use."""

    alpha_3: str
    name: str
    adjective: str
    person: str
    people: str
    capital: str
    stress: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text names a state, and as what; the span takes in an article that belongs to the name."""

    span: Span
    state: str
    role: Role
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text with its states exchanged; `spans` are pairs of a place before and after."""

    text: str
    states: Mapping[str, str]
    spans: tuple[tuple[Span, Span], ...]

    def moved(self, at: int) -> int:
        """Where a character of the old text stands in the new one; of an exchanged name, its start or its end."""
        place = bisect_right([old.start for old, _ in self.spans], at) - 1
        if place < 0:
            return at
        old, new = self.spans[place]
        if at < old.end:
            return new.start if at - old.start <= len("the ") else new.end
        return at - old.end + new.end


@cache
def wordings() -> dict[str, Wording]:
    head, *lines = WORDINGS.read_text(encoding="utf-8").splitlines()
    rows = [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
    return {row["alpha_3"]: Wording(**(row | {"stress": row["stress"] == "yes"})) for row in rows}  # type: ignore[arg-type]


def find_places(analysis: Analysis) -> list[Place]:
    """The places of a text where a state that may be exchanged is named, in order; none in a person's name."""
    atlas = Atlas(Tree(analysis))
    hits = [(hit, hit.entry.state) for hit in atlas.hits if hit.entry is not None and hit.entry.kind == "state"]
    kept = {state for hit, state in hits if is_in_name(atlas, hit) or is_seat(hit)}
    return [place_of(atlas, hit, s) for hit, s in hits if s and s not in kept and not atlas.is_person_name(hit)]


def is_seat(hit: Hit) -> bool:
    return hit.manner == "government" and hit.written not in _CITIES


def is_in_name(atlas: Atlas, hit: Hit) -> bool:
    """Whether a state's name is part of a name that is no person's: *Cuba Street*, *the Egyptian Gazette*."""
    tokens = atlas.tree.tokens
    if atlas.is_person_name(hit):
        return False
    following = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if following is None or not following.text[:1].isupper() or following.start != tokens[hit.last].end + 1:
        return False
    return atlas.at(following.index) is None and not is_class(following, "office", "organ", "court", "bench")


def place_of(atlas: Atlas, hit: Hit, state: str) -> Place:
    """A name with its article; without one where the article is another's: *the US-backed plan*."""
    tokens = atlas.tree.tokens
    role, bare = role_of(atlas, hit), is_modifier(atlas, hit) or _is_hyphened(tokens, hit)
    first, end = hit.first, tokens[hit.last].end
    article = first > 0 and tokens[first - 1].text.lower() == "the" and hit.manner == "name"
    if article and role == "name" and not bare:
        first -= 1
    return Place(Span(tokens[first].start, end), state, role, bare)


def _is_hyphened(tokens: Sequence[Token], hit: Hit) -> bool:
    beside = (*tokens[max(0, hit.first - 1) : hit.first], *tokens[hit.last + 1 : hit.last + 2])
    touching = {tokens[hit.first].start, tokens[hit.last].end}
    return any(token.text in _HYPHENS and {token.start, token.end} & touching for token in beside)


def is_modifier(atlas: Atlas, hit: Hit) -> bool:
    """Whether a name stands before a noun that it tells apart: *US officials*, not *Egypt's officials*."""
    tokens = atlas.tree.tokens
    token, after = tokens[hit.last], tokens[hit.last + 1 : hit.last + 2]
    if not after or after[0].upos not in ("NOUN", "ADJ", "PROPN"):
        return False
    return token.deprel in _MODIFIERS and token.head > hit.last


def role_of(atlas: Atlas, hit: Hit) -> Role:
    """As what a state is named: *Egyptian* before a noun is an adjective, *the British* and *Egyptians* are people."""
    if hit.manner == "demonym":
        return _demonym_role(atlas, hit)
    if hit.manner == "name":
        return "adjective" if hit.written in _ACRONYMS and is_modifier(atlas, hit) else "name"
    return "capital"


def _demonym_role(atlas: Atlas, hit: Hit) -> Role:
    tokens = atlas.tree.tokens
    token = tokens[hit.last]
    before = tokens[hit.first - 1].text.lower() if hit.first else ""
    if is_modifier(atlas, hit) or token.upos == "ADJ":
        return "adjective"
    if hit.written.endswith(("s", "men")) and not hit.written.endswith("ss"):
        return "people"
    return (
        "person"
        if before in ("a", "an", "another", "one") or not re.search("(ese|sh|ch|ss)$", hit.written)
        else "people"
    )


def swap(analysis: Analysis, chosen: random.Random, *, stress: bool = False) -> Swapped | None:
    """A text with all its states exchanged for others by chance; None where it names none that can be."""
    places = find_places(analysis)
    states = choose_states(analysis.text, places, chosen, stress=stress)
    return exchange(analysis.text, places, states) if states else None


def choose_states(text: str, places: Iterable[Place], chosen: random.Random, *, stress: bool) -> dict[str, str]:
    """For each state of a text another that the text does not name and that has all words that are needed."""
    roles: dict[str, set[Role]] = {}
    for place in places:
        roles.setdefault(place.state, set()).add(place.role)
    free = [w for w in wordings().values() if w.stress == stress and w.alpha_3 not in roles and not is_in(text, w)]
    states = {}
    for state, needed in roles.items():
        fitting = [w for w in free if all(getattr(w, role) for role in needed) and ("name" in needed or not stress)]
        if fitting:
            states[state] = chosen.choice(fitting).alpha_3
            free = [w for w in free if w.alpha_3 != states[state]]
    return states


def is_in(text: str, wording: Wording) -> bool:
    """Whether a text has a word of a state already, be it in the name of something else."""
    words = (wording.name.removeprefix("the "), wording.adjective, wording.capital)
    return any(word and word in text for word in words)


def exchange(text: str, places: Sequence[Place], states: Mapping[str, str]) -> Swapped:
    """Put the other states in, with the articles that they want."""
    out, spans, at, size = [], list[tuple[Span, Span]](), 0, 0
    for place in places:
        if place.state not in states:
            continue
        word = word_for(text, place, wordings()[states[place.state]])
        before = with_article(text[at : place.span.start], word)
        end = place.span.end
        possessive = next((mark for mark in ("'s", "’s", "'", "’") if text.startswith(mark, end)), "")
        if possessive and not (text[end + len(possessive) :][:1].isalpha()):
            plural = word.endswith("s")
            fitting = possessive[0] + ("" if plural else "s")
            is_closing = len(possessive) == 1 and not text[place.span.start : end].endswith("s")
            word, end = (word, end) if is_closing else (word + fitting, end + len(possessive))
        out += [before, word]
        size += len(before)
        spans.append((Span(place.span.start, end), Span(size, size + len(word))))
        size += len(word)
        at = end
    return Swapped("".join([*out, text[at:]]), dict(states), tuple(spans))


def word_for(text: str, place: Place, wording: Wording) -> str:
    word: str = getattr(wording, place.role)
    if word.startswith("the "):
        word = word.removeprefix("the ") if place.bare else word
        opens = re.search(r"(?:^|[.?!:]|\n)[\s\"“”']*$", text[: place.span.start]) is not None
        word = "The " + word[4:] if opens and word.startswith("the ") else word
    return word


def with_article(before: str, word: str) -> str:
    """The text before a word, its *a* or *an* made fit: *an Egyptian*, *a Dutch*."""
    match = re.search(r"(?<![\w-])(an?)(\s+)$", before, re.IGNORECASE)
    if match is None:
        return before
    vowel = _VOWEL_SOUND.match(word) is not None
    article = match.group(1)[0] + ("n" if vowel else "")
    return before[: match.start()] + article + match.group(2)
