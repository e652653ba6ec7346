"""The shipped network: it is the one described, and says what the trained one says."""

import hashlib
import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from onrecord.reader.analyse import analyse
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.sequences import softmax
from onrecord.reader.windows import Words
from onrecord.records import Span

PARITY = json.loads((Path(__file__).parent / "parity.json").read_text(encoding="utf-8"))
FOLDER = resources.files("onrecord.reader") / "model"


@cache
def shipped() -> OnnxNetwork:
    return OnnxNetwork.load()


def as_words(texts: list[str]) -> Words:
    cases = tuple(2 if t[0].isupper() else 1 if t[0].islower() else 0 for t in texts)
    spans = tuple(Span(i, i + 1) for i in range(len(texts)))
    return Words(spans=spans, texts=tuple(texts), cases=cases, quoted=(0,) * len(texts), breaks=())


def test_model_version_is_a_hash_of_all_that_decides_what_it_says() -> None:
    files = ("encoder.onnx", "relations.onnx", "citing.onnx", "tokenizer.json")
    described = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))
    version = described.pop("model")
    hashed = b"".join((FOLDER / name).read_bytes() for name in files) + json.dumps(described, sort_keys=True).encode()
    assert shipped().version == version == hashlib.sha256(hashed).hexdigest()[:10]


@pytest.mark.parametrize("sentence", PARITY["sentences"], ids=lambda s: " ".join(s["words"][:3]))
def test_eight_bits_say_what_the_trained_network_says(sentence: dict[str, Any]) -> None:
    """Cue probabilities within 0.2 of those in 32 bits; nine in ten heads and name labels the same."""
    scores = shipped().score_window(as_words(sentence["words"]))
    chances = softmax(scores.anchor)[:, 1]
    assert np.abs(chances - np.array(sentence["anchor"])).max() < 0.2
    assert np.mean(scores.arcs.argmax(1) == np.array(sentence["heads"])) >= 0.9
    assert np.mean(scores.names.argmax(1) == np.array(sentence["names"])) >= 0.9


def test_analyse_finds_sentences_trees_and_citings() -> None:
    analysis = analyse("Panama said Uruguay had sued Ecuador. Ecuador denied it.", shipped())
    assert [analysis.tokens[last].text for _, last in analysis.sentences] == [".", "."]
    assert [t.text for t in analysis.tokens if t.deprel == "root"] == ["said", "denied"]
    assert analysis.tokens[analysis.cited[0].source[0][0]].text == "Panama"


def test_analyse_reads_an_empty_text_as_nothing() -> None:
    assert analyse("", shipped()).tokens == ()


def test_word_piece_cache_stays_bounded() -> None:
    network = OnnxNetwork.load()
    network.count_pieces([f"w{i}" for i in range(200_002)])
    assert len(network._pieces) < 200_001
