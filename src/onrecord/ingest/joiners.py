"""Joiners: where the zero-width joiner and non-joiner carry meaning, and where they are litter.

Persian and several Indic scripts tell words apart by them (Persian *می\u200cخواهم*, I want), and emoji are put
together with them. Between Latin letters they are left over from web pages and split words for every search.
A joiner stays only between two such characters; marks upon the first of them are looked through.
"""

import unicodedata

JOINERS = frozenset("\u200c\u200d")
# Blocks of the cursive and Indic scripts to whose joiners the Unicode Standard gives a meaning (chapters 9, 12 to 16).
_JOINED_BLOCKS = (
    range(0x0600, 0x0900),  # Arabic, Syriac, Thaana, N'Ko, Mandaic, Arabic extended
    range(0x0900, 0x0E00),  # Devanagari to Sinhala
    range(0x1000, 0x10A0),  # Myanmar
    range(0x1780, 0x18B0),  # Khmer, Mongolian
)
_EMOJI_PARTS = frozenset("\u2194\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


def drop_idle_joiners(text: str) -> str:
    """The text without the joiners that join nothing.

    >>> drop_idle_joiners("press\\u200drelease")
    'pressrelease'
    """
    if JOINERS.isdisjoint(text):
        return text
    kept: list[str] = []
    base = ""
    for char, following in zip(text, text[1:] + "\n", strict=True):
        if char in JOINERS:
            if not (_is_joined(base) and _is_joined(following)):
                continue
        elif not unicodedata.category(char).startswith("M"):
            base = char
        kept.append(char)
    return "".join(kept)


def _is_joined(char: str) -> bool:
    if not char or unicodedata.category(char).startswith("M"):
        return False
    return _is_emoji_part(char) or any(ord(char) in block for block in _JOINED_BLOCKS)


def _is_emoji_part(char: str) -> bool:
    return char in _EMOJI_PARTS or unicodedata.category(char) == "So"
