"""A clinician's hand: what is done at a step, as the keys that do it, and what they cost."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from convoguide import i18n
from convoguide.core.conversation import OTHER, Note, Voice
from convoguide.core.guide import Guide
from convoguide.tui.bindings import action
from convoguide.tui.facts import BY_ID, Field, Part
from convoguide.tui.words import KINDS, OUTCOMES, VOICES, lead_of
from touring.terminal import Terminal

Value = str | int | tuple[int, ...] | None
"""Typed; the so-manyeth of a choice, from 1; several ticked; left empty."""


@dataclass(frozen=True)
class Said:
    """A note, and whose words it holds."""

    text: str
    voice: Voice = "clinician"
    apart: bool = False


@dataclass(frozen=True)
class Left:
    """How a step is left, which goes on to the next one; `again` is a date as typed."""

    outcome: str
    again: str = ""


@dataclass(frozen=True)
class Tick:
    """The answers of these numbers."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Facts:
    """The form of a part, or of each value of a list; `tables` are lists in it, by their place."""

    part: str
    forms: tuple[tuple[Value, ...], ...]
    tables: tuple[tuple[int, tuple[tuple[Value, ...], ...]], ...] = ()


Move = Said | Left | Tick | Facts


@dataclass
class Count:
    """Keys: of notes, of what was typed into forms, and all others."""

    notes: int = 0
    forms: int = 0
    others: int = 0


class Hand:
    """Types into the app, waits for what comes of it, counts, and writes the keys down."""

    def __init__(self, terminal: Terminal, guide: Guide, *, listed: bool) -> None:
        """`listed`: all topics stand on one list, as afterwards; else step by step."""
        self.terminal, self.guide = terminal, guide
        self.count = Count()
        self.written: list[str] = []
        self._listed = listed
        self._voice = "clinician"
        self._line: list[str] = []

    # --- keys ------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Keys that are no text, one after the other."""
        for key in keys:
            self.terminal.press(key)
        self.count.others += len(keys)
        self._line.append(" ".join(keys))

    def command(self, letter: str) -> None:
        """Escape and a letter."""
        self.terminal.press("Escape")
        self.terminal.press(letter)
        self.count.others += 2
        self._line.append(f"Esc {letter}")

    def act(self, action_id: str) -> None:
        """An action of the table: its function key, else Escape and its letter."""
        found = action(action_id)
        if found.key:
            self.press(found.key.upper())
        else:
            self.command(found.letter or "")

    def fill_in(self, text: str, *, secret: bool = False) -> None:
        """A text that is no note: a name, a number, a date."""
        self.terminal.type(text)
        self.count.forms += len(text)
        self._line.append("…" if secret else f"‹{text}›")

    def end_line(self, about: str) -> None:
        """What was pressed since the last time stands on one line of the record."""
        if self._line:
            self.written.append(f"{about}: {'  '.join(self._line)}")
        self._line = []

    def wait(self, message: str, **more: bool) -> None:
        """Wait for a text of the interface, in its language; a dialog wraps the rest of it."""
        self.terminal.wait(i18n.gettext(message)[:40], **more)

    # --- a whole conversation ---------------------------------------------------------------------

    def hold(self, story: dict[str, tuple[Move, ...]], seen: dict[str, Callable[[], None]]) -> None:
        """Go through every step in order; at those of `seen`, look before going on."""
        names = [*(step.id for step in self.guide.steps()), OTHER]
        unknown = set(story) - set(names)
        if unknown:
            raise KeyError(*unknown)
        for place, step in enumerate(names, 1):
            self.terminal.wait_line(rf"^ {place}/{len(names)} ")
            self._voice = "clinician"
            moves = story.get(step, ())
            for move in moves:
                self._do(step, move)
            if step in seen:
                seen[step]()
            goes_on = bool(moves) and isinstance(moves[-1], Left)
            if step != OTHER and not goes_on:
                self.press("Enter")
            self.end_line(self._title(step))

    def _title(self, step: str) -> str:
        found = self.guide.step(step)
        return found.title if found else "–"

    def _do(self, step: str, move: Move) -> None:
        if isinstance(move, Said):
            self._note(move)
        elif isinstance(move, Left):
            self._leave(move)
        elif isinstance(move, Tick):
            self._tick(step, move)
        else:
            self._facts(step, move)

    # --- notes and outcomes -----------------------------------------------------------------------

    def _note(self, note: Said) -> None:
        if note.voice != self._voice:
            self._speak(note.voice)
        self.terminal.type(note.text)
        self.count.notes += len(note.text)
        self._line.append("(note)")
        self.terminal.wait(note.text[-20:])
        self.press("Enter")
        lead = lead_of(Note(text=note.text, voice=note.voice))
        # Below a long card the note may be out of sight; the emptied field says that it is taken.
        self.terminal.wait(lead + note.text[:25] if self._listed else self._hint())
        if note.apart:
            self.act("private")
            self.wait("The note is held apart from the journal text.")

    def _hint(self) -> str:
        return i18n.gettext("Type a note, or press Enter for the next step.")

    def _speak(self, voice: str) -> None:
        words = next(words for each, words in VOICES.values() if each == voice)
        if voice == "patient":
            self.act("patient")
        else:
            self.act("voice")
            self.wait("Whose words?")
            self.press(next(letter for letter, (each, _words) in VOICES.items() if each == voice))
        self.terminal.wait(f"· {i18n.gettext(words)}")
        self._voice = voice

    def _leave(self, left: Left) -> None:
        self.act("outcome")
        self.wait("How was it left?")
        self.press(next(letter for letter, (each, _w) in OUTCOMES.items() if each == left.outcome))
        if left.outcome == "deferred":
            self.wait("When? A date such as 2026-12-04, 4/12 or +14; or leave it empty.")
            self.fill_in(left.again)
            self.terminal.wait(left.again)
            self.press("Enter")
        self.wait("How was it left?", gone=True)

    def _tick(self, step: str, tick: Tick) -> None:
        found = self.guide.step(step)
        several = bool(found and found.checklist)
        if several:
            self.press("Tab", *map(str, tick.numbers), "Tab")
        else:
            self.command(str(tick.numbers[0]))
        for number in tick.numbers:
            self.terminal.wait_line(rf"\b{number % 10} [\[(]x[\])] ")

    # --- facts ------------------------------------------------------------------------------------

    def _facts(self, step: str, facts: Facts) -> None:
        found = self.guide.step(step)
        fills = found.fills if found else ()
        if facts.part in fills:
            self.act("facts")
            choices = [BY_ID[each] for each in fills]
        else:
            raise KeyError(facts.part)
        if len(choices) > 1:
            self.wait("Which facts?")
            self.press(*["Down"] * list(fills).index(facts.part), "Enter")
        self.fill(facts)

    def fill(self, facts: Facts) -> None:
        """Fill in the part whose form or list opens now, and close it."""
        part = BY_ID[facts.part]
        self.wait(part.label)
        if part.shape == "many":
            self._list(part, facts.forms)
            return
        self._form(part, facts.forms[0], dict(facts.tables))
        self._closed_form()

    def _list(self, part: Part, forms: tuple[tuple[Value, ...], ...]) -> None:
        for place, form in enumerate(forms):
            if place:
                self.press("Enter")
            self._form(part, form, {})
            self._closed_form()
            self.wait("Add one")
        self.press(action("done").letter or "")
        self.wait("Add one", gone=True)

    def _form(
        self,
        part: Part,
        values: tuple[Value, ...],
        tables: dict[int, tuple[tuple[Value, ...], ...]],
    ) -> None:
        self.terminal.wait(_save())
        for place, value in enumerate(values):
            if place in tables:
                self.press("Enter")
                self.terminal.wait(f") {i18n.gettext(KINDS['provider'])}")
                self._list(part.fields[place].table or part, tables[place])
                self.terminal.wait(_save())
            else:
                self._put(part.fields[place], value)
            if place + 1 < len(values):
                # Enter on a table opens it.
                self.press("Down" if place in tables else "Enter")
        self.press("F2")

    def _put(self, field: Field, value: Value) -> None:
        if isinstance(value, str):
            self.fill_in(value)
            self.terminal.wait(value.split()[-1])
        elif isinstance(value, int):
            self.press(*["Right"] * value)
        elif value is not None:
            self._tick_values(
                [i18n.gettext(name) for name in (field.allowed or {}).values()], value
            )

    def _tick_values(self, labels: list[str], numbers: tuple[int, ...]) -> None:
        """Go to each by its first letter, and tick it; the first one is marked already."""
        at = 0
        for number in numbers:
            letter = labels[number - 1][0].casefold()
            while at != number - 1:
                self.press(letter)
                following = [*range(at + 1, len(labels)), *range(at + 1)]
                at = next(n for n in following if labels[n].casefold().startswith(letter))
            self.press("Space")

    def _closed_form(self) -> None:
        self.terminal.wait(_save(), gone=True)


def _save() -> str:
    """What the last line says under a form, and nowhere else."""
    return f"F2 {i18n.gettext(action('save').label)}"


def today_as_typed(today: date) -> str:
    """Today, as one types it without the year."""
    return f"{today.day}/{today.month}"
