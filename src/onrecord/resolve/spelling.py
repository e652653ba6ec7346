"""How names are spelt: one key for *“Israel”*, *the U.K.* and *Côte d’Ivoire* however they are set."""

import re
from functools import lru_cache

_SPACE = re.compile(r"\s+")
_EDGE = "\"'“”‘’«»`,;:()[] "
_ARTICLE = re.compile(r"(?i)^(?:the|an|a)\s+")
_CURLY = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})


def fold_spelling(text: str) -> str:
    """The look-up key of a name: apostrophes, hyphens, spaces and letter case made one."""
    plain = text if text.isascii() else text.translate(_CURLY)
    return " ".join(plain.split()).casefold()


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """A phrase without its leading article and outer quotation marks: *25 countries*, *"Israel"* as Israel."""
    text = _SPACE.sub(" ", text).strip(_EDGE)
    text = re.sub(r"['’]s$", "", text)
    shorter = _ARTICLE.sub("", text)
    return (shorter or text).strip(_EDGE)


def fits_case(written: str, listed: str) -> bool:
    """Whether a written name may be the listed one: *US* is no *us*, *Polish* no *polish*."""
    compact = listed.replace(".", "")
    if compact.isupper() and len(compact) <= 6:
        return written.isupper()
    first = next((char for char in written if char.isalnum()), "")
    return first.isupper() or first.isdigit() or listed[:1].islower()
