"""Every action in one table: its key, its letter after Escape, its words.

In a note field every printable key types. So an action has a letter that follows Escape, and the
few most used have a function key beside it. Function keys are those that neither a terminal
(F10 menu, F11 full screen) nor a browser (F3, F5, F6, F7, F12) takes. The letters are those of the
dot commands in plain mode wherever both have the action.
"""

from dataclasses import dataclass


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for «mark, do not translate»
    return message


HOME, TALK, REVIEW, JOURNAL, ANYWHERE = "home", "conversation", "review", "journal", "anywhere"


@dataclass(frozen=True)
class Action:
    """Something a key does. `id` is the name of the `action_…` method that does it."""

    id: str
    label: str
    help: str
    letter: str | None = None
    key: str | None = None
    where: tuple[str, ...] = (ANYWHERE,)


ACTIONS: tuple[Action, ...] = (
    Action("help", N_("Help"), N_("What this screen is for, and its keys"), "h", "f1"),
    Action("curtain", N_("Curtain"), N_("Hide everything at once"), "c", "f8"),
    Action("home", N_("Home"), N_("Leave this screen; what was recorded is kept"), "q"),
    # --- in a conversation
    Action("voice", N_("Voice"), N_("Whose words the next note holds"), "v", "f2", (TALK,)),
    Action("outcome", N_("Outcome"), N_("Declined, unsure, another time …"), "o", None, (TALK,)),
    Action("next", N_("Next"), N_("The next step"), "n", None, (TALK,)),
    Action("previous", N_("Previous"), N_("The step before"), "p", None, (TALK,)),
    Action("jump", N_("Go to"), N_("Find any step by a few letters"), "g", "f4", (TALK,)),
    Action("next_open", N_("Next open"), N_("The next step not yet raised"), "k", None, (TALK,)),
    Action("way", N_("Way"), N_("Step by step, afterwards, or jot"), "w", None, (TALK,)),
    Action("edit", N_("Edit note"), N_("Change a note's text or voice"), "e", None, (TALK,)),
    Action("move", N_("Move note"), N_("Put a note under another step"), "m", None, (TALK,)),
    Action("retract", N_("Take back"), N_("Take a note back"), "d", None, (TALK,)),
    Action("private", N_("Apart"), N_("Keep a note out of the journal text"), "a", None, (TALK,)),
    Action("undo", N_("Undo"), N_("The conversation as it was before"), "z", None, (TALK,)),
    Action("redo", N_("Redo"), N_("Take the undo back"), "y", None, (TALK,)),
    Action("facts", N_("Facts"), N_("Who was there, consent, contacts, plan"), "f", None, (TALK,)),
    Action("phrase", N_("Phrase"), N_("Another way to say it"), "i", None, (TALK,)),
    Action("large", N_("Large text"), N_("The phrase in large letters"), "l", None, (TALK,)),
    Action("pane", N_("Pane"), N_("Steps, step or summary, where one fits"), "t", None, (TALK,)),
    Action("review", N_("Review"), N_("The finished text by section"), "r", "f9", (TALK,)),
    # --- in the review and on the way into the journal
    Action("journal", N_("To the journal"), N_("Copy the text"), "j", None, (TALK, REVIEW)),
    Action("document", N_("Document"), N_("Another document"), "x", None, (REVIEW, JOURNAL)),
    Action("full", N_("Full"), N_("A line a section, or a paragraph"), "u", None, (REVIEW, JOURNAL)),
    Action("copy_next", N_("Copy and on"), N_("Copy this section"), "s", None, (JOURNAL,)),
    Action("copy_all", N_("Copy all"), N_("Copy the whole text"), "b", None, (JOURNAL,)),
    Action("copy_apart", N_("Copy apart"), N_("Copy what is held apart"), "a", None, (JOURNAL,)),
    Action("documented", N_("Documented"), N_("Mark as in the journal"), "d", None, (JOURNAL,)),
    Action("save_file", N_("To a file"), N_("A clear-text file, after a yes"), "f", None, (JOURNAL,)),
)


def actions_of(place: str) -> tuple[Action, ...]:
    """The actions that work on a screen, those of everywhere too."""
    return tuple(each for each in ACTIONS if place in each.where or ANYWHERE in each.where)
