"""Destination: where an export goes. A file is there whole or not at all, and never in place of another unasked."""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.records.errors import ExportError

STDOUT = "-"


@contextmanager
def open_destination(place: str, *, force: bool) -> Iterator[BinaryIO]:
    """A stream to a file, or to the standard output for ``-``.

    What is written stands in a file beside the wanted one until the block has ended well, then takes its name; on any
    error nothing is left. A file that is there is replaced only with `force`, and a link stays one.
    """
    if place == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(os.path.realpath(place))
    check_free(path, place, force=force)
    waiting = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with waiting.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        check_free(path, place, force=force)
        waiting.replace(path)
    except OSError as error:
        raise ExportError("the file cannot be written", where=place, found=error.strerror or str(error)) from error
    finally:
        waiting.unlink(missing_ok=True)


def check_free(path: Path, place: str, *, force: bool) -> None:
    """Raise ExportError when a file is in the way, or something that is no file."""
    if path.exists() and not path.is_file():
        kind = "a folder" if path.is_dir() else "no plain file"
        raise ExportError("not a place to write to", where=place, found=kind, expected="a file, or - for the output")
    if path.exists() and not force:
        raise ExportError("there is a file already; --force replaces it", where=place)
    if not path.parent.is_dir():
        raise ExportError("no such folder", where=str(path.parent), expected="a folder that is there")
