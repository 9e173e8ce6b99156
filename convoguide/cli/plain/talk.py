"""What a conversation by lines carries along: the sitting, the keeper, the voice, what was refused.

Every command works on a `Talk`. It says lines and never touches the terminal otherwise.
"""

from collections.abc import Callable

from convoguide import quotation
from convoguide.cli.plain import words
from convoguide.cli.plain.clip import Clip
from convoguide.cli.plain.lines import Lines
from convoguide.core.conversation import Conversation, Note, Voice
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper, SaveState, StateTold


class RefusedError(ConvoGuideError):
    """A line that was not taken. The message says what would be right, never what was typed."""


class Talk(Lines):
    """One conversation by lines. `patience` is how long, in seconds, a save is waited for."""

    def __init__(
        self,
        sitting: Sitting,
        keeper: Keeper,
        out: Callable[[str], None],
        patience: float,
        earlier: Conversation | None = None,
        *,
        second: str | None = None,
        offers_steps: bool = True,
        documents_in: str | None = None,
        clip: Clip | None = None,
    ) -> None:
        super().__init__(out)
        self.sitting = sitting
        self.earlier = earlier
        """The conversation that this one follows, where it is at hand."""
        self.second = second
        """The language in which what is said aloud is said too; None: in one language."""
        self.offers_steps = offers_steps
        """Whether it is said where a note may belong."""
        self.documents_in = documents_in
        """The language in which documents are made; None: the conversation's own."""
        self.clip = clip
        """What copies; None where nothing can be copied."""
        self.told: set[str] = set()
        """What was said once before something goes out, and need not be said again."""
        self.offer: object = None
        """Where the last note may belong; of the module that offers it."""
        self.walk: list[Note] = []
        """The jots that wait for a step, while one walks through them; the first was said last."""
        self.keeper = keeper
        self.voice: Voice = "clinician"
        """Whose words the next lines of this step are."""
        self.phrase = 0
        """Which of the step's phrases was said last."""
        self.line = 0
        """The number of the line in hand, from 1."""
        self.refused: str | None = None
        """The last line that was not taken, for `.t`."""
        self.not_taken: list[int] = []
        """The numbers of the lines that were not taken and were not recorded later either."""
        self.reason = ""
        """Why the last save failed, in words."""
        self.kept_at = sitting.step
        """The step one stood on at the last change, which is the one that is kept."""
        self._patience = patience
        self._impatient = False

    # --- saying

    def title(self, step: str | None = None) -> str:
        """The name of a step, of the one where one stands unless told otherwise."""
        return words.step_title(self.sitting.guide, step or self.sitting.step)

    def quoted(self, step: str | None = None) -> str:
        """The same in quotation marks, for the middle of a sentence: some are questions."""
        return quotation.quoted(self.title(step))

    # --- keeping

    @property
    def id(self) -> str:
        """The conversation's id."""
        return str(self.sitting.conversation.id)

    def listen(self, before: StateTold) -> StateTold:
        """A listener that keeps the reason of a failure and tells the listener before it too."""

        def told(conversation: str, state: SaveState, reason: str) -> None:
            if conversation == self.id and state in (SaveState.FAILED, SaveState.SAVED):
                self.reason = reason if state is SaveState.FAILED else ""
            before(conversation, state, reason)

        return told

    def state(self) -> SaveState:
        """How safe the conversation is, after waiting a moment for a save under way."""
        state = self.keeper.state(self.id)
        if state in (SaveState.SAVING, SaveState.WAITING) and not self.keeper.locked:
            # After one wait in vain the next ones are short: typing must not stand still.
            self._impatient = not self.keeper.flush(0.2 if self._impatient else self._patience)
            state = self.keeper.state(self.id)
        return state

    def safety(self) -> str:
        """How safe what was just recorded is, in a sentence that is true."""
        state = self.state()
        if state is SaveState.SAVED:
            return _("Saved.")
        if state is SaveState.MEMORY:
            return _("In memory only.")
        if state is SaveState.FAILED:
            return not_saved(self.reason)
        return _("Not yet saved.")

    def done(self, text: str) -> None:
        """Acknowledge a change, with how safe it is."""
        self.kept_at = self.sitting.step
        self.say(f"{text} {self.safety()}")


def not_saved(reason: str) -> str:
    """That a save failed, on one line, with the reason where there is one."""
    if not reason:
        return _("NOT ON THE DISK.")
    return _("NOT ON THE DISK. {reason}").format(reason=" ".join(reason.split()))
