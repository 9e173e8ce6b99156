"""Hold many rehearsals by labels with every case, and print each fault with its seed.

Every tenth is held well and every tenth poorly, so that secrets are looked at too.
"""

import argparse
import time
from collections.abc import Iterator, Sequence

from convoguide.practice.case import Case
from convoguide.practice.labelled import any_player, good_player, play_with, poor_player
from convoguide.services.cases import all_cases
from soaking.rehearsals import faults

TURNS = 30


def main(arguments: Sequence[str] | None = None) -> int:
    """Run them; 1 when anything was found."""
    parser = argparse.ArgumentParser(prog="scripts/soak", description=__doc__)
    parser.add_argument("--rehearsals", type=int, default=10_000, metavar="N", help="how many")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first seed")
    chosen = parser.parse_args(arguments)
    cases = list(all_cases())
    begun, found = time.monotonic(), 0
    for seed in range(chosen.first, chosen.first + chosen.rehearsals):
        case = cases[seed % len(cases)]
        for fault in _faults_of(case, seed, seed // len(cases)):
            found += 1
            print(f"{case.id} seed {seed}: {fault}")
    seconds = time.monotonic() - begun
    print(f"{chosen.rehearsals} rehearsals, {len(cases)} cases, {found} faults, {seconds:.0f} s")
    return 1 if found else 0


def _faults_of(case: Case, seed: int, turn: int) -> Iterator[str]:
    player = {0: good_player, 1: poor_player}.get(turn % 10, any_player)
    rehearsal = play_with(case, player, TURNS, seed)
    yield from faults(case, rehearsal)
    if player is poor_player:
        secrets = {fact.id for fact in case.secrets()} & rehearsal.disclosed()
        yield from (f"a poor talk opens {secret}" for secret in sorted(secrets))


if __name__ == "__main__":
    raise SystemExit(main())
