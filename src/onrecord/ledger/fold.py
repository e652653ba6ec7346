"""Fold: which of a report's readings counts today.

Readings are never taken back. Of a report's readings the one by the newest version of the reader counts; of the same
version, the one recorded last. So a colleague with an older version can add to a ledger without setting it back.
"""

import re

_VERSION = re.compile(r"\d+(?:\.\d+)+")


def reader_version(reader: str) -> tuple[int, ...]:
    """The version that a reader's name carries, empty (and older than any) when it carries none.

    >>> reader_version("onrecord 0.10.2, model 1a2b3c")
    (0, 10, 2)
    """
    found = _VERSION.search(reader)
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def counts_over(later: str, earlier: str) -> bool:
    """Whether a reading by the reader `later` counts over one by `earlier` that was recorded before it."""
    return reader_version(later) >= reader_version(earlier)
