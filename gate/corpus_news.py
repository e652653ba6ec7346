"""News to draw acts from: texts of a folder under the corpora, each with the day it was published, where that is known.

A folder of `.txt` files is read as it is; PolNeAR's days stand in the `metadata.tsv` above it. A folder of `.tsv` files
holds a word and its tag a line (Worldwide), with no day; its plain text is made again from the words.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gate.devsets import CORPORA

SUFFIXES = (".txt", ".tsv")
_NO_SPACE_BEFORE = re.compile(r" +([,.;:!?%)\]’”]|'s\b|'(?=[ ,.]|$)|n't\b)")
_NO_SPACE_AFTER = re.compile(r"([(\[$£€“‘]) +")


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One document: its path under the corpora, its text, its day or None."""

    document: str
    text: str
    published: str | None = None


def list_news(folder: Path) -> list[Path]:
    """Every document of a folder, by name."""
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.name != "metadata.tsv")


def read_news(path: Path, *, root: Path = CORPORA) -> News:
    name = path.resolve().relative_to(root.resolve()).as_posix()
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".tsv":
        return News(document=name, text=join_words(content))
    return News(document=name, text=content, published=read_days(path.parents[2]).get(path.stem))


@cache
def read_days(folder: Path) -> dict[str, str]:
    """The publication day of each document by its stem; none where the folder has no metadata."""
    metadata = folder / "metadata.tsv"
    if not metadata.exists():
        return {}
    with metadata.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["filename"]: row["publication_date"] for row in rows if row["publication_date"][:1].isdigit()}


def join_words(tagged: str) -> str:
    """The text of a file of a word and its tag a line: an empty line ends a sentence, addresses are left out.

    >>> join_words("http://a.example\\tO\\n\\nPeru\\tB-Location\\nleft\\tO\\n.\\tO\\n")
    'Peru left.'
    """
    sentences: list[list[str]] = [[]]
    for line in tagged.splitlines():
        word = line.split("\t")[0].strip()
        if not word:
            sentences.append([])
        elif not word.startswith("http"):
            sentences[-1].append(word)
    return "\n\n".join(_set(words) for words in sentences if words)


def _set(words: list[str]) -> str:
    """Words with the spaces of print; straight double quotation marks open and close by turns."""
    quoted, line = False, ""
    for word in words:
        if word == '"':
            line = line.rstrip() + '" ' if quoted else line + '"'
            quoted = not quoted
        else:
            line += word + " "
    return _NO_SPACE_AFTER.sub(r"\1", _NO_SPACE_BEFORE.sub(r"\1", line)).strip()
