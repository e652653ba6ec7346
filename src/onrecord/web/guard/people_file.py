"""People file: who may use a site, as TOML with a table a person; tokens are in it as their hashes alone.

[[people]]
name = "Ada Fenn"
role = "reviewer"
token_sha256 = "6b3a55e0261b0304143f805a24924d0c1c44524821305f31d9277843b8a10f4e"
added = 2026-11-25
"""

import os
import re
import secrets
import tempfile
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import tomlkit
from tomlkit.items import AoT

from onrecord.records.errors import PeopleError
from onrecord.web.guard.people import People, Person, Role, hash_token

_KEYS = {"name", "role", "token_sha256", "added"}
_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"\S(?:[^\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,78}\S)?")
_COMMENT = "Who may use the page of onrecord; tokens are kept as hashes alone. See docs/serve.md."


class PeopleFile(People):
    """The people of a file, read again when somebody changes it. PeopleError for a file that is none when it is made.

    A file that is broken or gone later lets nobody in, so that nobody stays whom it does not name; `wrong` tells why.
    """

    def __init__(self, path: str | Path) -> None:
        super().__init__()
        self._path = Path(path)
        self._state = _state(self._path)
        self._people = read_people(self._path)
        self.wrong: str | None = None

    def everybody(self) -> tuple[Person, ...]:
        state = _state(self._path)
        if state != self._state:
            try:
                self._people, self.wrong = read_people(self._path), None
            except PeopleError as error:
                self._people, self.wrong = (), str(error)
            self._state = state
        return self._people


def read_people(path: Path) -> tuple[Person, ...]:
    """The people of a file, in its order; PeopleError that names what is wrong."""
    return _people(_read(path), path)


def add_person(path: Path, name: str, role: Role, day: date) -> str:
    """Put a person into a file, which is made when there is none; the token, which is kept nowhere."""
    text = _read(path) if path.exists() else f"# {_COMMENT}\n"
    people = _people(text, path)
    if not _NAME.fullmatch(name):
        raise PeopleError("no name for a person", found=repr(name), expected="up to 80 characters on one line")
    if name in {each.name for each in people}:
        raise PeopleError(f"{name} is there already; for another token, remove the person first", where=str(path))
    token = secrets.token_urlsafe(32)
    document = tomlkit.parse(text)
    tables = document.setdefault("people", tomlkit.aot())
    table = tomlkit.table()
    table.update({"name": name, "role": role, "token_sha256": hash_token(token), "added": day})
    tables.append(table)
    _write(path, tomlkit.dumps(document))
    return token


def remove_person(path: Path, name: str) -> None:
    """Take a person out of a file; whoever has signed in as him is out at once."""
    text = _read(path)
    names = [each.name for each in _people(text, path)]
    if name not in names:
        raise PeopleError(f"no {name} there", where=str(path), found=", ".join(names) or "nobody")
    document = tomlkit.parse(text)
    tables = document["people"]
    assert isinstance(tables, AoT)  # noqa: S101 - the names were read from it
    del tables[names.index(name)]
    if not tables:
        del document["people"]
    _write(path, tomlkit.dumps(document))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        start = f"onrecord people add NAME --role reviewer --file {path}"
        raise PeopleError(f"no people file {path}; start one with: {start}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise PeopleError(f"the people file cannot be read: {error}", where=str(path)) from error


def _people(text: str, path: Path) -> tuple[Person, ...]:
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PeopleError(f"no TOML: {error}", where=str(path)) from error
    tables = given.get("people", [])
    if given.keys() - {"people"} or not isinstance(tables, list):
        raise PeopleError("no people file", where=str(path), found=", ".join(given), expected="tables [[people]]")
    people = tuple(_person(table, f"{path}, person {number}") for number, table in enumerate(tables, 1))
    for field in ("name", "token_sha256"):
        values = [getattr(each, field) for each in people]
        if len(set(values)) < len(values):
            raise PeopleError(f"two people with one {field}", where=str(path), expected="one each")
    return people


def _person(table: Any, where: str) -> Person:
    if not isinstance(table, dict) or table.keys() - _KEYS:
        raise PeopleError("no person", where=where, expected=", ".join(sorted(_KEYS)))
    name, role, token, added = (table.get(key) for key in ("name", "role", "token_sha256", "added"))
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise PeopleError("no name", where=where, found=repr(name), expected="up to 80 characters on one line")
    if role not in get_args(Role):
        raise PeopleError("no such role", where=where, found=repr(role), expected=" or ".join(get_args(Role)))
    known: Role = "reviewer" if role == "reviewer" else "reader"
    if not isinstance(token, str) or not _HASH.fullmatch(token):
        raise PeopleError("no hash of a token", where=where, expected="64 hexadecimal digits in token_sha256")
    return Person(name=name, role=known, token_sha256=token, added=None if added is None else str(added))


def _write(path: Path, text: str) -> None:
    """Put the file in the place of the one before, whole or not at all, for its owner alone to read."""
    try:
        handle, made = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")  # with mode 0600
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(made).replace(path)
    except OSError as error:
        raise PeopleError(f"the people file cannot be written: {error}", where=str(path)) from error


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
