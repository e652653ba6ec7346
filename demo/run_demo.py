"""The demo: reads the reports beside it into a fresh ledger and asks the ledger, by the commands a user would type.

Run it with `make demo`, or with `python demo/run_demo.py` where onrecord is installed.
"""

import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEDGER = Path("build/demo/onrecord.db")
DISCLAIMER = (
    "These reports were written for this demonstration; the reporting outlets are fictional; the facts follow the\n"
    "public record. What unnamed diplomats, lawyers and officials tell these outlets is made up along with them."
)
TRY_NEXT = f"""\
What to try next
  .venv/bin/onrecord read demo/reports/09-courier-on-letters.md          a report that cites a wire that cites a site
  .venv/bin/onrecord read demo/reports/14-accounts-differ.md --json      the record itself, as JSON
  .venv/bin/onrecord search withdrawn --ledger {LEDGER}     reports by the words of their text
  .venv/bin/onrecord timeline demo/warrants.toml --party GBR --ledger {LEDGER}   Britain's steps, in their order
  .venv/bin/onrecord acts --status denied --ledger {LEDGER} what somebody is reported to deny
  .venv/bin/onrecord read YOUR-REPORT.html                               your own text, page or address
Open the page on what was just built, at http://127.0.0.1:8473/ (stop it with Ctrl-C):
  .venv/bin/onrecord serve demo/warrants.toml --ledger {LEDGER}
demo/README.md tells what the reports hold; demo/expected.toml what a careful reader would put on record for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of the demo, with the line that says what it is for."""

    what: str
    args: tuple[str, ...]

    @property
    def typed(self) -> str:
        return shlex.join(("onrecord", *self.args))


STEPS = (
    Step(
        what="Read sixteen reports into a fresh ledger",
        args=("add", "demo/reports", "--ledger", str(LEDGER)),
    ),
    Step(
        what="The record of one report: a wire tells what a site has from two officials",
        args=("show", "demo-07", "--ledger", str(LEDGER)),
    ),
    Step(
        what="The acts of all reports: who did what to whom, with its status and who is cited for it",
        args=("acts", "--ledger", str(LEDGER)),
    ),
    Step(
        what="Who is cited by whom: ten outlets with one story may have it from one place",
        args=("cited", "--ledger", str(LEDGER)),
    ),
    Step(
        what="Who has what from whom: six reports of the letters to 25 states are one origin",
        args=("origins", "demo/warrants.toml", "--ledger", str(LEDGER)),
    ),
    Step(
        what="Where each party stands, by which act and according to whom",
        args=("positions", "demo/warrants.toml", "--ledger", str(LEDGER)),
    ),
)


def main() -> int:
    """Run each step; the first one that fails ends the demo with its exit code."""
    clear_ledger(ROOT / LEDGER)
    say(DISCLAIMER)
    for number, step in enumerate(STEPS, 1):
        say(f"\n{number}. {step.what}\n$ {step.typed}")
        code = run_step(step)
        if code:
            say(f"\nThe demo stops here: the command above ended with exit code {code}.")
            return code
    say(f"\n{TRY_NEXT}")
    return 0


def clear_ledger(ledger: Path) -> None:
    """Remove the ledger of an earlier run, with the files that SQLite keeps beside it."""
    ledger.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("", "-wal", "-shm", "-journal"):
        ledger.with_name(ledger.name + suffix).unlink(missing_ok=True)


def run_step(step: Step) -> int:
    """Run the command with this Python in the folder of the repository, its output going where ours goes."""
    command = [sys.executable, "-m", "onrecord.cli.main", *step.args]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - the arguments are written above


def say(words: str) -> None:
    """Words to stdout at once, so that they stand before the output of the next command."""
    print(words, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
