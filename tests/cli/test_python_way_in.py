"""`import onrecord; onrecord.read(text)`, which needs no command line."""

import subprocess
import sys

import pytest

import onrecord
from tests.cli.fake_reader import FakeReader
from tests.factories import TEXT


def test_read_makes_a_reading_of_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onrecord, "_reader", FakeReader)
    reading = onrecord.read(TEXT, published="2024-06-30", outlet="Lakeside Post")
    assert (reading.report.outlet.name, reading.report.published) == ("Lakeside Post", "2024-06-30")
    assert "Freedonia asked 25 countries (unnamed) to file" in reading._repr_html_()


def test_import_alone_loads_nothing_heavy() -> None:
    code = "import sys, onrecord; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert {"numpy", "onnxruntime", "msgspec", "trafilatura"}.isdisjoint(ran.stdout.split())


def test_other_names_are_no_part_of_the_package() -> None:
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        onrecord.write  # noqa: B018
