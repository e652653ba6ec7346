"""Chains: mentions of one thing joined over a whole text by rules, where the network sees one window at a time.

A later window's *Ms Soto* is the *Elena Soto* of an earlier one, *the UN* the *United Nations*, *the treaty* the treaty
named before, and a *she* that opens a window the woman whom the sentence before it is about. A name that could be that
of two things is linked to neither.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.reader.namings import keys_of, name_words, same_name
from onrecord.records.analysis import Token

_FIRST = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "I"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), "you"),
}
_THIRD = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
_PRONOUNS = _FIRST | _THIRD
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod", "acl"})
_MOST_ALIKE = 20  # chains looked at for one word, the latest first: time stays linear in a text of many namesakes
_SENTENCES_BACK = 2


@dataclass(slots=True, eq=False)
class Chain:
    """What is known of one thing: its mentions in text order, what kinds and numbers they have, its names, the
    modifiers that each of its nouns had, and the pronouns that stood for it (*he*, *she*, *it*, *they*, *I* ...).
    """

    mentions: list[int] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    names: set[tuple[str, ...]] = field(default_factory=set)
    nouns: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    pronouns: set[str] = field(default_factory=set)
    absorbed_by: "Chain | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A text as the network left it: tokens, sentences and opening words of windows, which tokens are in quotes.

    `states` gives for the last word of a state's or capital's name whose it is, the same however it is written.
    """

    tokens: Sequence[Token]
    dependents: Sequence[Sequence[int]]
    sentences: Sequence[tuple[int, int]]
    starts: Sequence[int]
    quoted: Sequence[int]
    states: Mapping[int, str] = field(default_factory=dict)


def link_chains(scene: Scene) -> dict[int, int | None]:
    """The antecedents that change: found where the network had none, or None where it linked two different names."""
    return _Linker(scene).link()


class _Linker:
    """Goes through the mentions of a text in order; the chains so far are looked up by words of names and by nouns."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._tokens = scene.tokens
        self._chains: dict[int, Chain] = {}
        self._by_word: dict[str, list[Chain]] = {}
        self._by_noun: dict[str, list[Chain]] = {}
        self._speakers: dict[str, Chain] = {}
        self._changed: dict[int, int | None] = {}
        starts, sentences = set(scene.starts), scene.sentences
        self._opening = {i: n for n, (a, b) in enumerate(sentences) if a in starts for i in range(a, b + 1)}

    def link(self) -> dict[int, int | None]:
        for token in self._tokens:
            if token.entity is not None or token.antecedent is not None:
                self._place(token)
        return self._changed

    def _place(self, token: Token) -> None:
        name = self._name_of(token)
        own = None if token.antecedent is None else self._chain(token.antecedent)
        if name and own and self._is_other_name(token, name, own):
            own, self._changed[token.index] = None, None
        found = self._by_name(name, token.index) if name else None
        if own is None and not name:
            found = self._by_kind(token)
        if own is None:
            own = found or Chain()
            if found:
                self._changed[token.index] = found.mentions[-1]
        elif found is not None and found is not own and _agree(own, found):
            if self._may_point_on(own.mentions[0], token.index):
                own = self._merge(own, found)
            else:
                own, self._changed[token.index] = found, found.mentions[-1]
        self._add(own, token, name)

    def _name_of(self, token: Token) -> tuple[str, ...] | None:
        """The words of a name; a state has one, however it is written: *Britain* and *the UK*."""
        state = self._scene.states.get(token.index)
        if state is not None:
            return (state,)
        return name_words(self._tokens, self._scene.dependents, token.index) if token.upos == "PROPN" else None

    def _by_kind(self, token: Token) -> Chain | None:
        word = _word_of(token)
        if token.upos == "NOUN":
            return self._by_head(token)
        if word in _FIRST and not self._scene.quoted[token.index]:
            speaker = self._speakers.get(_FIRST[word])
            return speaker and _latest(speaker)
        if word in _THIRD:
            return self._by_salience(token, _THIRD[word])
        return None

    def _chain(self, index: int) -> Chain:
        return _latest(self._chains[index])

    def _is_other_name(self, token: Token, name: tuple[str, ...], own: Chain) -> bool:
        """Whether the network linked a name to a name that differs: *Manju Soto* to *Thomas Soto*."""
        earlier = self._tokens[token.antecedent or 0]
        if token.deprel == "appos" or earlier.upos != "PROPN":
            return False
        return not any(same_name(name, other, kinds=own.kinds) for other in own.names)

    def _by_name(self, name: tuple[str, ...], index: int) -> Chain | None:
        """The chain with this very name, the latest first; else the only one whose name it can be short for."""
        near = _distinct([c for key in sorted(keys_of(name)) for c in self._by_word.get(key, ())[-_MOST_ALIKE:]])
        exact = [chain for chain in near if name in chain.names]
        if exact:
            return max(exact, key=lambda chain: chain.mentions[-1])
        alike = [c for c in near if any(same_name(name, other, kinds=c.kinds) for other in c.names)]
        alike = [c for c in alike if not self._is_in_window(c, index)]
        return alike[0] if len(alike) == 1 else None

    def _by_head(self, token: Token) -> Chain | None:
        """One thing of an earlier window with the same noun: *the treaty*, *her treaty*; not *a treaty*.

        Modifiers and owner are the same, the latest first; or *the* lets them fall away, where only one thing is left.
        Plurals are left alone, since *the ministers* need not be the same ones, and so are times.
        """
        below = [self._tokens[k] for k in self._scene.dependents[token.index]]
        articles = {child.text.lower() for child in below if child.deprel == "det"}
        owned = any(child.deprel == "nmod:poss" for child in below)
        definite = articles <= _DEFINITE if articles else owned
        if not definite or "Number=Plur" in token.feats or token.entity == "time":
            return None
        modifiers = self._modifiers(token.index)
        near = _distinct(self._by_noun.get(token.lemma, [])[-_MOST_ALIKE:])
        same = [c for c in near if "Sing" in c.numbers and not self._is_in_window(c, token.index)]
        exact = [chain for chain in same if modifiers in chain.nouns[token.lemma]]
        if exact or owned:
            return max(exact, key=lambda chain: chain.mentions[-1], default=None)
        fuller = [c for c in same if any(modifiers <= others for others in c.nouns[token.lemma])]
        return fuller[0] if len(fuller) == 1 else None

    def _is_in_window(self, chain: Chain, index: int) -> bool:
        """Whether the network saw a token and the chain together: if it was linked to none, it is another thing."""
        return self._window(chain.mentions[-1]) == self._window(index)

    def _window(self, index: int) -> int:
        return bisect_right(self._scene.starts, index)

    def _modifiers(self, index: int) -> frozenset[str]:
        """Lemmas of what modifies a noun, and whose it is."""
        found = set()
        for k in self._scene.dependents[index]:
            token = self._tokens[k]
            if token.deprel == "nmod:poss":
                found.add(f"of {self._chain(k).mentions[0]}" if k in self._chains else f"of {token.lemma}")
            elif token.deprel.partition(":")[0] in _MODIFIERS:
                found.add(token.lemma.lower())
        return frozenset(found)

    def _by_salience(self, token: Token, pronoun: str) -> Chain | None:
        """Whom a *he* or *she* in the first sentence of a window means: the last called so, else the last subject.

        A person before it in its own sentence is what the network saw and did not choose: then nobody is meant.
        """
        sentence = self._opening.get(token.index)
        if not sentence or pronoun not in ("he", "she"):
            return None
        opening = self._scene.sentences[sentence][0]
        subject = None
        for index in range(token.index - 1, self._scene.sentences[max(0, sentence - _SENTENCES_BACK)][0] - 1, -1):
            chain = self._chain(index) if index in self._chains else None
            if chain is None or "person" not in chain.kinds or chain.pronouns - {pronoun} or "Plur" in chain.numbers:
                continue
            if index >= opening:
                return None
            if pronoun in chain.pronouns:
                return chain
            if subject is None and self._tokens[index].deprel.startswith("nsubj"):
                subject = chain
        return subject

    def _may_point_on(self, first: int, name: int) -> bool:
        """Whether a chain's first mention can mean a name after it: no *he*, unless it opens the window."""
        if self._tokens[first].text.lower() not in _THIRD or first in self._opening:
            return True
        return self._sentence_of(first) == self._sentence_of(name)

    def _sentence_of(self, index: int) -> int:
        return bisect_right(self._scene.sentences, index, key=lambda sentence: sentence[0])

    def _merge(self, one: Chain, other: Chain) -> Chain:
        first, second = (one, other) if one.mentions[0] < other.mentions[0] else (other, one)
        root = second.mentions[0]
        self._changed[root] = next(m for m in reversed(first.mentions) if m < root)
        second.absorbed_by = first
        first.mentions = sorted(first.mentions + second.mentions)
        first.kinds |= second.kinds
        first.numbers |= second.numbers
        first.names |= second.names
        first.pronouns |= second.pronouns
        for noun, modifiers in second.nouns.items():
            first.nouns.setdefault(noun, set()).update(modifiers)
        return first

    def _add(self, chain: Chain, token: Token, name: tuple[str, ...] | None) -> None:
        self._chains[token.index] = chain
        chain.mentions.append(token.index)
        word = _word_of(token)
        if token.entity:
            chain.kinds.add(token.entity)
        chain.numbers |= {number for number in ("Sing", "Plur") if f"Number={number}" in token.feats}
        if name and name not in chain.names:
            chain.names.add(name)
            for key in keys_of(name):
                self._by_word.setdefault(key, []).append(chain)
        if token.upos == "NOUN":
            if token.lemma not in chain.nouns:
                self._by_noun.setdefault(token.lemma, []).append(chain)
            chain.nouns.setdefault(token.lemma, set()).add(self._modifiers(token.index))
        if word in _PRONOUNS:
            chain.pronouns.add(_PRONOUNS[word])
        if word in _FIRST and not self._scene.quoted[token.index]:
            self._speakers[_FIRST[word]] = chain


def _word_of(token: Token) -> str:
    """A word in lower case; *US* is no *us*."""
    return token.text if token.text == "US" else token.text.lower()


def _latest(chain: Chain) -> Chain:
    while chain.absorbed_by is not None:
        chain = chain.absorbed_by
    return chain


def _distinct(chains: Sequence[Chain]) -> list[Chain]:
    return list(dict.fromkeys(map(_latest, chains)))


def _agree(one: Chain, other: Chain) -> bool:
    """Whether two chains may be one: not *he* and *she*, and no names that differ."""
    if {"he", "she"} <= one.pronouns | other.pronouns:
        return False
    kinds = one.kinds | other.kinds
    return all(same_name(name, another, kinds=kinds) for name in one.names for another in other.names)
