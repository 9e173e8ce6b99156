"""`scripts/evaluate_understanding`: how well turns and notes are understood, on unseen authors."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence

from convoguide.core.labels import NONE, NOTE_THEMES, SKILLS, TOPICS
from convoguide.understanding import NoteReading, Reading, Understanding
from understanding import corpus
from understanding.corpus import Line
from understanding.measures import (
    calibration_error,
    calibration_rows,
    confusions,
    count,
    macro_f1,
    matrix_lines,
    micro_f1,
)

LANGUAGES = ("sv", "nb", "nn")
EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
BEST = 3
FEW = 6
"""Words of a turn that holds next to nothing to go by."""


def main(arguments: list[str]) -> int:
    """Print every figure of docs/understanding.md as Markdown."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate_understanding", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print the lines that were misread")
    options = parser.parse_args(arguments)
    reader = Understanding.load()
    turns = corpus.read("utterances", unseen=True)
    notes = corpus.read("notes", unseen=True)
    read_turns = [reader.utterance(line.text, line.language) for line in turns]
    read_notes = [reader.note(line.text, line.language) for line in notes]
    if options.misses:
        _misses(turns, [each.topic for each in read_turns])
        _misses(notes, [each.theme or NONE for each in read_notes])
        return 0
    for line in _report(turns, read_turns, notes, read_notes):
        print(line)
    print(f"\nTime: {_milliseconds(reader, turns):.2f} ms a turn (mean of {len(turns)}).")
    return 0


def _report(
    turns: Sequence[Line],
    read_turns: Sequence[Reading],
    notes: Sequence[Line],
    read_notes: Sequence[NoteReading],
) -> Iterator[str]:
    topics = [each.topic for each in read_turns]
    themes = [each.theme or NONE for each in read_notes]
    right_topics = [line.label for line in turns]
    right_themes = [line.label for line in notes]
    yield "| | lines | topic, macro-F1 | skills, micro-F1 | notes | theme, macro-F1 | best three |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, chosen in (("all", LANGUAGES), *((each, (each,)) for each in LANGUAGES)):
        ours = [pair for pair in zip(turns, read_turns, strict=True) if pair[0].language in chosen]
        jots = [pair for pair in zip(notes, read_notes, strict=True) if pair[0].language in chosen]
        topic, skills = _of_turns(ours)
        theme = macro_f1(
            [line.label for line, _r in jots], [read.theme or NONE for _l, read in jots]
        )
        yield (
            f"| {name} | {len(ours)} | {topic:.2f} | {skills:.2f} "
            f"| {len(jots)} | {theme:.2f} | {_in_best(jots):.2f} |"
        )
    for name, few in ((f"up to {FEW} words", True), ("longer", False)):
        ours = [
            pair
            for pair in zip(turns, read_turns, strict=True)
            if (len(pair[0].text.split()) <= FEW) is few
        ]
        topic, skills = _of_turns(ours)
        yield f"| {name} | {len(ours)} | {topic:.2f} | {skills:.2f} | | | |"
    yield "\n### Topics\n"
    yield from _by_label(TOPICS, [{r} for r in right_topics], [{n} for n in topics])
    yield "\n### Skills\n"
    named = [set(each.skills) for each in read_turns]
    yield from _by_label(SKILLS, [set(line.skills) for line in turns], named)
    yield "\n### Themes of notes\n"
    yield from _by_label(NOTE_THEMES, [{r} for r in right_themes], [{n} for n in themes])
    for title, labels, right, found in (
        ("topics", TOPICS, right_topics, topics),
        ("themes", NOTE_THEMES, right_themes, themes),
    ):
        yield f"\n### Confusions of {title}: a row what is right, a column what was named\n"
        yield "```"
        yield from matrix_lines(right, found, labels)
        yield "```"
        worst = confusions(right, found)[:8]
        yield "Most often: " + ", ".join(f"{r} read as {n} ({size})" for (r, n), size in worst)
    sure = [each.confidence for each in read_turns]
    yield from _calibration("topics", sure, right_topics, topics)
    yield from _calibration("themes", [n.confidence for n in read_notes], right_themes, themes)


def _of_turns(read: Sequence[tuple[Line, Reading]]) -> tuple[float, float]:
    """How well the topics of these turns are found, and their skills."""
    topic = macro_f1([line.label for line, _r in read], [each.topic for _l, each in read])
    return topic, micro_f1([line.skills for line, _r in read], [each.skills for _l, each in read])


def _in_best(read: Sequence[tuple[Line, NoteReading]]) -> float:
    """The share of notes whose theme is among the best three."""
    hits = [line.label in [theme for theme, _p in each.themes[:BEST]] for line, each in read]
    return sum(hits) / len(hits)


def _by_label(
    labels: Sequence[str], right: Sequence[set[str]], named: Sequence[set[str]]
) -> Iterator[str]:
    yield "| label | lines | named rightly | named in vain | F1 |"
    yield "| --- | --- | --- | --- | --- |"
    for label in labels:
        found = count(label, right, named)
        lines = found.hits + found.missed
        yield f"| `{label}` | {lines} | {found.hits} | {found.wrong} | {found.f1:.2f} |"


def _calibration(
    title: str, sure: Sequence[float], right: Sequence[str], named: Sequence[str]
) -> Iterator[str]:
    is_right = [r == n for r, n in zip(right, named, strict=True)]
    rows = calibration_rows(sure, is_right, EDGES)
    yield f"\n### Confidence of {title}\n"
    yield "| confidence | how many | on average | right |"
    yield "| --- | --- | --- | --- |"
    for low, high, size, mean, share in rows:
        yield f"| {low:.2f} to {high:.2f} | {size} | {mean:.2f} | {share:.2f} |"
    yield f"\nMean distance between the two: {calibration_error(rows):.3f}"


def _misses(lines: Sequence[Line], named: Sequence[str]) -> None:
    for line, label in zip(lines, named, strict=True):
        if label != line.label:
            print(f"{line.label}\t{label}\t{line.author}\t{line.text}")


def _milliseconds(reader: Understanding, lines: Sequence[Line]) -> float:
    began = time.perf_counter()
    for line in lines:
        reader.utterance(line.text, line.language)
    return (time.perf_counter() - began) * 1000 / len(lines)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
