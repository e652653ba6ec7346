"""Score the shipped 8-bit model on the development corpora: ``python training/score_dev.py [--max-articles N]``.

Prints one JSON object. Definitions: PolNeAR by shared/gold/score_polnear.py (spans: exact, all annotators; linked
attributions: attr_soft, first annotator); UPOS and LAS on gold words and sentences with relation subtypes cut, as the
CoNLL 2018 evaluation counts them, punctuation included; names by exact span and kind (CoNLL 2003); sentence ends by
F1 of the last word; coreference by score_coreference.py. News are the documents of GUM with _news_ in their name. Only
development parts are read.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from corpora import Example, read_names, read_polnear, read_treebank
from gum_documents import read_document
from onrecord.reader.analyse import CUE_THRESHOLD, analyse
from onrecord.reader.network import Network, OnnxNetwork
from onrecord.reader.sequences import best_path, legal_transitions, runs
from onrecord.reader.trees import best_tree
from onrecord.reader.windows import Words
from onrecord.records.analysis import Analysis, Cited
from onrecord.records.spans import Span
from score_coreference import score_coreference

ROOT = Path(__file__).parent.parent
CORPORA = ROOT / ".." / "shared" / "corpora"


def as_words(example: Example) -> Words:
    """An example's gold words as the network takes them; spans are not used."""
    return Words(
        spans=tuple(Span(i, i + 1) for i in range(len(example.words))),
        texts=tuple(example.words),
        cases=tuple(example.cases()),
        quoted=tuple(example.quotes()),
        breaks=tuple(example.breaks),
    )


def f1(good: int, guessed: int, gold: int) -> float:
    return round(200 * good / (guessed + gold), 2) if guessed + gold else 0.0


def score_treebank(network: Network, examples: Iterable[Example]) -> dict[str, float]:
    """UPOS, UAS, LAS in percent of words, and F1 of sentence ends."""
    n: Counter[str] = Counter()
    for e in examples:
        assert e.upos and e.head and e.deprel and e.sentence_ends
        scores = network.score_window(as_words(e))
        ends = scores.sentence_ends.argmax(1)
        n["ends_good"] += int(sum(a and b for a, b in zip(ends, e.sentence_ends, strict=True)))
        n["ends_guessed"] += int(ends.sum())
        n["ends_gold"] += sum(e.sentence_ends)
        heads: list[int] = []
        first = 0
        for i, last in enumerate(e.sentence_ends):
            if last:
                tree = best_tree(scores.arcs[first : i + 1, first : i + 1])
                heads += [h + first if h >= 0 else -1 for h in tree]
                first = i + 1
        relations = network.relate(scores, [i if h < 0 else h for i, h in enumerate(heads)])
        for i in range(len(heads)):
            relation = "root" if heads[i] < 0 else network.labels.deprel[relations[i]].split(":")[0]
            right = heads[i] == e.head[i]
            n["words"] += 1
            n["upos"] += network.labels.upos[scores.upos[i]] == e.upos[i]
            n["uas"] += right
            n["las"] += right and relation == e.deprel[i].split(":")[0]
    percent = {name: round(100 * n[name] / n["words"], 2) for name in ("upos", "uas", "las")}
    return percent | {"sentence_ends": f1(n["ends_good"], n["ends_guessed"], n["ends_gold"])}


def score_names(network: Network, examples: Iterable[Example]) -> dict[str, float]:
    """F1 of names with exact span and kind."""
    good = guessed = gold = 0
    labels = network.labels.names
    for e in examples:
        assert e.names
        scores = network.score_window(as_words(e))
        found = set(runs([labels[i] for i in best_path(scores.names, legal_transitions(labels))]))
        wanted = set(runs(e.names))
        good, guessed, gold = good + len(found & wanted), guessed + len(found), gold + len(wanted)
    return {"f1": f1(good, guessed, gold)}


def flat_citings(analysis: Analysis) -> list[dict[str, list[tuple[int, int]]]]:
    """Citings outside every other content, as PolNeAR annotates: no token in two attributions."""
    tokens = analysis.tokens

    def inside(cited: Cited, other: Cited) -> bool:
        at = cited.cue[0] if cited.cue else cited.content[0][0]
        return other is not cited and any(a <= at <= b for a, b in other.content)

    outer = [c for c in analysis.cited if not any(inside(c, o) and not inside(o, c) for o in analysis.cited)]
    return [
        {
            "source": [(tokens[a].start, tokens[b].end) for a, b in c.source],
            "cue": [(tokens[c.cue[0]].start, tokens[c.cue[1]].end)] if c.cue else [],
            "content": [(tokens[a].start, tokens[b].end) for a, b in c.content],
        }
        for c in outer
    ]


def score_polnear(network: Network, *, most: int | None, threshold: float) -> dict[str, Any]:
    """The figures of the issue's table, by the scorer that is kept with the gold."""
    sys.path.insert(0, str(ROOT / ".." / "shared" / "gold"))
    from score_polnear import read_split, score  # kept outside the repository

    first = read_split(str(CORPORA / "polnear"), "dev", annotators="first")[:most]
    names = {a.name for a in first}
    every = read_split(str(CORPORA / "polnear"), "dev", annotators="all", names=names)
    predicted = {a.name: flat_citings(analyse(a.text, network, cue_threshold=threshold)) for a in first}
    spans = score(every, predicted)["span_exact"]
    linked = score(first, predicted)
    return {
        **{f"exact_{role}": round(100 * spans[role]["F1"], 2) for role in ("source", "cue", "content")},
        "attr_soft": round(100 * linked["attr_soft"]["F1"], 2),
        "attr_soft_p": round(100 * linked["attr_soft"]["P"], 2),
        "attr_soft_r": round(100 * linked["attr_soft"]["R"], 2),
    }


def calibration(network: Network, examples: Iterable[Example]) -> dict[str, Any]:
    """Expected calibration error (ten bins) of the cue probability, on words whose answer is known."""
    chances, truths = [], []
    for e in examples:
        if e.citings is None:
            continue
        scores = network.score_window(as_words(e)).anchor
        chance = 1 / (1 + np.exp(scores[:, 0] - scores[:, 1]))
        anchors = {c.anchor for c in e.citings}
        for i, known in enumerate(e.anchor_known or []):
            if known and chance[i] > 0.05:
                chances.append(float(chance[i]))
                truths.append(i in anchors)
    bins = np.minimum((np.array(chances) * 10).astype(int), 9)
    table, error = [], 0.0
    for b in range(10):
        inside = bins == b
        if inside.any():
            said, was = float(np.mean(np.array(chances)[inside])), float(np.mean(np.array(truths)[inside]))
            table.append([round(said, 3), round(was, 3), int(inside.sum())])
            error += abs(said - was) * inside.sum() / len(chances)
    return {"ece": round(float(error), 4), "said_was_count": table}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--max-articles", type=int)
    parser.add_argument("--threshold", type=float, default=CUE_THRESHOLD)
    parser.add_argument("--window-words", type=int, default=100, help="of a window that coreference is scored in")
    parser.add_argument(
        "--only", choices=["ewt", "gum", "gum_news", "coref", "names", "polnear", "calibration"]
    )  # fmt: skip
    chosen = parser.parse_args(arguments)
    network, rng = OnnxNetwork.load(), random.Random(1)
    gum = sorted((CORPORA / "gum" / "dev").glob("*.conllu"))
    news = [path for path in gum if "_news_" in path.name]
    jobs = {
        "ewt": lambda: score_treebank(network, read_treebank([CORPORA / "ewt" / "dev.conllu"], "ewt", rng, limit=100)),
        "gum": lambda: score_treebank(network, read_treebank(gum, "gum", rng, limit=100)),
        "gum_news": lambda: score_treebank(network, read_treebank(news, "gum", rng, limit=100)),
        "coreference": lambda: score_coreference(
            network, (read_document(path, window_words=chosen.window_words) for path in gum)
        ),
        "names": lambda: score_names(network, read_names(CORPORA / "worldwide" / "dev", rng, limit=100)),
        "polnear": lambda: score_polnear(network, most=chosen.max_articles, threshold=chosen.threshold),
        "calibration": lambda: calibration(network, read_polnear(CORPORA / "polnear" / "dev", rng, limit=100)),
    }
    only = "coreference" if chosen.only == "coref" else chosen.only
    figures = {name: job() for name, job in jobs.items() if only in {None, name}}
    print(json.dumps({"model": network.version, **figures}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
