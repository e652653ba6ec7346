"""The version of a model folder: a hash of all that decides what the network says."""

import hashlib
import json
from pathlib import Path
from typing import Any

GRAPHS = ("encoder", "relations", "citing")


def write_description(folder: Path, described: dict[str, Any]) -> str:
    """Write labels.json with the version as ``model``, and give the version: ten hexadecimal digits.

    It hashes the graphs, the tokenizer and the description itself, calibrations among it.
    """
    rest = {name: value for name, value in described.items() if name != "model"}
    digest = hashlib.sha256()
    for name in (*(f"{graph}.onnx" for graph in GRAPHS), "tokenizer.json"):
        digest.update((folder / name).read_bytes())
    digest.update(json.dumps(rest, sort_keys=True).encode())
    version = digest.hexdigest()[:10]
    text = json.dumps({"model": version, **rest}, indent=1)
    (folder / "labels.json").write_text(text + "\n", encoding="utf-8")
    return version
