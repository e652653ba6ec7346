from onrecord.web.desk import Desk
from onrecord.web.review_queue import find_place, queue_acts
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


def test_an_act_that_is_gone_leaves_the_queue_at_its_beginning(make_site: MakeSite) -> None:
    queue = queue_acts(Desk(make_site()).fold("warrants"))
    assert find_place(queue, queue[3].name) == 3
    assert find_place(queue, "r:gone#e1") == 0
