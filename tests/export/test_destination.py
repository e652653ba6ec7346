"""A file that is there whole or not at all."""

from pathlib import Path

import pytest

from onrecord.export.destination import open_destination
from onrecord.records.errors import ExportError


def write_to(path: Path, words: bytes = b"new", *, force: bool = False) -> None:
    with open_destination(str(path), force=force) as stream:
        stream.write(words)


def test_file_is_written(tmp_path: Path) -> None:
    write_to(tmp_path / "acts.csv")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("acts.csv", b"new")]


def test_nothing_is_left_after_an_error(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_bytes(b"old")
    opened = open_destination(str(tmp_path / "acts.csv"), force=True)
    opened.__enter__().write(b"half")
    stopped = KeyboardInterrupt()
    assert not opened.__exit__(type(stopped), stopped, None)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("acts.csv", b"old")]


def test_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_bytes(b"old")
    with pytest.raises(ExportError, match="--force"):
        write_to(tmp_path / "acts.csv")
    assert (tmp_path / "acts.csv").read_bytes() == b"old"
    write_to(tmp_path / "acts.csv", force=True)
    assert (tmp_path / "acts.csv").read_bytes() == b"new"


def test_file_that_came_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "acts.csv"
    opened = open_destination(str(path), force=False)
    opened.__enter__().write(b"new")
    path.write_bytes(b"another's")
    with pytest.raises(ExportError, match="--force"):
        opened.__exit__(None, None, None)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("acts.csv", b"another's")]


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "acts.csv").symlink_to(tmp_path / "there" / "acts.csv")
    write_to(tmp_path / "acts.csv")
    assert (tmp_path / "acts.csv").is_symlink()
    assert (tmp_path / "there" / "acts.csv").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["", "missing/acts.csv", "/dev/null"])
def test_place_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError):
        write_to(tmp_path / name, force=True)
