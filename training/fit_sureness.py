"""Fit how sure the reader is of an act: ``python training/fit_sureness.py [--rows FILE] [--write]``.

The sheets of gate/sheets drawn from training texts tell which acts were judged right in all their parts. Those that
the reader still tells just so are read again for their signs and for how the encoder sees their words; a logistic
regression with a pull towards no weight is fitted to them. Printed are, each article judged by a fit on others: how
well right is told from wrong (area under the curve), what share is right above some thresholds, and the calibration;
of all and of the fresh; then the signs that weigh most. `--write` puts the weights beside the model. `--rows` keeps
what was read in a file, for another run.
"""

import argparse
import json
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq, minimize

from gate.corpus_news import read_news
from gate.devsets import CORPORA
from gate.judged import RECORD, Line, line_of, read_sheet
from onrecord.ingest import report_from_text
from onrecord.reader.analyse import analyse
from onrecord.reader.reader import Reader, read_analysis
from onrecord.reader.sureness import STANDING
from onrecord.reader.trace import Trace
from onrecord.records.checks import keep_sound
from score_dev import MODEL

SHEETS = Path(__file__).parents[1] / "gate" / "sheets"
PULL = 3.0  # of 0.5 to 15 about the best area under the curve, of all and of the fresh
FRESH = 17  # the number of the first sheet that no mend was made by
FRESH_COUNTS = 3  # acts; what mends were made by looks better than other news does
RAREST = 6  # acts that a sign holds for, if it is to have a weight
FOLDS = 8

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A judged act: its signs, and by place (of STANDING) the vector of its word, None where it has none.

    It is `fresh` where its sheet was drawn after the reader was last mended by what sheets showed.
    """

    article: str
    right: bool
    fresh: bool
    signs: dict[str, float]
    vectors: tuple[NDArray[np.float32] | None, ...]


def read_rows(sheets: Sequence[Path]) -> Iterator[Row]:
    reader, lines, fresh = Reader.load(), defaultdict(list), set()
    for sheet in sheets:
        for line in read_sheet(sheet):
            lines[line["document"]].append(line)
            if int(sheet.name.partition("-")[0]) >= FRESH:
                fresh.add(line["document"])
    for article, judged in lines.items():
        yield from _rows_of(article, judged, reader, fresh=article in fresh)


def _rows_of(article: str, judged: list[Line], reader: Reader, *, fresh: bool) -> Iterator[Row]:
    news, trace = read_news(CORPORA / article, root=CORPORA), Trace()
    report = report_from_text(news.text, published=news.published)
    analysis = analyse(report.text, reader.network)
    reading = keep_sound(read_analysis(report, analysis, reader=reader.version, trace=trace, keep_unsure=True))
    told = {
        (act.trigger.start, act.type): (line_of(article, act, reading), trace.heads[act.id]) for act in reading.acts
    }
    for line in judged:
        now, head = told.get((line["trigger"][0], line["type"]), (None, -1))
        if now is None or line["right"] is None or any(now[key] != line[key] for key in RECORD):
            continue
        places = trace.places[head]
        words = [places[place] for place in STANDING]
        assert analysis.vectors is not None
        vectors = tuple(None if word is None else analysis.vectors[word].copy() for word in words)
        yield Row(article=article, right=line["right"], fresh=fresh, signs=trace.signs[head], vectors=vectors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Weights in the units of the signs and of the vectors."""

    base: float
    names: tuple[str, ...]
    signs: Array
    vectors: Array

    def odds(self, signs: Array, vectors: Array) -> Array:
        """The log-odds of acts: `signs` (N, names), `vectors` (N, places, hidden), zero where there is no word."""
        return np.asarray(self.base + signs @ self.signs + np.einsum("nph,ph->n", vectors, self.vectors))


def table_of(rows: Sequence[Row], names: Sequence[str]) -> tuple[Array, Array, Array]:
    signs = np.array([[row.signs.get(name, 0.0) for name in names] for row in rows])
    hidden = next(len(vector) for row in rows for vector in row.vectors if vector is not None)
    vectors = np.array([[np.zeros(hidden) if v is None else v for v in row.vectors] for row in rows], dtype=float)
    return signs, vectors, np.array([1.0 if row.right else -1.0 for row in rows])


def fit(rows: Sequence[Row], *, pull: float = PULL) -> Fit:
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for name in row.signs:
            counts[name] += 1
    names = tuple(name for name, count in sorted(counts.items()) if count >= RAREST)
    signs, vectors, right = table_of(rows, names)
    counts_as = np.array([FRESH_COUNTS if row.fresh else 1.0 for row in rows])
    spread = signs.std(axis=0) + 1e-6
    parts = [signs / spread, *(vectors[:, place] for place in range(vectors.shape[1]))]
    means = [part.mean(axis=0) for part in parts]
    sizes = [np.sqrt(np.square(part - mean).sum(axis=1).mean()) + 1e-6 for part, mean in zip(parts, means, strict=True)]
    table = np.hstack([(part - mean) / size for part, mean, size in zip(parts, means, sizes, strict=True)])

    def unlikeliness(weights: Array) -> tuple[float, Array]:
        odds = right * (weights[0] + table @ weights[1:])
        slope = -right * counts_as / (1 + np.exp(odds))
        cost = (counts_as * np.logaddexp(0, -odds)).sum() + pull * np.square(weights[1:]).sum()
        return float(cost), np.concatenate([[slope.sum()], table.T @ slope + 2 * pull * weights[1:]])

    found = minimize(unlikeliness, np.zeros(table.shape[1] + 1), jac=True, method="L-BFGS-B").x
    ends = np.cumsum([1, *(part.shape[1] for part in parts)])
    weights = [found[a:b] / size for a, b, size in zip(ends[:-1], ends[1:], sizes, strict=True)]
    base = found[0] - sum(float(mean @ weight) for mean, weight in zip(means, weights, strict=True))
    fitted = Fit(base=base, names=names, signs=weights[0] / spread, vectors=np.array(weights[1:]))
    fresh = np.array([row.fresh for row in rows])
    return (
        replace(fitted, base=base - _excess(fitted.odds(signs, vectors)[fresh], right[fresh]))
        if fresh.any()
        else fitted
    )


def _excess(odds: Array, right: Array) -> float:
    """By how much log-odds lie too high, for as many to be right as they say."""
    return float(brentq(lambda less: (1 / (1 + np.exp(less - odds))).mean() - (right > 0).mean(), -5, 5))


def across_folds(rows: Sequence[Row], *, pull: float = PULL) -> Array:
    """The log-odds of each row by a fit on the articles of other folds."""
    articles = sorted({row.article for row in rows})
    fold = {article: place for place, article in enumerate(np.random.default_rng(1).permutation(articles))}
    odds = np.zeros(len(rows))
    for number in range(FOLDS):
        here = np.array([fold[row.article] % FOLDS == number for row in rows])
        fitted = fit([row for row, inside in zip(rows, here, strict=True) if not inside], pull=pull)
        signs, vectors, _ = table_of(rows, fitted.names)
        odds[here] = fitted.odds(signs, vectors)[here]
    return odds


def area(odds: Array, right: Array) -> float:
    """How often a right act has the higher odds than a wrong one."""
    good, bad = odds[right > 0], odds[right < 0]
    return float((good[:, None] > bad[None, :]).mean() + (good[:, None] == bad[None, :]).mean() / 2)


def print_scores(odds: Array, right: Array) -> None:
    chance = 1 / (1 + np.exp(-odds))
    print(f"{len(right)} acts, {np.mean(right > 0):.3f} right; area under the curve {area(odds, right):.3f}")
    for least in np.arange(0.3, 0.85, 0.05):
        kept = chance >= least
        if kept.any():
            good = right[kept] > 0
            share = good.sum() / max(1, (right > 0).sum())
            print(f"  at {least:.2f}: {kept.sum():4d} kept, {good.mean():.3f} of them right; {share:.3f} of the right")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (chance >= low) & (chance < low + 0.1)
        if inside.any():
            print(f"  said {low:.1f}-{low + 0.1:.1f}: {inside.sum():4d}, {np.mean(right[inside] > 0):.2f} right")


def written(fitted: Fit, vectors: Array) -> str:
    signs = {name: round(float(w), 4) for name, w in zip(fitted.names, fitted.signs, strict=True) if abs(w) >= 5e-5}
    held = {place: [round(float(w), 5) for w in fitted.vectors[k]] for k, place in enumerate(STANDING)}
    usual = {}
    for k, place in enumerate(STANDING):
        there = vectors[np.abs(vectors[:, k]).sum(axis=1) > 0, k]
        usual[place] = round(float((there @ fitted.vectors[k]).mean()), 4)
    described = {"base": round(float(fitted.base), 4), "usual": usual, "signs": signs, "vectors": held}
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in described.items()]
    return "{" + ",\n".join(lines) + "}\n"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sheets", type=Path, nargs="*", default=sorted(SHEETS.glob("*-train.jsonl")))
    parser.add_argument("--rows", type=Path)
    parser.add_argument("--pull", type=float, default=PULL)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args(arguments)
    if chosen.rows is not None and chosen.rows.exists():
        rows = pickle.loads(chosen.rows.read_bytes())  # noqa: S301 - our own file
    else:
        rows = list(read_rows(chosen.sheets))
        if chosen.rows is not None:
            chosen.rows.write_bytes(pickle.dumps(rows))
    fitted = fit(rows, pull=chosen.pull)
    signs, vectors, right = table_of(rows, fitted.names)
    odds = across_folds(rows, pull=chosen.pull)
    print_scores(odds, right)
    fresh = np.array([row.fresh for row in rows])
    print("of them fresh:")
    print_scores(odds[fresh], right[fresh])
    weighty = sorted(
        zip(fitted.names, fitted.signs * signs.std(axis=0), fitted.signs, strict=True), key=lambda s: -abs(s[1])
    )
    for name, _, weight in weighty[:40]:
        print(f"  {weight:+.2f} {name}")
    if chosen.write:
        (MODEL / "sureness.json").write_text(written(fitted, vectors), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
