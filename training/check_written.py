"""Checks every annotated paragraph in training/written/*.txt and prints what was found where it differs.

A file holds paragraphs separated by blank lines; a line that begins with # is a remark. The first line of a
paragraph is its text, each further line one attribution:

    The Morning Ledger quoted two officials as saying that the levy would be scrapped.
    > a1 - | The Morning Ledger | quoted | two officials as saying that the levy would be scrapped
    > a2 a1 | two officials | saying | that the levy would be scrapped

that is: id, id of the attribution whose content holds it (or -), source, cue, content. Every span is verbatim;
` // ` parts the pieces of one that is discontinuous; `it@2` is the second place where these characters stand,
inside longer words too (the second *it* of *with it*). A source may be empty (withheld), and so may a cue where
quotation marks alone show the attribution.

    python training/check_written.py            # exit status 1 where something is wrong
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).parent / "written"
ROLES = ("source", "cue", "content")
MOST_SENTENCES = 5
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One annotated attribution: character ranges of its source, cue and content."""

    name: str
    parent: str
    source: Places
    cue: Places
    content: Places

    @property
    def anchor(self) -> int:
        """Where the attribution is taken to stand: its cue, or its content where it has none."""
        return min(self.cue or self.content)[0]


def find_places(text: str, cell: str) -> Places:
    """The character ranges of the pieces of one cell; raises ValueError on a piece that the text lacks."""
    return tuple(_find_place(text, piece.strip()) for piece in cell.split(" // ")) if cell.strip() else ()


def _find_place(text: str, piece: str) -> tuple[int, int]:
    counted = re.fullmatch(r"(.+)@(\d+)", piece)
    wanted, nth = (counted[1], int(counted[2])) if counted else (piece, 1)
    start = -1
    for _ in range(nth):
        start = text.find(wanted, start + 1)
        if start < 0:
            raise ValueError(f"{text.count(wanted)} times in the paragraph, expected at least {nth}: {wanted!r}")
    end = start + len(wanted)
    if _inside_word(text, start) or _inside_word(text, end):
        raise ValueError(f"begins or ends inside a word, expected whole words: {piece!r}")
    return start, end


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def read_row(text: str, line: str) -> Row:
    """One `> ` line; raises ValueError on a wrong form."""
    head, *cells = [cell.strip() for cell in line.removeprefix(">").split("|")]
    name = re.fullmatch(r"(a\d+) (a\d+|-)", head)
    if not name or len(cells) != len(ROLES):
        raise ValueError(f"found {line!r}, expected '> a1 - | source | cue | content'")
    places = dict(zip(ROLES, (find_places(text, cell) for cell in cells), strict=True))
    return Row(name=name[1], parent=name[2], **places)


def holds(outer: Places, inner: Places) -> bool:
    """Whether every range of `inner` lies in one of `outer`."""
    return all(any(s <= a and b <= e for s, e in outer) for a, b in inner)


def find_row_faults(text: str, row: Row) -> Iterator[str]:
    """What is wrong with one attribution by itself."""
    if not row.content:
        yield "content is empty, expected words of the paragraph"
    if not row.source and not row.cue:
        yield "source and cue are both empty, expected one of them"
    ranges = sorted(row.source + row.cue + row.content)
    if any(a[1] > b[0] for a, b in pairwise(ranges)):
        yield "source, cue and content overlap, expected them apart"
    for start, end in row.content:
        if text[end - 1] == "." and end == len(text):
            yield "content takes in the paragraph's full stop, expected it outside where no quotation mark follows it"
        if sum(c in '"“”' for c in text[start:end]) % 2:
            yield f"one quotation mark of a pair, expected both: {text[start:end]!r}"


def find_tree_faults(rows: list[Row]) -> Iterator[str]:
    """What is wrong between the attributions of a paragraph."""
    by_name = {row.name: row for row in rows}
    if [row.name for row in rows] != [f"a{i}" for i in range(1, len(rows) + 1)]:
        yield f"ids are {[row.name for row in rows]}, expected a1, a2, ..."
    for anchor, count in Counter(row.anchor for row in rows).items():
        if count > 1:
            yield f"{count} attributions stand at character {anchor}, expected one"
    for row in rows:
        if row.parent == "-":
            continue
        if row.parent not in by_name:
            yield f"{row.name}: parent is {row.parent}, expected an id of this paragraph"
        elif not holds(by_name[row.parent].content, row.content):
            yield f"{row.name}: content lies outside that of {row.parent}, expected inside"
        elif _loops(row, by_name):
            yield f"{row.name}: is its own ancestor, expected a tree"


def _loops(row: Row, by_name: dict[str, Row]) -> bool:
    seen = {row.name}
    while row.parent in by_name:
        row = by_name[row.parent]
        if row.name in seen:
            return True
        seen.add(row.name)
    return False


def find_text_faults(text: str) -> Iterator[str]:
    """What is wrong with a paragraph's text."""
    if "  " in text or "|" in text or text != text.strip() or text.startswith(">"):
        yield "two spaces, a bar, an edge space or a leading >, expected plain text"
    sentences = len(re.findall(r"[.?!][”\"’']? (?=[A-Z“\"])", text)) + 1
    if sentences > MOST_SENTENCES:
        yield f"{sentences} sentences, expected at most {MOST_SENTENCES}"


def check_block(block: str) -> tuple[list[Row], list[str]]:
    """The attributions of one paragraph, and its faults."""
    text, *lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
    rows, faults = [], list(find_text_faults(text))
    for line in lines:
        try:
            row = read_row(text, line)
        except ValueError as error:
            faults.append(str(error))
            continue
        rows.append(row)
        faults += [f"{row.name}: {fault}" for fault in find_row_faults(text, row)]
    return rows, faults + list(find_tree_faults(rows))


def depth(row: Row, rows: list[Row]) -> int:
    """How many attributions stand around this one."""
    around = [other for other in rows if other.name == row.parent]
    return 1 + depth(around[0], rows) if around else 0


def main() -> int:
    """Checks all files, prints faults and counts; 1 where there were faults."""
    wrong, first_seen = 0, dict[str, str]()
    total = Counter[str]()
    for path in sorted(FOLDER.glob("*.txt")):
        count = Counter[str]()
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            if not [line for line in block.splitlines() if line.strip() and not line.startswith("#")]:
                continue
            rows, faults = check_block(block)
            text = block.strip().splitlines()[0]
            if text in first_seen:
                faults.append(f"stands in {first_seen[text]} already, expected once")
            first_seen[text] = path.name
            count.update(paragraphs=1, none=not rows, attributions=len(rows))
            if not faults:
                count.update(f"depth {depth(row, rows)}" for row in rows)
            wrong += len(faults)
            for fault in faults:
                print(f"{path.name}: {text[:60]!r}: {fault}")
        print(f"{path.name}: " + ", ".join(f"{n} {name}" for name, n in sorted(count.items())))
        total += count
    print("all: " + ", ".join(f"{n} {name}" for name, n in sorted(total.items())) + f"; {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
