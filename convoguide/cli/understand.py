"""`understand`: what turns or notes are about, as JSON Lines in and out."""

import argparse
import json
import sys


def run(options: argparse.Namespace) -> int:
    """Read lines from standard input, write a line for each as soon as it is read."""
    from convoguide.services.understand import read_lines

    for found in read_lines(sys.stdin.buffer, options.lang, options.kind):
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0
