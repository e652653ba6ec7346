import click
import pytest

from onrecord.cli.exits import Exit, exit_for, run_cleanly


@pytest.mark.parametrize(("accepted", "rejected", "code"), [(2, 0, 0), (0, 0, 0), (2, 1, 1), (0, 1, 3)])
def test_exit_code_tells_what_came_of_the_inputs(accepted: int, rejected: int, code: int) -> None:
    assert exit_for(accepted, rejected) == code


def test_interrupt_ends_with_one_clean_message(capsys: pytest.CaptureFixture[str]) -> None:
    @click.command
    def stopped() -> None:
        raise KeyboardInterrupt

    assert run_cleanly(stopped, []) == Exit.INTERRUPTED
    assert "Stopped." in capsys.readouterr().err


def test_wrong_option_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_cleanly(click.Command("plain"), ["--nothing"]) == Exit.USAGE
    assert "No such option" in capsys.readouterr().err
