"""Export a trained network to the 8-bit ONNX files that the package ships: ``python training/export.py CHECKPOINT``.

Three graphs: encoder.onnx (one window: word vectors, tags, arc and antecedent scores), relations.onnx (relations to
given heads) and citing.onnx (tag scores of each cue). labels.json names the labels and holds the transitions.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from batches import Batcher, Labels
from corpora import Example
from model import CITING_TAGS, Network, head_chances
from starts import SHIPPED, load_checkpoint
from versions import GRAPHS, write_description
from vocabulary import open_tokenizer
from window_graph import WindowGraph

PARITY = Path(__file__).parent.parent / "tests" / "reader" / "parity.json"
REFERENCE = (
    "Panama said on Tuesday that Uruguay had asked 14 states to sign the letter .",
    "The Harbour Times quoted two officials at the port authority as saying that the levy would be dropped .",
    "Neither Chad nor Peru has replied , according to a spokeswoman for the tribunal in The Hague .",
)


class RelationGraph(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.relations = network.relations

    def forward(self, x: Tensor, heads: Tensor) -> Tensor:
        return self.relations(x, heads)[0].argmax(-1)


class CitingGraph(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.citing = network.citing

    def forward(self, x: Tensor, anchors: Tensor, arcs: Tensor) -> Tensor:
        return self.citing.tag(x, x[0][anchors][:, None], anchors, head_chances(arcs))


def write_graphs(network: Network, folder: Path) -> None:
    """The three graphs in 32-bit floats."""
    pieces = torch.randint(5, 9000, (1, 20))
    zeros = torch.zeros_like(pieces)
    words = torch.arange(1, 15)[None]
    torch.onnx.export(
        WindowGraph(network), (pieces, zeros, zeros, words, words),
        str(folder / "encoder.onnx"), dynamo=False,
        input_names=["pieces", "case", "quoted", "first", "last"],
        output_names=[
            "x", "upos", "feats", "lemma", "entity", "sentence_ends", "names", "anchor", "arcs", "antecedents",
        ],
        dynamic_axes={"pieces": {1: "P"}, "case": {1: "P"}, "quoted": {1: "P"}, "first": {1: "W"}, "last": {1: "W"}},
        opset_version=18,
    )  # fmt: skip
    x = torch.randn(1, 14, network.sizes.hidden)
    torch.onnx.export(
        RelationGraph(network), (x, words - 1), str(folder / "relations.onnx"), dynamo=False,
        input_names=["x", "heads"], output_names=["relations"],
        dynamic_axes={"x": {1: "W"}, "heads": {1: "W"}}, opset_version=17,
    )  # fmt: skip
    torch.onnx.export(
        CitingGraph(network), (x, torch.tensor([3, 5]), torch.randn(14, 14)), str(folder / "citing.onnx"), dynamo=False,
        input_names=["x", "anchors", "arcs"], output_names=["tags"],
        dynamic_axes={"x": {1: "W"}, "anchors": {0: "A"}, "arcs": {0: "W", 1: "W"}}, opset_version=17,
    )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """Weights of matrix products and small embeddings in 8 bits, activations quantised as they come.

    The word pieces are in 4 bits already (`four_bits.py`); their scales stay as they are.
    """
    nodes = onnx.load(str(source)).graph.node
    scales = [node.name for node in nodes if node.op_type == "Gather" and node.input[0].endswith("pieces.scales")]
    quantize_dynamic(
        source, target, op_types_to_quantize=["MatMul", "Gemm", "Gather"], weight_type=QuantType.QInt8,
        per_channel=True, nodes_to_exclude=scales,
        extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def reference(network: Network, labels: Labels, tokenizer: str) -> list[dict[str, Any]]:
    """What the 32-bit network says of a few sentences of our own, for the test that the shipped one says the same."""
    batcher, found = Batcher(open_tokenizer(tokenizer), labels), []
    for sentence in REFERENCE:
        words = sentence.split(" ")
        batch = batcher.tensors([Example(corpus="reference", words=words)])
        with torch.no_grad():
            x = network.encode(batch)
            anchor = torch.softmax(network.tags["anchor"](x)[0], -1)[:, 1]
            heads = network.arcs(x)[0].argmax(-1)
            names = network.tags["names"](x)[0].argmax(-1)
        found.append({
            "words": words,
            "anchor": [round(v, 4) for v in anchor.tolist()],
            "heads": heads.tolist(),
            "names": names.tolist(),
        })  # fmt: skip
    return found


def export(checkpoint: Path, target: Path) -> None:
    """Write the model folder that the package ships, and the reference that a test compares it with."""
    network, state = load_checkpoint(checkpoint)
    labels, tokenizer = state["labels"], state["tokenizer"]
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        write_graphs(network, Path(work))
        for name in GRAPHS:
            quantise(Path(work) / f"{name}.onnx", target / f"{name}.onnx")
            onnx.checker.check_model(str(target / f"{name}.onnx"))
    (target / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    described = {
        "layers": network.sizes.layers,
        "labels": labels,
        "citing": list(CITING_TAGS),
        "transitions": [[round(v, 4) for v in row] for row in network.citing.transitions.tolist()],
    }
    write_description(target, described)
    if target == SHIPPED:
        parity = json.dumps({"sentences": reference(network, Labels(**labels), tokenizer)}, indent=1)
        PARITY.write_text(parity + "\n", encoding="utf-8")
    for path in sorted(target.iterdir()):
        print(f"{path.name} {path.stat().st_size / 1e6:.1f} MB")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--target", type=Path, default=SHIPPED)
    chosen = parser.parse_args(arguments)
    export(chosen.checkpoint, chosen.target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
