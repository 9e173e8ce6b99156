"""The structured parts of a conversation as lines and tables of a document."""

from collections.abc import Callable, Iterator
from datetime import date

from convoguide.core.conversation import Conversation
from convoguide.core.parts import HOURS as ALL_HOURS
from convoguide.core.parts import Contact, Receiver
from convoguide.core.text import collapse
from convoguide.documents import wording
from convoguide.documents.assembled import Line, Table
from convoguide.documents.dates import format_day
from convoguide.i18n import Language

Lines = Iterator[Line]


class Parts:
    """Words the structured parts of one conversation in one language."""

    def __init__(self, conversation: Conversation, language: Language) -> None:
        self.conversation = conversation
        self.language = language

    def lines(self, part: str) -> tuple[Line, ...]:
        """The lines of a part, none where the conversation does not hold it."""
        makers: dict[str, Callable[[], Lines]] = {
            "capacity": self._capacity,
            "identified": self._identified,
            "background": self._background,
            "actions": self._actions,
            "acute": self._acute,
            "admission": self._admission,
            "contacts": self._contacts,
            "responsibility": self._responsibility,
            "coordinator": self._coordinator,
            "attachments": self._attachments,
            "review": self._review,
            "follow_up": self._follow_up,
            "consent": self._consent,
            "approval": self._approval,
        }
        return tuple(makers[part]()) if part in makers else ()

    def table(self, part: str) -> Table | None:
        """The table of a part, None where there is nothing to put in it."""
        if part == "actions_table" and self.conversation.actions:
            return self._actions_table()
        if part == "contacts_table" and self.conversation.contacts:
            return self._contacts_table()
        return None

    def opening(self) -> Line | None:
        """Date and place, who led, who was there, on one line."""
        said = self.language.gettext
        talk = self.conversation
        held = talk.held_on or (talk.started.date() if talk.started else None)
        where = said(wording.PLACES[talk.place]) if talk.place else ""
        sentences = [", ".join(filter(None, (self.day(held) if held else "", where)))]
        if talk.led_by:
            sentences.append(said("Led by: {role}").format(role=said(wording.ROLES[talk.led_by])))
        if talk.present:
            people = [self._named(said(wording.ROLES[p.who]), p.name) for p in talk.present]
            sentences.append(said("Present: {people}").format(people=", ".join(people)))
        text = ". ".join(filter(None, sentences))
        return Line(text + ".", path="/held_on") if text else None

    def day(self, value: date) -> str:
        return format_day(value, self.language.locale)

    # --- who took part -----------------------------------------------------------------------

    def _capacity(self) -> Lines:
        capacity = self.conversation.capacity
        if capacity is None or (capacity.able is None and not capacity.assessed_by):
            return
        said = self.language.gettext
        able = said(wording.ABLE[capacity.able]) if capacity.able else ""
        by = (
            said("assessed by {name}").format(name=collapse(capacity.assessed_by))
            if capacity.assessed_by
            else ""
        )
        on = self.day(capacity.on) if capacity.on else ""
        yield Line(", ".join(filter(None, (able, by, on))), path="/capacity")

    def _identified(self) -> Lines:
        found = self.conversation.identified
        if found is None or not found.criteria:
            return
        said = self.language.gettext
        criteria = ", ".join(said(wording.CRITERIA[each]) for each in found.criteria)
        on = f" ({self.day(found.on)})" if found.on else ""
        label = said("May indicate palliative needs") + on
        yield Line(criteria, label=label, path="/identified/criteria")

    def _background(self) -> Lines:
        background = self.conversation.background
        if background is None:
            return
        said = self.language.gettext
        for key, label in (
            ("situation", said("Situation")),
            ("background", said("Background")),
            ("current", said("Current state")),
        ):
            text = getattr(background, key)
            if text:
                yield Line(collapse(text), label=label, path=f"/background/{key}")

    # --- plan ----------------------------------------------------------------------------------

    def _actions(self) -> Lines:
        said = self.language.gettext
        for index, action in enumerate(self.conversation.actions):
            details = [
                (said("why"), action.why),
                (said("responsible"), action.responsible),
                (said("due"), self.day(action.due) if action.due else None),
                (said("ended"), self.day(action.ended) if action.ended else None),
            ]
            text = self._detailed(action.what, details)
            yield Line(text, label=said("Action"), path=f"/actions/{index}")

    def _actions_table(self) -> Table:
        said = self.language.gettext
        rows = []
        for action in self.conversation.actions:
            what = self._detailed(
                action.what,
                [
                    (said("why"), action.why),
                    (said("due"), self.day(action.due) if action.due else None),
                ],
            )
            ended = self.day(action.ended) if action.ended else ""
            rows.append((what, collapse(action.responsible or ""), ended))
        columns = (said("Agreed actions"), said("Responsible"), said("Date ended"))
        paths = tuple(f"/actions/{index}" for index in range(len(rows)))
        return Table(columns, tuple(rows), paths)

    def _acute(self) -> Lines:
        said = self.language.gettext
        for index, acute in enumerate(self.conversation.acute):
            details = [
                (said("do"), acute.do),
                (said("call"), acute.call),
                (said("medication"), acute.medication),
            ]
            text = self._detailed(acute.situation, details)
            yield Line(text, label=said("Foreseeable situation"), path=f"/acute/{index}")

    def _admission(self) -> Lines:
        admission = self.conversation.admission
        if admission is None:
            return
        said = self.language.gettext
        if admission.arranged:
            label = said("Where and how an admission is arranged")
            yield Line(collapse(admission.arranged), label=label, path="/admission/arranged")
        if admission.open_contact:
            text = collapse(admission.open_contact)
            yield Line(text, label=said("Open contact"), path="/admission/open_contact")

    def _attachments(self) -> Lines:
        for index, each in enumerate(self.conversation.attachments):
            text = self.language.gettext(wording.ATTACHMENTS[each])
            yield Line(text, label=self.language.gettext("Attached"), path=f"/attachments/{index}")

    # --- contacts ------------------------------------------------------------------------------

    def _contacts(self) -> Lines:
        said = self.language.gettext
        for index, contact in enumerate(self.conversation.contacts):
            details = [
                ("", self._role(contact)),
                ("", contact.phone),
                ("", self._available(contact)),
                (said("for"), contact.for_),
                (said("call when"), self._needs(contact)),
            ]
            text = self._detailed(contact.name, details)
            yield Line(text, label=said("Contact"), path=f"/contacts/{index}")

    def _contacts_table(self) -> Table:
        said = self.language.gettext
        rows = []
        for contact in self.conversation.contacts:
            what = self._listed([("", contact.for_), ("", self._needs(contact))])
            rows.append(
                (
                    collapse(contact.name),
                    self._role(contact),
                    self._available(contact),
                    collapse(contact.phone or ""),
                    what,
                )
            )
        columns = (said("Name"), said("Function"), said("Available"), said("Phone"), said("For"))
        paths = tuple(f"/contacts/{index}" for index in range(len(rows)))
        return Table(columns, tuple(rows), paths)

    def _responsibility(self) -> Lines:
        said = self.language.gettext
        labels = {
            "day": said("Responsible by day"),
            "evening": said("Responsible in the evening"),
            "night": said("Responsible at night"),
            "weekend": said("Responsible at weekends"),
        }
        for hours in ALL_HOURS:
            for index, contact in enumerate(self.conversation.contacts):
                if hours in contact.hours:
                    text = self._listed([("", contact.name), ("", contact.phone)])
                    yield Line(text, label=labels[hours], path=f"/contacts/{index}")

    def _coordinator(self) -> Lines:
        for index, contact in enumerate(self.conversation.contacts):
            if contact.coordinates or contact.role_id == "coordinator":
                details = [("", contact.role), ("", contact.phone)]
                text = self._detailed(contact.name, details)
                yield Line(text, path=f"/contacts/{index}")

    def _role(self, contact: Contact) -> str:
        named = self.language.gettext(wording.ROLE_IDS[contact.role_id]) if contact.role_id else ""
        own = collapse(contact.role or "")
        return own if named.casefold() == own.casefold() else ", ".join(filter(None, (own, named)))

    def _available(self, contact: Contact) -> str:
        return ", ".join(self.language.gettext(wording.HOURS[hours]) for hours in contact.hours)

    def _needs(self, contact: Contact) -> str:
        return ", ".join(self.language.gettext(wording.NEEDS[need]) for need in contact.needs)

    # --- consent, review, follow-up --------------------------------------------------------------

    def _consent(self) -> Lines:
        consent = self.conversation.consent
        if consent is None:
            return
        yield from self._to_plan()
        said = self.language.gettext
        for key, label, receivers in (
            ("share_with", said("May be shared with"), consent.share_with),
            ("not_with", said("Not to be shared with"), consent.not_with),
        ):
            if receivers:
                text = ", ".join(map(self._receiver, receivers))
                yield Line(text, label=label, path=f"/consent/{key}")

    def _to_plan(self) -> Lines:
        consent = self.conversation.consent
        if consent is None or consent.to_plan is None:
            return
        said = self.language.gettext
        sentence = said("Agrees to a plan") if consent.to_plan else said("Does not want a plan")
        giver = said(wording.GIVERS[consent.given_by]) if consent.given_by else ""
        on = self.day(consent.on) if consent.on else ""
        yield Line(", ".join(filter(None, (sentence, giver, on))), path="/consent/to_plan")

    def _receiver(self, receiver: Receiver) -> str:
        who = collapse(receiver.who)
        if receiver.kind == "relative":
            return self._named(who, self.language.gettext("relative"))
        return who

    def _approval(self) -> Lines:
        """Consent to the plan, when it is gone through again, and where to sign."""
        said = self.language.gettext
        yield from self._to_plan()
        yield from self._review()
        yield Line("", label=said("Signature of patient, guardian or representative"))
        yield Line("", label=said("Date of approval"))

    def _review(self) -> Lines:
        review = self.conversation.review
        if review is None:
            return
        said = self.language.gettext
        if review.on:
            yield Line(self.day(review.on), label=said("Next review"), path="/review/on")
        if review.every:
            text = wording.interval(review.every, self.language)
            yield Line(text, label=said("Reviewed"), path="/review/every")
        if review.when:
            label = said("Occasion for review")
            yield Line(collapse(review.when), label=label, path="/review/when")

    def _follow_up(self) -> Lines:
        if self.conversation.follow_up:
            text = self.day(self.conversation.follow_up)
            yield Line(text, label=self.language.gettext("Next talk"), path="/follow_up")

    # --- small words -----------------------------------------------------------------------------

    @staticmethod
    def _named(role: str, name: str | None) -> str:
        return f"{role} ({collapse(name)})" if name else role

    def _detailed(self, what: str, details: list[tuple[str, str | None]]) -> str:
        more = self._listed(details)
        return f"{collapse(what)} ({more})" if more else collapse(what)

    @staticmethod
    def _listed(details: list[tuple[str, str | None]]) -> str:
        told = [f"{label}: {collapse(text)}" if label else collapse(text)
                for label, text in details if text]
        return ", ".join(told)
