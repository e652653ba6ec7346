from typing import Any

from onrecord.matters.changes import find_changes
from onrecord.matters.timeline import fold_timeline
from onrecord.records import Reading
from tests.matters.telling import act, fold_of, reading_of
from tests.matters.test_positions import ANNOUNCED, GRANTED, NEVER, SIGNED, SOUGHT


def test_timeline_tells_stages_in_order_and_each_once() -> None:
    entries = fold_timeline(fold_of(NEVER, GRANTED, SOUGHT, ANNOUNCED).steps)
    assert [entry.stage for entry in entries] == ["announced", "leave_sought", "leave_granted", "not_filed"]
    assert all(entry.is_stated is False for entry in entries)


def filing(words: str, published: str, **fields: Any) -> Reading:
    told = act("file", "filed", ["TGO"], ["Harbour Court"], object="its opinion", **fields)
    return reading_of(f"Togo filed its opinion {words} on dredging with the Harbour Court.", told, published=published)


def test_stated_times_that_overlap_are_one_entry_at_the_narrowest() -> None:
    wide, narrow = (
        filing("in June", "2024-07-02", day="2024-06-01/2024-06-30"),
        filing("on Friday", "2024-06-30", day="2024-06-28"),
    )
    [entry] = fold_timeline(fold_of(wide, narrow).steps)
    assert (entry.day, entry.time.until, len(entry.steps)) == ("2024-06-28", "2024-06-28", 2)


def test_what_was_not_done_so_far_is_another_entry_than_what_never_was() -> None:
    so_far = reading_of(
        "Togo has not filed its opinion on dredging with the Harbour Court so far.",
        act("file", "filed", ["TGO"], object="its opinion", status="negated"),
        published="2024-06-20",
    )
    entries = fold_timeline(fold_of(so_far, GRANTED, NEVER).steps)
    assert [(entry.stage, entry.day) for entry in entries] == [
        ("not_filed", "2024-06-20"), ("leave_granted", "2024-06-27"), ("not_filed", "2024-07-26"),
    ]  # fmt: skip


def test_changes_tell_what_is_new_and_what_moved() -> None:
    before, after = fold_of(GRANTED), fold_of(GRANTED, NEVER, SIGNED)
    changes = find_changes(before.table(), after.table())
    moved = {(each.before.stage if each.before else None, each.after.stage if each.after else None) for each in changes}
    assert moved == {("leave_granted", "not_filed"), (None, "signed")}
    assert find_changes(after.table(), after.table()) == ()
