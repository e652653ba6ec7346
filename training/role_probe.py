"""A probe for semantic roles over the word vectors of the shipped encoder, which stay as they are.

A predicate and each word of its sentence are scored for each label by a biaffine form with the distance between them
(Dozat and Manning 2017; Shi and Lin 2019 for roles); with `layers` = 1 a self-attention layer of its own reads the
vectors first.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from roles import Predicate

LABELS = ("none", "actor", "A1", "A2", "other")
DISTANCES = (-12, -6, -3, -2, -1, 0, 1, 2, 5, 11)
HIDDEN, WIDTH = 384, 160
EPOCHS, PATIENCE, PREDICATES_A_BATCH = 14, 3, 256
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence: the first of its words in the window, vectors (W, H), and its predicates."""

    first: int
    vectors: Vectors
    predicates: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences (B, W, H), true in `empty` (B, W) past their ends; the sentence and word of each predicate (P,);
    labels (P, W), -100 past the end.
    """

    vectors: Tensor
    empty: Tensor
    sentence: Tensor
    at: Tensor
    labels: Tensor


class Probe(nn.Module):
    """Scores (P, W, labels) of every word of its sentence for each predicate."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.mix = nn.ModuleList(
            nn.TransformerEncoderLayer(HIDDEN, 12, 768, 0.2, F.gelu, batch_first=True) for _ in range(layers)
        )
        self.predicate, self.word = nn.Linear(HIDDEN, WIDTH), nn.Linear(HIDDEN, WIDTH)
        self.distance = nn.Embedding(len(DISTANCES) + 1, WIDTH)
        self.form = nn.Linear(WIDTH, len(LABELS) * WIDTH)
        self.bias = nn.Linear(WIDTH, len(LABELS))
        self.drop = nn.Dropout(0.3)

    def forward(self, batch: Batch) -> Tensor:
        x = batch.vectors
        for layer in self.mix:
            x = layer(x, src_key_padding_mask=batch.empty)
        words = self.word(self.drop(x))[batch.sentence]
        away = torch.arange(x.shape[1])[None] - batch.at[:, None]
        words = words + self.distance(torch.bucketize(away, torch.tensor(DISTANCES)))
        words = self.drop(F.gelu(words))
        chosen = self.drop(F.gelu(self.predicate(self.drop(x[batch.sentence, batch.at]))))
        form = self.form(chosen).view(len(batch.at), len(LABELS), WIDTH)
        return words @ form.transpose(1, 2) + self.bias(words)


def label_of(predicate: Predicate, word: int) -> int:
    if word == predicate.actor:
        return LABELS.index("actor")
    return LABELS.index({"ARG1": "A1", "ARG2": "A2"}.get(predicate.roles[word], "other"))


def units_of(
    vectors: Sequence[Vectors], sentences: Sequence[Sequence[tuple[int, int]]], predicates: Sequence[Predicate]
) -> list[Unit]:
    """The sentences (half-open ranges of each window) that hold predicates."""
    held: dict[tuple[int, int, int], list[Predicate]] = {}
    for p in predicates:
        first, last = next((a, b) for a, b in sentences[p.window] if a <= p.at < b)
        held.setdefault((p.window, first, last), []).append(p)
    return [Unit(first, vectors[w][first:last], tuple(group)) for (w, first, last), group in held.items()]


def batch_of(units: Sequence[Unit]) -> Batch:
    width = max(len(unit.vectors) for unit in units)
    held = [(b, unit, predicate) for b, unit in enumerate(units) for predicate in unit.predicates]
    labels = torch.full((len(held), width), -100)
    for row, (_, unit, predicate) in enumerate(held):
        labels[row, : len(unit.vectors)] = 0
        for word in predicate.roles:
            if 0 <= word - unit.first < len(unit.vectors):
                labels[row, word - unit.first] = label_of(predicate, word)
    padded = [np.pad(unit.vectors, ((0, width - len(unit.vectors)), (0, 0))) for unit in units]
    ends = torch.tensor([len(unit.vectors) for unit in units])
    return Batch(
        vectors=torch.tensor(np.stack(padded)),
        empty=torch.arange(width)[None] >= ends[:, None],
        sentence=torch.tensor([b for b, _, _ in held]),
        at=torch.tensor([predicate.at - unit.first for _, unit, predicate in held]),
        labels=labels,
    )


def batches_of(units: Sequence[Unit]) -> Iterator[Batch]:
    """Batches of sentences of like length."""
    waiting: list[Unit] = []
    for unit in sorted(units, key=lambda unit: len(unit.vectors)):
        waiting.append(unit)
        if sum(len(u.predicates) for u in waiting) >= PREDICATES_A_BATCH:
            yield batch_of(waiting)
            waiting = []
    if waiting:
        yield batch_of(waiting)


def train_probe(units: Sequence[Unit], layers: int) -> tuple[Probe, float]:
    """Trained on nine tenths of the sentences; the pass that is best on the last tenth is kept, with its F1 there."""
    torch.manual_seed(1)
    rng = random.Random(1)
    held, kept = list(batches_of(units[::10])), list(batches_of([u for i, u in enumerate(units) if i % 10]))
    probe = Probe(layers)
    optimizer = torch.optim.AdamW(probe.parameters(), lr=5e-4 if layers else 1e-3, weight_decay=0.01)
    best, best_state, since = -1.0, probe.state_dict(), 0
    for epoch in range(EPOCHS):
        probe.train()
        rng.shuffle(kept)
        for batch in kept:
            loss = F.cross_entropy(probe(batch).flatten(0, 1), batch.labels.flatten(), ignore_index=-100)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(probe.parameters(), 1.0)
            optimizer.step()
        figure = _f1(probe.eval(), held)
        print(f"probe with {layers} layers of its own, pass {epoch + 1}: {figure:.2f} F1 held out", flush=True)
        since += 1
        if figure > best:
            best, since = figure, 0
            best_state = {name: value.clone() for name, value in probe.state_dict().items()}
        if since >= PATIENCE:
            break
    probe.load_state_dict(best_state)
    return probe.eval(), best


def _f1(probe: Probe, batches: Sequence[Batch]) -> float:
    """F1 of the words labelled actor, A1 or A2."""
    good = guessed = gold = 0
    with torch.no_grad():
        for batch in batches:
            chosen, labels = probe(batch).argmax(-1), batch.labels
            there, said = (labels > 0) & (labels < 4), (chosen > 0) & (chosen < 4) & (labels >= 0)
            good += int((there & (chosen == labels)).sum())
            guessed, gold = guessed + int(said.sum()), gold + int(there.sum())
    return 200 * good / (guessed + gold)


def read_roles(probe: Probe, unit: Unit) -> list[tuple[int | None, list[int]]]:
    """Actor and objects of each predicate of a sentence, as words of the window; for each role the likeliest word."""
    with torch.no_grad():
        scores = probe(batch_of([unit]))
    chances, labels = scores.softmax(-1), scores.argmax(-1)
    found = []
    for row in range(len(unit.predicates)):
        words: list[int | None] = []
        for name in ("actor", "A1", "A2"):
            number = LABELS.index(name)
            among = [int(i) for i in (labels[row] == number).nonzero().flatten()]
            best = max(among, key=lambda i: float(chances[row, i, number]), default=None)
            words.append(None if best is None else best + unit.first)
        found.append((words[0], [word for word in words[1:] if word is not None]))
    return found
