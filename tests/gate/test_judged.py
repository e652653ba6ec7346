"""Judged sheets: acts drawn from documents, marked by hand, summed, and looked for again in today's reading."""

import json
from pathlib import Path
from typing import Any

import pytest

from gate import judged
from gate.corpus_news import join_words, list_news, read_news
from onrecord.reader.reader import Reader

NEWS = {
    "a.txt": "Norway asked Jamaica to lift the ban. Jamaica refused, a minister said.",
    "b.txt": "Chad's president visited Peru. He thanked his hosts. Peru expelled two envoys on Monday.",
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A corpora folder with one corpus of two short reports."""
    folder = tmp_path / "wire" / "train" / "text"
    folder.mkdir(parents=True)
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "wire" / "metadata.tsv").write_text("filename\tpublication_date\na\t2021-05-04\n", encoding="utf-8")
    return tmp_path


def sheet_of(root: Path, reader: Reader, acts: int = 60, seed: int = 1) -> list[dict[str, Any]]:
    news = [read_news(path, root=root) for path in list_news(root / "wire" / "train" / "text")]
    return judged.draw(news, reader, acts=acts, seed=seed)


def test_an_act_is_drawn_with_its_record_and_the_sentence_that_tells_it(root: Path, reader: Reader) -> None:
    line = next(line for line in sheet_of(root, reader) if line["type"] == "sanction")
    assert (line["document"], line["actors"], line["status"]) == ("wire/train/text/b.txt", ["Peru"], "actual")
    assert NEWS["b.txt"][slice(*line["trigger"])] == "expelled"
    assert line["sentence"] == "Peru [expelled] two envoys on Monday."
    assert line["before"] == "He thanked his hosts."
    assert line["right"] is None


def test_a_draw_is_the_same_for_the_same_seed_and_no_larger_than_asked(root: Path, reader: Reader) -> None:
    assert sheet_of(root, reader, acts=2, seed=7) == sheet_of(root, reader, acts=2, seed=7)
    assert len(sheet_of(root, reader, acts=2)) == 2


def test_a_census_has_every_act_and_the_judgement_of_the_same_record_alone(root: Path, reader: Reader) -> None:
    news = [read_news(path, root=root) for path in list_news(root / "wire" / "train" / "text")]
    first, second, *rest = (line | {"right": True, "why": ""} for line in sheet_of(root, reader))
    other = second | {"status": "denied"}
    counted = list(judged.census(news, reader, [first | {"right": False}, first, other]))
    assert len(counted) == 2 + len(rest)
    assert [line["right"] for line in counted][:2] == [True, None]


def test_a_stripped_sheet_has_none_of_the_corpus_sentences(root: Path, reader: Reader) -> None:
    kept = json.dumps(list(judged.strip(sheet_of(root, reader))))
    assert "expelled two envoys" not in kept
    assert '"trigger"' in kept


def test_precision_counts_what_was_judged_alone() -> None:
    assert judged.precision_of([{"right": True}, {"right": False}, {"right": None}, {"right": True}]) == (2, 3)


def test_an_act_is_still_told_only_if_nothing_of_its_record_changed(root: Path, reader: Reader) -> None:
    line = next(line for line in sheet_of(root, reader) if line["type"] == "sanction")
    other_actor, other_status = line | {"actors": ["Chad"]}, line | {"status": "planned"}
    moved, other_chain = line | {"trigger": [0, 1]}, line | {"chain": ["Norway"]}
    told = judged.still_told([line, other_actor, other_status, moved, other_chain], reader, root=root)
    assert told == [True, False, False, False, False]


def test_the_score_says_how_many_right_and_wrong_ones_are_left() -> None:
    lines: list[dict[str, Any]] = [{"right": True}, {"right": True}, {"right": False}, {"right": None}]
    report = list(judged.report_score(lines, [True, False, True, True]))
    assert report[0] == "precision 0.667: 2 right of 3 judged, 1 not judged"
    assert report[1] == "today's reader tells 1 of the 2 right ones just as they were judged"
    assert report[2] == "today's reader tells 1 of the 1 wrong ones just as they were judged"


def test_a_document_has_the_day_of_the_metadata_or_none(root: Path) -> None:
    folder = root / "wire" / "train" / "text"
    assert [read_news(path, root=root).published for path in list_news(folder)] == ["2021-05-04", None]


def test_words_of_a_tagged_file_are_set_as_print() -> None:
    words = ['"', "We", "left", ",", '"', "Peru", "'s", "envoy", "(", "49", ")", "said", "."]
    assert join_words("\n".join(f"{word}\tO" for word in words)) == '"We left," Peru\'s envoy (49) said.'


SHEETS = sorted((Path(judged.__file__).parent / "sheets").glob("*.jsonl"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_kept_sheet_is_judged_and_holds_none_of_the_corpus_sentences(sheet: Path) -> None:
    lines = judged.read_sheet(sheet)
    assert len(lines) >= 40
    assert not any(word in line for line in lines for word in judged.WORDS)
    assert all(line["right"] is True or (line["right"] is False and line["why"]) for line in lines)
