"""The loss of each head on a batch, and of a student on what its teacher sees."""

import torch
from torch import Tensor
from torch.nn import functional as F

from batches import IGNORE
from model import Network, head_chances

FAR = -1e4  # a score that softmax makes nothing of


def losses(
    network: Network, batch: dict[str, Tensor], weight: dict[str, float], teacher: Network | None = None
) -> dict[str, Tensor]:
    """The weighted loss of each head that the batch has labels for, and of the distance to a teacher's word vectors.

    The teacher has the student's width, so that its vectors, which feed all heads, can be learnt directly, on every
    window whatever is annotated in it.
    """
    vectors = network.encode(batch)
    x = network.drop(vectors)
    found: dict[str, Tensor] = {}
    for name, head in network.tags.items():
        if "y_" + name in batch:
            found[name] = F.cross_entropy(
                head(x).flatten(0, 1).float(), batch["y_" + name].flatten(), ignore_index=IGNORE
            )
    off = off_window(batch["mask"])
    if "y_head" in batch:
        scores = (network.arcs(x) + off).float()
        found["head"] = F.cross_entropy(scores.flatten(0, 1), batch["y_head"].flatten(), ignore_index=IGNORE)
        gold = batch["y_head"].clamp(min=0)
        found["deprel"] = F.cross_entropy(
            network.relations(x, gold).flatten(0, 1).float(), batch["y_deprel"].flatten(), ignore_index=IGNORE
        )
    if "y_antecedents" in batch:
        scores = (network.antecedents(x) + off + off_later(x)).float()
        gold = torch.logsumexp(scores + (batch["y_antecedents"] - 1) * -FAR, -1)
        known = batch["known_antecedents"]
        found["antecedents"] = ((torch.logsumexp(scores, -1) - gold) * known).sum() / known.sum().clamp(min=1)
    if "y_citing" in batch:
        window = batch["citing_window"]
        scores = network.citing(x[window], batch["citing_anchor"], arc_chances(network, x, off)[window])
        found["citing"] = network.citing.loss(scores, batch["y_citing"], batch["mask"][window])
    if teacher is not None:
        with torch.no_grad():
            wanted = teacher.encode(batch)
        apart = ((vectors.float() - wanted.float()) ** 2).mean(-1) * batch["mask"]
        found["teacher"] = apart.sum() / batch["mask"].sum()
    return {name: value * weight[name] for name, value in found.items()}


def off_window(mask: Tensor) -> Tensor:
    """mask (B, W) -> what to add to scores (B, W, W) so that no word of the padding is chosen."""
    return (1 - mask)[:, None, :] * FAR


def off_later(x: Tensor) -> Tensor:
    """What to add to scores (B, W, W) so that no word after the row's own is chosen."""
    size = x.shape[1]
    return torch.triu(torch.full((size, size), FAR, device=x.device), diagonal=1)[None]


@torch.no_grad()
def arc_chances(network: Network, x: Tensor, off: Tensor) -> Tensor:
    """The tree as the citing tagger is told it; no gradient goes back, since these windows have no annotated trees."""
    return head_chances(network.arcs(x) + off)
