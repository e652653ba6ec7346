"""What encoder.onnx computes: the network over one window, written so that little but matrix products is left.

The same numbers as `model.py` gives, with less work: one window has no padding, so there is no mask; widths are fixed
when the graph is made, so no shape is computed as it runs; the word pieces are unpacked from 4 bits.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from four_bits import PackedEmbedding
from model import Encoder, Layer, Network

POSITIONS = 288  # as many pieces as the longest window of the training; `windows.py` stays far below


class PlainLayer(nn.Module):
    """A trained layer for one window without padding; parts keep their names, which `starts.py` reads."""

    def __init__(self, layer: Layer, hidden: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mix = layer.query, layer.key, layer.value, layer.mix
        self.mix_norm, self.widen, self.narrow, self.norm = layer.mix_norm, layer.widen, layer.narrow, layer.norm
        self.heads, self.hidden = layer.heads, hidden

    def forward(self, x: Tensor) -> Tensor:
        """x (1, P, H) -> (1, P, H)."""
        width = self.hidden // self.heads
        q, k, v = (
            part(x).view(1, -1, self.heads, width).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(q @ k.transpose(-1, -2) * width**-0.5, -1)
        mixed = (weights @ v).transpose(1, 2).reshape(1, -1, self.hidden)
        x = self.mix_norm(x + self.mix(mixed))
        return self.norm(x + self.narrow(F.gelu(self.widen(x))))


class PlainEncoder(nn.Module):
    """The trained encoder for one window without padding."""

    def __init__(self, encoder: Encoder, hidden: int) -> None:
        super().__init__()
        self.pieces = PackedEmbedding(encoder.pieces)
        self.positions = nn.Embedding.from_pretrained(encoder.positions.weight[:POSITIONS].detach())
        self.case, self.quoted, self.norm = encoder.case, encoder.quoted, encoder.norm
        self.layers = nn.ModuleList(PlainLayer(layer, hidden) for layer in encoder.layers)

    def forward(self, pieces: Tensor, case: Tensor, quoted: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """pieces, case, quoted (1, P); first, last (1, W) piece indexes -> (1, W, H)."""
        at = torch.arange(pieces.shape[1])[None]
        x = self.norm(self.pieces(pieces) + self.positions(at) + self.case(case) + self.quoted(quoted))
        for layer in self.layers:
            x = layer(x)
        return ((x[0][first[0]] + x[0][last[0]]) * 0.5)[None]


class WindowGraph(nn.Module):
    """Word vectors, tags, arc and antecedent scores of one window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = PlainEncoder(network.encoder, network.sizes.hidden)
        self.tags, self.arcs, self.antecedents = network.tags, network.arcs, network.antecedents

    def forward(self, pieces: Tensor, case: Tensor, quoted: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        x = self.encoder(pieces, case, quoted, first, last)
        picked = [self.tags[name](x).argmax(-1)[0] for name in ("upos", "feats", "lemma", "entity")]
        scored = [self.tags[name](x)[0] for name in ("sentence_ends", "names", "anchor")]
        return (x, *picked, *scored, self.arcs(x)[0], self.antecedents(x)[0])
