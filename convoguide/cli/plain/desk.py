"""What a rehearsal by lines carries along, and how what happens in it is said."""

from collections.abc import Callable, Sequence
from typing import Any

from convoguide.cli.plain.lines import Lines
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.services import rehearsal_words
from convoguide.services.attempts import Attempts
from convoguide.services.rehearse import Practice, transcript


class Desk(Lines):
    """One rehearsal by lines."""

    def __init__(self, practice: Practice, attempts: Attempts, out: Callable[[str], None]) -> None:
        super().__init__(out)
        self.practice = practice
        self.attempts = attempts
        self.line = 0
        """The number of the line in hand, from 1."""
        self.not_taken: list[int] = []
        """The numbers of the lines that were not taken."""
        self.with_mood = False
        """Whether it is said after each answer how it is with the person."""
        self.choosing = False
        """Whether three phrasings are said after each answer."""
        self.name: str | None = None
        """The trainee's name on what is written, only if wanted."""
        self.debriefed: object = None
        """The rehearsal whose debrief was said last."""
        self.trouble = ""
        """Why it could not be kept, in words; empty while it is."""
        practice.on_change = self._keep

    def _keep(self, practice: Practice) -> None:
        before, self.trouble = self.trouble, ""
        try:
            self.attempts.keep(practice.rehearsal)
        except ConvoGuideError as error:
            self.trouble = str(error)
        if self.trouble and self.trouble != before:
            self.say(_("NOT ON THE DISK. {reason}").format(reason=self.trouble))

    # --- saying

    def say_all(self, lines: Sequence[str]) -> None:
        """Say these lines, one after the other."""
        for line in lines:
            self.say(line)

    def say_turn(self, n: int) -> None:
        """Say one turn with its number and who speaks."""
        for number, who, text in transcript(self.practice):
            if number == n:
                words = " ".join(text.split()) or _("(silence)")
                speaker = who or _("You")
                self.say(f"{number}. {speaker}: {words}")

    def say_answer(self) -> None:
        """Say what the person answered, and what else is wanted after each answer."""
        rehearsal = self.practice.rehearsal
        said = rehearsal.trainee_turns()
        if said and (said[-1].silent or said[-1].chosen):
            self.say_turn(said[-1].n)  # nobody typed it
        self.say_where()

    def say_where(self) -> None:
        """Say what the person said last: where the talk stands."""
        rehearsal = self.practice.rehearsal
        self.say_turn(rehearsal.last.n)
        if self.with_mood:
            self.say(rehearsal_words.mood_line(self.practice))
        if self.practice.ended:
            self.say(rehearsal_words.ended_line(self.practice))
            self.say(_(".r says the debrief; .g 3 goes back to turn 3, to try again."))
        elif self.choosing:
            self.say_offers()

    def say_offers(self) -> None:
        """Say three things that one could say now, with their numbers."""
        for n, offer in enumerate(self.practice.offers(), start=1):
            self.say(f".c {n}: {offer.text}")

    def told(self) -> Any:
        """The debrief of the line in hand; an error where nothing has been said in it."""
        if not self.practice.rehearsal.trainee_turns():
            raise ConvoGuideError(_("Nothing has been said yet."))
        return self.practice.debrief()
