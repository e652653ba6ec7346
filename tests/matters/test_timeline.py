from onrecord.matters.changes import find_changes
from onrecord.matters.timeline import fold_timeline
from tests.matters.telling import fold_of
from tests.matters.test_positions import ANNOUNCED, GRANTED, NEVER, SIGNED, SOUGHT


def test_timeline_tells_stages_in_order_and_each_once() -> None:
    entries = fold_timeline(fold_of(NEVER, GRANTED, SOUGHT, ANNOUNCED).steps)
    assert [entry.stage for entry in entries] == ["announced", "leave_sought", "leave_granted", "not_filed"]
    assert all(entry.is_stated is False for entry in entries)


def test_changes_tell_what_is_new_and_what_moved() -> None:
    before, after = fold_of(GRANTED), fold_of(GRANTED, NEVER, SIGNED)
    changes = find_changes(before.table(), after.table())
    moved = {(each.before.stage if each.before else None, each.after.stage if each.after else None) for each in changes}
    assert moved == {("leave_granted", "not_filed"), (None, "signed")}
    assert find_changes(after.table(), after.table()) == ()
