"""Stand-ins: the network is shown the same words for every state, so that it sees one sentence whoever is named.

In a window the first state named is shown as *Russia*, the second as *Germany*, and so on, as one word however long its
name is: *Saudi Arabia asked the United States* and *Fiji asked Peru* are one sentence to the network. What it says of
the one word is then told of all words of the name. Rules read the text as it is written. Names that are part of
another name (*Israel Katz*, *Air France*) are shown as they are. See docs/decisions/0009-stand-ins.md.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.network import Labels, Network, WindowScores
from onrecord.reader.statenames import Form, StateName, find_state_names
from onrecord.reader.tokens import case_of
from onrecord.reader.windows import Words

# Well-known, one word each, with a plural in -s: the network has seen them most, and in every form.
STANDS_FOR: Mapping[Form, tuple[str, ...]] = {
    "name": (
        "Russia", "Germany", "Iran", "Italy", "Egypt", "Canada", "Australia", "India", "Syria", "Norway", "Cuba",
        "Hungary", "Greece", "Austria", "Libya", "Kenya", "Israel", "Iraq", "Pakistan", "Venezuela",
    ),
    "adjective": (
        "Russian", "German", "Iranian", "Italian", "Egyptian", "Canadian", "Australian", "Indian", "Syrian",
        "Norwegian", "Cuban", "Hungarian", "Greek", "Austrian", "Libyan", "Kenyan", "Israeli", "Iraqi", "Pakistani",
        "Venezuelan",
    ),
    "people": (
        "Russians", "Germans", "Iranians", "Italians", "Egyptians", "Canadians", "Australians", "Indians", "Syrians",
        "Norwegians", "Cubans", "Hungarians", "Greeks", "Austrians", "Libyans", "Kenyans", "Israelis", "Iraqis",
        "Pakistanis", "Venezuelans",
    ),
    "capital": (
        "Moscow", "Berlin", "Tehran", "Rome", "Cairo", "Ottawa", "Canberra", "Delhi", "Damascus", "Oslo", "Havana",
        "Budapest", "Athens", "Vienna", "Tripoli", "Nairobi", "Jerusalem", "Baghdad", "Islamabad", "Caracas",
    ),
}  # fmt: skip
PIECES: Mapping[Form, int] = {"name": 1, "adjective": 1, "people": 2, "capital": 1}
_SURE = 1e4  # a logit that settles it
_ADJECTIVES = frozenset({"united", "new", "saudi"})  # what the treebanks call them inside a state's name


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadScores(WindowScores):
    """The scores of a window told of every word, with those of the words that were shown.

    `at` (W,) is the shown word of each word, `heads` (shown,) the word that heads each; `relations` are those that
    do not depend on the network, by word; `modifiers` are names used as adjectives.
    """

    shown: WindowScores
    at: NDArray[np.int64]
    heads: NDArray[np.int64]
    relations: Mapping[int, str]
    modifiers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A window as the network is shown it; for each of its words the inclusive range of words it stands for; by last
    word, the names of states.
    """

    words: Words
    ranges: tuple[tuple[int, int], ...]
    names: Mapping[int, StateName]


class EvenNetwork:
    """A network that is shown stand-ins for states."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.version = network.version
        self.labels = network.labels

    def count_pieces(self, words: Sequence[str]) -> list[int]:
        """The pieces of the words as shown; all of a name's count for its first word."""
        counts = self._network.count_pieces(words)
        for name in find_state_names(words):
            counts[name.first : name.last + 1] = [PIECES[name.form]] + [0] * (name.last - name.first)
        return counts

    def score_window(self, words: Words) -> WindowScores:
        names = find_state_names(words.texts, words.breaks)
        if not names:
            return self._network.score_window(words)
        shown = show(words, names)
        return spread(self._network.score_window(shown.words), shown, words.texts, self.labels)

    def relate(self, scores: WindowScores, heads: Sequence[int]) -> NDArray[np.int64]:
        if not isinstance(scores, SpreadScores):
            return self._network.relate(scores, heads)
        shown_heads = scores.at[np.array(heads)[scores.heads]]
        found = self._network.relate(scores.shown, shown_heads.tolist())[scores.at]
        named = self.labels.deprel.index
        for word, relation in scores.relations.items():
            found[word] = named(relation)
        for word in scores.modifiers:
            found[word] = named("compound") if found[word] == named("amod") else found[word]
        return found

    def cite(self, scores: WindowScores, anchors: Sequence[int]) -> NDArray[np.float32]:
        if not isinstance(scores, SpreadScores):
            return self._network.cite(scores, anchors)
        tags = self._network.cite(scores.shown, scores.at[np.array(anchors)].tolist())[:, scores.at]
        later = np.flatnonzero(np.diff(scores.at, prepend=-1) == 0)
        tags[:, later] = _go_on(tags[:, later], self.labels.citing)
        return tags


def show(words: Words, names: Sequence[StateName]) -> Shown:
    """A window with one stand-in for each name, one state's always the same, and with the *a* or *'s* that it wants."""
    opening, closing = {name.first: name for name in names}, {name.last: name for name in names}
    slots: dict[str, int] = {}
    texts, ranges, at = list[str](), list[tuple[int, int]](), 0
    while at < len(words.texts):
        name, last = opening.get(at), at
        if name is not None:
            options, last = STANDS_FOR[name.form], name.last
            texts.append(options[slots.setdefault(name.state, len(slots)) % len(options)])
            if len(texts) > 1 and texts[-2].lower() in ("a", "an"):
                texts[-2] = texts[-2][0] + ("n" if texts[-1][0] in "AEIOU" else "")
        else:
            texts.append("'s" if _is_possessive(words.texts, at, closing) else words.texts[at])
        ranges.append((at, last))
        at = last + 1
    firsts = [first for first, _ in ranges]
    place = {first: number for number, first in enumerate(firsts)}
    shown = Words(
        spans=tuple(words.spans[first] for first in firsts),
        texts=tuple(texts),
        cases=tuple(case_of(text) if i in opening else words.cases[i] for i, text in zip(firsts, texts, strict=True)),
        quoted=tuple(words.quoted[first] for first in firsts),
        breaks=tuple(place[first] for first in words.breaks),
    )
    return Shown(shown, tuple(ranges), closing)


def _is_possessive(texts: Sequence[str], at: int, closing: Collection[int]) -> bool:
    """Whether an apostrophe is all of the possessive of a state's name: *the Philippines' envoy*."""
    return texts[at] in ("'", "’") and at - 1 in closing and texts[at - 1].endswith("s")


def spread(scores: WindowScores, shown: Shown, texts: Sequence[str], labels: Labels) -> SpreadScores:
    """The scores of the words as shown, told of the words as written: the last word of a name heads the others."""
    lengths = [last - first + 1 for first, last in shown.ranges]
    at, heads = np.repeat(np.arange(len(lengths)), lengths), np.array([last for _, last in shown.ranges])
    relations = {
        word: _inner(texts[word], "det", "amod", "compound")
        for first, last in shown.ranges
        for word in range(first, last)
    }
    nouns = [word for word, name in shown.names.items() if name.listed in ("name", "capital")]
    modifiers = [word for word in nouns if shown.names[word].form == "adjective"]
    within, alike = list(relations), [word for word in shown.names if not texts[word].endswith("s")]
    upos, feats, lemma, entity = (column[at] for column in (scores.upos, scores.feats, scores.lemma, scores.entity))
    upos[nouns] = labels.upos.index("PROPN")
    upos[within] = [labels.upos.index(_inner(texts[word], "DET", "ADJ", "PROPN")) for word in within]
    feats[within], entity[within] = labels.feats.index("_"), labels.entity.index("O")
    lemma[within] = lemma[alike] = labels.lemma.index("0|")
    ends, anchor = scores.sentence_ends[at], scores.anchor[at]
    ends[within] = anchor[within] = (_SURE, -_SURE)
    names = _spread_names(scores.names[at], at, [word for word in within if texts[word].lower() == "the"], labels)
    names[modifiers] = _as_places(names[modifiers], labels.names)
    arcs, antecedents = (_spread_pairs(pairs, at, heads) for pairs in (scores.arcs, scores.antecedents))
    arcs[within, heads[at[within]]] = antecedents[within, within] = _SURE
    return SpreadScores(
        vectors=scores.vectors[:, at], upos=upos, feats=feats, lemma=lemma, entity=entity, sentence_ends=ends,
        names=names, anchor=anchor, arcs=arcs, antecedents=antecedents, shown=scores, at=at, heads=heads,
        relations=relations, modifiers=tuple(modifiers),
    )  # fmt: skip


def _spread_names(
    rows: NDArray[np.float32], at: NDArray[np.int64], articles: Sequence[int], labels: Labels
) -> NDArray[np.float32]:
    """Scores of name labels: an article is outside, the first word after it begins the name, the others go on."""
    later = [i for i in range(1, len(at)) if at[i] == at[i - 1] and i - 1 not in articles]
    rows[later] = _go_on(rows[later], labels.names)
    rows[articles] = -_SURE
    rows[articles, 0] = _SURE
    return rows


def _spread_pairs(pairs: NDArray[np.float32], at: NDArray[np.int64], heads: NDArray[np.int64]) -> NDArray[np.float32]:
    """Scores of pairs of words (W, W): nothing hangs on the inner words of a name."""
    wide = np.full((len(at), len(at)), -_SURE, dtype=np.float32)
    wide[np.ix_(heads, heads)] = pairs
    return wide


def _go_on(rows: NDArray[np.float32], labels: Sequence[str]) -> NDArray[np.float32]:
    """Scores of labels (..., labels) of a word that goes on with a name: what would begin there is inside."""
    rows = rows.copy()
    for number, label in enumerate(labels):
        if label.startswith("B-"):
            inside = labels.index("I-" + label[2:])
            rows[..., inside] = np.maximum(rows[..., inside], rows[..., number])
            rows[..., number] = -_SURE
    return rows


def _as_places(rows: NDArray[np.float32], labels: Sequence[str]) -> NDArray[np.float32]:
    """Scores of name labels (words, labels) where *US* in *US officials* is a place and not what is of it."""
    for mark in ("B-", "I-"):
        place, adjective = labels.index(mark + "Location"), labels.index(mark + "NORP")
        rows[:, place] = np.maximum(rows[:, place], rows[:, adjective])
        rows[:, adjective] = -_SURE
    return rows


def _inner(word: str, article: str, adjective: str, other: str) -> str:
    """What an inner word of a name is: *the*, *United* or *South*."""
    return article if word.lower() == "the" else adjective if word.lower() in _ADJECTIVES else other
