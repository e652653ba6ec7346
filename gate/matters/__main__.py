"""Score matter folders of gold: `python -m gate.matters ../shared/gold/icc-warrants`.

Without a folder it scores those in gate/matters/own, which were written for it. Rules were mended with them in view, so
they guard what works and say little of unseen matters. The matter is gate/matters/ID.toml, else it is derived from
the folder's matter.json; both are scored where both can be. Each is folded twice where every act of the reports is
annotated: from the reader's acts, and from the gold's, which tells the faults of the fold from those of the reader.
"""

import sys
from pathlib import Path

from gate.matters.derive import read_matter_json
from gate.matters.gold import gold_reading, read_all, read_folder
from gate.matters.scoring import MatterScore, score_fold
from onrecord.matters.folding import Recorded, fold_matter
from onrecord.matters.matter_file import read_matter
from onrecord.records.matters import Matter

HERE = Path(__file__).parent
OWN = HERE / "own"
FLOORS = (("positions F1", 0.70), ("contradictions", 1.0), ("origins", 0.80))


def main(arguments: list[str]) -> int:
    verbose = "-v" in arguments or "--verbose" in arguments
    given = [Path(each) for each in arguments if not each.startswith("-")]
    places = given or sorted(OWN.iterdir())
    for place in places:
        if not (place / "matter.json").exists():
            print(f"no matter folder: {place} (it has no matter.json)", file=sys.stderr)
            return 2
    fine = True
    for place in places:
        fine = score_place(place, verbose=verbose) and fine
    return 0 if fine else 1


def score_place(place: Path, *, verbose: bool) -> bool:
    folder = read_folder(place)
    read = read_all(folder)
    whole = all("actors" in act for report in folder.reports for act in report["acts"])
    pairs = zip(folder.reports, read, strict=True)
    gold = [gold_reading(each, reading) for each, reading in pairs] if whole else None
    scores = {}
    for how, matter in _matters(place):
        for whose, readings in (("reader", read), ("gold", gold)):
            if readings is None:
                continue
            score = score_fold(fold_matter(matter, [Recorded(reading=each) for each in readings]), folder)
            scores[how, whose] = score
            print(f"{place.name}: matter {how}, acts of the {whose}: {_figures(score)}")
            if verbose:
                print("\n".join(f"    {note}" for note in score.notes))
    first = next(iter(scores.values()))
    return _passes(first)


def _matters(place: Path) -> list[tuple[str, Matter]]:
    own = HERE / f"{place.name}.toml"
    derived = [("derived", read_matter_json(place / "matter.json"))]
    if not own.exists():
        return derived
    return [("by hand", read_matter(own.read_text(encoding="utf-8"), where=str(own))), *derived]


def _figures(score: MatterScore) -> str:
    right, all_listed = score.contradictions
    origins, groups = score.origins
    return (
        f"positions F1 {score.f1:.3f} ({score.right} right of {score.expected} expected, {score.found} found), "
        f"contradictions {right} of {all_listed} ({score.listed} listed), origin groups {origins} of {groups}"
    )


def _passes(score: MatterScore) -> bool:
    rates = (score.f1, _rate(score.contradictions), _rate(score.origins))
    return all(rate >= floor for rate, (_, floor) in zip(rates, FLOORS, strict=True))


def _rate(pair: tuple[int, int]) -> float:
    return pair[0] / pair[1] if pair[1] else 1.0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
