"""Judgement: what each verb must have, and the way through the codec."""

from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.records.codec import decode_record, encode_record
from onrecord.records.errors import RecordError
from onrecord.records.judgements import ActKey, Correction, Judgement, PartyChange, PartyName, Verb
from tests.records.strategies import any_record

KEY = ActKey(report="r:1", trigger=Span(10, 15), type="request")
FREEDONIA, SYLVANIA = PartyName(kind="state", name="Freedonia"), PartyName(kind="state", name="Sylvania")
PARTS: dict[Verb, dict[str, Any]] = {
    "accept": {"acts": (KEY,)},
    "reject": {"acts": (KEY,)},
    "correct": {"acts": (KEY,), "correction": Correction(status="planned")},
    "merge_parties": {"parties": (FREEDONIA, SYLVANIA)},
    "split_party": {"parties": (FREEDONIA, SYLVANIA), "reports": ("r:1",)},
    "merge_happenings": {"acts": (KEY, replace(KEY, report="r:2"))},
    "split_happenings": {"acts": (KEY, replace(KEY, report="r:2"))},
    "undo": {"undoes": 3},
}


def judgement(verb: Verb, **parts: Any) -> Judgement:
    return Judgement(**{"verb": verb, "by": "Ada Fenn", "why": "the headline is satire"} | parts)


@pytest.mark.parametrize("verb", get_args(Verb))
def test_judgement_of_each_verb_survives_the_codec(verb: Verb) -> None:
    made = judgement(verb, **PARTS[verb])
    assert decode_record(encode_record(made), Judgement) == made


@settings(max_examples=40)
@given(any_record(Correction), st.lists(any_record(ActKey), min_size=1, max_size=1))
def test_any_correction_survives_the_codec(correction: Correction, acts: list[ActKey]) -> None:
    try:
        made = judgement("correct", acts=tuple(acts), correction=correction)
    except RecordError as error:
        assert error.what in ("a correction of nothing", "a change of no party")  # noqa: PT017 - no other refusals
        return
    assert decode_record(encode_record(made), Judgement) == made


@pytest.mark.parametrize("verb", get_args(Verb))
def test_judgement_wants_the_parts_of_its_verb_and_no_others(verb: Verb) -> None:
    for part in PARTS[verb]:
        absent = {field.name: field.default for field in fields(Judgement)}[part]
        with pytest.raises(RecordError, match=f"no {verb} at {part}"):
            judgement(verb, **PARTS[verb] | {part: absent})
    for part, value in {"acts": (KEY,), "reports": ("r:1",), "undoes": 1}.items():
        if part not in PARTS[verb]:
            with pytest.raises(RecordError, match=f"no {verb} at {part}"):
                judgement(verb, **PARTS[verb] | {part: value})


@pytest.mark.parametrize("part", ["by", "why"])
def test_judgement_says_who_and_why(part: str) -> None:
    with pytest.raises(RecordError, match=f"without {part}"):
        judgement("undo", undoes=1, **{part: "  "})


def test_correction_corrects_something() -> None:
    with pytest.raises(RecordError, match="correction of nothing"):
        judgement("correct", acts=(KEY,), correction=Correction(instrument="filing"))
    with pytest.raises(RecordError, match="change of no party"):
        judgement("correct", acts=(KEY,), correction=Correction(parties=(PartyChange(role="actor"),)))
