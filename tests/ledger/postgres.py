"""A PostgreSQL of the tests' own: a cluster in a folder that goes with it, reached by a socket there, no port."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote

NEEDED = "ONRECORD_NEED_POSTGRES"
MISSING = "no PostgreSQL server programs here (on Debian: apt-get install postgresql)"
_DEBIAN = Path("/usr/lib/postgresql")
_SETTINGS = "-c listen_addresses= -c fsync=off -c max_connections=60 -c shared_buffers=32MB"


def find_programs() -> Path | None:
    """The folder of initdb and pg_ctl; Debian keeps it off the path."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(_DEBIAN.glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "pg_ctl").exists()), None)


@contextmanager
def running(programs: Path) -> Iterator["Cluster"]:
    """A cluster that runs for as long as the block does."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-", dir="/tmp"))
    owner = _owner()
    if owner is not None:
        shutil.chown(folder, owner)
    data = folder / "data"
    try:
        _run(owner, programs / "initdb", "-D", data, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
             "--no-sync")  # fmt: skip
        _run(owner, programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", f"{_SETTINGS} -k {folder}",
             "start")  # fmt: skip
        try:
            yield Cluster(folder)
        finally:
            _run(owner, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


class Cluster:
    """Gives out schemas, each an empty place for a ledger."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    def new_schema(self) -> str:
        """The address of a ledger that is not there yet."""
        import psycopg

        name = f"s{next(self._numbers)}"
        with psycopg.connect(host=str(self._folder), user="onrecord", dbname="postgres") as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        options = quote(f"-csearch_path={name}")
        return f"postgresql://onrecord@/postgres?host={quote(str(self._folder))}&options={options}"


def _owner() -> str | None:
    """Whom the server runs as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    users = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"


def _run(owner: str | None, *command: object) -> None:
    # its output goes to no pipe: the server would keep that open, and nobody would see its end
    done = subprocess.run(list(map(str, command)), user=owner, cwd="/", check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    assert done.returncode == 0, f"{command[0]} failed with {done.returncode}"
