"""Scores by gold that lies beside the repository, where a workplace has it; no part of the default run.

`../shared/gold` holds a scorer, score.py, folders of gold reports and probes.jsonl. The scorer writes what is to be
read, the reader reads it, and the scorer prints its figures.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.ingest import report_from_text
from onrecord.reader.reader import Reader
from onrecord.records.codec import encode_reading

GOLD = Path(__file__).parents[2] / "shared" / "gold"


def find_gold(folder: Path = GOLD) -> list[Path]:
    """The folders of reports and the files of probes; none where the folder or its scorer is not there."""
    if not (folder / "score.py").exists():
        return []
    return sorted([*(path for path in folder.iterdir() if path.is_dir()), *folder.glob("*.jsonl")])


def score_shared(reader: Reader, folder: Path = GOLD) -> Iterator[tuple[str, str]]:
    """The name of each gold and the scorer's figures for it, as it prints them."""
    for gold in find_gold(folder):
        with TemporaryDirectory() as scratch:
            read = Path(scratch) / "read.jsonl"
            inputs = run_scorer(folder, "inputs", str(gold))
            read.write_bytes(b"".join(read_line(reader, line) + b"\n" for line in inputs.splitlines()))
            yield gold.name, run_scorer(folder, "score", str(gold), str(read))


def read_line(reader: Reader, line: str) -> bytes:
    given = json.loads(line)
    fields = {name: given.get(name) for name in ("title", "outlet", "url", "published")}
    return encode_reading(reader.read(report_from_text(given["text"], given_id=given["id"], **fields))).rstrip()


def run_scorer(folder: Path, *arguments: str) -> str:
    command = [sys.executable, str(folder / "score.py"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout  # noqa: S603
