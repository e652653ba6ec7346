"""Train the shared encoder and all heads together: ``python training/train.py --out DIR``.

Resumes from DIR/state.pt if it is there; logs to DIR/log.txt; writes DIR/best.pt (weights, sizes, labels, tokenizer)
whenever the dev figure is the best so far: the mean over the dev sets. Stops early when `patience` epochs brought none.
``--teacher CHECKPOINT --layers 2`` trains a smaller network that also learns to see what the teacher sees.
"""

import argparse
import math
import random
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

import torch
from torch import Tensor

from batches import Batcher, Labels, collect_labels, shuffled_batches, to_device
from compose import compose
from corpora import Example, read_names, read_polnear, read_silver, read_treebank, read_written
from losses import losses
from measure import measure
from model import Network, Sizes
from starts import fill_network, load_checkpoint, make_tokenizer, pieces_of
from vocabulary import open_tokenizer

ROOT = Path(__file__).parent.parent
CONFIG = ROOT / "training" / "config.toml"


def load_corpora(config: dict[str, Any], part: str, rng: random.Random) -> dict[str, list[Example]]:
    """The examples of each corpus of one part (train or dev)."""
    folder, limit = ROOT / config["corpora"], config["window_words"]
    found = {
        "ewt": list(read_treebank([folder / "ewt" / f"{part}.conllu"], "ewt", rng, limit=limit)),
        "gum": list(read_treebank(sorted((folder / "gum" / part).glob("*.conllu")), "gum", rng, limit=limit)),
        "worldwide": list(read_names(folder / "worldwide" / part, rng, limit=limit)),
        "polnear": list(read_polnear(folder / "polnear" / part, rng, limit=limit)),
    }
    if part == "train":
        found["written"] = list(read_written(ROOT / config["written"], rng, limit=limit))
        if config.get("silver"):
            found["silver"] = list(read_silver(ROOT / config["silver"]))
    return found


def find_outlets(examples: list[Example]) -> list[str]:
    """Organisation names seen in the names corpus, to stand as cited outlets in composed examples."""
    names = set()
    for e in examples:
        at = 0
        while at < len(e.words):
            if e.names and e.names[at] == "B-Organization":
                end = at + 1
                while end < len(e.words) and e.names[end] == "I-Organization":
                    end += 1
                if end - at <= 5 and e.words[at][0].isupper():
                    names.add(" ".join(e.words[at:end]))
                at = end
            else:
                at += 1
    return sorted(names)


def epoch_examples(
    train: dict[str, list[Example]], outlets: list[str], config: dict[str, Any], epoch: int
) -> list[Example]:
    """What one epoch sees: each corpus by its share, and freshly composed nestings."""
    rng = random.Random(config["seed"] + epoch)
    chosen: list[Example] = []
    for name, share in config["share"].items():
        if name == "composed":
            chosen += compose(train["polnear"], outlets, rng, count=int(share))
        elif name in train:
            whole, part = divmod(share, 1.0)
            chosen += train[name] * int(whole) + rng.sample(train[name], int(len(train[name]) * part))
    return chosen


def rates(step: int, total: int, warmup: float) -> float:
    """Linear warm-up, then linear decay to a twentieth."""
    rise = max(1, int(total * warmup))
    return (step + 1) / rise if step < rise else max(0.05, (total - step) / max(1, total - rise))


class Run:
    """One training: the network, the optimiser and how far they are; resumed from its folder where it was begun."""

    def __init__(self, config: dict[str, Any], out: Path, device: str, log: TextIO) -> None:
        self.config, self.out, self.device, self.log = config, out, device, log
        self.corpora = load_corpora(config, "train", random.Random(config["seed"]))
        self.dev = [e for part in load_corpora(config, "dev", random.Random(1)).values() for e in part]
        self.outlets = find_outlets(self.corpora["worldwide"])
        self.teacher, known = load_checkpoint(ROOT / config["teacher"]) if config.get("teacher") else (None, {})
        state: dict[str, Any] = {}
        if (out / "state.pt").exists():
            state = known = torch.load(out / "state.pt", weights_only=False, map_location=device)
        every = [e for examples in self.corpora.values() for e in examples]
        self.labels = Labels(**known["labels"]) if known else collect_labels(every)
        self.tokenizer: str = known["tokenizer"] if known else make_tokenizer(every)
        self.batcher = Batcher(open_tokenizer(self.tokenizer), self.labels)
        self._build(state)
        print(f"examples { {name: len(found) for name, found in self.corpora.items()} }", file=log)
        print(f"labels { {name: len(found) for name, found in asdict(self.labels).items()} }", file=log)

    def _build(self, state: dict[str, Any]) -> None:
        pieces = pieces_of(self.tokenizer)
        counts = {name: len(found) for name, found in asdict(self.labels).items()}
        self.network = Network(
            Sizes(pieces=len(pieces), layers=self.config["layers"], inner=self.config["inner"], **counts)
        ).to(self.device)
        left = fill_network(self.network, self.config["start"], pieces, self.teacher)
        if self.teacher is not None:
            self.teacher.to(self.device)
        self.optimiser = self._optimiser()
        self.peak = [group["lr"] for group in self.optimiser.param_groups]
        self.epoch = self.step = self.done = self.since_best = 0
        self.best = -math.inf
        if state:
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.step, self.done = state["epoch"], state["step"], state["done"]
            self.best, self.since_best = state["best"], state.get("since_best", 0)
        print(f"pieces {len(pieces)}, started from {self.config['start']}, left random: {left}", file=self.log)

    def _optimiser(self) -> torch.optim.Optimizer:
        inner = list(self.network.encoder.parameters())
        outer = [p for name, p in self.network.named_parameters() if not name.startswith("encoder.")]
        groups = [
            {"params": inner, "lr": self.config["encoder_rate"]},
            {"params": outer, "lr": self.config["head_rate"]},
        ]
        return torch.optim.AdamW(groups, weight_decay=self.config["decay"], betas=(0.9, 0.98), fused=True)

    def go(self) -> None:
        """Train to the end, or until no epoch has been better for a while."""
        total = 0
        while self.epoch < self.config["epochs"] and self.since_best < self.config["patience"]:
            batches = self._epoch_batches()
            total = total or len(batches) * self.config["epochs"]
            for _ in self._train_epoch(batches, total):
                self.save()
            self.epoch, self.done = self.epoch + 1, 0
            self._judge()
            self.save()

    def _epoch_batches(self) -> list[list[Example]]:
        examples = epoch_examples(self.corpora, self.outlets, self.config, self.epoch)
        rng = random.Random(self.config["seed"] + self.epoch)
        return list(shuffled_batches(examples, self.batcher, rng, pieces=self.config["batch_pieces"]))

    def _train_epoch(self, batches: list[list[Example]], total: int) -> Iterator[None]:
        """Train on what is left of an epoch; yields whenever it is time to save."""
        saved = started = time.monotonic()
        pieces, running = 0, dict[str, float]()
        for examples in batches[self.done :]:
            for group, rate in zip(self.optimiser.param_groups, self.peak, strict=True):
                group["lr"] = rate * rates(self.step, total, self.config["warmup"])
            batch = to_device(self.batcher.tensors(examples), self.device)
            for name, value in self._learn(batch).items():
                running[name] = 0.97 * running.get(name, value) + 0.03 * value
            self.step, self.done, pieces = self.step + 1, self.done + 1, pieces + int((batch["pieces"] > 0).sum())
            if self.step % 20 == 0:
                shown = " ".join(f"{k}={v:.3f}" for k, v in sorted(running.items()))
                rate = pieces / (time.monotonic() - started)
                print(f"epoch {self.epoch} step {self.step}/{total} {rate:.0f} pieces/s {shown}", file=self.log)
            if time.monotonic() - saved > self.config["save_every_s"]:
                saved = time.monotonic()
                yield

    def _learn(self, batch: dict[str, Tensor]) -> dict[str, float]:
        """One step; the loss of each head."""
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.config["bfloat16"]):
            parts = losses(self.network, batch, self.config["weight"], self.teacher)
        torch.stack(list(parts.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        return {name: float(value.detach()) for name, value in parts.items()}

    def _judge(self) -> None:
        figures = measure(self.network, self.dev, self.batcher, self.device)
        figure = sum(figures.values()) / len(figures)
        print(f"epoch {self.epoch} dev {figure:.4f} {figures}", file=self.log)
        self.since_best += 1
        if figure > self.best:
            self.best, self.since_best = figure, 0
            self._write(self.out / "best.pt")

    def save(self) -> None:
        progress = {name: getattr(self, name) for name in ("epoch", "step", "done", "best", "since_best")}
        self._write(self.out / "state.pt", optimiser=self.optimiser.state_dict(), **progress)

    def _write(self, path: Path, **more: Any) -> None:
        """Write a checkpoint whole or not at all."""
        half = path.with_suffix(".part")
        described = {"labels": asdict(self.labels), "sizes": asdict(self.network.sizes), "tokenizer": self.tokenizer}
        torch.save({"network": self.network.state_dict(), **described, **more}, half)
        half.replace(path)


def read_config(path: Path) -> dict[str, Any]:
    """All settings: those of config.toml, with what another file says in their place."""
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
        config[name] = config[name] | value if isinstance(value, dict) else value
    return config


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, default=CONFIG, help="what differs from config.toml")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--start", choices=["minilm", "shipped"], help="where the weights come from")
    parser.add_argument("--teacher", help="checkpoint of a larger network to learn from")
    parser.add_argument("--silver", help="file of names that a teacher saw (silver.py)")
    parser.add_argument("--layers", type=int)
    parser.add_argument("--inner", type=int, help="width inside a layer")
    parser.add_argument("--epochs", type=int)
    chosen = vars(parser.parse_args(arguments))
    config = read_config(chosen["config"])
    config |= {
        name: chosen[name]
        for name in ("start", "teacher", "silver", "layers", "inner", "epochs")
        if chosen[name] is not None
    }
    torch.set_num_threads(chosen["threads"])
    torch.manual_seed(config["seed"])
    out: Path = chosen["out"]
    out.mkdir(parents=True, exist_ok=True)
    with (out / "log.txt").open("a", encoding="utf-8", buffering=1) as log:
        Run(config, out, chosen["device"], log).go()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
