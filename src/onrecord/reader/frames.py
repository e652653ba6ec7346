"""Frames: match a word of the text against the lexicon of actions and find what fills its slots."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reader.clauses import Clauses
from onrecord.reader.lexicon import CASES, Action, Complement, Condition, actions_for, complements_for, late_slots
from onrecord.reader.owners import is_done_to
from onrecord.reader.parties import Parties
from onrecord.reader.trace import GIVER, RECEIVER, LineTried, Trace
from onrecord.records.acts import ActType
from onrecord.records.analysis import Token
from onrecord.records.reasons import Reason
from onrecord.resolve.kept import kept

_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun"}
_WORD_RELATIONS = (
    "compound:prt",
    "obj",
    "obl",
    "nmod",
    "advmod",
    "xcomp",
    "obl:unmarked",
    "advcl",
    "obl:agent",
    "ccomp",
)

_FILED: tuple[ActType, ...] = ("file", "charge", "request")  # what the noun of "filed a suit" would tell by itself
_ANSWERED: frozenset[ActType] = frozenset({  # what others say to one, and one considers or drops
    "accuse", "deny", "investigate", "oppose", "pledge", "reject", "request", "support", "threaten", "warn",
})  # fmt: skip
_WORDS: frozenset[ActType] = frozenset(
    {"oppose", "support", "protest", "request", "accuse", "warn", "reject", "threaten"}
)
_NEVER_HEADS = frozenset({"flat", "fixed", "flat:name"})
_CLAUSES = frozenset({"advcl", "ccomp"})  # "held his tongue, calling her": no call is held
_MODIFIERS = frozenset({"compound", "amod", "nmod:desc"})  # "arrest warrants" tells of no arrest


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A word that tells of an act, the lexicon entry that fits it, and the tokens in its slots.

    `actor` and `recipient` head noun phrases that name parties, or are None; `object` heads a phrase or clause;
    `complement` heads the clause or noun whose acts take the entry's embedded status; `words` are the nouns of the
    entry's own phrase.
    """

    head: int
    action: Action
    actor: int | None
    recipient: int | None
    object: int | None
    complement: int | None
    words: tuple[int, ...] = ()


def recipient_slots(action: Action, things: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The slots in which an entry looks for its recipient: those of its column, its own case, those of its type, by
    the words of its phrase or the lemmas of its objects, `things`.
    """
    late = late_slots(action.type, (*action.words, *things)) if action.recipient and action.pos == "verb" else ()
    return (*action.recipient, *own_cases(action), *late)


def own_cases(action: Action) -> tuple[str, ...]:
    """The case word that an entry ends in, unless that leads to its object: *a request for talks* is not made to the
    talks.
    """
    told_by = set(action.recipient) | (CASES - set(action.object))
    return (action.words[-1],) if action.recipient and action.words[-1] in told_by & CASES else ()


class FrameFinder:
    """Finds the frames of one text; tells the trace, where there is one, what it passed over."""

    def __init__(self, clauses: Clauses, parties: Parties, trace: Trace | None = None) -> None:
        self.clauses = clauses
        self.parties = parties
        self.trace = trace
        self._fillers: dict[tuple[int, str], tuple[int, ...]] = {}

    def find(self) -> Iterator[Frame]:
        """One frame at most a word, in text order; *launched strikes* is one of launching, and none of strikes."""
        frames = list(self._find())
        told = {(noun, frame.action.type) for frame in frames for noun in frame.words}
        told |= {
            (f.object, kind) for f in frames if f.action.type == "file" and f.object is not None for kind in _FILED
        }
        for frame in frames:
            if (frame.head, frame.action.type) in told:
                self._note(frame.head, "part-of-phrase")
            else:
                yield frame

    def _find(self) -> Iterator[Frame]:
        for token in self.clauses.tokens:
            stances = self._stances(token.index)
            pos = _POS.get(token.upos, "noun" if stances else "")
            if not pos:
                continue
            barred = None if stances else self._barred(token, pos)
            if barred is not None:
                self._note(token.index, barred)
                continue
            particle = next((self.clauses.lemma(k) for k in self.clauses.kids(token.index, "compound:prt")), None)
            for action in (*stances, *actions_for(token.lemma.lower(), pos)):
                if particle is not None and particle not in action.words:
                    continue
                if len(action.words) > 1 and action.words[1] not in self._words_under(token.index):
                    if self.trace is not None:
                        self.trace.tried[token.index].append(LineTried(action=action, word=action.words[1]))
                    continue
                frame = self._fit(token.index, action)
                if frame is not None:
                    yield frame
                    break
            else:
                self._note(token.index, "no-line-fits")

    def _note(self, head: int, reason: Reason) -> None:
        if self.trace is not None:
            self.trace.barred[head] = reason

    def _barred(self, token: Token, pos: str) -> Reason | None:
        """Why a word is not looked up at all; None where it is."""
        if token.deprel in _NEVER_HEADS:
            return "inside-name"
        if pos == "noun" and self._modifies(token):
            return "modifier"
        if self._hangs_loose(token):
            return "hangs-loose"
        if token.upos == "PROPN" and not self._is_lowerable(token.index):
            return "name"
        return None

    def _stances(self, i: int) -> tuple[Action, ...]:
        """*Chad is against the plan*: a preposition that says where a subject stands."""
        if not self.clauses.kids(i, "cop"):
            return ()
        return tuple(action for case in self.clauses.cases(i) for action in actions_for(case, "adj"))

    def _modifies(self, token: Token) -> bool:
        """*arrest warrants* tells of no arrest, even where the tree makes both words objects."""
        after = self.clauses.tokens[token.index + 1] if token.index + 1 < len(self.clauses.tokens) else token
        twin = after.upos == "NOUN" and after.head == token.head and after.deprel == token.deprel != "conj"
        return token.deprel in _MODIFIERS or (twin and after is not token)

    def _hangs_loose(self, token: Token) -> bool:
        """*wanted the two men, among them its head, arrested*, *to have the men of both bodies arrested*: a participle
        without an auxiliary that the tree puts beside the clause before it, or in a row with an infinitive, may be
        wanted as well as done; it tells nothing.
        """
        if "VerbForm=Part" not in token.feats or not 0 <= token.head < token.index:
            return False
        unlike = token.deprel == "conj" and "VerbForm=Inf" in self.clauses.tokens[token.head].feats
        if token.deprel != "parataxis" and not unlike:
            return False
        return not self.clauses.kids(token.index, "nsubj", "aux", "aux:pass", "obj", "obl:agent")

    def _is_lowerable(self, i: int) -> bool:
        """Headline capitals: a word tagged as a name that hangs together with a person or state is left alone."""
        return not self.parties.of(i) and self.clauses.tokens[i].deprel not in {"compound", "nmod:poss"}

    def _fit(self, head: int, action: Action) -> Frame | None:
        nouns = self._match_words(head, action.words[1:])
        phrase = tuple(nouns or ())
        if nouns is None:
            if self.trace is not None:
                self.trace.tried[head].append(LineTried(action=action, word=" ".join(action.words[1:])))
            return None
        nouns += [f for case in own_cases(action) for f in self.fillers(head, case)]  # "apply for a warrant against"
        actor = self._first_party(head, action.actor)
        recipient = self._first_recipient(head, action, actor, nouns)
        verb = self._receiving_verb(head) if action.recipient else None
        if verb is not None:
            actor, recipient = self._given(head, verb, action), self._receiver(verb)
            if self.trace is not None and recipient is not None:
                self.trace.slots[head, recipient] = RECEIVER
            if self.trace is not None and actor is not None:
                self.trace.slots.setdefault((head, actor), GIVER)
        filled = {"actor": actor, "recipient": recipient}
        failing = next((n for n, c in enumerate(action.when) if not self._holds(head, c, filled)), None)
        if failing is not None:
            if self.trace is not None:
                self.trace.tried[head].append(LineTried(action=action, condition=failing))
            return None
        objects = ((slot, t) for slot in action.object for t in self.fillers(head, slot) if t not in {actor, recipient})
        slot, obj = next(objects, ("", None))
        if self.trace is not None and obj is not None:
            self.trace.slots[head, obj] = slot
        complement = obj
        if action.embeds is not None:
            clauses = self.clauses.complements(head)
            complement = clauses[0] if clauses else obj
            if recipient is None and clauses and action.embeds.who == "recipient":
                recipient = self._asked(clauses[0], actor)
                if self.trace is not None and recipient is not None:
                    self.trace.slots[head, recipient] = "comp.subj"
        return Frame(
            head=head,
            action=action,
            actor=actor,
            recipient=recipient,
            object=obj,
            complement=complement,
            words=phrase,
        )

    def things(self, head: int, action: Action) -> tuple[str, ...]:
        """The lemmas of what a verb is about: *endorsement*, of *withdrew its endorsement*; *support*, of *pressed for
        support*.
        """
        if not self.clauses.is_verbal(self.clauses.tokens[head]):
            return ()
        done_to = self.clauses.object(head)
        about = [filler for slot in action.object if slot in CASES for filler in self.fillers(head, slot)]
        return tuple(self.clauses.meant_lemma(k) for k in (done_to, *about) if k is not None)

    def _is_done_to(self, filler: int) -> bool:
        """Whether a filler is whom the deed told by a noun is done to, as the *of* says: *the arrest of two men*."""
        token = self.clauses.tokens[filler]
        noun = token.head if token.deprel == "nmod" and self.clauses.cases(filler) == ("of",) else -1
        if noun < 0 or not is_done_to(self.clauses.lemma(noun)):
            return False
        others = (k for k in self.clauses.kids(noun, "nmod") if k != filler)
        return not any({"on", "against"} & set(self.clauses.cases(k)) for k in others)  # "the attack of Chad on Mali"

    def _asked(self, clause: int, actor: int | None) -> int | None:
        """*requested that Peru sign*, *want Peru to sign*: who is asked stands as the subject of the clause."""
        if self.clauses.is_passive(clause):
            return None
        for k in self.clauses.kids(clause, "nsubj", "nsubj:pass"):
            if k != actor and self.parties.of(k):
                return k
        return None

    def _is_to_suffer(self, head: int, party: int) -> bool:
        """*called for Ana Sorel to be charged*, *asked that he be freed*: nothing is asked of her or him."""
        for clause in self.clauses.complements(head):
            passive = self.clauses.is_passive(clause) and self.clauses.tokens[clause].upos == "VERB"
            if passive and party in self.clauses.kids(clause, "nsubj", "nsubj:pass"):
                return True
        return False

    def _match_words(self, head: int, words: tuple[str, ...]) -> list[int] | None:
        """The nouns of a phrase of the lexicon that starts at `head`, or None where one of its words is missing."""
        at, nouns, modifiers = head, list[int](), list[int]()
        for number, word in enumerate(words):
            case = words[number - 1] if number else ""
            for place in dict.fromkeys((at, *nouns[-1:], head)):
                found = self._word_under(place, word, case)
                if found is not None:
                    break
            else:
                return None
            if found >= 0 and self.clauses.tokens[found].deprel in _MODIFIERS:
                modifiers.append(found)
            elif found >= 0 and self.clauses.tokens[found].upos in {"NOUN", "PROPN"}:
                nouns.append(found)
                at = found
        return nouns if all(self.clauses.tokens[m].head in nouns for m in modifiers) else None  # "tear gas"

    def _word_under(self, head: int, word: str, case: str) -> int | None:
        """The token under `head` that is the word, -1 if it is the case or mark word of a phrase there, else None.

        A noun with a preposition of its own matches only after that preposition.
        """
        places = self._words_under(head).get(word, ())
        return next((k for k, cases in places if not cases or case in cases), None)

    @kept
    def _words_under(self, head: int) -> Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]:
        """Each word with which a phrase of the lexicon may go on below `head`, and its tokens, best first.

        Beside each token stand its prepositions; the token of a case or mark word is -1.
        """
        found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        token = self.clauses.tokens[head]
        if self.clauses.is_verbal(token):
            obj = self.clauses.object(head)
            if obj is not None:
                found[self.clauses.lemma(obj)] = [(obj, ())]
        near = self.clauses.kids(head, *_WORD_RELATIONS)
        for k in (*near, *(below for away in near for below in self.clauses.adjuncts_of_away(away))):
            cases = self.clauses.cases(k)
            if self.clauses.tokens[k].deprel not in _CLAUSES or self.clauses.tokens[k].upos != "VERB":
                found.setdefault(self.clauses.lemma(k), []).append((k, cases))
            fronted = (
                k < head and token.upos == "VERB" and self.clauses.tokens[k].upos != "PRON"
            )  # "In 2015 it gave up"
            for word in (*(() if fronted else cases), *self.clauses.marks(k), *self._denials(k)):
                found.setdefault(word, []).append((-1, ()))
            if self.clauses.tokens[k].upos == "NOUN":
                for before in self.clauses.kids(k, "compound", "amod"):
                    found.setdefault(self.clauses.lemma(before), []).append((before, cases))
        return found

    def _denials(self, k: int) -> tuple[str, ...]:
        """*pleaded not guilty*: the *not* is a word of the phrase."""
        nots = self.clauses.kids(k, "advmod") if self.clauses.tokens[k].deprel == "xcomp" else ()
        return tuple(word for d in nots if (word := self.clauses.lemma(d)) == "not")

    def _first_party(
        self,
        head: int,
        slots: tuple[str, ...],
        apart: int | None = None,
        nouns: Sequence[int] = (),
        *,
        texts: bool = True,
    ) -> int | None:
        """The first filler that is a party; without `texts`, one that is no document: in *welcomed Chad's statement* it
        is Chad.
        """
        for slot in slots:
            found = self.fillers(head, slot)
            if nouns and slot in CASES:
                found = (*found, *(filler for noun in nouns for filler in self.clauses.phrases(noun, slot)))
            for filler in found:
                if not texts and self._is_text(filler):
                    continue
                if filler != apart and (filler != head or slot == "self") and self._is_another(filler, apart):
                    if self.trace is not None:
                        self.trace.slots[head, filler] = slot
                    return filler
        return None

    def _first_recipient(self, head: int, action: Action, actor: int | None, nouns: Sequence[int]) -> int | None:
        """The first party that is no text; else a text, since some lines ask whether there is a recipient."""
        slots = recipient_slots(action, self.things(head, action))
        found = self._first_party(head, slots, apart=actor, nouns=nouns, texts=False)
        found = self._first_party(head, slots, apart=actor, nouns=nouns) if found is None else found
        if found is not None and action.embeds is not None and self._is_to_suffer(head, found):
            return None
        if found is None or action.type not in _WORDS or found in self.fillers(head, "obj"):
            return found
        return None if self._is_done_to(found) else found  # "condemned the arrest of two men" is not said to the men

    def _is_text(self, filler: int) -> bool:
        kinds = {self.parties.kind(p) for p in self.parties.of(filler)}
        return kinds == {"document"}

    def _is_another(self, filler: int, apart: int | None) -> bool:
        """Whether a filler is a party, and not the same again: in *began its raids on Chad* its are not raided."""
        parties = self.parties.of(filler)
        return bool(parties) and (apart is None or parties != self.parties.of(apart))

    def fillers(self, head: int, slot: str) -> tuple[int, ...]:
        """The tokens in a slot of a word, the best first; worked out once, since all entries of a word ask for them."""
        if (head, slot) not in self._fillers:
            self._fillers[head, slot] = tuple(self._find_fillers(head, slot))
        return self._fillers[head, slot]

    def _find_fillers(self, head: int, slot: str) -> list[int]:
        base, _, part = slot.partition(".")
        found = self._base_fillers(head, base)
        if part == "poss":
            owners = [owner for filler in found for owner in self.clauses.owner(filler)]
            return owners + [
                above for owner in owners for above in self.clauses.owner(owner)
            ]  # "the bases of Peru's army"
        if part == "subj":
            return [s for filler in found if (s := self.clauses.subject(filler)) is not None]
        return found

    def _base_fillers(self, head: int, slot: str) -> list[int]:
        clauses = self.clauses
        verbal = clauses.tokens[head].upos in {"VERB", "ADJ"}
        if slot == "subj":
            found = clauses.subject(head)
            return [] if found is None else [found]
        if slot == "obj":
            found = clauses.object(head) if verbal else None
            return [] if found is None else [found]
        if slot == "self":
            return [head]
        if slot == "iobj":
            return clauses.receivers(head)
        if slot == "comp":
            return list(clauses.complements(head))
        if slot in {"xcomp", "ccomp"}:
            return [k for k in clauses.complements(head) if clauses.is_open_clause(k) == (slot == "xcomp")]
        if slot == "poss":
            return [clauses.antecedent_of_relative(k) for k in clauses.kids(head, "nmod:poss")]
        if slot in {"compound", "amod"}:
            return [k for k in clauses.kids(head, slot) if clauses.tokens[k].text[:1].isupper()]
        if slot == "subj-of-light":
            return self._light_subject(head)
        return clauses.phrases(head, slot)

    def _light_subject(self, noun: int) -> list[int]:
        """Who does what the object of a light verb tells: *Chad issued a rejection*, *Chad is mulling a ban*."""
        verb = self.clauses.governor(noun)
        if verb is None or not self.clauses.is_verbal(self.clauses.tokens[verb]):
            return []
        if not any(self._makes(verb, noun, line) for line in complements_for(self.clauses.lemma(verb), "verb")):
            return []
        if self.clauses.kids(verb, "xcomp"):  # "called the ruling a triumph"
            return []
        subject = self.clauses.subject(verb)
        return [] if subject is None else [subject]

    def _makes(self, verb: int, noun: int, line: Complement) -> bool:
        """Whether by a line for the verb its subject does what the noun tells, or does not: *held off on a ban*."""
        if line.actor != "subj" or (line.status != "actual" and not self._is_own_deed(noun)):
            return False
        if line.slot == "obj":
            return self.clauses.object(verb) == noun
        told = line.status == "negated" and line.words[-1] in self.clauses.cases(noun)
        return told and all(word in self._words_under(verb) for word in line.words[1:])

    def _is_own_deed(self, noun: int) -> bool:
        """*is mulling a ban*, which is one's own; *is mulling the ban*, *a request* may be somebody else's."""
        said = any(action.type in _ANSWERED for action in actions_for(self.clauses.lemma(noun), "noun"))
        return not said and "the" not in {self.clauses.lemma(k) for k in self.clauses.kids(noun, "det")}

    def _receiving_verb(self, noun: int) -> int | None:
        """The verb of *Peru won the backing of Chad*, *came under attack*: its subject is whom the noun is done to."""
        verb = self.clauses.governor(noun)
        if verb is None or self.clauses.is_verbal(self.clauses.tokens[noun]) or self.clauses.kids(verb, "aux:pass"):
            return None
        if noun < verb or self.clauses.tokens[noun].deprel not in {"obj", "obl"}:
            return None
        cases = set(self.clauses.cases(noun)) or {"obj"}
        lines = complements_for(self.clauses.lemma(verb), "verb")
        return verb if any(c.actor == "receiver" and c.slot in cases for c in lines) else None

    def receiver(self, noun: int) -> int | None:
        """The subject of the verb by which a noun is received: the plan, of praise in *the plan won praise*."""
        first = noun
        while self.clauses.tokens[first].deprel == "conj":
            first = self.clauses.tokens[first].head
        if first != noun and set(self.clauses.cases(first)) & {"from", "by"}:
            first = self.clauses.tokens[first].head
        verb = self._receiving_verb(first)
        return None if verb is None else self.clauses.subject(verb)

    def _receiver(self, verb: int) -> int | None:
        """*Chad's plan drew criticism*: what is said to a plan is said to whose it is."""
        subject = self.clauses.subject(verb)
        if subject is None or self.parties.of(subject):
            return subject
        return next((k for k in self.clauses.owner(subject) if self.parties.of(k)), None)

    def _given(self, noun: int, verb: int, action: Action) -> int | None:
        """From whom it comes: *the backing of Chad*, *criticism from Chad*, whichever word that hangs on."""
        own = self._first_party(
            noun, tuple(slot for slot in (*action.actor, "of", "by", "from") if slot != "subj-of-light")
        )
        below = (k for case in ("by", "from") for k in self.clauses.phrases(verb, case))
        agents = self.clauses.kids(verb, "obl:agent")
        return next((k for k in (own, *below, *agents) if k is not None and self.parties.of(k)), None)

    def _has_title(self, name: int, condition: Condition) -> bool:
        """*Judge Ada Moss* is a judge."""
        if condition.slot != "actor" or self.clauses.tokens[name].upos != "PROPN":
            return False
        titles = self.clauses.kids(name, "nmod:desc", "compound", "appos")
        return any(self.clauses.lemma(k).lower() in condition.values for k in titles)

    def _holds(self, head: int, condition: Condition, filled: dict[str, int | None]) -> bool:
        if condition.slot in {"passive", "active"}:
            return self.clauses.is_passive(head) == (condition.slot == "passive")
        if condition.slot in filled:
            filler = filled[condition.slot]
            fillers: tuple[int, ...] = () if filler is None else (filler,)
        elif condition.slot in _MODIFIERS and condition.test in {"lemma", "other"}:  # "an air strike"
            fillers = tuple(self.clauses.kids(head, condition.slot))
        else:
            fillers = self.fillers(head, condition.slot)
        if condition.test == "present":
            return bool(fillers)
        if condition.test == "absent":
            return not fillers
        if condition.test == "other":
            if condition.slot in CASES:  # "killed and injured in a crash"
                fillers += tuple(p for k in self.clauses.kids(head, "conj") for p in self.fillers(k, condition.slot))
            return not any(self.clauses.meant_lemma(f) in condition.values for f in fillers)
        if condition.test == "lemma":
            heads = [c for f in fillers for c in self.clauses.conjuncts(f)]
            return any(self.clauses.meant_lemma(c) in condition.values or self._has_title(c, condition) for c in heads)
        kinds = {self.parties.kind(p) for f in fillers for p in self.parties.of(f)}
        return bool(kinds) if "party" in condition.values and kinds else bool(kinds & condition.values)
