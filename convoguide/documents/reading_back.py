"""A journal text of ours back into a conversation, by its headings.

Drafts are deleted once they stand in the journal; there the text is found again when the next
talk comes. Only what can be read surely becomes an outcome or a structured part. Everything else
stays as the note it was, under the step its section speaks of where that is one step, else under
`other`. A limit is never read back as decided: who decided, and when, stays in the words of the
note.
"""

import re
from dataclasses import dataclass
from typing import Any

from convoguide.core.conversation import FORMAT, OTHER, Conversation
from convoguide.core.guide import AnyStep, Guide
from convoguide.core.text import clean
from convoguide.documents import wording
from convoguide.documents.outline import Outline, Section
from convoguide.documents.reading_parts import PartReader
from convoguide.documents.reading_pieces import shape
from convoguide.documents.reading_sentences import Sentences
from convoguide.documents.reading_text import (
    Parted,
    items_of,
    lines_of,
    pairs_of,
    part,
    unquoted,
    width_of,
)
from convoguide.documents.since import HEADING
from convoguide.documents.since import SECTION as SINCE
from convoguide.i18n import Language

Data = dict[str, Any]


@dataclass(frozen=True)
class ReadBack:
    """A conversation read from a text, and the lines that found no place of their own.

    Those are notes of `other`, but for `passed_over`: what the text told of an earlier talk.
    """

    conversation: Conversation
    unplaced: tuple[str, ...]
    passed_over: tuple[str, ...]
    understood: int
    """How many entries said how a step was left, or were structured parts."""


def headings(outline: Outline, language: Language) -> list[tuple[str, str]]:
    """The document's headings in one language, each with its section's id."""
    found = [
        (
            section.id,
            language.content(
                f"{outline.id}/{section.id}/heading", section.heading, outline.language
            ),
        )
        for section in outline.sections
    ]
    # Told from two talks, so known again in order to be passed over.
    return [*found, (SINCE, language.gettext(HEADING))]


def likeness(text: str, outline: Outline, language: Language) -> int:
    """How much the text looks like this document in this language; 0 where no heading stands."""
    named = headings(outline, language)
    parted = part(clean(text), named)
    sections = {section for section, _body in parted.bodies if section != SINCE} if parted else ()
    if not sections:
        return 0
    phrases = [*wording.ROLES.values(), *wording.PLACES.values(), *wording.VOICES.values()]
    words = [language.gettext(each) for each in (*phrases, "Led by: {role}", "Present: {people}")]
    spoken = sum(word.split(" {")[0] in text for word in words)
    return 100 * len(sections) + spoken


def read_back(text: str, outline: Outline, guide: Guide, language: Language) -> ReadBack | None:
    """The conversation that the text tells of; None where none of the headings stands in it."""
    text = clean(text)
    parted = part(text, headings(outline, language))
    if parted is None:
        return None
    reading = _Reading(parted, outline, guide, language, width_of(text))
    reading.read()
    return reading.result()


class _Reading:
    """One text on its way back: what was read so far."""

    def __init__(
        self, parted: Parted, outline: Outline, guide: Guide, language: Language, width: int
    ) -> None:
        self._parted = parted
        self._outline = outline
        self._guide = guide
        self._language = language
        self._width = width
        self._pairs = pairs_of(language.locale)
        self._said = language.gettext
        self._parts = PartReader(guide, language)
        self._data: Data = {}
        self._entries: dict[str, Data] = {}
        self._unplaced: list[str] = []
        self._passed_over: list[str] = []
        self._understood = 0
        self._sentences = Sentences(guide, language, self._parts)

    def read(self) -> None:
        """Read what stands above the headings, then section after section."""
        self._read_above()
        names = dict(headings(self._outline, self._language))
        sections = {section.id: section for section in self._outline.sections}
        for section_id, body in self._parted.bodies:
            if section_id == SINCE:
                self._passed_over += lines_of(body)
                continue
            items = items_of(body, self._pairs, compact=self._parted.compact, width=self._width)
            if not items:  # a lone word that is a heading too
                self._keep_unplaced(names[section_id])
            self._read_section(sections[section_id], names[section_id], items)

    def result(self) -> ReadBack:
        """What was read, as a conversation without an id."""
        conversation = Conversation.model_validate(
            {
                "format": FORMAT,
                "guide": self._guide.id,
                "language": self._language.locale,
                **self._data,
                "entries": self._entries,
            }
        )
        return ReadBack(
            conversation, tuple(self._unplaced), tuple(self._passed_over), self._understood
        )

    # --- above the headings

    def _read_above(self) -> None:
        title = self._language.content(
            f"{self._outline.id}/title", self._outline.title, self._outline.language
        )
        lines = [line for line in self._parted.above if line.casefold() != title.casefold()]
        repeated = [place for place, line in enumerate(lines) if self._is_for_the_night(line)]
        first = repeated[0] if repeated else len(lines)
        if first:
            line = " ".join(lines[:first])
            data, whole = self._parts.opening(line)
            self._data |= data
            if not whole:
                self._keep_unplaced(line)
        said_below = " ".join(" ".join(lines_of(body)) for _section, body in self._parted.bodies)
        for line in lines[first:]:
            if not self._is_repeated(line, said_below):
                self._keep_unplaced(line)

    def _is_for_the_night(self, line: str) -> bool:
        labels = ("Matters most", "Call")
        return (
            any(line.startswith(f"{self._said(label)}: ") for label in labels)
            or line == self._said("No limits of treatment have been decided.")
            or self._sentences.decision(line) is not None
        )

    def _is_repeated(self, line: str, said_below: str) -> bool:
        """Whether the opening only repeats what stands in its place below."""
        if line == self._said("No limits of treatment have been decided."):
            return True
        text = line.partition(": ")[2] or line
        pointer = shape(self._said("see “{section}”"))
        pieces = re.split(r"[;,] ", text)
        return bool(pointer.fullmatch(text)) or all(each in said_below for each in pieces)

    # --- a section

    def _read_section(self, section: Section, heading: str, items: list[str]) -> None:
        items = list(items)
        while items:  # the structured lines stand first
            taken = self._read_part(section, items)
            if not taken:
                break
            del items[:taken]
        for item in self._without_registered(section, items):
            if self._read_left(item) or self._read_limit(section, item):
                continue
            text, voice = self._voiced(item)
            if not self._place(section, text, voice):
                self._unplaced.append(f"{heading}: {item}")

    def _without_registered(self, section: Section, items: list[str]) -> list[str]:
        """The items without the fixed sentence on where limits are registered: nobody noted it."""
        if not section.on_limits:
            return items
        place = f"{self._outline.id}/{section.id}/on_limits"
        sentence = self._language.content(place, section.on_limits, self._outline.language)
        # In a text of a line a section, a sentence with a semicolon in it comes as several items.
        for many in (1, sentence.count("; ") + 1):
            for start in range(len(items) - many, -1, -1):
                if "; ".join(items[start : start + many]) == sentence:
                    return [*items[:start], *items[start + many :]]
        return items

    def _read_part(self, section: Section, items: list[str]) -> int:
        """How many items at the beginning are one structured line, which is taken over."""
        for count in range(1, len(items) + 1):
            line = "; ".join(items[:count])
            open_brackets = line.count("(") - line.count(")")
            if not open_brackets:
                return self._take_part(section, items, count)
            # A semicolon inside brackets belongs to what stands in them; nobody's words do.
            following = items[count : count + 1]
            if open_brackets < 0 or not all(map(self._is_plain, following)):
                return 0
        return 0

    def _is_plain(self, item: str) -> bool:
        """Whether the item is neither someone's words nor a sentence or a label of our own."""
        return (
            self._voiced(item)[1] == "clinician"
            and self._sentences.left(item) is None
            and not self._parts.is_labelled(item)
        )

    def _take_part(self, section: Section, items: list[str], count: int) -> int:
        line = "; ".join(items[:count])
        for each in (*section.parts, *section.parts_below):
            data = self._parts.read(each, line)
            if data is None:
                continue
            while each == "identified" and count < len(items):
                more = self._parts.read(each, "; ".join(items[: count + 1]))
                if more is None:
                    break
                data, count = more, count + 1
            if self._merge(data):
                self._understood += 1
                return count
        return 0

    def _merge(self, data: Data) -> bool:
        """Take structured parts over; False where that would put one in another's place."""
        for key, value in data.items():
            here = self._data.get(key)
            if isinstance(value, list):
                self._data[key] = [*(here or []), *value]
            elif isinstance(value, dict):
                if here and set(here) & set(value):
                    return False
                self._data[key] = {**(here or {}), **value}
            elif here is not None:
                return False
            else:
                self._data[key] = value
        return True

    def _voiced(self, item: str) -> tuple[str, str]:
        """The words of an item, and whose they are."""
        quotation = unquoted(item, self._pairs)
        if quotation is not None:
            return quotation, "patient"
        for voice, label in wording.VOICES.items():
            name = self._said(label)
            behind = f" ({name[:1].lower()}{name[1:]})"
            if self._parted.compact and voice != "presumed":
                if item.endswith(behind):
                    return item.removesuffix(behind), voice
            elif item.startswith(f"{name}: "):
                return item.removeprefix(f"{name}: "), voice
        return item, "clinician"

    def _place(self, section: Section, text: str, voice: str) -> bool:
        """Put a note where its section surely belongs; False where that is nowhere."""
        steps = self._steps_on(section.themes)
        if len(section.themes) == 1 and len(steps) == 1:
            self._note(steps[0].id, text, voice)
        elif len(section.themes) == 1:
            self._note(OTHER, text, voice, section.themes[0])
        else:
            self._note(OTHER, text, voice)
            return section.catch_all
        return True

    def _steps_on(self, themes: tuple[str, ...]) -> list[AnyStep]:
        return [step for step in self._guide.steps() if step.theme in themes]

    def _note(self, step: str, text: str, voice: str, theme: str | None = None) -> None:
        note: Data = {"text": text, "voice": voice}
        if theme:
            note["theme"] = theme
        self._entry(step).setdefault("notes", []).append(note)

    def _entry(self, step: str) -> Data:
        return self._entries.setdefault(step, {})

    def _keep_unplaced(self, line: str) -> None:
        self._unplaced.append(line)
        self._note(OTHER, line, "clinician")

    # --- how a step was left

    def _read_left(self, item: str) -> bool:
        """Whether the item says how a step was left, which is taken over."""
        left = self._sentences.left(item)
        if left is None or "outcome" in self._entries.get(left[0], {}):
            return False
        step, outcome = left[:2]
        entry = self._entry(step)
        entry["outcome"] = outcome
        if len(left) > 2:
            entry["again_on"] = left[2]
        self._understood += 1
        return True

    # --- limits

    def _read_limit(self, section: Section, item: str) -> bool:
        """Whether the item is a limit, or stands beside one; taken over, never as decided."""
        steps = self._steps_on(("treatment_limits",))
        if "treatment_limits" not in section.themes or len(steps) != 1:
            return False
        step = steps[0].id
        wish = self._said(wording.WISH)
        if item.startswith((f"{wish}: ", f"{wish}, ")):
            self._voiced_limit(step, "", item[len(wish) :])
            return True
        decision = self._sentences.decision(item)
        if decision is not None:
            self._voiced_limit(step, decision, item[len(decision) :])
            return True
        return self._read_beside(step, item)

    def _voiced_limit(self, step: str, decision: str, rest: str) -> None:
        """Note a limit with the words of its decision; words of others stay their own."""
        voice = "clinician"
        text = rest.removeprefix(": ")
        for each, label in wording.VOICES.items():
            if rest.startswith(f", {self._said(label)}: "):
                voice, text = each, rest.removeprefix(f", {self._said(label)}: ")
        quotation = unquoted(text, self._pairs) if voice == "clinician" else None
        if quotation is not None:
            voice, text = "patient", quotation
        if decision and voice == "clinician":
            text = decision + rest
        elif decision:
            self._note(step, f"{decision}.", "clinician")
        self._note(step, text, voice)

    def _read_beside(self, step: str, item: str) -> bool:
        told = self._sentences.beside(item)
        if not told or set(told) & set(self._entry(step)):
            return False
        self._entry(step).update(told)
        return True
