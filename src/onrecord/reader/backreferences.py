"""Backreferences: the earlier act that a noun or pronoun speaks of, the filing in *Peru condemned the step*.

Which nouns stand for which types of act is a table, data/backreferences.tsv.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from onrecord.reader.clauses import Clauses
from onrecord.reader.drafts import ActDraft
from onrecord.reader.tables import packaged_text, read_rows
from onrecord.records.acts import ActType

_COLUMNS = ("nouns", "types", "within", "of")
_THESE = frozenset({"the", "this", "that", "these", "those", "such"})
_UNDONE = frozenset({"requested", "possible", "conditional"})  # nobody has taken such a step yet
_AGAINST = frozenset({"against", "down", "reject", "defeat", "block", "sink", "oppose"})
_BETWEEN = 2  # parties
_SAME_SENTENCE, _SAME_WORD, _ANYWHERE = 0, 15, 1000  # sentences back


@dataclass(frozen=True, slots=True)
class Referent:
    """One reading of a noun: the types of act it may stand for, and how many sentences back.

    With `objects`, only an act that is done to one of them; `between`, only one of two parties or more; `by_word`,
    only one that is told by the same word; `sole`, only where all such acts told before have the same actors.
    """

    types: frozenset[str]
    within: int
    objects: frozenset[str] = frozenset()
    between: bool = False
    by_word: bool = False
    sole: bool = False


@cache
def referents() -> Mapping[str, tuple[Referent, ...]]:
    """Lemma of a noun to what it may stand for, in the order of the table."""
    found: dict[str, tuple[Referent, ...]] = {}
    for row in read_rows(packaged_text("backreferences.tsv"), file="backreferences.tsv", columns=_COLUMNS):
        types = frozenset(row.cells["types"].split("|"))
        if not types <= set(get_args(ActType)):
            raise row.error("types", "unknown type of act", expected=", ".join(get_args(ActType)))
        if not row.cells["within"].isdigit():
            raise row.error("within", "malformed number of sentences", expected="0, 1, 2 ...")
        nouns = row.cells["nouns"].split("|")
        of = row.one_of("of", ("object", "between", "word", "sole", "-"))
        objects = frozenset(nouns) if of == "object" else frozenset()
        for noun in nouns:
            found[noun] = (
                *found.get(noun, ()),
                Referent(types, int(row.cells["within"]), objects, of == "between", of == "word", of == "sole"),
            )
    return found


class BackReferences:
    """Looks back from a word to the acts told before it, `drafts` in text order."""

    def __init__(self, clauses: Clauses, drafts: Sequence[ActDraft]) -> None:
        self.clauses = clauses
        self.drafts = drafts

    def find(self, thing: int, draft: ActDraft) -> ActDraft | None:
        """The act that `thing`, something that `draft` is done to, speaks of; an act of others than its own actors."""
        token = self.clauses.tokens[thing]
        if token.upos == "PRON":
            return self._behind_pronoun(thing, draft)
        if token.upos != "NOUN":
            return None
        reach = self._reach(thing)
        if reach is None:
            return None
        meant = referents().get(self.clauses.lemma(thing), ())
        for referent in meant:
            within = min(reach, referent.within)
            meant_by = [d for d in self._before(thing, within, draft) if self._may_mean(d, referent, thing)]
            if meant_by and not (referent.sole and len({d.actors for d in meant_by}) > 1):
                return meant_by[0]
        types = frozenset().union(*(referent.types for referent in meant))
        far = self._before(thing, min(reach, _SAME_WORD), draft)
        return next((d for d in far if d.frame.action.type in types and self._is_same_word(thing, d.head)), None)

    def _is_below(self, thing: int, head: int) -> bool:
        """*called on Chad to reverse the step*: the step is not the calling, of whose content it is a part."""
        at, inner = self.clauses.tokens[thing].head, False
        while at >= 0 and at != head:
            token = self.clauses.tokens[at]
            if token.deprel in {"conj", "parataxis"}:
                return False
            inner = inner or self.clauses.is_verbal(token)
            at = token.head
        return at == head and inner

    def parties_to(self, thing: int, act: ActDraft) -> tuple[str, ...]:
        """Of whom something is said that is said of an act: who did it; of a deal, all whose deal it is."""
        shared = any(referent.between for referent in referents().get(self.clauses.lemma(thing), ()))
        return tuple(dict.fromkeys((*act.actors, *act.recipients))) if shared else act.actors

    def _may_mean(self, act: ActDraft, referent: Referent, thing: int) -> bool:
        if referent.by_word and not self._is_same_word(thing, act.head):
            return False
        if referent.between and len({*act.actors, *act.recipients}) < _BETWEEN:
            return False
        done_upon = act.frame.object
        told = {*act.frame.action.words[1:], *([self.clauses.lemma(done_upon)] if done_upon is not None else ())}
        done_to = bool(told & referent.objects)  # "pass bill" names it itself
        if referent.objects and _AGAINST & set(act.frame.action.words):
            return False  # a bill is not of those who voted it down
        return act.frame.action.type in referent.types and (done_to or not referent.objects)

    def _is_same_word(self, noun: int, trigger: int) -> bool:
        """*the order*, long after *the court ordered*."""
        lemma = self.clauses.lemma(noun)
        return lemma[: max(5, len(lemma) - 3)] == self.clauses.lemma(trigger)[: max(5, len(lemma) - 3)]

    def _reach(self, thing: int) -> int | None:
        """How far back a noun may speak: *the step* sentences back, *a step that Chad condemned* only after a comma."""
        if any(self.clauses.lemma(k) in _THESE for k in self.clauses.kids(thing, "det")):
            return _ANYWHERE
        before = self.clauses.phrase(thing).first - 1
        return _SAME_SENTENCE if before >= 0 and self.clauses.tokens[before].text == "," else None

    def _behind_pronoun(self, thing: int, draft: ActDraft) -> ActDraft | None:
        """*Chad has gone to war. Peru condemned that*: the last act told before, in this sentence or the last one."""
        token = self.clauses.tokens[thing]
        if token.text.lower() not in {"this", "that"} or token.deprel not in {"obj", "obl"}:
            return None
        return next(self._before(thing, 1, draft), None)

    def _before(self, thing: int, within: int, draft: ActDraft) -> Iterator[ActDraft]:
        """Acts told before, the nearest first, that were done by others and are not merely asked for."""
        sentence = self.clauses.sentence_of[thing]
        for other in reversed(self.drafts):
            if other.head >= thing or other.head == draft.head or self._is_below(thing, other.head):
                continue
            if sentence - self.clauses.sentence_of[other.head] > within:
                return
            own = set(other.actors) & set(draft.actors)
            if other.actors and not own and other.judged.status not in _UNDONE:
                yield other
