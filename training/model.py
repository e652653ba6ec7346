"""The network: one small encoder and the heads that share its pass, in PyTorch.

Shapes: B windows, P word pieces, W words, H hidden size, A anchors (cues), T tags of a citing.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

CITING_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
TREE_PLACES, TREE_DEPTH = 6, 12
DISTANCE_EDGES = (-64, -32, -16, -8, -4, -3, -2, -1, 0, 1, 2, 3, 4, 8, 16, 32, 64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Label counts and widths of one model."""

    pieces: int = 30522
    layers: int = 4
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    arc: int = 192
    relation: int = 96
    pair: int = 160
    upos: int = 0
    feats: int = 0
    lemma: int = 0
    deprel: int = 0
    names: int = 0
    entity: int = 0


class Dropout(nn.Module):
    """Dropout with a chance in steps of 1/256, since drawing bytes is ten times faster on a CPU than drawing floats."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.least = round(chance * 256)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        drawn = torch.empty((x.numel() + 7) // 8, dtype=torch.int64, device=x.device).random_(-(2**63), None)
        kept = drawn.view(torch.uint8)[: x.numel()].view(x.shape) >= self.least
        return x * kept * (256 / (256 - self.least))


class Layer(nn.Module):
    """One BERT layer, post-norm, named so that MiniLM's weights load one to one."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        hidden, self.heads = sizes.hidden, sizes.heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.mix = nn.Linear(hidden, hidden)
        self.mix_norm = nn.LayerNorm(hidden, eps=1e-12)
        self.widen = nn.Linear(hidden, sizes.inner)
        self.narrow = nn.Linear(sizes.inner, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.drop = Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x (B, P, H), mask (B, 1, 1, P) additive -> (B, P, H)."""
        b, p, h = x.shape
        q, k, v = (
            part(x).view(b, p, self.heads, h // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = q @ k.transpose(-1, -2) * (h // self.heads) ** -0.5 + mask.to(q.dtype)
        with torch.autocast(x.device.type, enabled=False):  # which would widen the scores to 32 bits, for nothing
            weights = torch.softmax(scores, -1)
        mixed = weights @ v
        mixed = mixed.transpose(1, 2).reshape(b, p, h)
        x = self.mix_norm(x + self.drop(self.mix(mixed)))
        return self.norm(x + self.drop(self.narrow(F.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Word pieces with letter case and quotation state to one vector a word (first and last piece, averaged)."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.pieces, sizes.hidden)
        self.positions = nn.Embedding(512, sizes.hidden)
        self.case = nn.Embedding(6, sizes.hidden)
        self.quoted = nn.Embedding(2, sizes.hidden)
        nn.init.normal_(self.case.weight, std=0.01)
        nn.init.normal_(self.quoted.weight, std=0.01)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.drop = Dropout(0.1)

    def forward(self, pieces: Tensor, case: Tensor, quoted: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """pieces, case, quoted (B, P) with 0 as padding piece; first, last (B, W) piece indexes -> (B, W, H)."""
        at = torch.arange(pieces.shape[1], device=pieces.device)[None]
        x = self.pieces(pieces) + self.positions(at) + self.case(case) + self.quoted(quoted)
        x = self.drop(self.norm(x))
        mask = (pieces == 0).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        h = x.shape[-1]
        take = lambda index: torch.gather(x, 1, index[:, :, None].expand(-1, -1, h))  # noqa: E731
        return (take(first) + take(last)) * 0.5


class Biaffine(nn.Module):
    """Scores of every ordered pair of words: dependent (row) and head (column)."""

    def __init__(self, hidden: int, width: int) -> None:
        super().__init__()
        self.row, self.column = nn.Linear(hidden, width), nn.Linear(hidden, width)
        self.form = nn.Linear(width, width, bias=False)
        self.bias = nn.Linear(width, 1)
        self.drop = Dropout(0.25)

    def forward(self, x: Tensor) -> Tensor:
        """x (B, W, H) -> (B, W, W)."""
        row, column = self.drop(F.gelu(self.row(x))), self.drop(F.gelu(self.column(x)))
        return self.form(row) @ column.transpose(-1, -2) + self.bias(column).transpose(-1, -2)


class Relations(nn.Module):
    """The relation of each word to one given head."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(sizes.hidden, sizes.relation), nn.Linear(sizes.hidden, sizes.relation)
        self.out = nn.Linear(3 * sizes.relation, sizes.deprel)
        self.drop = Dropout(0.25)

    def forward(self, x: Tensor, heads: Tensor) -> Tensor:
        """x (B, W, H), heads (B, W) word indexes -> (B, W, relations)."""
        dependent = F.gelu(self.dependent(x))
        head = torch.gather(F.gelu(self.head(x)), 1, heads[:, :, None].expand(-1, -1, dependent.shape[-1]))
        return self.out(self.drop(torch.cat([dependent, head, dependent * head], -1)))


def head_chances(arcs: Tensor) -> Tensor:
    """arcs (B, W, W) scores -> the chance of each word (row) to hang on each other (column); none for a root's own."""
    chances = torch.softmax(arcs.float(), -1)
    return chances * (1 - torch.eye(arcs.shape[-1], device=arcs.device))


def tree_places(heads: Tensor, anchors: Tensor) -> Tensor:
    """How each word stands to an anchor in the tree, as chances: heads (A, W, W) or (W, W), anchors (A,) -> (A, W, 6).

    In order: it hangs on the anchor; it is the anchor or below it, through at most TREE_DEPTH words; it is the anchor's
    head; it is below that head; it is the head's head; it is below that.
    """
    anchor = F.one_hot(anchors, heads.shape[-1]).to(heads.dtype)[:, None]
    above = anchor @ heads
    tops = torch.cat([anchor, above, above @ heads], 1)
    down = heads.transpose(-1, -2)
    step = tops @ down
    child, reached = step[:, :1], tops + step
    for _ in range(TREE_DEPTH - 1):
        step = step @ down
        reached = reached + step
    below = reached.clamp(max=1.0)
    places = [child, below[:, :1], tops[:, 1:2], below[:, 1:2], tops[:, 2:], below[:, 2:]]
    return torch.cat(places, 1).transpose(1, 2)


class CitingTagger(nn.Module):
    """Given a cue's first word, the source, cue and content words that belong to it.

    Every cue is tagged on its own over the whole window, so contents may nest and share words. Beside what the encoder
    says of it, each word is told how it stands to the cue in the tree that the arc scores give: contents are mostly
    what hangs on the cue, or on what the cue itself hangs on.
    """

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.word, self.anchor = nn.Linear(sizes.hidden, sizes.pair), nn.Linear(sizes.hidden, 2 * sizes.pair)
        self.distance = nn.Embedding(len(DISTANCE_EDGES) + 1, sizes.pair)
        self.place = nn.Linear(TREE_PLACES, sizes.pair, bias=False)
        nn.init.zeros_(self.place.weight)
        self.near = nn.Conv1d(sizes.pair, sizes.pair, 5, padding=2, groups=4)
        self.mix = nn.Linear(sizes.pair, sizes.pair)
        self.out = nn.Linear(sizes.pair, len(CITING_TAGS))
        self.drop = Dropout(0.15)
        self.transitions = nn.Parameter(torch.zeros(len(CITING_TAGS), len(CITING_TAGS)))

    def forward(self, words: Tensor, anchors: Tensor, heads: Tensor) -> Tensor:
        """words (A, W, H) the window of each anchor, anchors (A,), heads (A, W, W) of `head_chances` -> (A, W, T)."""
        chosen = torch.gather(words, 1, anchors[:, None, None].expand(-1, 1, words.shape[-1]))
        return self.tag(words, chosen, anchors, heads)

    def tag(self, words: Tensor, chosen: Tensor, anchors: Tensor, heads: Tensor) -> Tensor:
        """The same where all anchors may stand in one window: words (A or 1, W, H), chosen (A, 1, H) the anchors' own,
        heads (A, W, W) or (W, W).
        """
        at = torch.arange(words.shape[1], device=words.device)[None] - anchors[:, None]
        edges = torch.tensor(DISTANCE_EDGES, device=words.device)
        bucket = (at[:, :, None] > edges[None, None]).sum(-1)
        scale, shift = self.anchor(chosen).chunk(2, -1)
        x = F.gelu(
            self.word(words) * (1 + scale) + shift + self.distance(bucket) + self.place(tree_places(heads, anchors))
        )
        x = self.drop(x)
        x = x + F.gelu(self.near(x.transpose(1, 2)).transpose(1, 2))
        return self.out(self.drop(x + F.gelu(self.mix(x))))

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log likelihood of the tag sequences by a linear-chain CRF; tags (A, W), mask (A, W)."""
        scores = scores.float()
        gold = scores.gather(-1, tags[:, :, None]).squeeze(-1) * mask
        steps = self.transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        alpha = scores[:, 0]
        for t in range(1, scores.shape[1]):
            following = torch.logsumexp(alpha[:, :, None] + self.transitions[None], 1) + scores[:, t]
            alpha = torch.where(mask[:, t, None] > 0, following, alpha)
        return (torch.logsumexp(alpha, -1) - gold.sum(-1) - steps.sum(-1)).mean()


class Network(nn.Module):
    """Encoder and heads; `forward` gives what every head that needs no choice says of every word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.tags = nn.ModuleDict({
            name: nn.Linear(sizes.hidden, count)
            for name, count in {
                "sentence_ends": 2, "upos": sizes.upos, "feats": sizes.feats, "lemma": sizes.lemma,
                "names": sizes.names, "entity": sizes.entity, "anchor": 2,
            }.items()
        })  # fmt: skip
        self.arcs = Biaffine(sizes.hidden, sizes.arc)
        self.antecedents = Biaffine(sizes.hidden, sizes.arc)
        self.relations = Relations(sizes)
        self.citing = CitingTagger(sizes)
        self.drop = Dropout(0.15)

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        return self.encoder(batch["pieces"], batch["case"], batch["quoted"], batch["first"], batch["last"])


def load_minilm(network: Network, folder: Path, kept: list[int]) -> None:
    """Copy all-MiniLM-L6-v2's embeddings of the kept pieces and its lowest layers into the encoder."""
    weights = load_file(folder / "model.safetensors")
    weights = {key.removeprefix("bert."): value for key, value in weights.items()}
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    assert config["hidden_size"] == network.sizes.hidden
    encoder = network.encoder
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"][kept])
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for i, layer in enumerate(encoder.layers):
            prefix = f"encoder.layer.{i}."
            for ours, theirs in {
                "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
                "mix": "attention.output.dense", "mix_norm": "attention.output.LayerNorm",
                "widen": "intermediate.dense", "narrow": "output.dense", "norm": "output.LayerNorm",
            }.items():  # fmt: skip
                _copy(getattr(layer, ours), weights, prefix + theirs)


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])  # type: ignore[operator, union-attr]
    module.bias.copy_(weights[name + ".bias"])  # type: ignore[operator, union-attr]
