"""The word pieces that the network keeps: MiniLM's vocabulary less what English news does not use.

More than half of the 30,522 pieces are other scripts, unused slots and rare names, and each costs a row of the
embeddings. Kept are the special pieces, every single letter and sign that the corpora use, the commonest pieces of
MiniLM's own list (it is ordered by how often they were seen), and any piece that the training texts use `LEAST` times
or more. A word whose piece was cut is read as shorter pieces, never as unknown.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from tokenizers import Tokenizer

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
COMMON = 12_000  # of MiniLM's list, counted from its start
LEAST = 6


def count_pieces(words: Iterable[str], tokenizer: Tokenizer) -> Counter[int]:
    """How often each word piece is used in the words."""
    counts: Counter[int] = Counter()
    for word, times in Counter(words).items():
        for piece in tokenizer.encode(word, add_special_tokens=False).ids:
            counts[piece] += times
    return counts


def choose_pieces(words: Iterable[str], full: str) -> list[str]:
    """The pieces to keep, special ones first, in MiniLM's order; `full` is its tokenizer as JSON."""
    pieces = sorted(json.loads(full)["model"]["vocab"].items(), key=lambda item: item[1])
    used = count_pieces(words, open_tokenizer(full))
    kept = list(SPECIAL)
    for piece, number in pieces:
        sign = piece.removeprefix("##")
        common = number < COMMON and piece.isascii() and not piece.startswith("[")
        if piece not in SPECIAL and (common or used[number] >= LEAST or (len(sign) == 1 and used[number])):
            kept.append(piece)
    return kept


def cut_tokenizer(full: str, kept: list[str]) -> str:
    """MiniLM's tokenizer with only the kept pieces, numbered in their order, as JSON."""
    described: dict[str, Any] = json.loads(full)
    described["model"]["vocab"] = {piece: number for number, piece in enumerate(kept)}
    described["added_tokens"] = [
        {**token, "id": kept.index(token["content"])} for token in described["added_tokens"] if token["content"] in kept
    ]
    described.update(truncation=None, padding=None, post_processor=None)
    return json.dumps(described, ensure_ascii=False)


def open_tokenizer(described: str) -> Tokenizer:
    """A tokenizer that neither cuts nor pads."""
    tokenizer = Tokenizer.from_str(described)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
