"""Tree: the dependency tree of one text, with the look-ups that every rule needs."""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from onrecord.records.analysis import Analysis, Name, Token
from onrecord.resolve.kept import kept
from onrecord.resolve.nouns import singular

COMMA_LIKE = frozenset({",", ";", ":", "(", ")", "-", "–", "—", "--", "[", "]"})
_AMONG, _THEM = frozenset({"among", "including"}), frozenset({"them", "these", "those"})
NAME_RELATIONS = frozenset({"flat", "compound", "goeswith", "flat:name"})


def build_dependents(analysis: Analysis) -> tuple[tuple[int, ...], ...]:
    """The dependents of each token in text order; those of the analysis if it carries them."""
    if len(analysis.dependents) == len(analysis.tokens):
        return analysis.dependents
    below: list[list[int]] = [[] for _ in analysis.tokens]
    for token in analysis.tokens:
        if 0 <= token.head < len(below):
            below[token.head].append(token.index)
    return tuple(tuple(children) for children in below)


@lru_cache(maxsize=1_000)
def main_relation(relation: str) -> str:
    """A relation without its subtype: *nmod* for *nmod:poss*."""
    return relation.partition(":")[0]


class Tree:
    """One text's tokens with their dependents, sentence numbers and names, built once a report."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.dependents = build_dependents(analysis)
        self.rows: dict[int, tuple[int, ...]] = {}  # what `conjuncts_of` found
        self._main_relations = [main_relation(token.deprel) for token in analysis.tokens]

    @cached_property
    def names(self) -> dict[int, Name]:
        """The name that each token is part of; the first given where names overlap."""
        found: dict[int, Name] = {}
        for name in self.analysis.names:
            for index in range(name.first, name.last + 1):
                found.setdefault(index, name)
        return found

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence that each token stands in."""
        numbers = [0] * len(self.tokens)
        for number, (first, last) in enumerate(self.analysis.sentences):
            for index in range(first, min(last, len(self.tokens) - 1) + 1):
                numbers[index] = number
        return numbers

    @cached_property
    def joined(self) -> list[int]:
        """The tokens that others are joined to, in order: *Chile* in *Chile and Peru*."""
        return [index for index in range(len(self.tokens)) if self.children(index, "conj")]

    @cached_property
    def among_them(self) -> list[int]:
        """Where a list of some of a group begins, *, among them*, *, including those*: the place of each comma."""
        words = [token.text.lower() for token in self.tokens]
        return [
            at
            for at in range(len(words) - 3)
            if words[at] == "," and words[at + 1] in _AMONG and words[at + 2] in _THEM
        ]

    def children(self, head: int, *relations: str) -> Sequence[Token]:
        """Dependents of a token; with relations, those whose relation or its main part is named."""
        below, tokens, mains = self.dependents[head], self.tokens, self._main_relations
        if not relations:
            return [tokens[index] for index in below]
        return [tokens[i] for i in below if mains[i] in relations or tokens[i].deprel in relations] if below else ()

    @kept
    def case_of(self, head: int) -> str:
        """The preposition of a phrase in lower case, *according to* as one; empty if it has none."""
        for token in self.children(head, "case"):
            if token.text not in ("'s", "’s", "'", "’"):
                tail = [self.tokens[index].text for index in self.dependents[token.index]]
                return " ".join([token.text, *tail]).lower()
        return ""

    def text_between(self, first: int, last: int) -> str:
        """The text from the first to the last token, both included."""
        return self.analysis.text[self.tokens[first].start : self.tokens[last].end]

    def is_split(self, left: int, right: int) -> bool:
        """Whether a comma, dash or bracket stands between two tokens; the hyphens of *Port-au-Prince* part nothing."""
        return any(
            self.tokens[index].text in COMMA_LIKE and not self._is_hyphen(index) for index in range(left + 1, right)
        )

    def _is_hyphen(self, index: int) -> bool:
        """Whether a dash stands between two words without space."""
        token = self.tokens[index]
        if token.text not in ("-", "–") or not 0 < index < len(self.tokens) - 1:
            return False
        return self.tokens[index - 1].end == token.start and self.tokens[index + 1].start == token.end

    def governor(self, index: int) -> Token | None:
        head = self.tokens[index].head
        return self.tokens[head] if 0 <= head < len(self.tokens) else None

    def first_conjunct(self, index: int) -> int:
        """The first of the coordination that a token belongs to: *Israel* for *allies* in *Israel and its allies*."""
        seen = set()
        while self.tokens[index].deprel.startswith("conj") and index not in seen and self.tokens[index].head >= 0:
            seen.add(index)
            index = self.tokens[index].head
        return index

    def is_plural(self, index: int) -> bool:
        """Whether a word is plural, by its features or by the spelling of a listed noun."""
        token = self.tokens[index]
        listed = token.upos == "NOUN" and token.text.lower() != singular(token.text.lower())
        return listed or "Number=Plur" in token.feats
