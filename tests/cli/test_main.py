import subprocess
import sys

import pytest

from onrecord.cli.main import COMMANDS
from tests.cli.conftest import Run

HEAVY = ("numpy", "onnxruntime", "sqlalchemy", "tokenizers", "trafilatura", "rich", "httpx")


def test_help_names_every_command_and_exit_code(run: Run) -> None:
    output = run("--help").output
    assert all(f"\n  {name} " in output for name in COMMANDS)
    assert all(f"\n    {code} " in output for code in (0, 1, 2, 3, 130))


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from onrecord.cli.main import cli; cli(['--help'], standalone_mode=False); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = ran.stdout.split()
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_has_an_example(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"  onrecord {name} " in result.output
    assert "Example" in result.output


def test_unknown_command_is_a_usage_error(run: Run) -> None:
    assert run("nothing").exit_code == 2


def test_closed_pipe_ends_the_command_silently() -> None:
    command = f"{sys.executable} -m onrecord.cli.main --help | true; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert (ran.returncode, ran.stderr) == (0, "")
