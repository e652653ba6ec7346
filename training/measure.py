"""Quick dev figures during training; the figures that count are those of score_dev.py."""

import random

import torch
from torch import Tensor

from batches import IGNORE, Batcher, shuffled_batches, to_device
from corpora import Example
from losses import arc_chances, off_later, off_window
from model import Network


@torch.no_grad()
def measure(network: Network, examples: list[Example], batcher: Batcher, device: str) -> dict[str, float]:
    """Accuracy of arcs, relations, tags; F1 of anchors; exact tag sequences of citings."""
    network.eval()
    hits: dict[str, float] = {}
    seen: dict[str, float] = {}

    def count(name: str, good: Tensor, known: Tensor) -> None:
        hits[name] = hits.get(name, 0) + float((good & known).sum())
        seen[name] = seen.get(name, 0) + float(known.sum())

    for batch_examples in shuffled_batches(list(examples), batcher, random.Random(0), pieces=6000):
        batch = to_device(batcher.tensors(batch_examples), device)
        x = network.encode(batch)
        for name, head in network.tags.items():
            if "y_" + name not in batch:
                continue
            gold, guess = batch["y_" + name], head(x).argmax(-1)
            known = gold != IGNORE
            if name in {"names", "anchor", "sentence_ends", "entity"}:
                count(name + ".p", guess == gold, known & (guess > 0))
                count(name + ".r", guess == gold, known & (gold > 0))
            else:
                count(name, guess == gold, known)
        off = off_window(batch["mask"])
        if "y_head" in batch:
            heads = (network.arcs(x) + off).argmax(-1)
            known = (batch["y_head"] != IGNORE) & (batch["y_upos"] != IGNORE)
            right = heads == batch["y_head"]
            count("uas", right, known)
            count("las", right & (network.relations(x, heads).argmax(-1) == batch["y_deprel"]), known)
        if "y_antecedents" in batch:
            choice = (network.antecedents(x) + off + off_later(x)).argmax(-1)
            good = batch["y_antecedents"].gather(-1, choice[:, :, None]).squeeze(-1) > 0
            itself = choice == torch.arange(choice.shape[1], device=device)[None]
            anaphoric = (
                batch["y_antecedents"].sum(-1) * (1 - torch.diagonal(batch["y_antecedents"], dim1=1, dim2=2)) > 0
            )
            count("coref.r", good, (batch["known_antecedents"] > 0) & anaphoric)
            count("coref.p", good, (batch["known_antecedents"] > 0) & ~itself)
        if "y_citing" in batch:
            window = batch["citing_window"]
            heads = arc_chances(network, x, off)[window]
            guess = network.citing(x[window], batch["citing_anchor"], heads).argmax(-1)
            mask = batch["mask"][window] > 0
            for name, tags in (("source", (1, 2)), ("content", (5, 6))):
                isin = lambda t, tags=tags, mask=mask: torch.isin(t, torch.tensor(tags, device=device)) & mask  # noqa: E731
                same = (isin(guess) == isin(batch["y_citing"])).all(-1)
                count("citing." + name, same, torch.ones_like(same))
    network.train()
    return {name: round(hits[name] / max(seen[name], 1), 4) for name in sorted(hits)}
