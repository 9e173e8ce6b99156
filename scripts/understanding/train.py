"""`scripts/train_understanding`: write the weights anew, or say whether they would change."""

import argparse
import sys
import tempfile
from pathlib import Path

import convoguide
from convoguide.understanding.lexicon import Lexicon
from convoguide.understanding.weights import write_weights
from understanding import corpus
from understanding.calibration import calibrate, unread_scores
from understanding.training import (
    KINDS,
    Kind,
    kinds_of_words,
    names_of_words,
    rounded,
    train,
)

FOLDER = Path(convoguide.__file__).parent / "understanding" / "weights"


def main(arguments: list[str]) -> int:
    """Train both models; with `--check` compare to the files that are there."""
    parser = argparse.ArgumentParser(prog="scripts/train_understanding", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on a change")
    parser.add_argument("--only", choices=sorted(KINDS), help="one of the two models")
    options = parser.parse_args(arguments)
    changed = False
    for kind in KINDS.values():
        if options.only not in (None, kind.name):
            continue
        path = FOLDER / f"{kind.name}.weights"
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / path.name
            make(kind, fresh)
            data = fresh.read_bytes()
        same = path.exists() and path.read_bytes() == data
        changed = changed or not same
        if not options.check and not same:
            FOLDER.mkdir(exist_ok=True)
            path.write_bytes(data)
        print(f"{path.name}: {len(data):,} bytes, {'the same' if same else 'changed'}", flush=True)
    return 1 if options.check and changed else 0


def make(kind: Kind, path: Path) -> None:
    """Train one model on the whole corpus and write it."""
    lines = corpus.read(kind.name)
    names, kinds = names_of_words(), kinds_of_words()
    lexicon = Lexicon(names, kinds)
    held, scores = unread_scores(kind, lines, lexicon)
    calibration = calibrate(kind, held, scores)
    model = train(kind, lines, lexicon)
    keys, rows, scales = rounded(model)
    header = {
        "labels": [*kind.labels, *kind.skills],
        "scales": scales,
        "offsets": [float(offset) for offset in model.offsets],
        "settings": {
            "topics": len(kind.labels),
            "temperature": calibration.temperature,
            "thresholds": list(calibration.thresholds),
        },
        "names": names,
        "kinds": kinds,
    }
    write_weights(path, header, keys, rows)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
