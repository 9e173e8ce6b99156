"""One whole conversation in the app, from its start to the text in the journal."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from types import ModuleType

from convoguide import i18n
from convoguide.core.conversation import OTHER
from convoguide.services import content
from convoguide.tui.bindings import action
from touring.hand import Count, Hand
from touring.terminal import Mismatch, Terminal

PASSPHRASE, PIN = "havet i november", "2468"


@dataclass
class Seen:
    """What a conversation left to look at."""

    moments: list[tuple[str, str]] = field(default_factory=list)
    """(moment, screen)."""
    pasted: str = ""
    written: list[str] = field(default_factory=list)
    count: Count = field(default_factory=Count)


class Talk:
    """Holds one conversation by its story, a module of this folder."""

    def __init__(
        self, terminal: Terminal, story: ModuleType, told: Collection[str], *, listed: bool
    ) -> None:
        """`told` are the moments of which something is said; others are not shown."""
        i18n.use(story.LOCALE)
        self.terminal, self.story = terminal, story
        self.hand = Hand(terminal, content.guide(story.GUIDE), listed=listed)
        self.seen = Seen(written=self.hand.written, count=self.hand.count)
        self._told = set(told)

    def look(self, moment: str) -> None:
        """Keep the screen, where something is told of this moment."""
        if moment in self._told:
            self._told.remove(moment)
            self.seen.moments.append((moment, self.terminal.screen))

    # --- beginning --------------------------------------------------------------------------------

    def first_start(self) -> None:
        """Language, how drafts are kept, and the passphrase: asked once, on a fresh computer."""
        hand = self.hand
        self.terminal.wait("Språk · Language")
        hand.press("s")
        hand.wait("How should drafts be kept?")
        self.look("keeping")
        hand.press("p")
        hand.wait("How should drafts be kept?", gone=True)
        self.terminal.wait_line(r"^ > ")
        hand.wait("looking …", gone=True)
        self.look("home")
        hand.press("Enter")
        hand.wait("Choose a passphrase")
        dots = 0
        for secret in (PASSPHRASE, PASSPHRASE, PIN):
            hand.fill_in(secret, secret=True)
            dots += len(secret)
            self.terminal.wait_dots(dots)
            hand.press("Enter")
        hand.wait("Choose a passphrase", gone=True)
        hand.end_line("first start")

    def frame(self) -> None:
        """Label, place, and who leads."""
        hand, facts = self.hand, self.story.FRAME
        self.terminal.wait_line(r"^ 1/\d+ ")
        hand.act("all_facts")
        hand.wait("Which facts?")
        hand.press("Enter")
        hand.fill(facts)
        hand.wait("Which facts?")
        hand.act("cancel")
        hand.wait("Which facts?", gone=True)
        hand.end_line("this conversation")

    # --- the conversation -------------------------------------------------------------------------

    def hold(self) -> None:
        """Every step, in order."""
        steps = [step.id for step in self.hand.guide.steps()]
        looks: dict[str, Callable[[], None]] = {
            step: partial(self.look, step) for step in (*steps, OTHER)
        }
        if "curtain" in self._told:
            looks["agenda"] = self._curtain
        self.hand.hold(self.story.story(datetime.now().astimezone().date()), looks)

    def _curtain(self) -> None:
        """Someone comes in: everything away, and back by the PIN."""
        hand = self.hand
        self.look("agenda")
        hand.act("curtain")
        hand.wait("PIN:")
        self.look("curtain")
        hand.fill_in(PIN, secret=True)
        self.terminal.wait_dots(len(PIN))
        hand.press("Enter")
        hand.wait("PIN:", gone=True)

    # --- into the journal -------------------------------------------------------------------------

    def finish(self) -> None:
        """Review, the way into the journal, and the mark that it stands there."""
        hand = self.hand
        hand.act("review")
        self.terminal.wait(f"F9 {i18n.gettext(action('back_to_step').label)}")
        self.terminal.wait_line(r"^ > ")
        self.look("review")
        hand.press(action("findings").letter or "")
        self.terminal.wait_line(r"^ (>| ) - ")
        self.look("findings")
        hand.press(action("journal").letter or "")
        hand.wait(action("copy_all").label)
        self.terminal.wait_line(r"^ > ")
        self.look("journal")
        hand.press(action("copy_all").letter or "")
        hand.wait("Is the right journal open?")
        self.look("asked")
        hand.press("y")
        hand.wait("The whole text was copied.")
        self.seen.pasted = self.terminal.pasted()
        self.look("copied")
        hand.press(action("documented").letter or "")
        hand.wait("Which record system is it in?")
        hand.fill_in(self.story.SYSTEM)
        self.terminal.wait(self.story.SYSTEM)
        hand.press("Enter")
        hand.wait("Marked as in the journal.")
        self.look("documented")
        hand.end_line("into the journal")

    def check(self) -> None:
        """Stop where a told moment never came, or a note is missing from the pasted text."""
        if self._told:
            raise Mismatch(", ".join(self._told), self.terminal.screen)
        pasted = " ".join(self.seen.pasted.split())
        for step, moves in self.story.story(datetime.now().astimezone().date()).items():
            for each in moves:
                text = getattr(each, "text", None)
                kept_apart = getattr(each, "apart", False) or step == "prognosis"
                if text and (text.rstrip(".") in pasted) is kept_apart:
                    raise Mismatch(f"{step}: {text}", self.seen.pasted)
