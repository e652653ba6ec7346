"""Own statuses: what a word's own clause says of the act it tells of: *may sign*, *did not sign*, *is to sign*."""

from collections.abc import Callable

from onrecord.reader.clauses import Clauses
from onrecord.reader.lexicon import Complement, complements_for
from onrecord.reader.trace import StatusRule, Trace
from onrecord.records.acts import ActStatus
from onrecord.resolve.kept import kept

_CONDITIONS = frozenset({"if", "unless", "provided", "providing", "should", "lest"})
_INVERTED = frozenset({"had", "were", "should"})
_DUE = frozenset({"due", "set", "poised", "slated", "scheduled"})
_AHEAD = frozenset({"before", "until", "till"})
_ONLY = frozenset({"only", "just", "merely", "simply", "alone"})
_SOLE = frozenset({"only", "first", "last", "sole"})
_UNREAL_MODALS = frozenset({"would", "will", "could", "may", "might", "shall", "can"})
_MARKERS = (
    ("aux", "aux"),
    ("mark", "mark"),
    ("advmod", "adv"),
    ("advmod", "mark"),
    ("det", "det"),
    ("cc:preconj", "det"),
)
_ANYBODY = frozenset({"whoever", "whomever", "whichever"})
_TIMES = frozenset({"time", "moment", "day", "year", "week", "month", "point", "period"})
_WHENS = frozenset({"when", "whenever"})


class OwnStatuses:
    """Reads them for one text; `given` is what a governing word gives to the clause below it, None where it has no say,
    `is_governed` whether it has a say at all.
    """

    def __init__(
        self,
        clauses: Clauses,
        is_governed: Callable[[int, int], bool],
        given: Callable[[int, int], ActStatus | None],
        trace: Trace | None = None,
    ) -> None:
        self.clauses, self.is_governed, self.given, self.trace = clauses, is_governed, given, trace
        self._finders: tuple[tuple[ActStatus, StatusRule, Callable[[int], list[int]]], ...] = (
            ("planned", "ahead", self._plans),
            ("planned", "ahead", self._ahead_of),
            ("conditional", "if", self._contrary_to),
            ("possible", "ahead", self._left_to),
            ("possible", "ahead", self._unknown_nominals),
            ("negated", "none", self._negated_nominals),
            ("negated", "negation", self._excesses),
            ("possible", "ahead", self._whethers),
            ("conditional", "if", self._open_conditions),
            ("conditional", "if", self._shared_conditions),
        )

    @kept
    def of(self, i: int) -> tuple[tuple[ActStatus, int], ...]:
        """The statuses that its own clause puts on a word, each with the word that gives it, negations first."""
        found: list[tuple[ActStatus, int]] = []
        for deprel, pos in _MARKERS:
            for k in self.clauses.kids(i, deprel):
                status = self._marker(k, pos)
                if status is not None and (status, k) not in found:
                    found.append((status, k))
        for status, source, finder in self._finders:
            for k in finder(i):
                found.append((status, k))
                self._note(k, source)
        if any(status == "conditional" and self.clauses.tokens[k].deprel == "mark" for status, k in found):
            found = [(status, k) for status, k in found if status != "negated"]  # "if Chad does not sign"
        return tuple(sorted(found, key=lambda pair: pair[0] != "negated"))  # "would not hesitate to sign": to come

    def _note(self, word: int, source: Complement | StatusRule) -> None:
        if self.trace is not None:
            self.trace.own[word] = source

    def _plans(self, i: int) -> list[int]:
        return [i] if self._is_headline_infinitive(i) or self._is_purpose(i) or self._is_to_come(i) else []

    def _marker(self, k: int, pos: str) -> ActStatus | None:
        """The status that a modal, negator, adverb or clause opener puts on the word it hangs on."""
        if self._is_not_only(k) or self._is_of_another(k):
            return None
        for entry in complements_for(self.clauses.lemma(k), pos):
            following = [self.clauses.lemma(d) for d in self.clauses.kids(k, "fixed", "advmod")]
            if (
                entry.slot == "head"
                and entry.status != "actual"
                and list(entry.words[1:]) == following[: len(entry.words) - 1]
            ):
                self._note(k, entry)
                return entry.status
        if pos in {"adv", "det"} and "Polarity=Neg" in self.clauses.tokens[k].feats:
            self._note(k, "negation")
            return "negated"
        return None

    def _is_not_only(self, k: int) -> bool:
        """*not only did Chad sign*, *Chad is not the only state to sign*: who does so does it."""
        after = [t.text.lower() for t in self.clauses.tokens[k + 1 : k + 3]]
        if self.clauses.lemma(k) != "not" or not after:
            return False
        return after[0] in _ONLY or (after[0] in {"the", "a"} and after[-1] in _SOLE)

    def _is_of_another(self, k: int) -> bool:
        """*Kenya signed, Malta did not*: a *not* that ends a clause is that of somebody whose verb is left out."""
        after = self.clauses.tokens[k + 1 : k + 2]
        ends = not after or after[0].upos == "PUNCT"
        return self.clauses.lemma(k) == "not" and ends and self.clauses.tokens[k].head < k

    def _excesses(self, i: int) -> list[int]:
        """*too weak to resist*: whoever is so does not."""
        head = self.clauses.tokens[i].head
        if head < 0 or self.clauses.tokens[head].upos != "ADJ" or "to" not in self.clauses.marks(i):
            return []
        return [k for k in self.clauses.kids(head, "advmod") if self.clauses.lemma(k) == "too"]

    def _whethers(self, i: int) -> list[int]:
        """*by events, whether a raid by Chad or a flood*: a thing that may come."""
        noun = self.clauses.tokens[i].upos == "NOUN"
        return [k for k in self.clauses.kids(i, "cc", "mark", "advmod") if noun and self.clauses.lemma(k) == "whether"]

    def _is_headline_infinitive(self, i: int) -> bool:
        """*Uganda to lift ban*: an infinitive with a subject of its own, or hung on the name before it."""
        infinitive = "VerbForm=Inf" in self.clauses.tokens[i].feats
        opener = "to" in self.clauses.marks(i) and "for" not in self.clauses.marks(i)
        token = self.clauses.tokens[i]
        head = self.clauses.tokens[token.head] if token.head >= 0 else token
        headed = token.deprel == "acl" and head.deprel == "root" and head.upos == "PROPN"
        headed = headed or (token.deprel == "ccomp" and i < token.head)  # "Uganda to lift ban, Kenya says"
        asked = token.deprel in {"xcomp", "advcl", "acl"} and 0 <= token.head < i  # "urged Latvia to leave"
        return infinitive and opener and (headed or (not asked and bool(self.clauses.kids(i, "nsubj", "nsubj:pass"))))

    def _is_to_come(self, i: int) -> bool:
        """*before Chad signs*, *until he bows out*: what is told in the present of a time that is still ahead."""
        token = self.clauses.tokens[i]
        ahead = bool(_AHEAD & set(self.clauses.marks(i))) or self._is_whenever(i)
        present = "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats
        bare = self._is_whenever(i) and "VerbForm=Inf" in token.feats  # "when I visit": tagged an infinitive
        return ahead and (present or bare) and not self.clauses.kids(i, "aux")

    def _is_whenever(self, i: int) -> bool:
        """*when I visit other states*: each time, or some time to come."""
        opening = [k for k in self.clauses.kids(i, "advmod", "mark") if self.clauses.lemma(k).lower() in _WHENS]
        at_a_time = any(k and self.clauses.lemma(k - 1) in _TIMES for k in opening)  # "a time when Chad ..."
        return bool(opening) and not at_a_time and self.clauses.tokens[i].deprel == "advcl"

    def _is_purpose(self, i: int) -> bool:
        """*flew to Geneva to meet him*: what is done for a purpose is not yet done."""
        head = self.clauses.governor(i)
        return (
            self.clauses.tokens[i].deprel == "advcl"
            and self.clauses.marks(i) == ("to",)
            and head is not None
            and self.clauses.tokens[head].upos == "VERB"
            and not self.is_governed(head, i)
            and not self._is_use(i)
        )

    def _is_use(self, i: int) -> bool:
        """*the rifle used to kill them*: what it was used for was done."""
        used = [k - 1 for k in self.clauses.kids(i, "mark") if k and self.clauses.tokens[k - 1].text.lower() == "used"]
        return bool(used) and not self.clauses.kids(used[0], "aux")

    def _ahead_of(self, i: int) -> list[int]:
        """*Brunei is to be sued*, *Senegal is due to send grain*: the *is* or the adjective that puts it ahead."""
        to = [k for k in self.clauses.kids(i, "mark") if self.clauses.lemma(k) == "to"]
        forms = self.clauses.kids(i, "cop", "aux", "aux:pass")
        ahead = [k for k in forms if to and self.clauses.lemma(k) == "be" and k < to[0]]
        before = self.clauses.kids(i, "advcl", "advmod", "amod", "case")  # the tree may take "due to" for one word
        due = [k for k in before if self.clauses.lemma(k) in _DUE and k < i]
        return ahead[:1] + (due if forms else [])

    def _contrary_to(self, i: int) -> list[int]:
        """*would have imposed tariffs*, *had Laos closed the border*: what was not done."""
        aux = self.clauses.kids(i, "aux")
        lemmas = {self.clauses.lemma(k) for k in aux}
        if {"would", "have"} <= lemmas:
            return [k for k in aux if self.clauses.lemma(k) == "would"]
        ahead = [k for k in aux if self.clauses.tokens[k].text.lower() in _INVERTED]
        subjects = self.clauses.kids(i, "nsubj", "nsubj:pass")
        inverted = bool(ahead and subjects) and ahead[0] < subjects[0] and self.clauses.tokens[i].deprel == "advcl"
        return ahead[:1] if inverted else []

    def _left_to(self, i: int) -> list[int]:
        """*It is for the judges to decide*: whoever may do a thing has not yet done it."""
        head = self.clauses.governor(i)
        left = {"for", "to"} <= set(self.clauses.marks(i))
        return [i] if left and (head is None or self.given(head, i) is None) else []

    def _unknown_nominals(self, i: int) -> list[int]:
        """*whoever helps him*, *with whomever they elect*: what anybody may do."""
        of_relative = [self.clauses.tokens[i].head] if self.clauses.tokens[i].deprel == "acl:relcl" else []
        near = [*self.clauses.kids(i, "nsubj", "nsubj:pass", "obj"), *of_relative]
        return [k for k in near if self.clauses.lemma(k) in _ANYBODY]

    def _negated_nominals(self, i: int) -> list[int]:
        """*No state signed*, *neither of them*, *signed nothing*: a subject or object that is none."""
        found = []
        for k in self.clauses.kids(i, "nsubj", "nsubj:pass", "obj"):
            words = [
                d
                for d in self.clauses.kids(k, "det", "cc")
                if self.clauses.lemma(d) in {"no", "neither"} and self.clauses.tokens[d + 1].text != "-"
            ]  # "a no-confidence motion" is one
            found += words or ([k] if self.clauses.lemma(k) in {"nobody", "none", "neither", "nothing"} else [])
        return found

    def _open_conditions(self, i: int) -> list[int]:
        """A clause with *if* that a modal's clause hangs on: *Chile would jail them if the dam failed*."""
        if not any(self.clauses.lemma(a) in _UNREAL_MODALS for a in self.clauses.kids(i, "aux")):
            return []
        return [k for k in self.clauses.kids(i, "advcl") if _CONDITIONS & set(self.clauses.marks(k))]

    def _shared_conditions(self, i: int) -> list[int]:
        """*if Chad sues or Niger bombs the port*: the *if* of the first clause is that of the second."""
        token = self.clauses.tokens[i]
        if token.deprel != "conj" or not self.clauses.kids(i, "nsubj", "nsubj:pass") or self.clauses.kids(i, "mark"):
            return []
        joints = self.clauses.kids(i, "cc")
        if not joints or self.clauses.tokens[joints[0] - 1].text == ",":  # "..., and Niger bombed the port"
            return []
        return [k for k in self.clauses.kids(token.head, "mark") if self.clauses.lemma(k) in _CONDITIONS]
