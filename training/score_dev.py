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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpora import Example, read_names, read_treebank
from gum_documents import read_document
from onrecord.reader.analyse import CUE_THRESHOLD, NAME_KINDS, analyse, find_names
from onrecord.reader.network import Network, OnnxNetwork
from onrecord.reader.sequences import best_path, legal_transitions, runs
from onrecord.reader.standins import EvenNetwork
from onrecord.reader.trees import best_tree
from onrecord.reader.windows import Words
from onrecord.records.analysis import Analysis, Cited
from onrecord.records.spans import Span
from score_coreference import score_coreference

ROOT = Path(__file__).parent.parent
CORPORA = ROOT / ".." / "shared" / "corpora"
MODEL = ROOT / "src" / "onrecord" / "reader" / "model"
WINDOW_WORDS = 160
ROLES = ("source", "cue", "content")
KIND_LABELS = {kind: label for label, kind in NAME_KINDS.items()}
Judged = list[tuple[str, float, bool]]


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


@dataclass(frozen=True, slots=True)
class FlatCiting:
    """The character ranges of each role, and the confidence."""

    spans: dict[str, list[tuple[int, int]]]
    confidence: float


def flat_citings(analysis: Analysis) -> list[FlatCiting]:
    """Citings outside every other content, as PolNeAR annotates: no token in two attributions."""
    tokens = analysis.tokens

    def inside(cited: Cited, other: Cited) -> bool:
        at = cited.cue[0] if cited.cue else cited.content[0][0]
        return other is not cited and any(a <= at <= b for a, b in other.content)

    outer = [c for c in analysis.cited if not any(inside(c, o) and not inside(o, c) for o in analysis.cited)]
    return [
        FlatCiting(
            {
                "source": [(tokens[a].start, tokens[b].end) for a, b in c.source],
                "cue": [(tokens[c.cue[0]].start, tokens[c.cue[1]].end)] if c.cue else [],
                "content": [(tokens[a].start, tokens[b].end) for a, b in c.content],
            },
            c.confidence,
        )
        for c in outer
    ]


def load_polnear_scorer() -> Any:
    """score_polnear.py, which is kept with the gold outside the repository."""
    sys.path.insert(0, str(ROOT / ".." / "shared" / "gold"))
    import score_polnear

    return score_polnear


def score_polnear(network: Network, *, most: int | None, threshold: float) -> dict[str, Any]:
    """The figures of the issue's table, by the scorer that is kept with the gold."""
    scorer = load_polnear_scorer()
    first = scorer.read_split(str(CORPORA / "polnear"), "dev", annotators="first")[:most]
    names = {a.name for a in first}
    every = scorer.read_split(str(CORPORA / "polnear"), "dev", annotators="all", names=names)
    predicted = {
        a.name: [c.spans for c in flat_citings(analyse(a.text, network, cue_threshold=threshold))] for a in first
    }
    spans = scorer.score(every, predicted)["span_exact"]
    linked = scorer.score(first, predicted)
    return {
        **{f"exact_{role}": round(100 * spans[role]["F1"], 2) for role in ("source", "cue", "content")},
        "attr_soft": round(100 * linked["attr_soft"]["F1"], 2),
        "attr_soft_p": round(100 * linked["attr_soft"]["P"], 2),
        "attr_soft_r": round(100 * linked["attr_soft"]["R"], 2),
    }


def judge_attributions(network: Network) -> Judged:
    """Each attribution found on PolNeAR dev: article, confidence, whether the first annotator has it too."""
    judged: Judged = []
    for article in load_polnear_scorer().read_split(str(CORPORA / "polnear"), "dev", annotators="first"):
        found = flat_citings(analyse(article.text, network))
        wanted = [{role: article.toks(spans[role]) for role in ROLES} for spans in article.gold]
        for citing in found:
            told = {role: article.toks(citing.spans[role]) for role in ROLES}
            judged.append((article.name, citing.confidence, any(_is_same(told, gold) for gold in wanted)))
    return judged


def _is_same(told: dict[str, set[int]], gold: dict[str, set[int]]) -> bool:
    either = told["content"] | gold["content"]
    meet = bool(told["source"] & gold["source"]) or not (told["source"] or gold["source"])
    return meet and 2 * len(told["content"] & gold["content"]) >= len(either) > 0


def judge_names(network: Network) -> Judged:
    """Each name found on Worldwide dev: article, confidence, whether span and kind are right."""
    judged: Judged = []
    for number, example in enumerate(read_names(CORPORA / "worldwide" / "dev", random.Random(1), limit=WINDOW_WORDS)):
        wanted = set(runs(example.names or []))
        for name in find_names(network.score_window(as_words(example)), network):
            right = (name.first, name.last, KIND_LABELS[name.kind]) in wanted
            judged.append((str(number), name.confidence, right))
    return judged


def reliability(told: list[tuple[float, bool]]) -> dict[str, Any]:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017), and the bins: said, was, how many."""
    chances, truths = (np.array(column, dtype=float) for column in zip(*told, strict=True))
    bins = np.minimum((chances * 10).astype(int), 9)
    table, error = [], 0.0
    for b in range(10):
        inside = bins == b
        if inside.any():
            said, was = float(chances[inside].mean()), float(truths[inside].mean())
            table.append([round(said, 3), round(was, 3), int(inside.sum())])
            error += abs(said - was) * inside.sum() / len(chances)
    return {"ece": round(error, 4), "said_was_count": table}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--max-articles", type=int)
    parser.add_argument("--threshold", type=float, default=CUE_THRESHOLD)
    parser.add_argument("--only", choices=["ewt", "gum", "gum_news", "coreference", "names", "polnear", "calibration"])
    chosen = parser.parse_args(arguments)
    network, rng = EvenNetwork(OnnxNetwork.load(folder=chosen.model)), random.Random(1)
    ewt = [CORPORA / "ewt" / "dev.conllu"]
    gum = sorted((CORPORA / "gum" / "dev").glob("*.conllu"))
    news = [path for path in gum if "_news_" in path.name]
    jobs = {
        "ewt": lambda: score_treebank(network, read_treebank(ewt, "ewt", rng, limit=WINDOW_WORDS)),
        "gum": lambda: score_treebank(network, read_treebank(gum, "gum", rng, limit=WINDOW_WORDS)),
        "gum_news": lambda: score_treebank(network, read_treebank(news, "gum", rng, limit=WINDOW_WORDS)),
        "coreference": lambda: score_coreference(
            network, (read_document(path, window_words=WINDOW_WORDS) for path in gum)
        ),
        "names": lambda: score_names(network, read_names(CORPORA / "worldwide" / "dev", rng, limit=WINDOW_WORDS)),
        "polnear": lambda: score_polnear(network, most=chosen.max_articles, threshold=chosen.threshold),
        "calibration": lambda: {
            kind: reliability([(chance, right) for _, chance, right in judge(network)])
            for kind, judge in (("attributions", judge_attributions), ("names", judge_names))
        },
    }
    figures = {name: job() for name, job in jobs.items() if chosen.only in {None, name}}
    print(json.dumps({"model": network.version, **figures}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
