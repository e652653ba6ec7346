"""Who did what to whom: our rules over the tree against a head for semantic roles.

    python training/compare_roles.py             # some minutes of one core
    python training/compare_roles.py --layers 1  # and a larger head
    python training/compare_roles.py --no-probe  # the rules alone, in seconds

PropBank-EWT dev, the predicates whose lemma is by itself a verb or noun of the lexicon of actions. Printed: precision,
recall and F1 of head words by construction, of actors, of objects, and of objects with a preposition; the same of words
that may name a party; then what the rules got wrong, as the path of relations from the predicate to the right word
(``<`` up to a head, ``>`` down); then the time that a role head adds. Decided by it: docs/decisions/0007-roles.md.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from corpora import Example
from onrecord.reader.analyse import analyse_windows
from onrecord.reader.clauses import Clauses
from onrecord.reader.frames import FrameFinder, Parties
from onrecord.reader.lexicon import CASES, actions_for
from onrecord.reader.network import OnnxNetwork
from onrecord.records.analysis import Analysis
from role_probe import Probe, Unit, Vectors, read_roles, train_probe, units_of
from roles import NOMINALS, Part, Predicate, read_part, senses_without_agent, sentence_ranges, with_fillers
from score_dev import as_words

ROOT = Path(__file__).parent.parent
CORPORA = ROOT / ".." / "shared" / "corpora"
NEWS = frozenset({"weblog", "newsgroup"})  # the genres nearest to news
PARTIES = frozenset({"person", "organization", "place"})  # what the network says a word heads a mention of
MEASURES = ("actor", "object", "phrase")


@dataclass(frozen=True, slots=True)
class Found:
    """What a system says of one predicate: its actor and its objects, bare and with a preposition."""

    actor: frozenset[int]
    object: frozenset[int]
    phrase: frozenset[int]


def analysis_of(window: Example, network: OnnxNetwork) -> Analysis:
    return analyse_windows(" ".join(window.words), [as_words(window)], network)


def with_gold_tree(analysis: Analysis, window: Example) -> Analysis:
    """The same words with the treebank's tags and tree."""
    assert window.lemma and window.upos and window.feats and window.head and window.deprel
    tokens = tuple(
        replace(
            token, lemma=window.lemma[i], upos=window.upos[i], feats=window.feats[i], head=window.head[i],
            deprel=window.deprel[i],
        )
        for i, token in enumerate(analysis.tokens)
    )  # fmt: skip
    below = tuple(tuple(t.index for t in tokens if t.head == token.index) for token in tokens)
    return replace(analysis, tokens=tokens, dependents=below)


def slots_of(predicate: Predicate) -> tuple[list[str], list[str]]:
    """The slots that the lexicon names for a word's actor, and for its recipient and object."""
    entries = [a for a in actions_for(predicate.lemma, predicate.pos) if set(a.words[1:]) <= CASES]
    actor = dict.fromkeys(slot for a in entries if len(a.words) == 1 for slot in a.actor)
    other = dict.fromkeys(slot for a in entries for slot in (*a.recipient, *a.object, *a.words[1:]))
    plain = [slot for slot in other if slot in CASES | {"poss", "compound", "amod"}]
    return list(actor), ["obj", "iobj", *plain] if predicate.pos == "verb" else plain


def sorted_out(analysis: Analysis, predicate: Predicate, actor: int | None, objects: Iterable[int]) -> Found:
    """Keeps nominals among the objects and parts those with a preposition of their own from the rest."""
    clauses = Clauses(analysis)
    kept = {i for i in objects if analysis.tokens[i].upos in NOMINALS and i not in {actor, predicate.at}}
    phrases = frozenset(i for i in kept if clauses.kids(i, "case") and predicate.pos == "verb")
    return Found(frozenset() if actor is None else frozenset({actor}), frozenset(kept) - phrases, phrases)


def by_rules(analysis: Analysis, predicate: Predicate) -> Found:
    """The words that our rules put into the slots which the lexicon names."""
    finder = FrameFinder(Clauses(analysis), Parties(of=lambda i: (str(i),), kind=lambda _: ""))
    actor_slots, object_slots = slots_of(predicate)
    actor = next((i for slot in actor_slots for i in finder.fillers(predicate.at, slot) if i != predicate.at), None)
    return sorted_out(
        analysis, predicate, actor, (i for slot in object_slots for i in finder.fillers(predicate.at, slot))
    )


def of_parties(found: Found, analysis: Analysis) -> Found:
    """Only the words that may name a party, since no other word becomes part of an act."""

    def among(words: frozenset[int]) -> frozenset[int]:
        return frozenset(i for i in words if analysis.tokens[i].entity in PARTIES)

    return Found(among(found.actor), among(found.object), among(found.phrase))


def or_else(first: Found, second: Found) -> Found:
    """Measure by measure the first, where it found nothing the second."""
    return Found(*(getattr(first, name) or getattr(second, name) for name in MEASURES))


# ------------------------------------------------------------------ counting
def counted(predicates: Sequence[Predicate], gold: Sequence[Found], found: Sequence[Found], measure: str) -> str:
    """Precision, recall and F1 of one measure."""
    good = guessed = there = 0
    for right, said in zip(gold, found, strict=True):
        good += len(getattr(right, measure) & getattr(said, measure))
        guessed, there = guessed + len(getattr(said, measure)), there + len(getattr(right, measure))
    if not predicates or not guessed + there:
        return "       -        "
    shares = (good / max(guessed, 1), good / max(there, 1), 2 * good / (guessed + there))
    return " ".join(f"{100 * share:5.1f}" for share in shares) + f" ({there})"


def print_table(predicates: Sequence[Predicate], gold: Sequence[Found], systems: dict[str, list[Found]]) -> None:
    groups: dict[str, Callable[[Predicate], bool]] = {
        "verbs": lambda p: p.pos == "verb",
        "verbs, blogs and newsgroups": lambda p: p.pos == "verb" and p.genre in NEWS,
    }
    for name, _ in Counter(p.construction for p in predicates).most_common():
        groups[name] = lambda p, name=name: p.construction == name  # type: ignore[misc]
    for group, holds in groups.items():
        rows = [i for i, p in enumerate(predicates) if holds(p)]
        chosen = [predicates[i] for i in rows]
        print(f"\n{group}: {len(chosen)} predicates" + " " * 10 + " | ".join(f"{m:^24}" for m in MEASURES))
        for system, found in systems.items():
            cells = [counted(chosen, [gold[i] for i in rows], [found[i] for i in rows], m) for m in MEASURES]
            print(f"  {system:28}" + " | ".join(f"{cell:24}" for cell in cells))


def print_difference(
    predicates: Sequence[Predicate], gold: Sequence[Found], ours: Sequence[Found], head: Sequence[Found]
) -> None:
    """F1 of the role head less that of the rules, with its 95 % interval over 2,000 draws of the predicates."""
    rng = np.random.default_rng(1)
    for pos in ("verb", "noun"):
        rows = [i for i, p in enumerate(predicates) if p.pos == pos]
        draws = rng.integers(len(rows), size=(2000, len(rows)))
        for measure in MEASURES[:2]:
            f1s = []
            for found in (head, ours):
                sets = [(getattr(gold[i], measure), getattr(found[i], measure)) for i in rows]
                good = np.array([len(right & said) for right, said in sets])
                every = np.array([len(right) + len(said) for right, said in sets])
                f1s.append((200 * good.sum() / every.sum(), 200 * good[draws].sum(1) / every[draws].sum(1)))
            low, high = np.percentile(f1s[0][1] - f1s[1][1], [2.5, 97.5])
            print(
                f"role head less rules, {pos}s, {measure}: {f1s[0][0] - f1s[1][0]:+.1f} F1 ({low:+.1f} to {high:+.1f})"
            )


def path_between(window: Example, start: int, end: int) -> str:
    """The relations from one word up and down the tree to another."""
    assert window.head and window.deprel

    def upward(i: int) -> list[int]:
        found = [i]
        while window.head and window.head[i] >= 0:
            i = window.head[i]
            found.append(i)
        return found

    above, other = upward(start), upward(end)
    top = next((i for i in above if i in other), None)
    if top is None:
        return "another sentence"
    up = [window.deprel[i] + "<" for i in above[: above.index(top)]]
    return "".join(up + [">" + window.deprel[i] for i in reversed(other[: other.index(top)])])


def print_errors(
    part: Part, predicates: Sequence[Predicate], gold: Sequence[Found], trees: Sequence[Found], ours: Sequence[Found]
) -> None:
    """Where the rules fail: by the tree that the model gave, or by themselves on the treebank's tree."""
    for measure in ("actor", "object"):
        blame, paths = Counter[str](), Counter[str]()
        for predicate, right, on_gold, said in zip(predicates, gold, trees, ours, strict=True):
            if predicate.pos != "verb":
                continue
            want, got, ideal = getattr(right, measure), getattr(said, measure), getattr(on_gold, measure)
            if want == got == ideal:
                continue
            kind = "right" if want == got else "spurious" if not want else "missed" if not got else "other word"
            blame[f"{kind}, {'the tree' if ideal == want else 'the rules'}"] += 1
            if ideal != want:
                path = [path_between(part.windows[predicate.window], predicate.at, i) for i in sorted(want or ideal)]
                kind = "spurious" if not want else "missed" if not ideal else "other word"
                paths[f"{predicate.construction}: {kind}: {' and '.join(path)}"] += 1
        print(f"\nwrong {measure}s of verbs on the model's trees and on the treebank's: {dict(blame.most_common())}")
        for reason, count in paths.most_common(25):
            print(f"  {count:4} {reason}")


# ------------------------------------------------------------------ the probe
def vectors_of(windows: Iterable[Example], network: OnnxNetwork) -> list[Vectors]:
    return [network.score_window(as_words(window)).vectors[0] for window in windows]


def by_probe(probe: Probe, units: Sequence[Unit], analyses: Sequence[Analysis]) -> dict[Predicate, Found]:
    found = {}
    for unit in units:
        for predicate, (actor, objects) in zip(unit.predicates, read_roles(probe, unit), strict=True):
            found[predicate] = sorted_out(analyses[predicate.window], predicate, actor, objects)
    return found


def print_time(probe: Probe, dev: Part, units: Sequence[Unit], network: OnnxNetwork, name: str) -> None:
    """CPU time a thousand words, of one thread, of the encoder and of the role head after it."""
    started = time.process_time()
    vectors_of(dev.windows, network)
    encoded = time.process_time()
    for unit in units:
        read_roles(probe, unit)
    done = time.process_time()
    words = sum(len(window.words) for window in dev.windows) / 1000
    encoder, head = 1000 * (encoded - started) / words, 1000 * (done - encoded) / words
    print(f"{name}: encoder {encoder:.1f} ms, role head {head:.1f} ms a thousand words")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-probe", action="store_true", help="the rules alone")
    parser.add_argument("--layers", type=int, choices=[0, 1], default=0, help="1 trains a head with one too")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(1)
    network = OnnxNetwork.load()
    train, dev = read_part(CORPORA, "train"), read_part(CORPORA, "dev")
    agentless = senses_without_agent(train.predicates)
    every = with_fillers(dev, agentless)
    predicates = [p for p in every if any(len(a.words) == 1 for a in actions_for(p.lemma, p.pos)) and p.pos != "adj"]
    analyses = [analysis_of(window, network) for window in dev.windows]
    treed = [with_gold_tree(a, window) for a, window in zip(analyses, dev.windows, strict=True)]
    gold = [sorted_out(treed[p.window], p, p.actor, p.objects) for p in predicates]
    ours = [by_rules(analyses[p.window], p) for p in predicates]
    ceiling = [by_rules(treed[p.window], p) for p in predicates]
    systems = {"rules, model's tree": ours, "rules, treebank's tree": ceiling}
    probes: dict[str, Probe] = {}
    units: list[Unit] = []
    held_out: dict[str, float] = {}
    best: list[Found] = []
    if not chosen.no_probe:
        ranges = [[(first, last + 1) for first, last in a.sentences] for a in analyses]
        units = units_of(vectors_of(dev.windows, network), ranges, predicates)
        learnt = units_of(
            vectors_of(train.windows, network),
            [list(sentence_ranges(window)) for window in train.windows],
            with_fillers(train, agentless),
        )
        for layers in range(chosen.layers + 1):
            name = f"role head, {layers} own layers"
            probes[name], held_out[name] = train_probe(learnt, layers)
            said = by_probe(probes[name], units, analyses)
            systems[name] = [said[p] for p in predicates]
        best = systems[max(held_out, key=lambda name: held_out[name])]
        systems["rules, else role head"] = [or_else(a, b) for a, b in zip(ours, best, strict=True)]
        systems["role head, else rules"] = [or_else(b, a) for a, b in zip(ours, best, strict=True)]
    print_table(predicates, gold, systems)
    if best:
        print_difference(predicates, gold, ours, best)
    print("\n== of words that may name a party")
    here = [analyses[p.window] for p in predicates]
    named = {
        name: [of_parties(f, a) for f, a in zip(found, here, strict=True)]
        for name, found in (systems | {"gold": gold}).items()
    }
    gold_named = named.pop("gold")
    print_table(predicates, gold_named, named)
    if best:
        best_named = [of_parties(f, a) for f, a in zip(best, here, strict=True)]
        print_difference(predicates, gold_named, named["rules, model's tree"], best_named)
    print_errors(dev, predicates, gold, ceiling, ours)
    for name, probe in probes.items():
        print_time(probe, dev, units, network, name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
