"""Hostile inputs: good ones that are spoiled, and texts of the characters and words over which readers stumble."""

from collections.abc import Sequence

from hypothesis import strategies as st

SURROGATES = "\ud800\udfff"
HARD = st.text(
    alphabet="aé中 \t\n\r\x0b\x85\xa0\xad\u0300\u0315\u0344\u034f\u0958\u200b\u200c\u200d\u202e\u2028\u2029\ufeff\ufe0f"
    "\u0660²①½\x00\x1b\uffff\ufffd👩🏽💻🇺🇸\U000e0041\U0010ffff\"“”‘’'-–—.,;:!?()[]<>&%$#@/\\0129",
    max_size=60,
)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]), max_size=60)  # with unpaired surrogates
WORDS = (
    "Freedonia", "Sylvania", "the ministry", "said", "asked", "according to", "told AFP", "25 countries", "to file",
    "an opinion", "had not signed", "denied that", "on Monday", "on 30 June 2024", "on 31 February 0000", "in 99999",
    "last week", "9999 days ago", "99999999999999999999 states", "12/13/2024", "0000-00-00", "since the 0s", "²",
    "٣ June", "He", "it", "both countries", ", among them Peru", "“", "”", '"', "'", "(", ")", ".", ",", "\n\n", "\n",
    "which", "Chile and Peru", "Mr. A. B. Khan", "U.S.", "www.a.example/x?y=1", "a@b.example", "don't", "#", "1.1.1.1",
    "1e999",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(WORDS) | HARD, max_size=40).map(" ".join)


def spoiled(seeds: Sequence[bytes], pieces: Sequence[bytes] = ()) -> st.SearchStrategy[bytes]:
    """One of the seeds with parts of it cut out, doubled many times, or written over, or any bytes at all."""
    bits = st.sampled_from([*pieces, b"\0", b"\xff", b"\n", b"\r\n", b" ", b'"', b"<", b"9" * 400]) | st.binary(
        max_size=4
    )
    edit = st.tuples(st.integers(0, 4000), st.integers(0, 60), bits, st.sampled_from([0, 1, 1, 1, 2, 30]))
    edits = st.lists(edit, max_size=6)
    return st.builds(_spoil, st.sampled_from(seeds), edits) | st.binary(max_size=60)


def _spoil(seed: bytes, edits: Sequence[tuple[int, int, bytes, int]]) -> bytes:
    for place, length, bit, times in edits:
        at = place % (len(seed) + 1)
        seed = seed[:at] + bit * times + seed[at + length :]
    return seed
