import io
import json
from pathlib import Path

import pytest

from onrecord.ingest.fetch import Page
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.sources import read_inputs
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report
from tests.ingest.archived import packed, page
from tests.ingest.mailed import plain

OPTIONS = IngestOptions()


def read(*sources: str | Path, stdin: bytes = b"") -> list[Report | Rejected]:
    return list(read_inputs(map(str, sources), options=OPTIONS, stdin=io.BytesIO(stdin)))


def texts(found: list[Report | Rejected]) -> list[str]:
    return [one.text for one in found if isinstance(one, Report)]


def reasons(found: list[Report | Rejected]) -> list[tuple[str, str]]:
    return [(Path(one.where).name, one.reason) for one in found if isinstance(one, Rejected)]


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_folder_is_read_by_name_and_all_the_way_down(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in ("Third.", "Fourth."))
    folder = fill(tmp_path, {"c.jsonl": lines, "a.txt": "First.", "b/x.md": "Second.", "d.html": "<p>Fifth one.</p>"})
    assert texts(read(folder)) == ["First.", "Second.", "Third.", "Fourth.", "Fifth one."]


def test_folder_tells_once_of_what_it_could_not_read(tmp_path: Path) -> None:
    folder = fill(
        tmp_path, {"a.docx": "", "sub/b.docx": "", "c": "", ".hidden.txt": "No.", ".git/d.txt": "No.", "e.txt": "Yes."}
    )
    found = read(folder)
    assert texts(found) == ["Yes."]
    rejected = found[-1]
    assert isinstance(rejected, Rejected)
    assert (rejected.where, rejected.reason) == (str(folder), "unknown_type")
    assert ".docx (2), no suffix (1)" in rejected.detail


def test_folder_that_leads_back_to_itself_is_read_once(tmp_path: Path) -> None:
    folder = fill(tmp_path, {"a.txt": "Once."})
    (folder / "round").symlink_to(folder)
    assert texts(read(folder)) == ["Once."]


def test_folder_of_mail_and_archives_is_read(tmp_path: Path) -> None:
    start = b"From desk@h.example Sun Jun 30 08:00:00 2024\n"
    (tmp_path / "a.mbox").write_bytes(start + plain("One.") + b"\n\n" + start + plain("Two."))
    (tmp_path / "b.EML").write_bytes(plain("Three."))
    (tmp_path / "c.WARC.gz").write_bytes(packed([page("Freedonia wrote four.")]))
    assert texts(read(tmp_path)) == ["One.", "Two.", "Three.", "Freedonia wrote four."]


def test_archive_that_is_none_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = fill(tmp_path, {"a.mbox": "Dear reader", "b.warc": "", "c.txt": "Good.", "d.gz": ""})
    found = read(folder)
    assert texts(found) == ["Good."]
    assert [reason for _, reason in reasons(found)] == ["bad_mbox", "empty", "unknown_type"]


def test_empty_folder_is_told(tmp_path: Path) -> None:
    assert reasons(read(tmp_path)) == [(tmp_path.name, "empty")]


def test_one_bad_source_does_not_stop_the_rest(tmp_path: Path) -> None:
    folder = fill(tmp_path, {"a.txt": " \n", "b.docx": "x", "c.json": "{", "d.txt": "Good."})
    found = read(
        folder / "a.txt", folder / "b.docx", folder / "c.json", folder / "no.txt", "ftp://h.example/", folder / "d.txt"
    )
    assert [reason for _, reason in reasons(found)] == ["empty", "unknown_type", "bad_json", "not_found", "bad_url"]
    assert texts(found) == ["Good."]


def test_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = fill(tmp_path, {"a.txt": "A.", "b.jsonl": "{}"})
    monkeypatch.setattr(Path, "open", closed)
    assert reasons(read(folder)) == [("a.txt", "not_readable"), ("b.jsonl", "not_readable")]


def test_json_lines_in_utf_16_are_refused_once(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "A."}\n' * 3, encoding="utf-16")
    assert reasons(read(tmp_path / "a.jsonl")) == [("a.jsonl", "encoding")]


@pytest.mark.parametrize(
    ("stdin", "expected"),
    [
        (b"\nThe ministry wrote.\nIt waits.\n", ["The ministry wrote.\nIt waits."]),
        (b'\n {"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ("\ufeffThe café closed.".encode(), ["The café closed."]),
        ("The café closed.\nAll.".encode("utf-16"), ["The café closed.\nAll."]),
    ],
)
def test_standard_input_is_a_text_or_json_lines(stdin: bytes, expected: list[str]) -> None:
    assert texts(read("-", stdin=stdin)) == expected


def test_standard_input_without_a_text_is_told() -> None:
    assert reasons(read("-", stdin=b" \n")) == [("-", "empty")]


def test_web_address_is_fetched_and_its_failure_told() -> None:
    def fetch(url: str, options: IngestOptions) -> Page:  # noqa: ARG001 - the shape of a fetch
        if url.endswith("gone"):
            raise InputError("address gave no page", reason="http_status")
        return Page(url=url, media_type="text/plain", charset=None, body=b"The ministry wrote.")

    sources = ["https://h.example/gone", "HTTPS://h.example/2024/06/30/a"]
    rejected, report = read_inputs(sources, options=OPTIONS, fetch=fetch)
    assert isinstance(rejected, Rejected)
    assert (rejected.where, rejected.reason) == (sources[0], "http_status")
    assert isinstance(report, Report)
    assert (report.published, report.published_basis) == ("2024-06-30", "url")
