"""Text to Analysis: run the network over each window and decode sentences, trees, names and citings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.reader.coreference import Mentions, link_mentions
from onrecord.reader.inflections import lemmas_by_form, singular_of
from onrecord.reader.network import Network, WindowScores
from onrecord.reader.sequences import best_path, best_paths, legal_transitions, runs, softmax
from onrecord.reader.trees import best_tree
from onrecord.reader.windows import WINDOW_PIECES, Words, split_windows
from onrecord.records.analysis import Analysis, Cited, Name, Token

CUE_THRESHOLD = 0.5  # of 0.4 to 0.7 the best linked figure on PolNeAR dev, by training/score_dev.py
_CLAUSES = frozenset({"xcomp", "advcl", "ccomp", "acl"})
_BARE = frozenset({"nsubj", "obj", "iobj"})
_OWNERS = frozenset({"its", "their"})
_NAME_KINDS = {
    "Person": "person", "Organization": "organisation", "Location": "location", "Facility": "facility", "NORP": "norp",
    "Date": "date", "Money": "money", "Misc": "misc", "Product": "product",
}  # fmt: skip


@dataclass(slots=True)
class _Found:
    tokens: list[Token] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)


def analyse(text: str, network: Network, *, cue_threshold: float = CUE_THRESHOLD) -> Analysis:
    """Everything the network sees in a text; an empty text gives an empty analysis."""
    windows = split_windows(text, network.count_pieces, WINDOW_PIECES)
    return analyse_windows(text, windows, network, cue_threshold=cue_threshold)


def analyse_windows(
    text: str, windows: Iterable[Words], network: Network, *, cue_threshold: float = CUE_THRESHOLD
) -> Analysis:
    """The same for a text whose words and windows are given, as those of a treebank are."""
    found = _Found()
    for words in windows:
        scores = network.score_window(words)
        offset = len(found.tokens)
        ranges = _sentences(words, scores)
        _add_tokens(found, words, scores, ranges, network)
        found.sentences += [(first + offset, last + offset) for first, last in ranges]
        found.names += _names(scores, network, offset)
        found.cited += _cited(scores, network, offset, cue_threshold)
    dependents: list[list[int]] = [[] for _ in found.tokens]
    for token in found.tokens:
        if token.head >= 0:
            dependents[token.head].append(token.index)
    return Analysis(
        text=text,
        tokens=tuple(found.tokens),
        sentences=tuple(found.sentences),
        names=tuple(found.names),
        cited=tuple(found.cited),
        dependents=tuple(map(tuple, dependents)),
    )


def _sentences(words: Words, scores: WindowScores) -> list[tuple[int, int]]:
    ends = scores.sentence_ends[:, 1] > scores.sentence_ends[:, 0]
    opens = set(words.breaks)
    ranges, first = [], 0
    for i in range(len(words.texts)):
        if ends[i] or i + 1 in opens or i + 1 == len(words.texts):
            ranges.append((first, i))
            first = i + 1
    return ranges


def _add_tokens(
    found: _Found, words: Words, scores: WindowScores, ranges: list[tuple[int, int]], network: Network
) -> None:
    labels, offset = network.labels, len(found.tokens)
    heads: list[int] = []
    for first, last in ranges:
        tree = best_tree(scores.arcs[first : last + 1, first : last + 1])
        heads += [head + first if head >= 0 else -1 for head in tree]
    relations = network.relate(scores, [i if head < 0 else head for i, head in enumerate(heads)])
    deprels = ["root" if head < 0 else labels.deprel[r] for head, r in zip(heads, relations, strict=True)]
    _mend_relations(heads, deprels, [labels.upos[k] for k in scores.upos])
    _part_appositions(words.texts, heads, deprels, [labels.upos[k] for k in scores.upos])
    gerunds = _gerunds(words.texts, [labels.upos[k] for k in scores.upos], heads, deprels)
    kinds = [labels.entity[k] for k in scores.entity]
    mentions = Mentions(words.texts, heads, deprels, [kind != "O" for kind in kinds])
    antecedents = link_mentions(scores.antecedents, mentions)
    for i, (span, text) in enumerate(zip(words.spans, words.texts, strict=True)):
        antecedent = antecedents[i]
        upos, feats = labels.upos[scores.upos[i]], labels.feats[scores.feats[i]]
        if i in gerunds:
            upos = "VERB"
        found.tokens.append(
            Token(
                index=i + offset,
                start=span.start,
                end=span.end,
                text=text,
                lemma=lemma_of(text, labels.lemma[scores.lemma[i]], upos),
                upos=upos,
                feats=feats,
                head=heads[i] + offset if heads[i] >= 0 else -1,
                deprel=deprels[i],
                entity=None if kinds[i] == "O" else kinds[i],
                antecedent=None if antecedent is None else antecedent + offset,
            )
        )


def _mend_relations(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """Two things that English trees keep to: a phrase with a preposition is no subject or object, and a second subject
    after a verb that has none is its object.
    """
    for i, (head, deprel) in enumerate(zip(heads, deprels, strict=True)):
        if deprel == "case" and head > i and upos[i] == "ADP" and deprels[head] in _BARE:
            deprels[head] = "obl"
    for i, (head, deprel) in enumerate(zip(heads, deprels, strict=True)):
        if deprel != "nsubj" or not 0 <= head < i or upos[head] != "VERB":
            continue
        siblings = [deprels[k] for k, other in enumerate(heads) if other == head and k != i]
        before = any(other == head and deprels[k] == "nsubj" for k, other in enumerate(heads[:head]))
        if before and not {"obj", "iobj", "ccomp"} & set(siblings):
            deprels[i] = "obj"


def _part_appositions(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*... would hold the Chadian leader, its prime minister, Ana Sorel, said*: a noun with *its* or *their* does not
    explain a common noun. It is left standing by itself, and later appositions of that noun become its own.
    """
    for i, noun in enumerate(heads):
        owned = any(h == i and deprels[k] == "nmod:poss" and texts[k].lower() in _OWNERS for k, h in enumerate(heads))
        if deprels[i] != "appos" or not owned or not 0 <= noun < i or upos[noun] != "NOUN":
            continue
        deprels[i] = "parataxis"
        for k in range(i + 1, len(heads)):
            if heads[k] == noun and deprels[k] == "appos":
                heads[k] = i


def _gerunds(texts: Sequence[str], upos: list[str], heads: list[int], deprels: list[str]) -> set[int]:
    """Words tagged as nouns that tell of an act as verbs do: *denied bombing Chad*, *accused of spying on Chad*.

    They take an object, stand as a clause, or follow a preposition bare; the last become clauses in `deprels`.
    """
    found = set()
    for i, text in enumerate(texts):
        if upos[i] != "NOUN" or not text.endswith("ing") or (text, "VERB") not in lemmas_by_form():
            continue
        below = {k: deprels[k] for k, head in enumerate(heads) if head == i}
        if "obj" in below.values() or deprels[i] in _CLAUSES:
            found.add(i)
        elif below.get(i - 1) == "case" and not {"det", "amod", "compound", "nmod:poss"} & set(below.values()):
            found.add(i)
            deprels[i], deprels[i - 1] = "advcl", "mark"
    return found


def lemma_of(form: str, rule: str, upos: str) -> str:
    """Apply a lemma rule (``1|y``: cut one letter, add y; ``=be``: the lemma itself) to a lower-cased form.

    Proper nouns keep their letters as they are written; words of the lexicon go by its own inflections.
    """
    if upos == "PROPN":
        return form
    low = form.lower()
    known = lemmas_by_form().get((low, upos))
    if known is not None:
        return known
    if rule.startswith("="):
        return rule[1:]
    cut, add = rule.split("|", 1)
    kept = low[: len(low) - int(cut)] if int(cut) < len(low) else low
    return singular_of(low, kept + add) if upos == "NOUN" else kept + add


def _names(scores: WindowScores, network: Network, offset: int) -> list[Name]:
    labels = network.labels.names
    chances = softmax(scores.names)
    path = best_path(scores.names, legal_transitions(labels))
    found = []
    for first, last, kind in runs([labels[i] for i in path]):
        confidence = float(np.mean([chances[i, path[i]] for i in range(first, last + 1)]))
        found.append(Name(first=first + offset, last=last + offset, kind=_NAME_KINDS[kind], confidence=confidence))
    return found


def _cited(scores: WindowScores, network: Network, offset: int, threshold: float) -> list[Cited]:
    chances = softmax(scores.anchor)[:, 1]
    anchors = [int(i) for i in np.flatnonzero(chances >= threshold)]
    if not anchors:
        return []
    labels = network.labels.citing
    transitions = network.labels.transitions + legal_transitions(labels)
    found, cues = [], set[int]()
    paths = best_paths(network.cite(scores, anchors), transitions)
    for anchor, path in zip(anchors, paths, strict=True):
        if anchor in cues:  # the second word of a cue that was taken already
            continue
        spans = runs([labels[i] for i in path])
        cited = _assemble(spans, offset, float(chances[anchor]))
        if cited is not None:
            found.append(cited)
            cues.update(range(cited.cue[0] - offset, cited.cue[1] - offset + 1) if cited.cue else ())
    return found


def _assemble(spans: list[tuple[int, int, str]], offset: int, confidence: float) -> Cited | None:
    pick = {
        role: tuple((first + offset, last + offset) for first, last, kind in spans if kind == role)
        for role in ("source", "cue", "content")
    }
    if not pick["content"]:
        return None
    cue = (pick["cue"][0][0], pick["cue"][-1][1]) if pick["cue"] else None
    return Cited(cue=cue, source=pick["source"], content=pick["content"], confidence=confidence)
