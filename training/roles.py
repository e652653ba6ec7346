"""PropBank's roles over EWT, as the acts need them: for each predicate the word that acts and those acted on.

The *actor* is A0; or A1 where the sense never has an A0 in training, as with *die*, since the lexicon takes the subject
of such a verb. The *objects* are A1 and A2 headed by a nominal. A role's word is the token of its span whose head
stands outside the span.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpora import Example, read_treebank

NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"})
SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVES = frozenset({"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent"})
FUTURE = "go.04"  # "is going to sign"
LEAST_SEEN = 3
WINDOW_WORDS = 100
_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Predicate:
    """One predicate of a window, in word indexes: `roles` maps the word of each role to it. Compared by identity."""

    window: int
    at: int
    pos: str
    lemma: str
    frame: str
    genre: str
    construction: str
    roles: dict[int, str]
    actor: int | None = None
    objects: frozenset[int] = frozenset()


@dataclass(slots=True)
class Part:
    """The windows of one part of the corpus and the predicates in them."""

    windows: list[Example] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)


def read_part(corpora: Path, part: str) -> Part:
    """Windows of whole sentences, as training takes them, with PropBank's predicates, no light verbs or *going to*."""
    annotated = {}
    for line in (corpora / "propbank-ewt" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        annotated[sentence["sent_id"]] = sentence
    treebank = corpora / "ewt" / f"{part}.conllu"
    names = iter(re.findall(r"^# sent_id = (\S+)", treebank.read_text(encoding="utf-8"), re.MULTILINE))
    found = Part()
    for window in read_treebank([treebank], "ewt", random.Random(1), limit=WINDOW_WORDS):
        for first, last in sentence_ranges(window):
            name = next(names)
            if name in annotated and annotated[name]["tokens"] == last - first:
                found.predicates += _predicates(annotated[name], window, len(found.windows), first)
        found.windows.append(window)
    return found


def sentence_ranges(window: Example) -> Iterator[tuple[int, int]]:
    """Half-open word ranges of the sentences of a window."""
    first = 0
    for i, end in enumerate(window.sentence_ends or []):
        if end:
            yield first, i + 1
            first = i + 1


def _predicates(sentence: dict[str, object], window: Example, number: int, first: int) -> Iterator[Predicate]:
    assert window.upos and window.lemma
    name = str(sentence["sent_id"])
    for predicate in sentence["predicates"]:  # type: ignore[attr-defined]
        at = first + predicate["token"]
        if window.upos[at] not in _POS or predicate["frame"].endswith(".LV") or predicate["frame"] == FUTURE:
            continue
        roles: dict[int, str] = {}
        for role, start, end in predicate["roles"]:
            head = span_head(window, range(first + start, first + end))
            if role != "V" and not role.startswith(("R-", "C-")) and head != at:
                roles.setdefault(head, role)
        yield Predicate(
            window=number, at=at, pos=_POS[window.upos[at]], lemma=window.lemma[at].lower(), frame=predicate["frame"],
            genre=name.partition("-")[0], construction=construction(window, at), roles=roles,
        )  # fmt: skip


def span_head(window: Example, span: range) -> int:
    """The word of a span whose head stands outside it; of several the one nearest the root."""
    assert window.head

    def depth(i: int) -> int:
        count = 0
        while window.head and window.head[i] >= 0:
            i, count = window.head[i], count + 1
        return count

    return min((i for i in span if window.head[i] not in span), key=lambda i: (depth(i), i))


def construction(window: Example, at: int) -> str:
    """How a predicate's clause is built, by the treebank's own tree."""
    assert window.upos and window.head and window.deprel and window.feats
    below = {window.deprel[k] for k, head in enumerate(window.head) if head == at}
    feats, deprel = window.feats[at], window.deprel[at]
    if window.upos[at] != "VERB":
        return "noun"
    if below & PASSIVES or "Voice=Pass" in feats:
        return "passive"
    if deprel == "acl:relcl":
        return "relative clause"
    if below & SUBJECTS:
        return "active, own subject"
    if deprel == "conj":
        return "coordination, shared subject"
    if "VerbForm=Ger" in feats or "VerbForm=Part" in feats:
        return "gerund, participle"
    if "VerbForm=Inf" in feats and deprel in {"xcomp", "advcl", "acl", "ccomp", "csubj"}:
        return "infinitive"
    return "imperative, fragment"


def senses_without_agent(predicates: Iterable[Predicate]) -> frozenset[str]:
    """Senses whose A1 is what a subject names: none of their uses in the active has an A0 (*die.01*)."""
    seen, acting = Counter[str](), Counter[str]()
    for predicate in predicates:
        if predicate.construction != "passive":
            seen[predicate.frame] += "ARG1" in predicate.roles.values()
            acting[predicate.frame] += "ARG0" in predicate.roles.values()
    return frozenset(frame for frame, count in seen.items() if count >= LEAST_SEEN and not acting[frame])


def with_fillers(part: Part, agentless: frozenset[str]) -> list[Predicate]:
    """The predicates with actor and objects."""
    return [_filled(predicate, part.windows[predicate.window], agentless) for predicate in part.predicates]


def _filled(predicate: Predicate, window: Example, agentless: frozenset[str]) -> Predicate:
    assert window.upos
    acting = "ARG1" if predicate.frame in agentless and predicate.construction != "passive" else "ARG0"
    actor = next((word for word, role in predicate.roles.items() if role == acting), None)
    objects = frozenset(
        word
        for word, role in predicate.roles.items()
        if role in {"ARG1", "ARG2"} and word != actor and window.upos[word] in NOMINALS
    )
    values = {name: getattr(predicate, name) for name in Predicate.__slots__}
    return Predicate(**values | {"actor": actor, "objects": objects})
