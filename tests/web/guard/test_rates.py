from onrecord.web.guard.rates import Rates


def test_writes_are_counted_by_person() -> None:
    rates = Rates(writes="2/minute")
    assert [rates.spend_write("Ada"), rates.spend_write("Ada")] == [None, None]
    wait_s = rates.spend_write("Ada")
    assert wait_s is not None
    assert 1 <= wait_s <= 60
    assert rates.spend_write("Ben") is None


def test_sign_ins_are_counted_by_address_apart_from_writes() -> None:
    rates = Rates(sign_ins="1/minute")
    assert rates.spend_sign_in("192.0.2.7") is None
    assert rates.spend_sign_in("192.0.2.7")
    assert rates.spend_sign_in("192.0.2.8") is None
    assert rates.spend_write("192.0.2.7") is None
