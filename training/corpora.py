"""Corpora readers: each yields Examples, the one form that training takes.

An Example is a window of words with the layers that its corpus annotates; a layer that is None is not trained
on. Paths follow ../shared/corpora (see its README for licences).
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.reader.tokens import case_of, find_paragraphs, find_words, likely_breaks, quoted_words

NAME_KINDS = ("Date", "Facility", "Location", "Misc", "Money", "NORP", "Organization", "Person", "Product")


@dataclass(slots=True, kw_only=True)
class Citing:
    """One attribution in word indexes: the words of its cue, source and content."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]

    @property
    def anchor(self) -> int:
        """The word that stands for the attribution: the first of its cue, or of its content where it has none."""
        return min(self.cue or self.content)


@dataclass(slots=True, kw_only=True)
class Example:
    """A window of words with whatever layers its corpus has; indexes are word indexes in the window."""

    corpus: str
    words: list[str]
    breaks: list[int] = field(default_factory=list)
    quoted: list[int] | None = None
    sentence_ends: list[int] | None = None
    upos: list[str] | None = None
    feats: list[str] | None = None
    lemma: list[str] | None = None
    head: list[int] | None = None
    deprel: list[str] | None = None
    names: list[str] | None = None
    entity: list[str] | None = None
    antecedents: list[tuple[int, ...]] | None = None
    citings: list[Citing] | None = None
    anchor_known: list[int] | None = None

    def quotes(self) -> list[int]:
        if self.quoted is not None:
            return self.quoted
        flags: list[int] = []
        for first, last in zip([0, *self.breaks], [*self.breaks, len(self.words)], strict=True):
            flags += quoted_words(self.words[first:last])
        return flags

    def cases(self) -> list[int]:
        return [case_of(w) for w in self.words]


def lemma_rule(form: str, lemma: str) -> str:
    """How a lemma is got from a lower-cased form: letters to cut at its end, then what to add (``1|y``)."""
    low, target = form.lower(), lemma.lower()
    same = 0
    while same < min(len(low), len(target)) and low[same] == target[same]:
        same += 1
    if same == 0 and low != target:
        return f"={target}" if len(target) <= 5 else "0|"
    return f"{len(low) - same}|{target[same:]}"


# ------------------------------------------------------------------ treebanks: EWT and GUM
@dataclass(slots=True)
class TreebankSentence:
    """The rows of one sentence's words, and whether it opens a paragraph or a document."""

    rows: list[list[str]]
    opens_paragraph: bool
    opens_document: bool


def read_conllu(path: Path) -> Iterator[TreebankSentence]:
    rows: list[list[str]] = []
    paragraph = document = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            document = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif not line.strip():
            if rows:
                yield TreebankSentence(rows, paragraph, document)
            rows, paragraph, document = [], False, False
        elif not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)


def read_treebank(paths: Iterable[Path], corpus: str, rng: random.Random, *, limit: int) -> Iterator[Example]:
    """Windows of whole sentences of one document, at most about `limit` words."""
    for path in paths:
        batch: list[TreebankSentence] = []
        size, room = 0, _room(limit, rng)
        clusters = Clusters() if corpus == "gum" else None
        for sentence in read_conllu(path):
            if batch and (sentence.opens_document or size + len(sentence.rows) > room):
                yield _treebank_example(batch, corpus, clusters)
                batch, size, room = [], 0, _room(limit, rng)
            batch.append(sentence)
            size += len(sentence.rows)
        if batch:
            yield _treebank_example(batch, corpus, clusters)


def _room(limit: int, rng: random.Random) -> int:
    return limit if rng.random() < 0.7 else rng.randint(8, limit)


def _treebank_example(batch: list[TreebankSentence], corpus: str, clusters: "Clusters | None") -> Example:
    example = Example(
        corpus=corpus, words=[], sentence_ends=[], upos=[], feats=[], lemma=[], head=[], deprel=[],
        quoted=None,
    )  # fmt: skip
    assert example.sentence_ends is not None and example.upos is not None and example.feats is not None
    assert example.lemma is not None and example.head is not None and example.deprel is not None
    mentions: list[tuple[int, int, str, str]] = []
    for sentence in batch:
        start = len(example.words)
        if sentence.opens_paragraph and start:
            example.breaks.append(start)
        for row in sentence.rows:
            example.words.append(row[1])
            example.upos.append(row[3])
            example.feats.append(row[5])
            example.lemma.append(row[2])
            example.head.append(int(row[6]) - 1 + start if row[6] not in {"0", "_"} else -1)
            example.deprel.append(row[7] if row[7] in _KEPT_SUBTYPES else row[7].split(":")[0])
        example.sentence_ends += [0] * (len(sentence.rows) - 1) + [1]
        if clusters is not None:
            mentions += clusters.mentions_of(sentence.rows, start)
    if clusters is not None:
        _add_entities(example, mentions)
        _add_discourse_citings(example, [row for sentence in batch for row in sentence.rows])
    return example


_KEPT_SUBTYPES = {
    "nsubj:pass", "aux:pass", "obl:agent", "obl:unmarked", "obl:npmod", "obl:tmod", "nmod:poss", "nmod:unmarked",
    "acl:relcl", "compound:prt", "nsubj:outer", "csubj:pass", "nmod:desc", "flat:name",
}  # fmt: skip


class Clusters:
    """Reads GUM's Entity annotations: opening and closing brackets with ids and kinds, nested, spanning tokens."""

    def __init__(self) -> None:
        self._open: dict[str, list[tuple[int, str]]] = {}

    def mentions_of(self, rows: list[list[str]], start: int) -> list[tuple[int, int, str, str]]:
        found = []
        for i, row in enumerate(rows):
            misc = dict(part.split("=", 1) for part in row[9].split("|") if "=" in part)
            for piece in re.findall(r"\([^()]+\)?|[^()]+\)", misc.get("Entity", "")):
                opens, closes = piece.startswith("("), piece.endswith(")")
                parts = piece.strip("()").split("-")
                name = parts[0]
                kind = parts[1] if opens and len(parts) > 1 else ""
                if opens and closes:
                    found.append((start + i, start + i, name, kind))
                elif opens:
                    self._open.setdefault(name, []).append((start + i, kind))
                elif self._open.get(name):
                    first, kind = self._open[name].pop()
                    found.append((first, start + i, name, kind))
        return [m for m in found if m[0] >= start]


def _add_entities(example: Example, mentions: list[tuple[int, int, str, str]]) -> None:
    assert example.head is not None
    size = len(example.words)
    example.entity = ["O"] * size
    example.antecedents = [() for _ in range(size)]
    seen: dict[str, list[int]] = {}
    heads: list[tuple[int, int, str, str]] = []
    for first, last, cluster, kind in mentions:
        inside = [i for i in range(first, last + 1) if not first <= example.head[i] <= last]
        if inside:
            heads.append((inside[0], -(last - first), cluster, kind))
    for head, _, cluster, kind in sorted(heads):
        if example.entity[head] != "O":
            continue
        example.entity[head] = kind
        example.antecedents[head] = tuple(h for h in seen.get(cluster, []) if h < head)
        seen.setdefault(cluster, []).append(head)


@dataclass(slots=True)
class _Unit:
    """An elementary discourse unit of GUM: its words in the window, its relation and the unit it hangs on."""

    relation: str
    target: str | None
    words: list[int]


def _add_discourse_citings(example: Example, rows: list[list[str]]) -> None:
    """GUM's attribution relations as citings, to any depth: the unit *he said* and what hangs together with its target.

    Only the part in the same sentence is taken, since the relation of a whole quoted speech spans paragraphs. GUM marks
    speech and thought by clauses alone, so nothing else in the window is taken for a negative.
    """
    units: dict[str, _Unit] = {}
    current: _Unit | None = None
    for i, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Discourse=([\w-]+?):(\d+)(?:->(\d+))?", row[9])
        if match:
            current = units.setdefault(match[2], _Unit(match[1], match[3], []))
        if current is not None:
            current.words.append(i)
    citings = [
        c
        for name, unit in units.items()
        if unit.relation.startswith("attribution-") and (c := _unit_citing(example, units, name))
    ]
    if citings:
        example.citings = citings
        anchors = {c.anchor for c in citings}
        example.anchor_known = [int(i in anchors) for i in range(len(example.words))]


def _unit_citing(example: Example, units: dict[str, _Unit], name: str) -> Citing | None:
    unit = units[name]
    if (
        unit.target not in units
        or not example.head
        or not example.upos
        or not example.sentence_ends
        or not example.deprel
    ):
        return None
    sentence, sentences = 0, []
    for end in example.sentence_ends:
        sentences.append(sentence)
        sentence += end
    here = {sentences[i] for i in unit.words}
    around = {name} | {other for other in units if _stands_around(units, other, name)}
    content = sorted(i for i in _unit_words(units, unit.target, around) if sentences[i] in here)
    while content and example.upos[content[-1]] == "PUNCT" and example.words[content[-1]] not in {'"', "”", ")"}:
        content.pop()
    cue, source = _unit_cue(example, unit)
    if len(here) != 1 or not content or not cue:
        return None
    return Citing(cue=cue, source=source, content=tuple(content))


def _stands_around(units: dict[str, _Unit], other: str, name: str) -> bool:
    """*A said B said X*: both hang on X, and the one farther from it stands around the nearer."""
    here, there = units[name], units[other]
    if other == name or there.target != here.target or here.target not in units:
        return False
    target = units[here.target].words[0]
    return there.relation.startswith("attribution") and abs(there.words[0] - target) > abs(here.words[0] - target)


def _unit_words(units: dict[str, _Unit], name: str, without: set[str]) -> list[int]:
    words = list(units[name].words)
    for other, unit in units.items():
        if unit.target == name and other not in without and not unit.relation.startswith("joint"):
            words += _unit_words(units, other, without | {name})
    return words


def _unit_cue(example: Example, unit: _Unit) -> tuple[tuple[int, ...], tuple[int, ...]]:
    assert example.head and example.upos and example.deprel
    low = [example.words[i].lower() for i in unit.words]
    if "according" in low and "to" in low:
        at = low.index("according")
        nouns = [i for i in unit.words[at + 2 :] if example.upos[i] != "PUNCT"]
        return tuple(unit.words[at : at + 2]), tuple(nouns)
    verbs = [i for i in unit.words if example.upos[i] == "VERB" and example.head[i] not in unit.words]
    if not verbs:
        return (), ()
    verb = verbs[0]
    helpers = [i for i in unit.words if example.head[i] == verb and example.upos[i] == "AUX" and i < verb]
    cue = tuple(range(min([verb, *helpers]), verb + 1)) if helpers and verb - min(helpers) <= 3 else (verb,)
    subjects = [i for i in unit.words if example.head[i] == verb and example.deprel[i].startswith("nsubj")]
    source = tuple(i for i in unit.words if subjects and _hangs_on(example, i, subjects[0]) and i not in cue)
    return cue, source


def _hangs_on(example: Example, word: int, head: int) -> bool:
    assert example.head
    for _ in range(20):
        if word == head:
            return True
        if word < 0:
            return False
        word = example.head[word]
    return False


# ------------------------------------------------------------------ names: worldwide
def read_names(folder: Path, rng: random.Random, *, limit: int) -> Iterator[Example]:
    """Windows of sentences of one article with BIO tags of NAME_KINDS."""
    for path in sorted(folder.iterdir()):
        words: list[str] = []
        tags: list[str] = []
        room = _room(limit, rng)
        sentences = path.read_text(encoding="utf-8").split("\n\n")[1:]
        for sentence in sentences:
            rows = [line.split("\t") for line in sentence.splitlines() if "\t" in line]
            rows = [row for row in rows if row[0].strip()]
            if words and len(words) + len(rows) > room:
                yield Example(corpus="worldwide", words=words, names=tags)
                words, tags, room = [], [], _room(limit, rng)
            for row in rows[: limit * 2]:
                words.append(row[0].replace("-LRB-", "(").replace("-RRB-", ")"))
                tags.append(row[1])
        if words:
            yield Example(corpus="worldwide", words=words, names=tags)


def read_silver(path: Path) -> Iterator[Example]:
    """Windows with the names that a teacher saw in them (silver.py)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield Example(corpus="silver", **json.loads(line))


# ------------------------------------------------------------------ attributions: PolNeAR and our own
def _read_ann(path: Path) -> list[dict[str, list[tuple[int, int]]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entity = re.match(r"(T\d+)\t(\w+) ([\d ;]+)\t", line)
        event = re.match(r"E\d+\t(.*)", line)
        if entity:
            spans[entity[1]] = [tuple(map(int, p.split())) for p in entity[3].split(";")]  # type: ignore[misc]
        elif event:
            roles: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
            for part in event[1].split():
                role, name = part.split(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in roles and name in spans:
                    roles[role] += spans[name]
            if roles["cue"] and roles["content"]:
                found.append(roles)
    return found


def read_polnear(folder: Path, rng: random.Random, *, limit: int) -> Iterator[Example]:
    """Windows of paragraphs of every annotator's copy of every article of a split."""
    for ann in sorted((folder / "attributions").glob("*.ann")):
        text = _open_text(folder / "text" / (ann.stem.rsplit("_", 1)[0] + ".txt"))
        yield from text_examples(text, _read_ann(ann), "polnear", rng, limit=limit)


def _open_text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as handle:
        return handle.read()


def text_examples(
    text: str, annotated: list[dict[str, list[tuple[int, int]]]], corpus: str, rng: random.Random, *, limit: int
) -> Iterator[Example]:
    """Cut a text into windows of paragraphs and project character spans of attributions on words."""
    words, quoted, starts, cuts = [], [], [], []
    for paragraph in find_paragraphs(text):
        spans = [(s + paragraph.start, e + paragraph.start) for s, e in find_words(paragraph.of(text))]
        texts = [text[s:e] for s, e in spans]
        starts.append(len(words))
        cuts += [len(words) + b + 1 for b in likely_breaks(texts)]
        words += spans
        quoted += quoted_words(texts)
    at_char = {c: i for i, (s, e) in enumerate(words) for c in range(s, e)}

    def on_words(pieces: list[tuple[int, int]]) -> tuple[int, ...]:
        return tuple(sorted({at_char[c] for b, e in pieces for c in range(b, e) if c in at_char}))

    citings = [Citing(**{role: on_words(pieces) for role, pieces in roles.items()}) for roles in annotated]
    citings = [c for c in citings if c.content and (c.cue or corpus != "polnear")]
    for first, last in _ranges(len(words), starts, cuts, limit, rng):
        yield _cut_example(text, words, quoted, starts, citings, corpus, (first, last))


def _ranges(
    size: int, starts: Sequence[int], cuts: Sequence[int], limit: int, rng: random.Random
) -> list[tuple[int, int]]:
    """Word ranges made of whole paragraphs where they fit, else cut at likely sentence ends."""
    borders = sorted({*starts, *cuts, size} - {0})
    opens = set(starts)
    ranges, first, room = [], 0, _room(limit, rng)
    previous, last_paragraph = 0, 0
    for border in borders:
        if border - first > room and previous > first:
            end = last_paragraph if last_paragraph > first and last_paragraph - first > room // 3 else previous
            ranges.append((first, end))
            first, room = end, _room(limit, rng)
        previous = border
        if border in opens or border == size:
            last_paragraph = border
    if first < size:
        ranges.append((first, size))
    return ranges


def _cut_example(
    text: str, words: list[tuple[int, int]], quoted: list[int], starts: list[int], citings: list[Citing],
    corpus: str, cut: tuple[int, int],
) -> Example:  # fmt: skip
    first, last = cut
    inside, known = [], [1] * (last - first)

    def shift(indexes: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(i - first for i in indexes if first <= i < last)

    for citing in citings:
        moved = Citing(cue=shift(citing.cue), source=shift(citing.source), content=shift(citing.content))
        if moved.content and (moved.cue or not citing.cue):
            inside.append(moved)
        elif moved.cue:
            known[moved.cue[0]] = 0
    if corpus == "polnear":  # what is said inside a content is not annotated there: neither yes nor no
        for citing in inside:
            for i in citing.content:
                known[i] = 0
    for citing in inside:
        known[citing.anchor] = 1
    return Example(
        corpus=corpus,
        words=[text[s:e] for s, e in words[first:last]],
        quoted=quoted[first:last],
        breaks=[s - first for s in starts if first < s < last],
        citings=inside,
        anchor_known=known,
    )


def read_written(folder: Path, rng: random.Random, *, limit: int) -> Iterator[Example]:
    """Our own annotated paragraphs (training/written/*.txt, format in check_written.py)."""
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
            if not lines:
                continue
            text, annotated = lines[0], []
            for line in lines[1:]:
                fields = line.removeprefix("> ").split(" | ", 1)[1] if " | " in line else line.split("|", 1)[1]
                source, cue, content = [part.strip() for part in fields.split("|")]
                annotated.append(
                    {
                        "source": _find_all(text, source),
                        "cue": _find_all(text, cue),
                        "content": _find_all(text, content),
                    }
                )
            yield from text_examples(text, annotated, "written", rng, limit=limit)


def _find_all(text: str, quotes: str) -> list[tuple[int, int]]:
    spans = []
    for quote in [q.strip() for q in quotes.split(" // ") if q.strip()]:
        match = re.fullmatch(r"(.*?)@(\d+)", quote)
        wanted, nth = (match[1].strip(), int(match[2])) if match else (quote, 1)
        at = -1
        for _ in range(nth):
            at = text.find(wanted, at + 1)
        if at < 0:
            raise ValueError(f"not in the paragraph: {quote!r} in {text[:60]!r}")
        spans.append((at, at + len(wanted)))
    return spans
