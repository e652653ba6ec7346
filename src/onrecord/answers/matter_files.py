"""Matter files: a matter read from its file, and the matters of some files, read again when somebody changes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.matters.matter_file import read_matter
from onrecord.records.errors import MatterError
from onrecord.records.matters import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A matter file as it was read last: its state on the disk, its matter, and what is wrong with it now."""

    state: tuple[int, int] | None
    matter: Matter
    wrong: str | None = None


class MatterFiles:
    """The matters of some files, by id. MatterError for a file that holds none, or two of one id, when it is made.

    A file that is broken later keeps its last good matter, and `wrong` tells what is the matter with it.
    """

    def __init__(self, places: Iterable[str | Path]) -> None:
        self._read = {path: _read(path) for path in map(Path, places)}
        seen: dict[str, Path] = {}
        for path, read in self._read.items():
            if read.matter.id in seen:
                raise MatterError(
                    "two matters of one id", where=str(path), found=f"{read.matter.id!r}, as in {seen[read.matter.id]}"
                )
            seen[read.matter.id] = path

    def matters(self) -> dict[str, Matter]:
        """The matters by their ids, in the order of their files."""
        for path, read in self._read.items():
            if (state := _state(path)) != read.state:
                try:
                    self._read[path] = _read(path)
                except MatterError as error:
                    self._read[path] = FileRead(state=state, matter=read.matter, wrong=str(error))
        return {read.matter.id: read.matter for read in self._read.values()}

    def wrong(self) -> dict[str, str]:
        """What is wrong with files now, by the id of the matter that they held."""
        return {read.matter.id: read.wrong for read in self._read.values() if read.wrong is not None}


def open_matter(place: str | Path) -> Matter:
    """The matter of a file; MatterError where there is none, with the way to start one."""
    try:
        text = Path(place).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MatterError(
            f"no matter file {place}; start one with: onrecord matter new REPORT... --out {place}"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise MatterError(f"the matter file cannot be read: {error}", where=str(place)) from error
    return read_matter(text, where=str(place))


def _read(path: Path) -> FileRead:
    state = _state(path)
    return FileRead(state=state, matter=open_matter(path))


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
