"""Start a training from the weights that the package ships, made 32-bit again.

What the shipped model lacks (a head that is new, a piece that was cut then) keeps its first random values. The 8-bit
steps are far below what a training moves, so nothing is lost by the way round.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from model import Network

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
    for name in ("encoder", "relations", "citing"):
        weights |= read_graph(folder / f"{name}.onnx")
    described = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    weights["citing.transitions"] = np.array(described["transitions"], dtype=np.float32)
    numbers = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    weights["encoder.pieces.weight"] = weights["encoder.pieces.weight"][[numbers[piece] for piece in kept]]
    left = []
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            found = weights.get(name, weights.get(name.removeprefix("tags.")))  # the graph names heads of tags bare
            if found is not None and found.shape == tuple(parameter.shape):
                parameter.copy_(torch.from_numpy(np.ascontiguousarray(found)))
            else:
                left.append(name)
    return left
