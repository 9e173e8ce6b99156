"""The tour as lines: a first conversation with a made-up person, inside any other one.

`.?tour` begins it, `.q` leaves it at once, and the conversation it was begun in goes on where it
was. Every line and command does what it does in a real one; nothing of it is kept.
"""

from collections.abc import Callable, Iterator

from convoguide.cli.plain.steps import open_step, prompt
from convoguide.cli.plain.talk import Talk
from convoguide.cli.plain.words import step_title
from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.services.tour import JUMP_TO, LESSONS, Tour, begun

WORDS = (".?tour", ".? tour")
_PRINTS = (".r", ".j")

_LESSONS = {
    "step": N_(
        "This is a step: its name, what it is for, and a way to say it. .n goes to the next one."
    ),
    "note": N_("She says that her own kitchen matters most. Write it your way, as one line."),
    "voice": N_("Now in her own words: .v p, a blank and the words, on one line."),
    "leave": N_("The next step she would rather not talk about: .n goes there, then .o d."),
    "jump": N_("Things come up in any order. Go to “{title}” with .g and a few of its letters."),
    "review": N_("The finished text is made of what you wrote: .r prints it."),
}


def hold_tour(outer: Talk, lines: Iterator[str], take: Callable[[Talk, str], bool]) -> None:
    """Hold the tour, then say where one stands in the conversation it was begun in.

    `take` does what one line says in a conversation; False where it ends it. The end of the input
    ends the tour too, and is told to the caller as it comes.
    """
    sitting, keeper = begun(outer.sitting.guide.id, outer.sitting.now)
    inner = Talk(sitting, keeper, outer.say, 0.0)
    inner.line = outer.line
    try:
        _hold(inner, lines, take)
    finally:
        outer.line = inner.line
    outer.say(_("The tour is over; nothing of it was kept."))
    outer.say(prompt(outer))


def _hold(talk: Talk, lines: Iterator[str], take: Callable[[Talk, str], bool]) -> None:
    tour = Tour(talk.sitting)
    talk.say(_("A tour with a made-up person. Nothing is kept. .q leaves it at once."))
    open_step(talk, moved=False)
    _say_lesson(talk, tour)
    while True:
        line = next(lines)
        talk.line += 1
        refused = len(talk.not_taken)
        if not take(talk, line):
            return
        printed = line.strip().casefold() in _PRINTS and len(talk.not_taken) == refused
        if tour.look("review" if printed else ""):
            if tour.lesson == "journal":
                _say_end(talk)
                return
            _say_lesson(talk, tour)


def _say_lesson(talk: Talk, tour: Tour) -> None:
    if tour.lesson is None:
        return
    title = step_title(talk.sitting.guide, JUMP_TO)
    words = _(_LESSONS[tour.lesson]).format(title=title)
    lead = _("Tour, {n} of {total}:").format(n=tour.place + 1, total=len(LESSONS) - 1)
    talk.say(f"{lead} {words}")


def _say_end(talk: Talk) -> None:
    talk.say(
        _(
            "That text goes into the journal: copy it from here, or end with .q and "
            "print it with “convoguide conversations show”. .f documented marks it "
            "as in the journal."
        )
    )
