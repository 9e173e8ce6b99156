"""What all of the conversation screen's actions stand on: where one is, and showing it anew."""

from collections.abc import Callable

from convoguide.core.conversation import Voice
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper
from convoguide.services.spoken import spoken
from convoguide.tui.guide_text import GuideText, order, text_of
from convoguide.tui.place import Place
from convoguide.tui.widgets.note_field import NoteField
from convoguide.tui.widgets.typing_line import TypingPlace

CLINICIAN: Voice = "clinician"


class TalkBase(TypingPlace, Place[None]):
    """The sitting, and moving about in it. `show_talk` is the screen's own."""

    def __init__(self, sitting: Sitting, keeper: Keeper) -> None:
        super().__init__()
        self.sitting = sitting
        self.keeper = keeper
        self.text: GuideText = text_of(sitting.guide)
        self.voice: Voice = CLINICIAN
        self.told_voice: Voice = CLINICIAN
        """Whose words the line above the field says that the next note holds."""
        self.phrase = 0
        self.pane = "step"

    @property
    def field(self) -> NoteField:
        """Where one types."""
        return self.query_one("#field", NoteField)

    def as_said(self, text: str) -> tuple[str, Voice]:
        """The note that a typed line makes: its text, and whose words it holds.

        Marks around the whole line are the patient's words; another voice that was chosen stands.
        """
        words = spoken(text) if self.voice == CLINICIAN else None
        return (words, "patient") if words else (text, self.voice)

    def show_talk(self) -> None:
        """Show the conversation as it is now."""
        raise NotImplementedError

    def show_frame(self) -> None:
        """Show the lines around the conversation."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        """Say something above the field, until the next key that types."""
        raise NotImplementedError

    # --- changing --------------------------------------------------------------------------------

    def change(self, do: Callable[[], object]) -> bool:
        """Do a change and show it; False, and why in words, where it is refused."""
        try:
            do()
        except ConvoGuideError as error:
            self.say(str(error))
            return False
        self.show_talk()
        return True

    def may_change(self) -> bool:
        """Whether the conversation can be changed at all; says so where it cannot."""
        if self.sitting.read_only:
            self.say(_("This conversation is open in another window: reading only."))
        return not self.sitting.read_only

    # --- moving about ----------------------------------------------------------------------------

    def go_to(self, step_id: str) -> None:
        """Stand on a step; what is half typed comes along, the voice does not."""
        if step_id != self.sitting.step:
            self.sitting.jump(step_id)
            self.voice = CLINICIAN
            self.phrase = 0
        self.show_talk()

    def step_by(self, direction: int) -> bool:
        """Go so many steps on or back, `other` being the last; False at either end."""
        ids = order(self.sitting)
        here = ids.index(self.sitting.step) if self.sitting.step in ids else 0
        target = here + direction
        if not 0 <= target < len(ids):
            return False
        self.go_to(ids[target])
        return True
