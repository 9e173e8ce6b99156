"""A PDF as a test looks at it: its text page by page, its pieces with their sizes, its marks."""

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from convoguide.documents.assembled import Document
from convoguide.documents.writers import pdf
from convoguide.services import content

TEMPLATES = content.folder() / "templates"
FONTS = content.folder() / "fonts"

# What pdftotext puts around text that reads from the right, and what a note may hold of it.
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Word:
    """A word with the box it stands in, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Word") -> bool:
        """Whether the two lie on each other; lines may touch, as their letters do not."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        lower = min(self.bottom - self.top, other.bottom - other.top)
        return across > 1 and down > 0.5 * lower


def made(document: Document, **options: Any) -> bytes:
    return pdf.write(document, templates=TEMPLATES, **options)


def reader(printed: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(printed))


def plain(text: str) -> str:
    """On one line, without marks of direction."""
    return " ".join(_DIRECTION.sub("", text).split())


def page_texts(printed: bytes) -> list[str]:
    """Each page's text by pdftotext, without its foot: title and page number."""
    pages = _tool("pdftotext", printed, "-enc", "UTF-8").split("\f")[:-1]
    about = reader(printed).metadata
    title = plain(about.title or "") if about else ""
    feet = re.compile(rf"({re.escape(title)})? ?\d+ \(\d+\) ?({re.escape(title)})?$")
    return [feet.sub("", plain(page)).strip() for page in pages]


def text(printed: bytes) -> str:
    """The whole document's text by pdftotext on one line, the feet of the pages left out."""
    return plain(" ".join(page_texts(printed)))


def words(printed: bytes) -> list[list[Word]]:
    """The words of each page with their boxes, by pdftotext."""
    tree = ElementTree.fromstring(_tool("pdftotext", printed, "-bbox", "-enc", "UTF-8"))
    spaces = {"x": "http://www.w3.org/1999/xhtml"}
    return [
        [
            Word(
                word.text or "",
                *(float(word.attrib[key]) for key in ("xMin", "yMin", "xMax", "yMax")),
            )
            for word in page.findall("x:word", spaces)
        ]
        for page in tree.findall(".//x:page", spaces)
    ]


def pieces(printed: bytes) -> list[tuple[str, float]]:
    """Each run of text with its size in points."""
    found: list[tuple[str, float]] = []

    def visit(run: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if run.strip():
            found.append((run, size))

    for page in reader(printed).pages:
        page.extract_text(visitor_text=visit)
    return found


def _tool(name: str, printed: bytes, *options: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} (poppler-utils) is not installed")
    done = subprocess.run(
        [path, *options, "-", "-"], input=printed, capture_output=True, check=True
    )
    return done.stdout.decode()
