"""The app, open in a conversation that already holds many notes, with nothing kept on disk."""

from __future__ import annotations

from convoguide import config
from convoguide.core.conversation import Note
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.app import ConvoGuideApp


def run(notes: int) -> None:
    """Run the app in such a conversation until it is killed."""
    home = config.home()
    keeper = MemoryKeeper()
    sitting = keeper.begin("svas-kronoberg", "afterwards")
    steps = [step.id for step in sitting.guide.steps()]
    conversation = sitting.conversation
    for number in range(notes):
        text = f"Anteckning {number} om det som sades, i ungefär den här längden."
        conversation = conversation.note(steps[number % len(steps)], Note(text=text))
    sitting.change(conversation)
    app = ConvoGuideApp(home, config.read_settings(home), no_save=True, keeper=keeper)
    app.call_later(app.go_on, str(sitting.conversation.id))
    app.run()
