"""`python -m central.samples --person 1 --year 2025`: one invented person's year as a table, to be read by a human."""

import argparse
import sys

from central.samples.population import sample_person
from central.samples.year_table import year_table
from documents.payslip import Period


def main(arguments: list[str]) -> int:
    """Print one person's year; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m central.samples", description="Un año de una persona de muestra")
    parser.add_argument(
        "--person", type=int, default=1, help="lugar en la población, desde 1; los nueve primeros son el elenco"
    )
    parser.add_argument("--year", type=int, default=2025)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    person = sample_person(chosen.person - 1, chosen.seed, until=Period(chosen.year, 12), since=Period(chosen.year, 1))
    sys.stdout.write(year_table(person, chosen.year))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
