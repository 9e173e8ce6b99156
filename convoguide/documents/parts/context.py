"""What every structured part needs to word itself, and the small words they share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from convoguide.core.conversation import Conversation
from convoguide.core.guide import Guide
from convoguide.core.text import collapse
from convoguide.dates import format_day
from convoguide.documents.assembled import Line
from convoguide.i18n import Language

Lines = Iterator[Line]
Details = list[tuple[str, str | None]]


@dataclass(frozen=True)
class Context:
    """One conversation, to be worded in one language. The country is the guide's, never the
    language's: emergency numbers and legal terms follow it."""

    conversation: Conversation
    guide: Guide
    language: Language
    long_dates: bool = False

    def said(self, message: str) -> str:
        """The message in the document's language."""
        return self.language.gettext(message)

    def day(self, value: date) -> str:
        """A date in the document's form."""
        return format_day(value, self.language.locale, long=self.long_dates)


def named(role: str, name: str | None) -> str:
    """A role with the name behind it, where there is one."""
    return f"{role} ({collapse(name)})" if name else role


def listed(details: Details) -> str:
    """The details that are there, each with its label, on one line."""
    told = [
        f"{label}: {collapse(text)}" if label else collapse(text) for label, text in details if text
    ]
    return ", ".join(told)


def detailed(what: str, details: Details) -> str:
    """What it is, with its details in brackets."""
    more = listed(details)
    return f"{collapse(what)} ({more})" if more else collapse(what)
