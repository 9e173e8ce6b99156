"""tests/documents/golden: each document from two conversations, in each language, as text.

Names what has changed, so that it is read before it is committed: a test holds the program to
these files.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from convoguide import i18n
from tests.documents.golden_files import FOLDER, Golden, every

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str]) -> int:
    """Write what differs and take away what is no more; 1 for a `--check` that found anything."""
    parser = argparse.ArgumentParser(prog="scripts/golden", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if anything differs")
    only_check = parser.parse_args(arguments).check
    i18n.use("en")
    with tempfile.TemporaryDirectory() as home:
        os.environ["CONVOGUIDE_HOME"] = home  # nothing that was added on this computer
        changed = [golden for golden in every() if _renewed(golden, only_check)]
    known = {golden.path for golden in every()}
    left = sorted(path for path in FOLDER.rglob("*") if path.is_file() and path not in known)
    for path in left:
        print(f"no longer made: {path.relative_to(ROOT)}")
        if not only_check:
            path.unlink()
    print(f"{len(changed)} of {len(known)} differ" if changed else f"all {len(known)} as they were")
    return int(only_check and bool(changed or left))


def _renewed(golden: Golden, only_check: bool) -> bool:
    """Whether the file differed; it is written unless only a check is wanted."""
    text = golden.made().encode()
    if golden.path.is_file() and golden.path.read_bytes() == text:
        return False
    print(f"{'new' if not golden.path.exists() else 'changed'}: {golden.path.relative_to(ROOT)}")
    if not only_check:
        golden.path.parent.mkdir(parents=True, exist_ok=True)
        golden.path.write_bytes(text)
    return True


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
