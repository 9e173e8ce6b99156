"""How a step is left: declined, unsure, another time, nothing to add, not raised; or reopened."""

from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from convoguide.core.conversation import Entry
from convoguide.dates import typed_day
from convoguide.days import parse_day
from convoguide.i18n import gettext as _
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.form_fields import Entered, TextControl
from convoguide.tui.words import OUTCOMES

REOPEN = "reopen"


@dataclass(frozen=True)
class Leaving:
    """How the step is left, and when it is taken up again."""

    outcome: str
    again_on: date | None = None


class OutcomeDialog(LetterDialog):
    """Gives the outcome; of one that comes again, `outcome date` with the date where there is one.

    A wrong date is said under its field, which keeps what was typed.
    """

    def __init__(self, topic: str, entry: Entry, today: date) -> None:
        choices = [
            Choice(outcome, letter, _(words))
            for letter, (outcome, words) in OUTCOMES.items()
            if outcome != "not_raised" or not entry.notes
        ]
        choices.append(Choice(REOPEN, "r", _("open again")))
        super().__init__(_("How was it left?"), choices, now=entry.outcome, said=topic)
        self._today = today
        self._again_on = entry.again_on

    def more(self) -> ComposeResult:
        asked = _("When? A date such as 2026-12-04, 4/12 or +14; or leave it empty.")
        yield Static(asked, markup=False, classes="said", id="asked")
        again_on = typed_day(self._again_on) if self._again_on else ""
        yield TextControl(again_on, id="again_on")
        yield Static("", markup=False, classes="wrong", id="wrong")

    def on_mount(self) -> None:
        self._ask(False)

    def _ask(self, asked: bool) -> None:
        for name in ("#asked", "#again_on", "#wrong"):
            self.query_one(name).display = asked
        self.query_one("#choices").set_class(asked, "-above")
        line = self.query_one(ActionLine)
        line.typing = asked
        line.refresh(layout=True)

    def choose(self, value: str) -> None:
        if value == "deferred":
            # What was chosen is what the bar shows, while the date is typed too.
            self.mark([each.value for each in self._choices].index(value))
            self._ask(True)
            self.query_one("#again_on").focus()
        else:
            self.dismiss(value)

    @on(Entered)
    def _entered(self) -> None:
        typed = self.query_one("#again_on", TextControl).text.strip()
        day = parse_day(typed, self._today) if typed else None
        if typed and day is None:
            self.query_one("#wrong", Static).update(_("This is no date. Type 2026-12-04 or 4/12."))
        else:
            self.dismiss(f"deferred {day.isoformat()}" if day else "deferred")


def leaving_of(result: str) -> Leaving:
    """What the dialog gave, as a value."""
    outcome, _space, day = result.partition(" ")
    return Leaving(outcome, date.fromisoformat(day) if day else None)
