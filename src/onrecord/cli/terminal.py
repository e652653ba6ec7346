"""Terminal: where the results for a person go, and how they look.

Results go to stdout, all else (rejections, progress, what was done) to stderr. Colours come from the palette of Okabe
and Ito (2008), which people with any colour vision can tell apart, and never carry meaning alone.
"""

import sys
from typing import IO

from rich.console import Console
from rich.text import Text

SOURCE_STYLE = "bold #56b4e9"
CUE_STYLE = "underline #e69f00"
EDGE_STYLE = "bold"
ID_STYLE = "bold"
NARROW_COLUMNS = 76
MOST_COLUMNS = 120
PIPE_COLUMNS = 100

_PLAIN_MARKS = str.maketrans({"⟦": "[[", "⟧": "]]", "·": "-", "—": "-", "…": "...", "×": "x", "“": '"', "”": '"'})
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def open_console(width: int | None = None, stream: IO[str] | None = None) -> Console:
    """The console for results: styled on a terminal, plain text anywhere else, as wide as asked or as there is room."""
    stream = stream or sys.stdout
    if width is None and not stream.isatty():
        width = PIPE_COLUMNS
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def is_unicode(console: Console) -> bool:
    return console.encoding.lower().replace("-", "").startswith("utf")


def fit(console: Console, words: Text) -> Text:
    """The words as they are, or in ASCII marks on a terminal without Unicode."""
    if is_unicode(console):
        return words
    return Text(words.plain.translate(_PLAIN_MARKS).encode(console.encoding, "replace").decode(console.encoding))


def short_id(key: str, *, unicode: bool) -> str:
    """The number of a record, raised: ³ for a3; ``^a3`` where that cannot be shown."""
    number = key.lstrip("aepr")
    return number.translate(_SUPERSCRIPTS) if unicode and number.isdigit() else f"^{key}"
