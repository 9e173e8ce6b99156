"""The labelled lines that the program learned from, and those kept unseen.

A file is one author: `corpus/{utterances,notes}/LANGUAGE/AUTHOR.tsv` to learn from,
`corpus/unseen/{utterances,notes}/LANGUAGE/AUTHOR.tsv` to measure on. Columns of an utterance:
topic, skills joined by commas (or `-`), text; of a note: theme, text.
"""

from dataclasses import dataclass
from pathlib import Path

from convoguide.core.labels import NOTE_THEMES, SKILLS, TOPICS

FOLDER = Path(__file__).resolve().parent / "corpus"


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled utterance or note."""

    language: str
    author: str
    """Language and author: what is split by."""
    text: str
    label: str
    skills: tuple[str, ...] = ()


def read(kind: str, *, unseen: bool = False) -> list[Line]:
    """All lines of a kind, `utterances` or `notes`; `SystemExit` names a fault's file and line."""
    root = FOLDER / "unseen" / kind if unseen else FOLDER / kind
    lines: list[Line] = []
    for path in sorted(root.glob("*/*.tsv")):
        author = f"{path.parent.name}/{path.stem}"
        for number, row in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                lines.append(_line(kind, path.parent.name, author, row.split("\t")))
            except ValueError as error:
                raise SystemExit(f"{path}:{number}: {error}") from None
    return lines


def _line(kind: str, language: str, author: str, columns: list[str]) -> Line:
    known = TOPICS if kind == "utterances" else NOTE_THEMES
    if len(columns) != (3 if kind == "utterances" else 2):
        raise ValueError(f"{len(columns)} columns")
    if columns[0] not in known:
        raise ValueError(f"no label is called {columns[0]!r}")
    if kind == "notes":
        return Line(language, author, columns[1], columns[0])
    skills = () if columns[1] == "-" else tuple(columns[1].split(","))
    for skill in skills:
        if skill not in SKILLS:
            raise ValueError(f"no skill is called {skill!r}")
    return Line(language, author, columns[2], columns[0], skills)
