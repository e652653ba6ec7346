"""Text to Analysis: run the network over each window and decode sentences, trees, names and citings."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.chains import Scene, link_chains
from onrecord.reader.coreference import Mentions, link_mentions
from onrecord.reader.gaps import mend_gaps
from onrecord.reader.human_mends import join_first_names
from onrecord.reader.inflections import lemmas_by_form, singular_of
from onrecord.reader.mends import mend_tree
from onrecord.reader.network import Network, WindowScores
from onrecord.reader.sequences import best_path, best_paths, legal_transitions, runs, softmax
from onrecord.reader.statenames import find_state_names
from onrecord.reader.trees import best_tree
from onrecord.reader.windows import WINDOW_PIECES, Words, split_windows
from onrecord.records.analysis import Analysis, Cited, Name, Token

CUE_THRESHOLD = 0.5  # of 0.4 to 0.7 the best linked figure on PolNeAR dev, by training/score_dev.py
NAME_KINDS = {
    "Person": "person", "Organization": "organisation", "Location": "location", "Facility": "facility", "NORP": "norp",
    "Date": "date", "Money": "money", "Misc": "misc", "Product": "product",
}  # fmt: skip


@dataclass(slots=True)
class _Found:
    tokens: list[Token] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    vectors: list[NDArray[np.float32]] = field(default_factory=list)


def analyse(text: str, network: Network, *, cue_threshold: float = CUE_THRESHOLD) -> Analysis:
    """Everything the network sees in a text; an empty text gives an empty analysis."""
    windows = split_windows(text, network.count_pieces, WINDOW_PIECES)
    return analyse_windows(text, windows, network, cue_threshold=cue_threshold)


def analyse_windows(
    text: str,
    windows: Sequence[Words],
    network: Network,
    *,
    sentences: Sequence[list[tuple[int, int]]] | None = None,
    cue_threshold: float = CUE_THRESHOLD,
) -> Analysis:
    """The analysis of a text that is cut into windows; of sentences that are known (inclusive word ranges of each
    window) where they are given, else of those that the network finds.
    """
    found = _Found()
    for number, words in enumerate(windows):
        scores = network.score_window(words)
        offset = len(found.tokens)
        ranges = sentences[number] if sentences is not None else _sentences(words, scores)
        names = join_first_names(find_names(scores, network), words.texts, {last for _, last in ranges})
        _add_tokens(found, words, scores, (ranges, names), network)
        found.sentences += [(first + offset, last + offset) for first, last in ranges]
        found.names += [replace(name, first=name.first + offset, last=name.last + offset) for name in names]
        found.cited += find_cited(scores, network, offset, cue_threshold)
        found.vectors.append(scores.vectors[0])
    dependents: list[list[int]] = [[] for _ in found.tokens]
    for token in found.tokens:
        if token.head >= 0:
            dependents[token.head].append(token.index)
    _link_windows(found, dependents, windows)
    return Analysis(
        text=text,
        tokens=tuple(found.tokens),
        sentences=tuple(found.sentences),
        names=tuple(found.names),
        cited=tuple(found.cited),
        dependents=tuple(map(tuple, dependents)),
        vectors=np.concatenate(found.vectors) if found.vectors else None,
    )


def _link_windows(found: _Found, dependents: Sequence[Sequence[int]], windows: Sequence[Words]) -> None:
    """Antecedents beyond a window, by rules."""
    starts = list(accumulate((len(words.texts) for words in windows[:-1]), initial=0))
    quoted = [flag for words in windows for flag in words.quoted]
    states = {
        start + name.last: f"{name.state} {name.listed}"
        for start, words in zip(starts, windows, strict=False)  # no windows have one start
        for name in find_state_names(words.texts, words.breaks)
        if name.listed in ("name", "capital")
    }
    scene = Scene(
        tokens=found.tokens, dependents=dependents, sentences=found.sentences, starts=starts, quoted=quoted,
        states=states,
    )  # fmt: skip
    for index, antecedent in link_chains(scene).items():
        found.tokens[index] = replace(found.tokens[index], antecedent=antecedent)


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
    found: _Found,
    words: Words,
    scores: WindowScores,
    seen: tuple[list[tuple[int, int]], list[Name]],
    network: Network,
) -> None:
    """The tokens of a window; `seen` are its sentences and names."""
    labels, offset = network.labels, len(found.tokens)
    ranges, names = seen
    heads: list[int] = []
    for first, last in ranges:
        tree = best_tree(scores.arcs[first : last + 1, first : last + 1])
        heads += [head + first if head >= 0 else -1 for head in tree]
    relations = network.relate(scores, [i if head < 0 else head for i, head in enumerate(heads)]).tolist()
    deprels = ["root" if head < 0 else labels.deprel[r] for head, r in zip(heads, relations, strict=True)]
    upos = [labels.upos[k] for k in scores.upos.tolist()]
    mend_tree(words.texts, names, heads, deprels, upos)
    mend_gaps(words, heads, deprels, upos)
    feats, rules = scores.feats.tolist(), scores.lemma.tolist()
    kinds = [labels.entity[k] for k in scores.entity.tolist()]
    mentions = Mentions(words.texts, heads, deprels, [kind != "O" for kind in kinds])
    antecedents = link_mentions(scores.antecedents, mentions)
    for i, (span, text) in enumerate(zip(words.spans, words.texts, strict=True)):
        antecedent = antecedents[i]
        found.tokens.append(
            Token(
                index=i + offset,
                start=span.start,
                end=span.end,
                text=text,
                lemma=lemma_of(text, labels.lemma[rules[i]], upos[i]),
                upos=upos[i],
                feats=labels.feats[feats[i]],
                head=heads[i] + offset if heads[i] >= 0 else -1,
                deprel=deprels[i],
                entity=None if kinds[i] == "O" else kinds[i],
                antecedent=None if antecedent is None else antecedent + offset,
            )
        )


@lru_cache(maxsize=20_000)
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


def find_names(scores: WindowScores, network: Network) -> list[Name]:
    """The names of a window by the best path, in its word indexes."""
    labels, calibrated = network.labels.names, network.labels.calibrations["names"]
    chances = softmax(scores.names)
    path = best_path(scores.names, legal_transitions(labels))
    chosen = chances[range(len(path)), path]
    found = []
    for first, last, kind in runs([labels[i] for i in path]):
        confidence = calibrated(float(chosen[first : last + 1].min()))
        found.append(Name(first=first, last=last, kind=NAME_KINDS[kind], confidence=confidence))
    return found


def find_cited(scores: WindowScores, network: Network, offset: int, threshold: float) -> list[Cited]:
    """The citings of a window, one a cue of at least `threshold`; `offset` is added to their word indexes."""
    chances = softmax(scores.anchor)[:, 1]
    anchors = [int(i) for i in np.flatnonzero(chances >= threshold)]
    if not anchors:
        return []
    labels, calibrated = network.labels.citing, network.labels.calibrations["attributions"]
    transitions = network.labels.transitions + legal_transitions(labels)
    found, cues = [], set[int]()
    paths = best_paths(network.cite(scores, anchors), transitions)
    for anchor, path in zip(anchors, paths.tolist(), strict=True):
        if anchor in cues:  # the second word of a cue that was taken already
            continue
        spans = runs([labels[i] for i in path])
        cited = _assemble(spans, offset, calibrated(float(chances[anchor])))
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
