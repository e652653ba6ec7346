"""Put exported models side by side: ``python training/compare_models.py FOLDER [FOLDER ...]``.

Prints a Markdown table: layers, megabytes, words a second of the network alone (one thread, windows of PolNeAR dev as
the reader cuts them, best of three rounds) and the main figures of score_dev.py.
"""

import json
import random
import sys
import time
from pathlib import Path

from corpora import read_names, read_treebank
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.windows import WINDOW_PIECES, split_windows
from score_dev import CORPORA, WINDOW_WORDS, load_polnear_scorer, score_names, score_polnear, score_treebank

ARTICLES = 12
ROUNDS = 3


def measure_speed(network: OnnxNetwork) -> int:
    """Words a second through the encoder and the heads that share its pass."""
    articles = load_polnear_scorer().read_split(str(CORPORA / "polnear"), "dev")[:ARTICLES]
    windows = [w for a in articles for w in split_windows(a.text, network.count_pieces, WINDOW_PIECES)]
    words = sum(len(window.texts) for window in windows)
    best = 0.0
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for window in windows:
            network.score_window(window)
        best = max(best, words / (time.perf_counter() - started))
    return round(best)


def describe(folder: Path) -> dict[str, str]:
    """One row of the table."""
    network, rng = OnnxNetwork.load(folder=folder), random.Random(1)
    layers = json.loads((folder / "labels.json").read_text(encoding="utf-8"))["layers"]
    polnear = score_polnear(network, most=None, threshold=0.5)
    ewt = score_treebank(network, read_treebank([CORPORA / "ewt" / "dev.conllu"], "ewt", rng, limit=WINDOW_WORDS))
    names = score_names(network, read_names(CORPORA / "worldwide" / "dev", rng, limit=WINDOW_WORDS))
    spans = " / ".join(f"{polnear['exact_' + role]:.1f}" for role in ("source", "cue", "content"))
    return {
        "layers": str(layers),
        "MB": f"{sum(path.stat().st_size for path in folder.iterdir()) / 1e6:.1f}",
        "words a second": f"{measure_speed(network):,}",
        "PolNeAR source / cue / content": spans,
        "linked": f"{polnear['attr_soft']:.1f}",
        "EWT tags / trees": f"{ewt['upos']:.1f} / {ewt['las']:.1f}",
        "names": f"{names['f1']:.1f}",
    }


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    rows = [{"model": Path(name).name, **describe(Path(name))} for name in arguments]
    for cells in (rows[0].keys(), ("---" for _ in rows[0]), *(row.values() for row in rows)):
        print("| " + " | ".join(cells) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
