"""The identify checklist: should a conversation be offered? Never a score or a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.core.parts import Identified
from convoguide.i18n import current
from convoguide.i18n import gettext as _
from convoguide.services import card, content
from convoguide.services.conduct import local_now
from convoguide.tui.bindings import IDENTIFY
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.place import keys_of
from convoguide.tui.screens.home import GUIDES
from convoguide.tui.screens.listing import Listing, gap, told

if TYPE_CHECKING:
    from collections.abc import Hashable

    from textual import events

    from convoguide.tui.app import ConvoGuideApp
    from convoguide.tui.widgets.line_view import Row

_SURPRISED = {"surprised": True, "not_surprised": False}


class IdentifyScreen(Listing[None]):
    """Enter or space ticks; a conversation can be begun with what is ticked."""

    PLACE = IDENTIFY
    BINDINGS = keys_of(IDENTIFY)

    app: ConvoGuideApp

    def __init__(self) -> None:
        super().__init__()
        self.checklist = content.checklist(current())
        self.text = card.texts(self.checklist, current())
        self.ticked: set[str] = set()
        self.answer: str | None = None

    def heading(self) -> str:
        return self.text.of("title", self.checklist.title)

    def rows(self, width: int) -> list[Row]:
        text, checklist = self.text, self.checklist
        rows = [*told(text.of("question", checklist.question), width, style="title")]
        for each in checklist.answers:
            mark = "(x)" if self.answer == each.id else "( )"
            rows += told(text.item("answer", each), width, ("answer", each.id), lead=f"{mark} ")
        rows += [gap(), *told(_("May indicate palliative needs"), width, style="title")]
        for each in checklist.criteria:
            mark = "[x]" if each.id in self.ticked else "[ ]"
            rows += told(
                text.item("criterion", each), width, ("criterion", each.id), lead=f"{mark} "
            )
        rows += [gap(), *told(text.of("result", checklist.result), width, style="title"), gap()]
        rows += told(_("When to be alert"), width, style="title")
        for each in checklist.occasions:
            rows += told(text.item("occasion", each), width, lead="– ")
        instruments = ", ".join(checklist.instruments)
        rows += [gap(), *told(_("Instruments") + ": " + instruments, width)]
        for notice in checklist.notice:
            rows += told(text.of("notice", notice), width)
        return rows

    def choose(self, tag: Hashable) -> None:
        match tag:
            case ("answer", str(answer)):
                self.answer = None if self.answer == answer else answer
            case ("criterion", str(criterion)):
                self.ticked ^= {criterion}
        self.show_rows(tag)

    def on_key(self, event: events.Key) -> None:
        if event.key == "space" and self.marked is not None and not self.commanding:
            event.stop()
            self.choose(self.marked)

    def identified(self) -> Identified:
        """The result as a conversation keeps it."""
        return Identified.model_validate(
            {
                "on": local_now().date(),
                "would_be_surprised": _SURPRISED.get(self.answer or ""),
                "criteria": [e.id for e in self.checklist.criteria if e.id in self.ticked],
            }
        )

    def action_begin(self) -> None:
        """Begin a conversation with what is ticked."""
        letters = "sfghjk"
        choices = [
            Choice(guide, letters[place], _(title))
            for place, (guide, title) in enumerate(GUIDES.items())
        ]

        def chosen(guide: str | None) -> None:
            if guide is not None:
                identified = self.identified()
                self.dismiss(None)
                self.app.begin(guide, identified)

        self.app.push_screen(LetterDialog(_("Begin by which guide?"), choices), chosen)
