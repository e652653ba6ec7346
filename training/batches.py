"""Examples to tensors: word pieces with features, label indexes, batches of like length."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from corpora import Example, lemma_rule
from model import CITING_TAGS

IGNORE = -100


@dataclass(frozen=True, slots=True)
class Labels:
    """The label lists of the heads; index 0 of feats and lemma is the fallback for what was too rare."""

    upos: list[str]
    feats: list[str]
    lemma: list[str]
    deprel: list[str]
    names: list[str]
    entity: list[str]


def collect_labels(examples: Iterable[Example], *, least: int = 3) -> Labels:
    """Labels seen at least `least` times in training."""
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("upos", "feats", "lemma", "deprel", "names", "entity")
    }
    for example in examples:
        for name in ("upos", "feats", "deprel", "names", "entity"):
            counts[name].update(getattr(example, name) or [])
        if example.lemma is not None:
            counts["lemma"].update(map(lemma_rule, example.words, example.lemma))
    kept = {name: [label for label, n in counter.most_common() if n >= least] for name, counter in counts.items()}
    kept["names"] = ["O", *sorted(set(kept["names"]) - {"O"})]
    kept["entity"] = ["O", *sorted(set(kept["entity"]) - {"O", ""})]
    return Labels(**{name: (["_"] if name == "feats" else ["0|"] if name == "lemma" else [])
                     + [x for x in values if x not in {"_", "0|"} or name not in {"feats", "lemma"}]
                     for name, values in kept.items()})  # fmt: skip


class Batcher:
    """Turns examples into padded tensors."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels, *, most_pieces: int = 288) -> None:
        self.tokenizer, self.labels, self.most = tokenizer, labels, most_pieces
        self.cls, self.sep, self.unknown = (tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[UNK]"))
        self.index = {name: {x: i for i, x in enumerate(getattr(labels, name))}
                      for name in ("upos", "feats", "lemma", "deprel", "names", "entity")}  # fmt: skip
        self._pieces: dict[str, list[int]] = {}

    def pieces_of(self, word: str) -> list[int]:
        if word not in self._pieces:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            self._pieces[word] = (ids or [self.unknown])[:8]
        return self._pieces[word]

    def size(self, example: Example) -> int:
        return sum(len(self.pieces_of(w)) for w in example.words) + len(example.breaks) + 2

    def tensors(self, examples: list[Example]) -> dict[str, Tensor]:
        """One batch: encoder inputs (B, P) and (B, W), and the labels of each layer that is annotated."""
        rows = [self._row(e) for e in examples]
        width, pieces = max(len(r["first"]) for r in rows), max(len(r["pieces"]) for r in rows)
        batch = {
            name: torch.tensor([r[name] + [0] * (pieces - len(r[name])) for r in rows])
            for name in ("pieces", "case", "quoted")
        }
        for name in ("first", "last"):
            batch[name] = torch.tensor([r[name] + [0] * (width - len(r[name])) for r in rows])
        batch["mask"] = torch.tensor([[1.0] * len(r["first"]) + [0.0] * (width - len(r["first"])) for r in rows])
        for name in ("sentence_ends", "upos", "feats", "lemma", "names", "entity", "anchor", "head", "deprel"):
            if any(name in r for r in rows):
                batch["y_" + name] = torch.tensor(
                    [r.get(name, [IGNORE] * len(r["first"])) + [IGNORE] * (width - len(r["first"])) for r in rows]
                )
        self._add_antecedents(batch, examples, width)
        self._add_citings(batch, examples, rows, width)
        return batch

    def _row(self, e: Example) -> dict[str, list[int]]:
        pieces, case, quoted, first, last = [self.cls], [0], [0], [], []
        breaks = set(e.breaks)
        for i, (word, c, q) in enumerate(zip(e.words, e.cases(), e.quotes(), strict=True)):
            if i in breaks:
                pieces, case, quoted = [*pieces, self.sep], [*case, 0], [*quoted, 0]
            ids = self.pieces_of(word)
            if len(pieces) + len(ids) + 1 > self.most:
                break
            first.append(len(pieces))
            pieces, case, quoted = pieces + ids, case + [c + 1] * len(ids), quoted + [q] * len(ids)
            last.append(len(pieces) - 1)
        row = {"pieces": [*pieces, self.sep], "case": [*case, 0], "quoted": [*quoted, 0], "first": first, "last": last}
        return row | self._targets(e, len(first))

    def _targets(self, e: Example, n: int) -> dict[str, list[int]]:
        row: dict[str, list[int]] = {}
        if e.sentence_ends is not None:
            row["sentence_ends"] = e.sentence_ends[:n]
        for name in ("upos", "feats", "deprel", "names", "entity"):
            values = getattr(e, name)
            if values is not None:
                row[name] = [
                    self.index[name].get(v, 0 if name in {"feats", "names", "entity"} else IGNORE) for v in values[:n]
                ]
        if e.lemma is not None:
            rules = map(lemma_rule, e.words[:n], e.lemma[:n])
            row["lemma"] = [self.index["lemma"].get(rule, 0) for rule in rules]
        if e.head is not None:  # the root is its own head
            row["head"] = [i if h < 0 else h if h < n else IGNORE for i, h in enumerate(e.head[:n])]
        if e.citings is not None:
            row["anchor"] = [0 if known else IGNORE for known in (e.anchor_known or [1] * len(e.words))[:n]]
            for citing in e.citings:
                if citing.anchor < n:
                    row["anchor"][citing.anchor] = 1
        return row

    def _add_antecedents(self, batch: dict[str, Tensor], examples: list[Example], width: int) -> None:
        if not any(e.antecedents is not None for e in examples):
            return
        allowed = torch.zeros(len(examples), width, width)
        known = torch.zeros(len(examples), width)
        for b, e in enumerate(examples):
            for i, earlier in enumerate((e.antecedents or [])[:width]):
                if batch["mask"][b, i] and e.entity and e.entity[i] != "O":
                    known[b, i] = 1
                    for j in earlier or (i,):
                        allowed[b, i, j] = 1
        batch["y_antecedents"], batch["known_antecedents"] = allowed, known

    def _add_citings(
        self, batch: dict[str, Tensor], examples: list[Example], rows: list[dict[str, list[int]]], width: int
    ) -> None:
        window, anchors, tags = [], [], []
        for b, e in enumerate(examples):
            for citing in e.citings or []:
                if citing.anchor < len(rows[b]["first"]):
                    window.append(b)
                    anchors.append(citing.anchor)
                    tags.append(citing_tags(citing, width))
        if window:
            batch["citing_window"], batch["citing_anchor"] = torch.tensor(window), torch.tensor(anchors)
            batch["y_citing"] = torch.tensor(tags)


def to_device(batch: dict[str, Tensor], device: str) -> dict[str, Tensor]:
    """The batch on the device that trains."""
    return {name: tensor.to(device, non_blocking=True) for name, tensor in batch.items()}


def citing_tags(citing: "object", width: int) -> list[int]:
    """The tag sequence of one citing: content first, then source and cue over it."""
    tags = [0] * width
    for role in ("content", "source", "cue"):
        previous = -2
        for i in getattr(citing, role):
            if i < width:
                tags[i] = CITING_TAGS.index(("I-" if i == previous + 1 else "B-") + role)
            previous = i
    return tags


def shuffled_batches(
    examples: list[Example], batcher: Batcher, rng: random.Random, *, pieces: int
) -> Iterator[list[Example]]:
    """Batches of like length from one corpus at a time, in random order, about `pieces` word pieces each."""
    groups: dict[str, list[Example]] = {}
    for example in examples:
        kind = "attribution" if example.citings is not None else "names" if example.names is not None else "treebank"
        groups.setdefault(kind, []).append(example)
    batches: list[list[Example]] = []
    for group in groups.values():
        rng.shuffle(group)
        for start in range(0, len(group), 1024):
            chunk = sorted(group[start : start + 1024], key=batcher.size)
            batch: list[Example] = []
            for example in chunk:
                if batch and (len(batch) + 1) * min(batcher.size(example), batcher.most) > pieces:
                    batches.append(batch)
                    batch = []
                batch.append(example)
            if batch:
                batches.append(batch)
    rng.shuffle(batches)
    yield from batches
