"""ExportOptions: how much of a report's words goes out."""

from dataclasses import dataclass

QUOTE_CHARS = 280
SENTENCE_QUOTE_CHARS = 90  # as `onrecord acts` has it


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What every form is told. The text of a report goes out only with `with_text`.

    A longer quote is cut after at most `quote_chars` characters; its offsets still tell the whole of it. `bom` puts
    a byte-order mark before CSV, for a spreadsheet that else takes it for another encoding than UTF-8.
    """

    quote_chars: int = QUOTE_CHARS
    with_text: bool = False
    bom: bool = False

    @property
    def sentence_quote_chars(self) -> int:
        return min(self.quote_chars, SENTENCE_QUOTE_CHARS)
