"""Owners: whose a thing is that a noun tells of, *Sweden's bid*, *a bid by Sweden*, *the bid that Sweden had made*."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.reader.lexicon import actions_for, complements_for

if TYPE_CHECKING:
    from onrecord.reader.clauses import Clauses

_SHARED = frozenset({"border", "frontier", "boundary"})  # "its border with Chad" is Chad's too
_BELOW = ("obl", "obl:agent")  # an agent of an active verb is one of its object


_SUFFERED = frozenset({  # beside the nouns of deeds in the lexicon
    "abuse", "acquittal", "closure", "conviction", "death", "destruction", "disappearance", "dismissal",
    "displacement", "evacuation", "eviction", "execution", "expulsion", "extradition", "freeing", "handover",
    "impeachment", "indictment", "jailing", "kidnapping", "killing", "liberation", "loss", "mistreatment",
    "murder", "pardon", "poisoning", "prosecution", "reinstatement", "release", "removal", "rescue", "return",
    "sacking", "sale", "shooting", "torture", "transfer", "treatment", "trial", "use",
})  # fmt: skip


_DONE = frozenset({"arrest", "attack", "coerce"})


@cache
def is_done_to(noun: str) -> bool:
    """Whether what follows the *of* of a noun is whom it is done to: *the arrest of two men* is not theirs."""
    lines = [line for line in actions_for(noun, "noun") if line.type in _DONE]
    return noun in _SUFFERED or any("of" in line.recipient and "of" not in line.actor for line in lines)


class Owners:
    """Owners in one analysis. All arguments and results are token indexes."""

    def __init__(self, clauses: "Clauses") -> None:
        self._clauses = clauses

    def of(self, noun: int) -> tuple[int, ...]:
        """Whose it is: *Sweden's bid*, *a bid by Sweden*, *the Swedish bid*, nearest form first; of *one of its bids*,
        whose the bids are.
        """
        whole = self._clauses.whole(noun)
        if whole is not None:
            return self.of(whole)
        found = [self._clauses.antecedent_of_relative(k) for k in self._clauses.kids(noun, "nmod:poss")]
        for case in ("by", "from", "of", *(("with",) if self._clauses.lemma(noun) in _SHARED else ())):
            found += [k for k in self._clauses.kids(noun, "nmod") if self._clauses.cases(k)[:1] == (case,)]
        found += [k for k in self._clauses.kids(noun, "amod", "compound") if self._clauses.tokens[k].text[:1].isupper()]
        found += self._makers(noun)
        verb = self._clauses.governor(noun)
        if (
            verb is not None and self._clauses.tokens[noun].deprel == "obj"
        ):  # "rebuffed an offer from Chad": often hung on the verb
            below = _BELOW[:1] if self._clauses.is_passive(verb) else _BELOW
            found += [k for k in self._clauses.kids(verb, *below) if set(self._clauses.cases(k)) & {"by", "from", "of"}]
        return tuple(found)

    def _makers(self, noun: int) -> list[int]:
        """*two challenges that Chad had filed*: whoever makes a thing, in a clause that says no more of it."""
        makers = (self._clauses.subject(k) for k in self._clauses.kids(noun, "acl:relcl", "acl") if self._is_making(k))
        return [maker for maker in makers if maker is not None and maker != noun]

    def _is_making(self, verb: int) -> bool:
        lemma = self._clauses.lemma(verb)
        light = any(
            c.slot == "obj" and (c.status, c.actor) == ("actual", "subj") for c in complements_for(lemma, "verb")
        )
        return light or any(action.type == "file" and len(action.words) == 1 for action in actions_for(lemma, "verb"))

    def agent_below(self, i: int) -> int | None:
        """*was accused of treason by Chad*: a treason is by nobody, so that Chad accused; a raid may be by somebody."""
        for phrase in self._clauses.kids(i, "obl"):
            for k in self._clauses.subtree(phrase):
                token = self._clauses.tokens[k]
                above = token.head
                if self._clauses.cases(k) != ("by",) or token.deprel not in {"nmod", "obl", "obl:agent"}:
                    continue
                if self._clauses.tokens[above].upos == "NOUN" and not actions_for(self._clauses.lemma(above), "noun"):
                    return k
                if above == phrase and self._clauses.cases(phrase) == ("with",):  # "was hit with sanctions by Chad"
                    return k
                if self._clauses.tokens[above].deprel == "amod":
                    return k
        return None
