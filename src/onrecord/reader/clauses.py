"""Clauses: who is subject, object and complement of a word, whatever the construction.

The subject of *join* in *Israel asked 25 states to join Britain* is the states; that of *filed* in *the appeal,
which Chad filed* is Chad and its object the appeal. All results are token indexes.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from onrecord.reader.lexicon import actions_for, complements_for
from onrecord.reader.owners import Owners
from onrecord.reader.relatives import Relatives
from onrecord.records.analysis import Analysis, Token
from onrecord.resolve.kept import kept
from onrecord.resolve.phrases import Phrase, phrase_in
from onrecord.resolve.tree import Tree

_NOMINAL = frozenset({"obl", "nmod", "obl:agent", "obl:unmarked", "nmod:desc"})
_TEXTS = frozenset({
    "statement", "declaration", "letter", "communique", "communiqué", "resolution", "message", "note", "petition",
    "manifesto", "memo", "memorandum", "motion", "appeal", "decree", "speech", "cable",
})  # fmt: skip
_PLACES = frozenset({"in", "near", "along", "between"})
_BY_WAY_OF = frozenset({"protest", "opposition", "defiance", "retaliation"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
_SUBJECT_CONTROL = frozenset({
    "promise", "vow", "pledge", "threaten", "agree", "refuse", "swear", "commit", "undertake", "offer", "plan",
    "intend",
})  # fmt: skip
_TAKES_WHOM = frozenset({"urge", "order", "force", "warn", "invite", "allow", "tell", "summon"})
_FOR_ONESELF = frozenset({  # what one asks to be let do: "its request to join"
    "join", "see", "meet", "visit", "leave", "attend", "take", "participate", "speak", "address", "intervene", "submit",
    "file", "comment", "use", "enter", "be", "become", "have", "put", "appear", "access", "buy", "withdraw", "rejoin",
})  # fmt: skip
_TITLES = ("nmod:desc", "compound", "flat", "amod")
_SHARED = frozenset({"for", "with", "against", "on", "over", "at"})  # "condemned and voted against the plan"
_DEPTH = 8
_PARTS = frozenset({"one", "some", "both", "all", "most", "many", "several", "half", "part", "rest", "none", "each"})
_USING = frozenset({"use", "employ", "exploit", "abuse", "invoke", "wield"})


class Clauses:
    """Navigation of one analysis. All arguments and results are token indexes."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self._relations = [token.deprel for token in analysis.tokens]
        self._lemmas = [token.lemma.lower() for token in analysis.tokens]
        self._relatives, self._owners = Relatives(self), Owners(self)

    @cached_property
    def _tree(self) -> Tree:
        return Tree(self.analysis)

    @property
    def sentence_of(self) -> list[int]:
        return self._tree.sentence_of

    def kids(self, i: int, *deprels: str) -> list[int]:
        below = self.analysis.dependents[i]
        return [k for k in below if self._relations[k] in deprels] if below else []

    def lemma(self, i: int) -> str:
        return self._lemmas[i]

    def meant_lemma(self, i: int) -> str:
        """The lemma of a word; of what it stands for where it is a pronoun: *opinion* for *has not filed one*; *charge*
        for *two of the charges*.
        """
        whole = self.whole(i)
        return self._relatives.meant_lemma(i if whole is None else whole)

    @kept
    def whole(self, i: int) -> int | None:
        """The *charges* of *two of the charges*: the things of which a number or a quantity is a part; no people."""
        if self.tokens[i].upos not in {"NUM", "DET", "PRON"} and self.lemma(i) not in _PARTS:
            return None
        of = [k for k in self.kids(i, "nmod") if self.cases(k) == ("of",) and self.tokens[k].upos == "NOUN"]
        things = [k for k in of if self.tokens[k].entity not in {"person", "organization", "place"}]
        return things[0] if i < min(things, default=-1) else None

    @kept
    def phrase(self, i: int) -> Phrase:
        """The noun phrase that a word heads."""
        return phrase_in(self._tree, i)

    @kept
    def governor(self, i: int) -> int | None:
        """The word that a word hangs on.

        An infinitive after *efforts by Chad* hangs on the efforts; one after *asked 25 states* on the asking, even
        where the tree hangs it on the states.
        """
        head = self.tokens[i].head
        if head < 0:
            return None
        if self._is_misplaced(i, head):
            return self.tokens[head].head
        if self._is_loose_adjunct(i, head):
            return self.governor(head)
        noun = self._noun_before(i, head) if self.lemma(head) not in _USING else None  # "used the law to jail them"
        return head if noun is None else noun

    @kept
    def takes_clause(self, noun: int) -> bool:
        """Whether a noun is one of those that an infinitive completes: *plan*, *request*, *effort*; not *states*."""
        if any(c.slot == "comp" for c in complements_for(self.lemma(noun), "noun")):
            return True
        return any(a.embeds is not None for a in actions_for(self.lemma(noun), "noun"))

    def _is_misplaced(self, i: int, noun: int) -> bool:
        return (
            self.tokens[i].deprel == "acl"
            and self.marks(i) == ("to",)
            and self.tokens[noun].deprel in {"obj", "iobj"}
            and self.tokens[self.tokens[noun].head].upos == "VERB"
            and not self.takes_clause(noun)
        )

    def _is_loose_adjunct(self, i: int, head: int) -> bool:
        """*asked Peru to file, hoping to sway the court*: after a comma it is Chad, who asked, that hopes."""
        bare = self.tokens[i].deprel == "advcl" and not self.marks(i) and self.tokens[i].text.lower().endswith("ing")
        return bare and self.tokens[head].deprel == "xcomp" and self.tokens[i - 1].text == ","

    def _noun_before(self, i: int, head: int) -> int | None:
        if (
            self.tokens[i].deprel not in {"advcl", "xcomp"}
            or self.tokens[head].upos != "VERB"
            or "to" not in self.marks(i)
        ):
            return None
        things = self.kids(head, "obj", "nsubj:pass")
        for noun in (*things, *(k for thing in things for k in self.kids(thing, "nmod"))):  # "thanks for its efforts"
            given = self.kids(head, "iobj") or self.is_passive(head)  # "gave Peru leave", "was granted leave"
            if head < noun < i and self.takes_clause(noun) and (self.owner(noun) or given):
                return noun
        return None

    def conjuncts(self, i: int) -> list[int]:
        """The word and those coordinated with it."""
        return [i, *self.kids(i, "conj")]

    @kept
    def cases(self, i: int) -> tuple[str, ...]:
        """Lemmas of the prepositions of a phrase; of the first conjunct where it has none of its own."""
        words = [k for k in self.kids(i, "case") for k in (k, *self.kids(k, "fixed"))]
        own = tuple(self.lemma(k) for k in words if self.tokens[k].deprel == "case" or self._is_out_of(k))
        if not own:  # "by Colonel Doe": hung on the title
            own = tuple(self.lemma(c) for k in self.kids(i, *_TITLES) if k < i for c in self.kids(k, "case"))
        token = self.tokens[i]
        return own or (self.cases(token.head) if token.deprel == "conj" else ())

    def _is_out_of(self, i: int) -> bool:
        """*walked out of the talks*, in which the tree takes *out of* for one word."""
        return self.lemma(i) == "of" and self.lemma(self.tokens[i].head) == "out"

    @kept
    def marks(self, i: int) -> tuple[str, ...]:
        return tuple(self.lemma(k) for k in self.kids(i, "mark"))

    # ---------------------------------------------------------------- voice, subject, object
    @kept
    def is_passive(self, i: int) -> bool:
        token = self.tokens[i]
        perfect = any(self.lemma(k) == "have" for k in self.kids(i, "aux"))
        if perfect and self.kids(i, "nsubj") and not self.kids(i, "aux:pass"):
            return False
        if self._lacks_whom(i):
            return True
        if self.kids(i, "aux:pass") or (self.kids(i, "nsubj:pass", "csubj:pass") and not self.kids(i, "nsubj")):
            return True
        if self._is_after_adjective(i):
            return True
        if "VerbForm=Part" not in token.feats or "Tense=Past" not in token.feats:
            return False
        if self.kids(i, "aux", "nsubj", "obj") and not self.kids(i, "obl:agent"):
            return False
        if token.deprel == "conj" and not self.kids(i, "nsubj"):
            return self.is_passive(token.head)
        return token.deprel in {"acl", "advcl", "amod", "xcomp", "acl:relcl"} or bool(self.kids(i, "obl:agent"))

    def _is_after_adjective(self, i: int) -> bool:
        """*is younger and praised for it*: after *is*, no past tense goes on."""
        token = self.tokens[i]
        if token.deprel != "conj" or self.tokens[token.head].upos != "ADJ" or self.kids(i, *_SUBJECTS, "obj", "aux"):
            return False
        past = token.text.lower() != self.lemma(i) and not token.text.lower().endswith(("ing", "s"))
        return past and any(self.tokens[k].text.lower() in {"is", "are"} for k in self.kids(token.head, "cop"))

    def _lacks_whom(self, i: int) -> bool:
        """*Tuvalu urged to drop its suit*: nobody urges without urging somebody, so that Tuvalu was urged."""
        past = self.tokens[i].text.lower() != self.lemma(i) and not self.tokens[i].text.lower().endswith("ing")
        told = self.kids(i, "obj", "iobj", "aux", "obl") or self._objects_below(i)
        asks = self.lemma(i) in _TAKES_WHOM and any("to" in self.marks(k) for k in self.kids(i, "xcomp"))
        return past and asks and not told

    def surface_subject(self, i: int, depth: int = 0) -> int | None:
        """The grammatical subject, its own or the one its construction gives it."""
        own = self.kids(i, *_SUBJECTS)
        if own:
            subject = self._likeliest_subject(i, own)
            cleft = self._subject_in_cleft(i, subject, depth)
            return self.antecedent_of_relative(subject) if cleft is None else cleft
        if depth > _DEPTH:
            return None
        token = self.tokens[i]
        head = self.governor(i)
        if head is None:
            return None
        if head != token.head:
            return token.head if token.deprel == "acl" else self._owner(head, depth)
        if token.deprel == "conj":
            return self.surface_subject(head, depth + 1)
        if token.deprel == "acl:relcl":
            finite = "VerbForm=Inf" not in token.feats or not self.kids(i, "mark")
            return self._who_is(head) if finite else self._owner(head, depth)
        if token.deprel == "acl":
            if "to" in self.marks(i):
                asked = self._asks_others(head) and self.lemma(i) not in _FOR_ONESELF
                return None if asked else self._owner(head, depth) if self.takes_clause(head) else self._who_is(head)
            if self.marks(i):  # "its policy of targeting Chad"
                return self._owner(head, depth)
            return self.surface_subject(self.tokens[head].head, depth + 1) if self._speaks_to(i, head) else head
        if token.deprel in {"xcomp", "advcl", "ccomp"} and token.upos in {"VERB", "AUX", "NOUN", "ADJ"}:
            return self._controller(i, head, depth)
        return None

    def _who_is(self, predicate: int) -> int:
        """*Chad was one of a dozen states to vote*: Chad voted."""
        subjects = self.kids(predicate, "nsubj") if self.lemma(predicate) == "one" else []
        return subjects[0] if subjects and self.kids(predicate, "cop") else predicate

    def _asks_others(self, noun: int) -> bool:
        """Whether a noun asks somebody else to act: *its request to issue warrants*, unlike *its plan to file*."""
        return any(a.embeds is not None and a.embeds.who == "recipient" for a in actions_for(self.lemma(noun), "noun"))

    def _speaks_to(self, i: int, noun: int) -> bool:
        """*wrote to 14 states asking them*, *issued a statement asking for talks*: what is done to the noun is not
        done by it, nor what is done by a text.
        """
        objects = [*self.kids(i, "obj", "iobj"), *self._objects_below(i)]
        verb = self.tokens[noun].head
        told = any(self.tokens[k].antecedent == noun for k in objects)
        text = self.tokens[noun].deprel == "obj" and self.lemma(noun) in _TEXTS and not self.is_passive(i)
        return (told or text) and verb >= 0 and self.tokens[verb].upos == "VERB"

    def _subject_in_cleft(self, i: int, subject: int, depth: int) -> int | None:
        """*all Chad wants is to sign*, *the one thing Chad did was sign*: who wants or did it signs."""
        if self.tokens[subject].deprel != "nsubj:outer" or self.tokens[i].upos != "VERB" or depth > _DEPTH:
            return None
        clauses = self.kids(subject, "acl:relcl")
        return self.surface_subject(clauses[0], depth + 1) if clauses else None

    def _likeliest_subject(self, i: int, candidates: list[int]) -> int:
        """A verb has one subject; where the tree gives it more, the last before it that is no phrase with a
        preposition and does not stand right before another verb (*Chad, Peru said, has left*).
        """
        named = [k for k in candidates if not self._relatives.is_relative(k)] or candidates
        before = [k for k in named if k < i]
        good = [k for k in before if not self.kids(k, "case") and (k + 1 == i or self.tokens[k + 1].upos != "VERB")]
        return (good or before or named)[-1 if before else 0]

    def _owner(self, noun: int, depth: int) -> int | None:
        """Who does what a noun's infinitive says: *Chad's plan to sign*, *Chad has a plan to sign*."""
        if self.tokens[noun].upos == "VERB":
            return self.surface_subject(noun, depth + 1)
        for k in self.kids(noun, "nmod:poss"):
            return self.antecedent_of_relative(k)
        for k in self.kids(noun, "nmod"):
            if {"by", "from"} & set(self.cases(k)):
                return k
        for k in self.kids(noun, "amod", "compound"):
            if self.tokens[k].text[:1].isupper():
                return k
        head = self.governor(noun)
        if head is not None and self.kids(head, "iobj"):  # "gave Peru leave to file"
            return self.kids(head, "iobj")[0]
        if head is not None and self.tokens[noun].deprel in {"obj", "xcomp"} and self.tokens[head].upos == "VERB":
            return self.surface_subject(head, depth + 1)
        return None

    def _controller(self, i: int, head: int, depth: int) -> int | None:
        token = self.tokens[i]
        if token.deprel == "ccomp":
            subjects = self.kids(head, "nsubj")
            spare = [k for k in subjects if k < i and k != self._likeliest_subject(head, subjects)]
            if spare:  # "Chad, Peru said, has left": hung on the saying
                return spare[0]
            if "VerbForm=Fin" in token.feats or self.kids(i, "aux"):
                return None
        if token.deprel == "xcomp" or {"of", "from", "into", "for"} & set(self.marks(i)):
            objects = self.kids(head, "obj", "iobj") or self._objects_below(head)
            if objects and self.lemma(head) not in _SUBJECT_CONTROL:
                return self.antecedent_of_relative(objects[0])
            gap = None if self.is_passive(head) or self.tokens[head].upos == "ADJ" else self._relatives.gap(head)
            if gap is not None and self.lemma(head) not in _SUBJECT_CONTROL:
                return gap
            asked = [k for k in self.kids(head, "obl") if "on" in self.cases(k) or "to" in self.cases(k)]
            if asked and self.lemma(head) in {"call", "appeal"}:
                return asked[0]
        return self.surface_subject(head, depth + 1)

    def antecedent_of_relative(self, i: int) -> int:
        """The noun that a relative pronoun stands for; any other word is its own."""
        return self._relatives.antecedent_of_relative(i)

    @kept
    def owner(self, noun: int) -> tuple[int, ...]:
        """Whose it is: *Sweden's bid*, *a bid by Sweden*, *the Swedish bid*, nearest form first."""
        return self._owners.of(noun)

    @kept
    def subject(self, i: int) -> int | None:
        """Who does it: the subject of the active, the agent of the passive."""
        if not self.is_passive(i):
            return self.surface_subject(i)
        for k in self.kids(i, "obl:agent", "obl"):
            if self.tokens[k].deprel == "obl:agent" or self.cases(k) == ("by",):
                return self.antecedent_of_relative(k)
        head = self.tokens[i].head
        if self.tokens[i].deprel == "conj" and not self.kids(i, "nsubj:pass") and self.is_passive(head):
            return self.subject(head)  # "was held and charged by Peru", but "led the party and was expelled"
        return self._owners.agent_below(i)

    @kept
    def object(self, i: int) -> int | None:
        """What it is done to: the object of the active, the subject of the passive, unless that received an object."""
        if self.is_passive(i):
            return self._given_thing(i) or self.surface_subject(i)
        things = [k for k in self.kids(i, "obj") if self.tokens[k].upos != "ADV"]  # "asked men everywhere"
        own = [k for k in things or self.kids(i, "iobj") if not self._precedes_infinitive(i, k)]
        for k in own or self._objects_below(i):
            return self.antecedent_of_relative(k)
        gap = self._relatives.gap(i)
        return self._shared_object(i) if gap is None else gap

    def _given_thing(self, i: int) -> int | None:
        """*Chad was sent tents*: the object that a passive keeps."""
        things = [k for k in self.kids(i, "obj") if i < k and self.tokens[k].upos == "NOUN"]
        return things[0] if things and self.kids(i, "nsubj:pass") else None

    def receivers(self, i: int) -> list[int]:
        """Whom something is given to: the indirect object; in *Chad was sent tents*, the subject."""
        subject = self.surface_subject(i) if self.is_passive(i) and self._given_thing(i) is not None else None
        return self.kids(i, "iobj") + ([] if subject is None else [subject])

    def _precedes_infinitive(self, i: int, obj: int) -> bool:
        """Whether a word hung on a clause as its object stands before its opener: *asking them to act*."""
        return any(obj < k for k in self.kids(i, "mark") if self.lemma(k) in {"to", "from", "of", "into"})

    def _objects_below(self, i: int) -> list[int]:
        """Objects that the tree hangs on the clause after a verb instead of on the verb: *banned them from acting*."""
        return [
            k
            for c in self.kids(i, "xcomp", "advcl")
            for k in self.kids(c, "obj", "iobj")
            if i < k and self._precedes_infinitive(c, k)
        ]

    def _shared_object(self, i: int) -> int | None:
        """The object that several verbs in a row share, whichever of them it hangs on: *undermine, influence and
        intimidate the court*.
        """
        token = self.tokens[i]
        own = self.kids(i, *_SUBJECTS, "xcomp", "ccomp")
        if token.deprel == "conj" and not own and not self.is_passive(token.head):
            for obj in self.kids(token.head, "obj"):
                if i < obj:
                    return obj
        following = self.tokens[i + 1].text.lower() if i + 1 < len(self.tokens) else ""
        if following not in {",", "and", "or"}:
            return None
        for k in self.kids(i, "conj"):
            if self.tokens[k].upos == "VERB" and not self.kids(k, "nsubj", "nsubj:pass"):
                for obj in self._objects_to_share(i, k):
                    return obj
        return None

    def _objects_to_share(self, i: int, other: int) -> list[int]:
        """*endorsed and has campaigned for her*: what the later verb reaches by a preposition, where it has no object
        or an auxiliary of its own, and the first wants an object.
        """
        objects = self.kids(other, "obj")
        if (objects and not self.kids(other, "aux")) or not self.lacks_object(i):
            return objects
        return [k for k in self.kids(other, "obl") if set(self.cases(k)) & _SHARED] or objects

    # ---------------------------------------------------------------- complements and phrases
    @kept
    def complements(self, i: int) -> tuple[int, ...]:
        """Clauses that complete a word: *asked them to sign*, *accused of spying*, *the request that Peru act*."""
        if self.tokens[i].upos in {"NOUN", "PROPN"}:
            found = [k for k in self.kids(i, "acl", "ccomp", "xcomp") if not self._tells_of(k)]
            found += [k for k in self.kids(i, "acl:relcl") if "that" in self.marks(k) and not self.lacks_object(k)]
            verb = self.governor(i)
            siblings = self.kids(verb, "advcl", "xcomp") if verb is not None else []
            return (*found, *(k for k in siblings if self.governor(k) == i))
        found = self.kids(i, "ccomp", "xcomp")
        found += [k for k in self.kids(i, "obj") if self.tokens[k].upos == "VERB"]
        found += [k for obj in self.kids(i, "obj", "iobj") for k in self.kids(obj, "acl") if self.governor(k) == i]
        found += [k for k in self.kids(i, "advcl") if {"of", "from", "into"} & set(self.marks(k))]
        return tuple(found or [k for k in self.kids(i, "advcl") if self.marks(k) in {("to",), ("for", "to")}])

    def _tells_of(self, i: int) -> bool:
        """*an order signed by Chad*: a participle says something of a noun, and is not what was ordered."""
        return self.tokens[i].deprel == "acl" and not self.marks(i) and self.is_passive(i)

    def lacks_object(self, i: int) -> bool:
        """*a decision that Chad welcomed* is no content of the decision: it is what was welcomed."""
        takes = any(
            "obj" in action.recipient or "obj" in action.object for action in actions_for(self.lemma(i), "verb")
        )
        return takes and not self.is_passive(i) and not self.kids(i, "obj", "ccomp", "xcomp")

    def is_open_clause(self, i: int) -> bool:
        """Whether a clause lacks a finite verb: *to sign*, *of spying*; its subject is the governor's to give."""
        return self.tokens[i].deprel == "xcomp" or bool({"to", "of", "from", "into"} & set(self.marks(i)))

    def phrases(self, i: int, case: str) -> list[int]:
        """Nominals that hang on a word by a preposition; those on its object after its own."""
        return [self.antecedent_of_relative(k) for k in self._phrases_by_case(i).get(case, ())]

    @kept
    def _phrases_by_case(self, i: int) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        self._sort_by_case(self.kids(i, *_NOMINAL), found)
        for k in self.kids(i, "advmod"):
            self._sort_by_case(self.adjuncts_of_away(k), found)
        if "by" in found and self.is_passive(i):
            del found["by"]
        if self.tokens[i].upos == "VERB":
            for obj in self.kids(i, "obj"):
                whole = self.whole(obj)
                self._sort_by_case(self.kids(obj if whole is None else whole, "nmod"), found)
            for subject in self.kids(i, "nsubj:pass"):  # "bases in Chad were bombed"
                there = [k for k in self.kids(subject, "nmod") if set(self.cases(k)) <= _PLACES]
                self._sort_by_case(there, found)
            for k in self.kids(i, "obl", "advcl", "nmod"):  # "a strike in protest at Chad's law"
                if self.lemma(k) in _BY_WAY_OF and self.cases(k) == ("in",):
                    self._sort_by_case(self.kids(k, *_NOMINAL), found)
        return found

    def adjuncts_of_away(self, i: int) -> list[int]:
        """*stayed away from the summit*: what hangs on the *away* is the verb's."""
        return self.kids(i, *_NOMINAL) if self.lemma(i) == "away" else []

    def _sort_by_case(self, nominals: Iterable[int], found: dict[str, list[int]]) -> None:
        for k in nominals:
            for case in set(self.cases(k)):
                found.setdefault(case, []).append(k)

    def subtree(self, i: int) -> list[int]:
        found, waiting = [], [i]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += self.analysis.dependents[at]
        return sorted(found)

    def is_verbal(self, token: Token) -> bool:
        return token.upos in {"VERB", "AUX"}
