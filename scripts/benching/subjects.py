"""What is measured: small programs of their own, so that each run is a fresh process."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

READY = "READYMARK"

BARE = f"""
from textual.app import App
from textual.widgets import Input, Static
class Bare(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Static("{READY}")
        yield Input()
Bare().run()
"""

# The same input widget as the conversation's, alone: what typing costs without our screen.
BARE_FIELD = f"""
from textual.app import App
from textual.widgets import Static
from convoguide.tui.widgets.note_field import NoteField
class Bare(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Static("{READY}")
        yield NoteField()
    def on_mount(self):
        self.query_one(NoteField).focus()
Bare().run()
"""

LONG_TALK = """
import sys
from benching.long_talk import run
run(int(sys.argv[1]))
"""


def environment(home: Path) -> dict[str, str]:
    """The environment of every subject: a home of its own, a terminal with all colours."""
    unwanted = ("CONVOGUIDE", "PYTHON")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(unwanted)}
    scripts = str(Path(__file__).resolve().parent.parent)
    return {
        **kept,
        "CONVOGUIDE_HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "en_GB.UTF-8",
        "PYTHONPATH": scripts,
    }


def settled_home(folder: Path) -> Path:
    """A home in which the first start is over and nothing is kept on disk."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = {"locale": "en", "keep": "memory"}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def python(code: str, *arguments: str) -> list[str]:
    """A command that runs this code."""
    return [sys.executable, "-c", code, *arguments]


def convoguide(*arguments: str) -> list[str]:
    """A command line of ours."""
    return [sys.executable, "-m", "convoguide", *arguments]


def talk_file(folder: Path, notes: int = 60, name: str = "talk") -> Path:
    """A conversation file with a good many notes, for the documents."""
    steps = ("understanding", "hopes", "worries", "what_matters", "family", "plan")
    entries: dict[str, dict[str, list[object]]] = {step: {"notes": []} for step in steps}
    for number in range(notes):
        voice = ("patient", "clinician", "relative")[number % 3]
        note = {"voice": voice, "text": f"Anteckning {number} om hur det är just nu."}
        entries[steps[number % len(steps)]]["notes"].append(note)
    data = {
        "format": "convoguide/conversation@1",
        "guide": "svas-kronoberg",
        "language": "sv",
        "held_on": "2026-11-20",
        "led_by": "physician",
        "entries": entries,
        "follow_up": "2026-12-04",
        "actions": [{"what": "Ring hemsjukvården", "responsible": "sjuksköterskan"}],
    }
    path = folder / f"{name}.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
