"""Relatives: the noun that a relative pronoun stands for, the one that its clause leaves out, and what *one* means."""

from typing import TYPE_CHECKING

from onrecord.resolve.kept import kept

if TYPE_CHECKING:
    from onrecord.reader.clauses import Clauses

_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_ADVERBIAL = frozenset(
    {"time", "day", "week", "month", "year", "moment", "hour", "reason", "way", "direction", "manner"}
)
_DEPTH = 8  # pronouns that stand for pronouns


class Relatives:
    """Relative clauses of one analysis. All arguments and results are token indexes."""

    def __init__(self, clauses: "Clauses") -> None:
        self._clauses, self._tokens = clauses, clauses.tokens

    def is_relative(self, i: int) -> bool:
        token = self._tokens[i]
        return token.text.lower() in _RELATIVE and token.upos in {"PRON", "DET", "SCONJ"}

    @kept
    def antecedent_of_relative(self, i: int) -> int:
        """The noun that a relative pronoun stands for; any other word is its own."""
        if not self.is_relative(i):
            return i
        at: int | None = i
        while at is not None and self._tokens[at].deprel != "acl:relcl":
            at = self._clauses.governor(at)
        if at is None:
            return self._noun_left_of(i)
        head = self._tokens[at].head
        if self._tokens[i].text.lower() == "which":
            head = self._thing_above(head)
        if self._tokens[i].text.lower() in {"who", "whom"} and self._tokens[head].entity not in {"person", None}:
            people = [
                k for k in range(head + 1, i) if self._tokens[k].entity == "person" and self._tokens[k].upos != "PRON"
            ]
            head = people[-1] if people else head
        return self._row_of_relative(i, head, at)

    def _thing_above(self, noun: int) -> int:
        """*warrants for Sorel and Font, which Chad sought*: no person is *which*; the warrants are."""
        at = noun
        while self._tokens[at].entity == "person" and self._tokens[at].deprel in {"nmod", "conj", "appos"}:
            at = self._tokens[at].head
        return noun if self._tokens[at].entity == "person" or self._tokens[at].upos != "NOUN" else at

    def _row_of_relative(self, pronoun: int, noun: int, clause: int) -> int:
        """*Sorel and Font, who are wanted*: the first of the row that a plural verb speaks of, else the noun itself."""
        if self._tokens[noun].deprel == "nmod:desc":  # "the minister Paul Drissa, who"
            noun = self._tokens[noun].head
        token = self._tokens[noun]
        if token.deprel != "conj" or "Number=Plur" in token.feats:
            return noun
        if self._tokens[pronoun].deprel[:5] != "nsubj":
            return token.head if self._are_both(pronoun, noun) else noun
        verbs = (clause, *self._clauses.kids(clause, "aux", "aux:pass", "cop"))
        plural = any(self._tokens[k].text.lower() in {"are", "were", "have"} for k in verbs)
        return token.head if plural else noun

    def _are_both(self, pronoun: int, noun: int) -> bool:
        """*Sorel and Font, whom Chad accuses of fraud*: after a row of two persons and a comma, *whom* is both."""
        first, words = self._tokens[noun].head, self._tokens
        people = all(words[k].upos == "PROPN" and words[k].entity == "person" for k in (first, noun))
        row = [k for k in self._clauses.kids(first, "conj") if k < pronoun]
        return words[pronoun].text.lower() == "whom" and words[pronoun - 1].text == "," and people and row == [noun]

    def _noun_left_of(self, i: int) -> int:
        """The head of the noun just before a relative pronoun whose clause hangs elsewhere; else the pronoun."""
        at = i - 1
        while at >= 0 and self._tokens[at].upos in {"PUNCT", "ADP"} and i - at < 4:
            at -= 1
        if (
            at < 0
            or self._tokens[at].upos not in {"NOUN", "PROPN"}
            or self._clauses.sentence_of[at] != self._clauses.sentence_of[i]
        ):
            return i
        while self._tokens[at].deprel in {"flat", "flat:name", "compound"} and 0 <= self._tokens[at].head < i:
            at = self._tokens[at].head
        return at

    def gap(self, i: int) -> int | None:
        """The noun that a relative clause leaves out as its object: *the ship that Chad seized*; no time, way or reason
        is (*the day Chad withdrew*).
        """
        top = i
        while self._tokens[top].deprel in {"conj", "xcomp", "ccomp"} and self._tokens[top].head >= 0:
            top = self._tokens[top].head
        content = self._tokens[top].deprel == "acl" and "that" in self._clauses.marks(top)
        if self._tokens[top].deprel != "acl:relcl" and not (content and self._clauses.lacks_object(top)):
            return None
        if all(self.is_relative(k) for k in self._clauses.kids(top, "nsubj", "nsubj:pass")):
            return None
        noun = self._tokens[top].head
        return None if self._clauses.lemma(noun) in _ADVERBIAL else noun

    def meant_lemma(self, i: int) -> str:
        """The lemma of a word; of what it stands for where it is a pronoun: *opinion* for *has not filed one*."""
        for _ in range(_DEPTH):
            token = self._tokens[i]
            if token.upos != "PRON" or token.antecedent is None:
                break
            i = token.antecedent
        if self._clauses.lemma(i) != "one" or self._tokens[i].upos not in {"NUM", "PRON", "NOUN"}:
            return self._clauses.lemma(i)
        return self._noun_of_one(i) or self._clauses.lemma(i)

    def _noun_of_one(self, i: int) -> str | None:
        """The nearest singular noun before, in this sentence or the last, that *one* may go on with: *an opinion*."""
        for k in range(i - 1, -1, -1):
            if self._clauses.sentence_of[i] - self._clauses.sentence_of[k] > 1:
                return None
            articles = [self._clauses.lemma(d) for d in self._clauses.kids(k, "det")]
            if self._tokens[k].upos == "NOUN" and set(articles) & {"a", "an"}:
                return self._clauses.lemma(k)
        return None
