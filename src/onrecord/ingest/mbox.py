"""mbox: a file of messages one after another, read as it comes, so that any amount of mail takes the memory of one."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.ingest.drafts import Draft, finish_report
from onrecord.ingest.mail import draft_from_mail
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report

# A line such as "From desk@harbourtimes.example Sun Jun 30 08:00:00 2024" after a blank one. The standard library's
# mailbox takes each line that begins with "From " for one, and so cuts "From Monday the port will be shut" off.
_START = re.compile(rb"From \S+\s+(?:\w{3}\s+)?\w{3}\s+\d{1,2}\s+\d{1,2}:\d\d")
_QUOTED_START = re.compile(rb">+From ")


def read_mbox(stream: BinaryIO, where: str, options: IngestOptions) -> Iterator[Report | Rejected]:
    """A report or a rejection for each message, for instance one named ``briefings.mbox:12``."""
    for number, data in split_mbox(stream, max_bytes=options.max_bytes):
        place = f"{where}:{number}"
        try:
            yield finish_report(_read_message(data, options), options)
        except InputError as error:
            yield error.rejected(place)


def split_mbox(stream: BinaryIO, *, max_bytes: int) -> Iterator[tuple[int, bytes]]:
    """Each message with its number from 1, without the line that starts it; one over the limit is cut one byte past it.

    Raises InputError where the file does not begin as an mbox does.
    """
    number, message, after_blank = 0, bytearray(), True
    while line := stream.readline(max_bytes + 1):
        if after_blank and _START.match(line):
            if number:
                yield number, bytes(message)
            number, message = number + 1, bytearray()
        elif number:
            room = max_bytes + 1 - len(message)
            message += (line[1:] if _QUOTED_START.match(line) else line)[:room]
        elif line.strip():
            found = repr(line[:40].decode("ascii", "replace"))
            expected = "a line like: From desk@paper.example Sun Jun 30 08:00:00 2024"
            raise InputError("not an mbox", reason="bad_mbox", found=found, expected=expected)
        after_blank = not line.strip()
    if number:
        yield number, bytes(message)


def _read_message(data: bytes, options: IngestOptions) -> Draft:
    if len(data) > options.max_bytes:
        limit = f"at most {options.max_bytes} bytes"
        raise InputError("message is too large", reason="too_large", found="more", expected=limit)
    return draft_from_mail(data)
