from onrecord.web.desk import Desk
from onrecord.web.review_queue import find_place, find_queued, queue_acts
from tests.web.conftest import MakeSite


def test_what_a_position_stands_on_alone_comes_first(make_site: MakeSite) -> None:
    queue = queue_acts(Desk(make_site()).fold("warrants"))
    hang = [each.hangs for each in queue]
    assert any(hang)
    assert hang == sorted(hang, reverse=True)


def test_by_sureness_the_least_sure_comes_first(make_site: MakeSite) -> None:
    queue = queue_acts(Desk(make_site()).fold("warrants"), "sureness")
    sureness = [each.act.confidence for each in queue]
    assert sureness == sorted(sureness)


def test_an_act_has_its_place_and_one_that_is_gone_has_none(make_site: MakeSite) -> None:
    queue = queue_acts(Desk(make_site()).fold("warrants"))
    assert find_place(queue, queue[3].name) == 3
    assert find_place(queue, "r:gone#e1") is None


def test_an_act_of_a_matter_is_found_by_its_name(make_site: MakeSite) -> None:
    kept = Desk(make_site()).fold("warrants")
    first = queue_acts(kept)[0]
    assert find_queued(kept, first.name) == first
    assert find_queued(kept, "r:gone#e1") is None
