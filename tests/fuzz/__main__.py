"""Tries each target, or those named, on ONRECORD_FUZZ inputs (2,000 unless said), other ones each time."""

import os
import sys
import traceback

from tests.fuzz.running import try_target
from tests.fuzz.targets import TARGETS


def main(names: list[str]) -> int:
    examples, failed = int(os.environ.get("ONRECORD_FUZZ", "2000")), 0
    for name in names or TARGETS:
        try:
            tally = try_target(name, examples, derandomize=False)
        except Exception:  # noqa: BLE001 - told, and the next is tried
            failed += 1
            print(f"{name:20} FAILED", flush=True)
            traceback.print_exc()
        else:
            print(f"{name:20} {tally.tried:>9,} inputs, {tally.refused:>9,} refused with a reason", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
