"""IRIs: names of what is exported, the same each time, so that two exports of one record say the same of it."""

import hashlib
from dataclasses import dataclass

from onrecord.records import Reading

_READER_CHARS = 16


@dataclass(frozen=True, slots=True)
class Iris:
    """The names for one reading: *urn:onrecord:report:3zo4fhc2wfkrcqxp*, and within a reading *...#e1*."""

    reading: Reading

    @property
    def report(self) -> str:
        return f"urn:onrecord:report:{self.reading.report.id.removeprefix('r:')}"

    @property
    def reader(self) -> str:
        digest = hashlib.sha256(self.reading.reader.encode("utf-8")).hexdigest()
        return f"urn:onrecord:reader:{digest[:_READER_CHARS]}"

    @property
    def record(self) -> str:
        """The reading: one report by one reader."""
        return f"urn:onrecord:reading:{self.report.rpartition(':')[2]}:{self.reader.rpartition(':')[2]}"

    def of(self, key: str) -> str:
        """A party, attribution or act of the reading by its id."""
        return f"{self.record}#{key}"

    def all_of(self, keys: tuple[str, ...]) -> list[str]:
        return [self.of(key) for key in keys]
