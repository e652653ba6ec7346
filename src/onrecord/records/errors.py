"""Errors: one tree, so that a caller can catch as much or as little as it means to.

    OnrecordError
    ├── InputError      an input that cannot be read as a report; becomes a Rejected record and the batch goes on
    ├── RecordError     a record that breaks its own rules, or bytes that are no record
    │   ├── SpanError   a span that does not lie on the report's stored text
    │   └── NamingError a name that is none, or that several go by
    ├── MatterError     a matter file that is none, or that names what is not there
    ├── LedgerError     a ledger that cannot be opened, or holds what it should not
    │   └── NotFoundError   what is asked for by its id is not there
    ├── PeopleError     a people file that is none, or that has no such person
    ├── ExportError     an export that cannot be written: a file in the way, a library that is missing
    └── ModelError      weights that are missing, damaged or of another version

Each carries fields beside its message: `report_id`, `start_char`, `where` (a path, an address or a field such
as ``acts[0].trigger``), `found` and `expected`. A field is None when it does not apply.
"""

from onrecord.records.rejected import Rejected


class OnrecordError(Exception):
    """Base of all errors that this package raises on purpose.

    >>> str(RecordError("confidence out of range", where="acts[0].confidence", found="1.2", expected="0 to 1"))
    'confidence out of range at acts[0].confidence: found 1.2, expected 0 to 1'
    """

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        found: str | None = None,
        expected: str | None = None,
        report_id: str | None = None,
        start_char: int | None = None,
    ) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.found = found
        self.expected = expected
        self.report_id = report_id
        self.start_char = start_char

    def __str__(self) -> str:
        places = [self.what]
        if self.where is not None:
            places.append(f"at {self.where}")
        if self.start_char is not None:
            places.append(f"at character {self.start_char}")
        if self.report_id is not None:
            places.append(f"in report {self.report_id}")
        values = [f"{name} {value}" for name, value in (("found", self.found), ("expected", self.expected)) if value]
        return " ".join(places) + (f": {', '.join(values)}" if values else "")


class InputError(OnrecordError):
    """An input that cannot be read as a report, for instance a web page that is empty once its menus are gone.

    `reason` is the short code that the Rejected record gets.
    """

    def __init__(
        self,
        what: str,
        *,
        reason: str = "unreadable",
        where: str | None = None,
        found: str | None = None,
        expected: str | None = None,
    ) -> None:
        super().__init__(what, where=where, found=found, expected=expected)
        self.reason = reason

    def rejected(self, where: str | None = None) -> Rejected:
        """The record of this rejection; `where` stands in when the error does not know its input."""
        return Rejected(where=self.where or where or "", reason=self.reason, detail=str(self))


class RecordError(OnrecordError):
    """A record that breaks its own rules, for instance a confidence of 1.2, or bytes that are no record."""


class SpanError(RecordError):
    """A span that does not lie on the report's stored text, for instance 990 to 1004 in a text of 1000."""


class NamingError(RecordError):
    """A name that means no act or party, or that may mean several, for instance *Georgia*; it says what to give."""


class LedgerError(OnrecordError):
    """A ledger that cannot be opened, or that holds what it should not, for instance the tables of a newer version."""


class NotFoundError(LedgerError):
    """What is asked for by its id is not there, for instance a report that no ledger line has."""


class MatterError(OnrecordError):
    """A file that holds no matter, or a question about a matter that has no such party, instrument or happening."""


class PeopleError(OnrecordError):
    """A file that does not say who may use a site, or that has no such person."""


class ExportError(OnrecordError):
    """An export that cannot be written, for instance to a file that is there already."""


class ModelError(OnrecordError):
    """Weights that are missing, damaged or of another version than the code."""


def check_confidence(confidence: float, *, where: str) -> None:
    """Raise RecordError unless a confidence is a probability; NaN is none."""
    if not 0 <= confidence <= 1:
        raise RecordError("confidence out of range", where=where, found=str(confidence), expected="0 to 1")
