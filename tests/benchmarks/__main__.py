"""`python -m tests.benchmarks [--json] [--only WORD]`: prints every ratio with its bound; fails for none."""

import argparse
import json
import sys

from tests.benchmarks.ratio import Ratio
from tests.benchmarks.rows import ratios


def main(arguments: list[str] | None = None) -> int:
    """Print the rows as a table or as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON list instead of a table")
    parser.add_argument("--only", default="", metavar="WORD", help="only the rows whose id holds WORD")
    options = parser.parse_args(arguments)
    if options.json:
        rows = [_row(ratio) for ratio in ratios(options.only)]
        sys.stdout.write(json.dumps(rows, indent=2) + "\n")
        return 0
    sys.stdout.write(f"{'id':<28}{'measured':>10}{'goal':>8}{'bound':>8}  holds\n")
    for ratio in ratios(options.only):
        figures = f"{ratio.id:<28}{ratio.measured:>10.3f}{ratio.goal:>8.2f}{ratio.bound:>8.3f}"
        sys.stdout.write(f"{figures}  {_yes(ratio.holds):<5}  {ratio.note}".rstrip() + "\n")
        sys.stdout.flush()
    return 0


def _row(ratio: Ratio) -> dict[str, object]:
    measured, bound = round(ratio.measured, 4), round(ratio.bound, 4)
    return {"id": ratio.id, "measured": measured, "bound": bound, "holds": ratio.holds}


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


if __name__ == "__main__":
    sys.exit(main())
