"""Network: the trained encoder and heads, run by onnxruntime over one window at a time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.calibration import Calibration, read_calibrations
from onrecord.reader.windows import Words

_MOST_PIECES_A_WORD = 8
_TAGS = ("upos", "feats", "lemma", "entity", "sentence_ends", "names", "anchor", "arcs", "antecedents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What the label numbers of each head mean, the transitions learnt for the tags of a citing, the calibrations."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    names: tuple[str, ...]
    entity: tuple[str, ...]
    citing: tuple[str, ...]
    transitions: NDArray[np.float32]
    calibrations: Mapping[str, Calibration]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowScores:
    """What the encoder says of a window of W words.

    `vectors` (1, W, hidden); `upos`, `feats`, `lemma`, `entity` (W,) label numbers; `sentence_ends` (W, 2),
    `names` (W, labels), `anchor` (W, 2) logits; `arcs` and `antecedents` (W, W) logits, row the dependent.
    """

    vectors: NDArray[np.float32]
    upos: NDArray[np.int64]
    feats: NDArray[np.int64]
    lemma: NDArray[np.int64]
    entity: NDArray[np.int64]
    sentence_ends: NDArray[np.float32]
    names: NDArray[np.float32]
    anchor: NDArray[np.float32]
    arcs: NDArray[np.float32]
    antecedents: NDArray[np.float32]


class Network(Protocol):
    """What the reader asks of a model; a test may pass a table."""

    version: str
    labels: Labels

    def count_pieces(self, words: Sequence[str]) -> list[int]: ...

    def score_window(self, words: Words) -> WindowScores: ...

    def relate(self, scores: WindowScores, heads: Sequence[int]) -> NDArray[np.int64]: ...

    def cite(self, scores: WindowScores, anchors: Sequence[int]) -> NDArray[np.float32]: ...


class OnnxNetwork:
    """The shipped network. One instance serves one thread; its word-piece cache grows with the vocabulary read."""

    def __init__(self, described: dict[str, Any], tokenizer: Any, sessions: dict[str, Any]) -> None:
        labels = {name: tuple(values) for name, values in described["labels"].items()}
        self.labels = Labels(
            **labels,
            citing=tuple(described["citing"]),
            transitions=np.array(described["transitions"], dtype=np.float32),
            calibrations=read_calibrations(described.get("calibrations", {})),
        )
        self.version: str = described["model"]
        self._tokenizer = tokenizer
        self._opening, self._border, self._unknown = (tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[UNK]"))
        self._sessions = sessions
        self._pieces: dict[str, list[int]] = {}

    @classmethod
    def load(cls, *, threads: int = 1, folder: Traversable | None = None) -> "OnnxNetwork":
        """The model inside the package, or that of another folder, on `threads` CPU threads."""
        import onnxruntime  # heavy: only when a model is really loaded
        from tokenizers import Tokenizer

        folder = folder or resources.files("onrecord.reader") / "model"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("optimization.enable_gelu_approximation", "1")  # below the noise of 8 bits
        slow = ["SkipLayerNormFusion"]  # its kernel for CPUs takes four times as long as the two that it replaces
        sessions = {
            name: onnxruntime.InferenceSession(
                (folder / f"{name}.onnx").read_bytes(),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=slow,
            )
            for name in ("encoder", "relations", "citing")
        }
        tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(json.loads((folder / "labels.json").read_text(encoding="utf-8")), tokenizer, sessions)

    def count_pieces(self, words: Sequence[str]) -> list[int]:
        return [len(self._pieces_of(word)) for word in words]

    def _pieces_of(self, word: str) -> list[int]:
        if word not in self._pieces:
            if len(self._pieces) > 200_000:  # memory stays flat over a large corpus
                self._pieces.clear()
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            self._pieces[word] = (ids or [self._unknown])[:_MOST_PIECES_A_WORD]
        return self._pieces[word]

    def score_window(self, words: Words) -> WindowScores:
        """One pass of the encoder over one window."""
        fed = self._inputs(words)
        found = dict(zip(("x", *_TAGS), self._sessions["encoder"].run(["x", *_TAGS], fed), strict=True))
        return WindowScores(vectors=found.pop("x"), **found)

    def _inputs(self, words: Words) -> dict[str, NDArray[np.int64]]:
        pieces, case, quoted, first, last = [self._opening], [0], [0], [], []
        breaks = set(words.breaks)
        for i, (text, letter_case, in_quotes) in enumerate(zip(words.texts, words.cases, words.quoted, strict=True)):
            if i in breaks:
                pieces.append(self._border)
                case.append(0)
                quoted.append(0)
            ids = self._pieces_of(text)
            first.append(len(pieces))
            pieces += ids
            case += [letter_case + 1] * len(ids)
            quoted += [in_quotes] * len(ids)
            last.append(len(pieces) - 1)
        columns = {
            "pieces": [*pieces, self._border],
            "case": [*case, 0],
            "quoted": [*quoted, 0],
            "first": first,
            "last": last,
        }
        return {name: np.array([values], dtype=np.int64) for name, values in columns.items()}

    def relate(self, scores: WindowScores, heads: Sequence[int]) -> NDArray[np.int64]:
        """The relation of each word to its head; a root is given itself as head."""
        fed = {"x": scores.vectors, "heads": np.array([heads], dtype=np.int64)}
        return np.asarray(self._sessions["relations"].run(None, fed)[0])

    def cite(self, scores: WindowScores, anchors: Sequence[int]) -> NDArray[np.float32]:
        """Tag scores (anchors, W, tags) of each cue over the window."""
        fed = {"x": scores.vectors, "anchors": np.array(anchors, dtype=np.int64), "arcs": scores.arcs}
        return np.asarray(self._sessions["citing"].run(None, fed)[0])
