"""Measure the reader on this machine: ``make bench`` or ``python -m bench [--reports N] [--words N]``.

Reports of about 500 words each are put together from the paragraphs of the demo's reports, in an order fixed by a
seed, so that no two are the same. One process, one thread. Prints reports and words a second, the share of the time
spent in the encoder, peak memory after a tenth of the reports and at the end, and how many records the checks dropped.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.ingest import IngestOptions, read_inputs, report_from_text
from onrecord.reader.network import OnnxNetwork, WindowScores
from onrecord.reader.reader import Reader
from onrecord.reader.standins import EvenNetwork
from onrecord.reader.windows import Words
from onrecord.records import Report
from onrecord.records.codec import encode_reading

DEMO = Path(__file__).parent.parent / "demo" / "reports"


class TimedNetwork:
    """The shipped network, with the seconds spent in the encoder added up."""

    def __init__(self, network: OnnxNetwork) -> None:
        self._network = network
        self.encoder_s = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._network, name)

    def score_window(self, words: Words) -> WindowScores:
        started = time.perf_counter()
        scores = self._network.score_window(words)
        self.encoder_s += time.perf_counter() - started
        return scores


def make_reports(count: int, words: int) -> Iterator[Report]:
    """Reports of about `words` words from shuffled paragraphs of the demo."""
    texts = [r.text for r in read_inputs([str(DEMO)], options=IngestOptions()) if isinstance(r, Report)]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    rng = random.Random(7)
    for number in range(count):
        chosen: list[str] = []
        while sum(len(p.split()) for p in chosen) < words:
            chosen.append(rng.choice(paragraphs))
        yield report_from_text("\n\n".join(chosen), published="2024-07-01", given_id=f"bench-{number}")


def peak_mb() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--words", type=int, default=500)
    chosen = parser.parse_args(arguments)
    reports = list(make_reports(chosen.reports, chosen.words))
    network = TimedNetwork(OnnxNetwork.load())
    reader = Reader(EvenNetwork(network))
    reader.read(reports[0])  # tables are loaded on first use
    network.encoder_s = 0.0
    words = dropped = records = 0
    early_mb = 0.0
    started, cpu = time.perf_counter(), time.process_time()
    for number, reading in enumerate(reader.read_many(reports), start=1):
        words += len(reading.report.text.split())
        dropped += sum(d.count for d in reading.dropped)
        records += len(reading.attributions) + len(reading.acts)
        encode_reading(reading)
        if number == max(1, chosen.reports // 10):
            early_mb = peak_mb()
    took_s = time.perf_counter() - started
    figures = {
        "reports": chosen.reports,
        "words": words,
        "reports_per_s": round(chosen.reports / took_s, 2),
        "words_per_s": round(words / took_s),
        "encoder_share": round(network.encoder_s / took_s, 3),
        "cores_busy": round((time.process_time() - cpu) / took_s, 2),
        "peak_mb_after_a_tenth": early_mb,
        "peak_mb": peak_mb(),
        "records": records,
        "dropped": dropped,
        "reader": reader.version,
    }
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
