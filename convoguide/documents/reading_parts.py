"""Lines of a journal text back into the structured parts they were written from.

A reading counts only where writing it again gives the very line that was read: so nothing is
guessed, and no word of the line is lost.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from convoguide.core.conversation import FORMAT, Conversation
from convoguide.core.guide import Guide
from convoguide.core.text import collapse
from convoguide.dates import format_day
from convoguide.documents import wording
from convoguide.documents.parts import lines_of
from convoguide.documents.parts.context import Context
from convoguide.documents.parts.people import opening
from convoguide.documents.reading_pieces import behind, bracketed, key_of, outside_brackets, shape
from convoguide.documents.writers.txt import told
from convoguide.i18n import Language

Data = dict[str, Any]
_PHONE = re.compile(r"\+?\d[\d\s()/.-]{3,}")
_UNITS = "YMWD"


class PartReader:
    """Reads the structured lines of one language."""

    def __init__(self, guide: Guide, language: Language) -> None:
        self._guide = guide
        self._language = language
        self._said = said = language.gettext
        self._readers: dict[str, Callable[[str], Iterator[Data]]] = {
            "capacity": self._capacity,
            "identified": self._identified,
            "background": self._background,
            "actions": self._actions,
            "acute": self._acute,
            "admission": self._admission,
            "contacts": self._contacts,
            "attachments": self._attachments,
            "consent": self._consent,
            "review": self._review,
            "follow_up": self._follow_up,
        }
        self._months = {
            format_day(date(2000, month, 1), language.locale).split()[1].casefold(): month
            for month in range(1, 13)
            if language.locale == "en"
        }
        self._about = {
            "actions": said("Action"),
            "acute": said("Foreseeable situation"),
            "contacts": said("Contact"),
            "attachments": said("Attached"),
        }

    def read(self, part: str, line: str) -> Data | None:
        """What the line says as keys of the conversation file; None where that is not sure."""
        for data in self._readers[part](line) if part in self._readers else ():
            if self._rewritten(part, data) == line:
                told: Data = _said_alone(data)
                return told
        return None

    def is_labelled(self, line: str) -> bool:
        """Whether the line begins as one of a list of structured parts does."""
        return any(line.startswith(f"{label}: ") for label in self._about.values())

    def opening(self, line: str) -> tuple[Data, bool]:
        """Date, place, who led and who was there; and whether the line says nothing else."""
        led, there = self._said("Led by: {role}"), self._said("Present: {people}")
        found = re.fullmatch(
            r"(?P<when>.*?)"
            rf"(?:(?:^|\. ){shape(led).pattern})?(?:(?:^|\. ){shape(there).pattern})?\.?",
            line,
        )
        data: Data = {}
        if found is None:
            return data, False
        data |= self._when(found["when"])
        role = key_of(found["role"], wording.ROLES, self._said) if found["role"] else None
        if role:
            data["led_by"] = role
        present = [self._person(each) for each in outside_brackets(found["people"] or "")]
        if present and all(present):
            data["present"] = present
        talk = self._talk(data)
        again = opening(self._context(talk)) if talk else None
        return (data, True) if again and collapse(again.text) == line else (data, False)

    def day(self, text: str) -> date | None:
        """A date in the language's form, None for anything else."""
        numbers = re.findall(r"\d+", text)
        try:
            if self._language.locale == "sv":
                day = date.fromisoformat(text)
            elif self._language.locale == "en":
                first, month, year = text.split()
                day = date(int(year), self._months[month.casefold()], int(first))
            else:
                day = date(*map(int, reversed(numbers)))
        except (ValueError, KeyError, TypeError):
            return None
        return day if format_day(day, self._language.locale) == text else None

    # --- writing again

    def _talk(self, data: Data) -> Conversation | None:
        try:
            return Conversation.model_validate(
                {
                    "format": FORMAT,
                    "guide": self._guide.id,
                    "language": self._language.locale,
                    **data,
                }
            )
        except ValidationError:
            return None

    def _context(self, talk: Conversation) -> Context:
        return Context(talk, self._guide, self._language)

    def _rewritten(self, part: str, data: Data) -> str | None:
        talk = self._talk(data)
        if talk is None:
            return None
        lines = lines_of(self._context(talk), part)
        return "\n".join(told(line, self._language.locale) for line in lines)

    # --- a line at a time

    def _when(self, text: str) -> Data:
        data: Data = {}
        first, _comma, rest = text.partition(", ")
        day = self.day(first)
        if day:
            data["held_on"] = day.isoformat()
        place = key_of(rest if day else text, wording.PLACES, self._said)
        return {**data, "place": place} if place else data

    def _person(self, text: str) -> Data | None:
        role, name = bracketed(text)
        who = key_of(role, wording.ROLES, self._said)
        if who is None:
            return None
        return {"who": who, "name": name} if name else {"who": who}

    def _capacity(self, line: str) -> Iterator[Data]:
        able = next(
            (key for key, name in wording.ABLE.items() if line.startswith(self._said(name))), None
        )
        rest = line[len(self._said(wording.ABLE[able])) :].removeprefix(", ") if able else line
        head, day = self._trailing_day(rest)
        by = shape(self._said("assessed by {name}")).fullmatch(head)
        if able or by:
            yield {"capacity": {"able": able, "assessed_by": by["name"] if by else None, "on": day}}

    def _trailing_day(self, text: str) -> tuple[str, str | None]:
        """What stands before a date at the end, and that date."""
        head, _comma, last = text.rpartition(", ")
        day = self.day(last)
        return (head, day.isoformat()) if day else (text, None)

    def _identified(self, line: str) -> Iterator[Data]:
        label, _colon, rest = line.partition(": ")
        _label, on = bracketed(label)
        day = self.day(on) if on else None
        criteria = [key_of(each, wording.CRITERIA, self._said) for each in rest.split("; ")]
        if all(criteria):
            yield {
                "identified": {"on": day.isoformat() if day else None, "criteria": criteria},
            }

    def _background(self, line: str) -> Iterator[Data]:
        labels = {"situation": "Situation", "background": "Background", "current": "Current state"}
        for key, label in labels.items():
            text = line.removeprefix(f"{self._said(label)}: ")
            if text != line:
                yield {"background": {key: text}}

    def _after_label(self, part: str, line: str) -> str | None:
        text = line.removeprefix(f"{self._about[part]}: ")
        return text if text != line else None

    def _labelled(self, inside: str | None, labels: Mapping[str, str]) -> Data:
        """The texts behind labels that follow each other in their order; {} where none do."""
        shapes = [f"{re.escape(label)}: (?P<{key}>.+?)" for key, label in labels.items()]
        pattern = "".join(f"(?:(?:^|, ){each})?" for each in shapes)
        found = re.fullmatch(pattern, inside) if inside else None
        return found.groupdict() if found else {}

    def _actions(self, line: str) -> Iterator[Data]:
        text = self._after_label("actions", line)
        if text is None:
            return
        what, inside = bracketed(text)
        labels = {key: self._said(key) for key in ("why", "responsible", "due", "ended")}
        details = self._labelled(inside, labels)
        for key in ("due", "ended"):
            if details.get(key):
                day = self.day(details[key])
                details[key] = day.isoformat() if day else None
        yield {"actions": [{"what": what, **details}]}
        yield {"actions": [{"what": text}]}

    def _acute(self, line: str) -> Iterator[Data]:
        text = self._after_label("acute", line)
        if text is None:
            return
        what, inside = bracketed(text)
        labels = {key: self._said(key) for key in ("do", "call", "medication")}
        yield {"acute": [{"situation": what, **self._labelled(inside, labels)}]}
        yield {"acute": [{"situation": text}]}

    def _admission(self, line: str) -> Iterator[Data]:
        labels = {
            "arranged": "Where and how an admission is arranged",
            "open_contact": "Open contact",
        }
        for key, label in labels.items():
            text = line.removeprefix(f"{self._said(label)}: ")
            if text != line:
                yield {"admission": {key: text}}

    def _contacts(self, line: str) -> Iterator[Data]:
        text = self._after_label("contacts", line)
        if text is None:
            return
        name, inside = bracketed(text)
        if inside:
            yield {"contacts": [{"name": name, **self._contact(inside)}]}
        yield {"contacts": [{"name": text}]}

    def _contact(self, inside: str) -> Data:
        data: Data = {}
        rest, needs = behind(inside, f"{self._said('call when')}: ")
        names = [key_of(each, wording.NEEDS, self._said) for each in needs.split(", ")]
        if needs and all(names):
            data["needs"] = names
        rest, data["for"] = behind(rest, f"{self._said('for')}: ")
        pieces = rest.split(", ") if rest else []
        hours: list[str] = []
        while pieces and (found := key_of(pieces[-1], wording.HOURS, self._said)):
            hours.insert(0, found)
            pieces.pop()
        data["hours"] = hours
        if pieces and _PHONE.fullmatch(pieces[-1]):
            data["phone"] = pieces.pop()
        formal = key_of(pieces[-1], wording.ROLE_IDS, self._said) if pieces else None
        if formal:
            data["role_id"] = formal
            pieces.pop()
        data["role"] = ", ".join(pieces)
        return {key: value for key, value in data.items() if value}

    def _attachments(self, line: str) -> Iterator[Data]:
        text = self._after_label("attachments", line)
        found = key_of(text, wording.ATTACHMENTS, self._said) if text else None
        if found:
            yield {"attachments": [found]}

    def _consent(self, line: str) -> Iterator[Data]:
        labels = {"share_with": "May be shared with", "not_with": "Not to be shared with"}
        for key, label in labels.items():
            text = line.removeprefix(f"{self._said(label)}: ")
            if text != line:
                yield {"consent": {key: [self._receiver(each) for each in text.split(", ")]}}
        head, day = self._trailing_day(line)
        sentence, _comma, giver = head.partition(", ")
        for agrees, words in ((True, "Agrees to a plan"), (False, "Does not want a plan")):
            if sentence == self._said(words):
                by = key_of(giver, wording.GIVERS, self._said)
                yield {"consent": {"to_plan": agrees, "given_by": by, "on": day}}

    def _receiver(self, text: str) -> Data | str:
        who, kind = bracketed(text)
        return {"who": who, "kind": "relative"} if kind == self._said("relative") else text

    def _review(self, line: str) -> Iterator[Data]:
        label, _colon, text = line.partition(": ")
        day = self.day(text)
        if label == self._said("Next review") and day:
            yield {"review": {"on": day.isoformat()}}
        if label == self._said("Occasion for review"):
            yield {"review": {"when": text}}
        if label == self._said("Reviewed"):
            count = "".join(re.findall(r"\d", text)) or "1"
            for every in (text, *(f"P{count}{unit}" for unit in _UNITS)):
                yield {"review": {"every": every}}

    def _follow_up(self, line: str) -> Iterator[Data]:
        label, _colon, text = line.partition(": ")
        day = self.day(text)
        if day and label == self._said("Next talk"):
            yield {"follow_up": day.isoformat()}


def _said_alone(value: Any) -> Any:
    """The data without the keys under which nothing was said."""
    if isinstance(value, dict):
        told = {key: _said_alone(each) for key, each in value.items()}
        return {key: each for key, each in told.items() if each not in (None, [], {})}
    return [_said_alone(each) for each in value] if isinstance(value, list) else value
