"""Every action in one table: its key, its letter after Escape, its words.

In a note field every printable key types. So an action has a letter that follows Escape, and the
few most used have a function key beside it. Where nothing is being typed the letter alone will do.
Function keys are those that neither a terminal (F10 menu, F11 full screen) nor a browser (F3, F5,
F6, F7, F12) takes. The letters are those of the dot commands in plain mode wherever both have the
action.
"""

from dataclasses import dataclass


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for «mark, do not translate»
    return message


HOME, TALK, REVIEW, JOURNAL, ANYWHERE = "home", "conversation", "review", "journal", "anywhere"
DOCUMENTS, IDENTIFY, SETTINGS, HELP = "documents", "identify", "settings", "help"
DIALOG, FIRST_START = "dialog", "first_start"
FORM, LIST, FILING = "form", "list", "filing"
TALLY = "tally"
LETTER, WORDING = "letter", "wording"
PASTING = "pasting"
CASES, CASE, REHEARSAL, DEBRIEF = "cases", "case", "rehearsal", "debrief"
PROGRESS, COMPARED = "progress", "compared"

PLACES = (
    *(HOME, TALK, REVIEW, JOURNAL, DOCUMENTS, IDENTIFY, SETTINGS, HELP, DIALOG, FIRST_START),
    *(FORM, LIST, FILING),
    TALLY,
    *(LETTER, WORDING, PASTING),
    *(CASES, CASE, REHEARSAL, DEBRIEF, PROGRESS, COMPARED),
)
_PRACTICE = (CASES, CASE, REHEARSAL, DEBRIEF, PROGRESS, COMPARED)
_INSIDE = (
    *(TALK, REVIEW, JOURNAL, DOCUMENTS, IDENTIFY, SETTINGS, HELP, LETTER, TALLY),
    *_PRACTICE,
)


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
    Action("palette", N_("Commands"), N_("Find any command by a few letters"), "."),
    Action(
        "home", N_("Back"), N_("Leave this screen; what was recorded is kept"), "q", None, _INSIDE
    ),
    Action(
        "cancel",
        N_("Cancel"),
        N_("Close this without changing anything"),
        "q",
        None,
        (DIALOG, FORM, PASTING),
    ),
    # --- at home
    Action(
        "start", N_("Start"), N_("Begin a conversation by one of the guides"), "s", None, (HOME,)
    ),
    Action("go_on", N_("Go on"), N_("Go on exactly where you were"), "g", None, (HOME,)),
    Action(
        "to_journal", N_("To the journal"), N_("Copy the chosen draft's text"), "j", None, (HOME,)
    ),
    Action(
        "follow_up",
        N_("Follow up"),
        N_("A new conversation that follows the chosen one"),
        "f",
        None,
        (HOME,),
    ),
    Action(
        "paste_talk",
        N_("From the journal"),
        N_("A new conversation that follows one in the journal: paste its text"),
        "p",
        None,
        (HOME,),
    ),
    Action("delete", N_("Delete"), N_("Delete the chosen draft for good"), "x", None, (HOME,)),
    Action("identify", N_("Identify"), N_("Should a conversation be offered?"), "i", None, (HOME,)),
    Action(
        "documents", N_("Documents"), N_("The documents, and what each is for"), "d", None, (HOME,)
    ),
    Action(
        "tally",
        N_("Tally"),
        N_("How many conversations, and what came of them"),
        "n",
        None,
        (HOME,),
    ),
    Action(
        "settings",
        N_("Settings"),
        N_("Language, colours, keeping, the curtain"),
        "t",
        None,
        (HOME,),
    ),
    Action(
        "tour",
        N_("Tour"),
        N_("A first conversation with a made-up person; nothing of it is kept"),
        "o",
        None,
        (HOME, HELP),
    ),
    Action(
        "practice",
        N_("Rehearse"),
        N_("Talk with a made-up person, and see how it went"),
        "r",
        None,
        (HOME,),
    ),
    Action("quit", N_("Quit"), N_("Close ConvoGuide"), "q", None, (HOME, FIRST_START)),
    # --- in a conversation
    Action("patient", N_("Patient"), N_("The patient's words on or off"), "s", "f2", (TALK,)),
    Action("voice", N_("Voice"), N_("Whose words the next note holds"), "v", None, (TALK,)),
    Action("outcome", N_("Outcome"), N_("Declined, unsure, another time …"), "o", None, (TALK,)),
    Action("next", N_("Next"), N_("The next step"), "n", None, (TALK,)),
    Action("previous", N_("Previous"), N_("The step before"), "p", None, (TALK,)),
    Action("jump", N_("Go to"), N_("Find any step by a few letters"), "g", "f4", (TALK,)),
    Action("next_open", N_("Next open"), N_("The next step not yet raised"), "k", None, (TALK,)),
    Action("way", N_("Way"), N_("Step by step, afterwards, or jot"), "w", None, (TALK,)),
    Action("edit", N_("Edit note"), N_("Change a note's text or voice"), "e", None, (TALK,)),
    Action("move", N_("Move note"), N_("Put a note under another step"), "m", None, (TALK,)),
    Action("retract", N_("Take back"), N_("Remove a note"), "d", None, (TALK,)),
    Action("private", N_("Apart"), N_("Keep a note out of the journal text"), "a", None, (TALK,)),
    Action("undo", N_("Undo"), N_("Take the last change back"), "z", None, (TALK, LETTER)),
    Action("redo", N_("Redo"), N_("Make the undone change again"), "y", None, (TALK, LETTER)),
    Action("facts", N_("Facts"), N_("The facts that belong with this step"), "f", None, (TALK,)),
    Action("all_facts", N_("All facts"), N_("Who was there, consent, plan …"), "x", None, (TALK,)),
    Action("file_jots", N_("File jots"), N_("Put jots under their steps"), "b", None, (TALK,)),
    Action("phrase", N_("Phrase"), N_("Another way to say it"), "i", None, (TALK,)),
    Action("large", N_("Large text"), N_("Phrase and notes in large letters"), "l", None, (TALK,)),
    Action(
        "pane", N_("Pane"), N_("Steps, step or summary, where only one fits"), "t", None, (TALK,)
    ),
    Action(
        "unlock",
        N_("Passphrase"),
        N_("Give the passphrase, so that this is saved"),
        "u",
        None,
        (TALK,),
    ),
    Action("review", N_("Review"), N_("The finished text by section"), "r", "f9", (TALK,)),
    # --- in the review and on the way into the journal
    Action(
        "back_to_step", N_("Back"), N_("To the conversation, where you were"), "r", "f9", (REVIEW,)
    ),
    Action(
        "open_step",
        N_("Open the step"),
        N_("Go to the step this line came from"),
        "g",
        None,
        (REVIEW,),
    ),
    Action("findings", N_("Self-check"), N_("Show or fold what to look at"), "k", None, (REVIEW,)),
    Action("journal", N_("To the journal"), N_("Copy the text"), "j", None, (TALK, REVIEW, LETTER)),
    Action(
        "what_changed",
        N_("What changed"),
        N_("Say what changed since last time, or no longer"),
        "w",
        None,
        (REVIEW, JOURNAL),
    ),
    Action("document", N_("Document"), N_("Another document"), "x", None, (REVIEW, JOURNAL)),
    Action("full", N_("Full"), N_("A line a section, or a paragraph"), "u", None, (JOURNAL,)),
    Action(
        "copy_next",
        N_("Copy and on"),
        N_("Copy this section and go to the next"),
        "s",
        None,
        (JOURNAL,),
    ),
    Action("copy_all", N_("Copy all"), N_("Copy the whole text"), "b", None, (JOURNAL,)),
    Action("copy_apart", N_("Copy apart"), N_("Copy what is held apart"), "a", None, (JOURNAL,)),
    Action("documented", N_("Documented"), N_("Mark as in the journal"), "d", None, (JOURNAL,)),
    Action(
        "save_file",
        N_("To file"),
        N_("A clear-text file, after a yes"),
        "f",
        None,
        (REVIEW, JOURNAL),
    ),
    Action(
        "second",
        N_("Two languages"),
        N_("What is said aloud in a second language too"),
        "&",
        None,
        (TALK,),
    ),
    # --- what was said last time
    Action(
        "last_time", N_("Last time"), N_("All that was said here last time"), ",", None, (TALK,)
    ),
    Action("still_so", N_("Still so"), N_("It is as it was last time"), "+", None, (TALK,)),
    Action(
        "change_last", N_("Changed"), N_("Last time's words, to be changed"), "*", None, (TALK,)
    ),
    Action("no_longer", N_("No longer"), N_("What was said no longer holds"), "-", None, (TALK,)),
    # --- identity numbers
    Action(
        "mask",
        N_("Mask"),
        N_("An X for each digit of identity numbers"),
        "#",
        None,
        (TALK, FORM, WORDING, REVIEW, JOURNAL),
    ),
    # --- the letter home
    Action(
        "letter",
        N_("Letter"),
        N_("Word the lines of the letter home, one by one"),
        "l",
        None,
        (REVIEW, JOURNAL),
    ),
    Action(
        "letter_home",
        N_("Letter"),
        N_("Word the lines of the letter home, one by one"),
        "=",
        None,
        (TALK,),
    ),
    Action(
        "word_all",
        N_("Wording"),
        N_("The lines on offer one after the other, from the marked one on"),
        "w",
        None,
        (LETTER,),
    ),
    Action(
        "take_away", N_("Take away"), N_("Take an accepted line out again"), "x", None, (LETTER,)
    ),
    Action(
        "own_note",
        N_("The note's words"),
        N_("Put the note's own words into the field, to be changed"),
        "n",
        "f2",
        (WORDING,),
    ),
    Action("pass_over", N_("Skip"), N_("Leave this line out and go on"), "k", None, (WORDING,)),
    # --- in the dialogs of a conversation
    Action("save", N_("Save"), N_("Keep what is filled in"), "s", "f2", (FORM,)),
    Action("add", N_("Add"), N_("Add one more"), "a", None, (LIST,)),
    Action("change", N_("Change"), N_("Change the marked one"), "e", None, (LIST,)),
    Action("remove", N_("Remove"), N_("Take the marked one out"), "x", None, (LIST,)),
    Action("skip", N_("Skip"), N_("Leave this jot where it is"), "s", None, (FILING,)),
    Action("finder", N_("Another step"), N_("Any step, by a few letters"), "g", None, (FILING,)),
    Action(
        "done", N_("Done"), N_("Close; what was done is kept"), "q", None, (LIST, FILING, WORDING)
    ),
    Action("read_text", N_("Read it"), N_("Find the notes in the text"), "s", "f2", (PASTING,)),
    # --- elsewhere
    Action(
        "begin", N_("Begin"), N_("Begin a conversation with what is ticked"), "b", None, (IDENTIFY,)
    ),
    Action("passphrase", N_("Passphrase"), N_("Change the passphrase"), "p", None, (SETTINGS,)),
    Action(
        "pass_on",
        N_("To file"),
        N_("A chart or a table to pass on, without groups under five"),
        "f",
        None,
        (TALLY,),
    ),
    # --- rehearsing
    Action("language", N_("Language"), N_("Who speaks another language"), "l", None, (CASES,)),
    Action("own_words", N_("Begin"), N_("Meet the person, in your own words"), "b", None, (CASE,)),
    Action("phrasings", N_("Phrasings"), N_("Choose among three phrasings"), "w", None, (CASE,)),
    Action("silence", N_("Silence"), N_("Say nothing, and wait"), "t", "f2", (REHEARSAL,)),
    Action(
        "hint",
        N_("Hint"),
        N_("What the person may feel, one thing to try"),
        "i",
        None,
        (REHEARSAL,),
    ),
    Action(
        "choosing",
        N_("Phrasings"),
        N_("Choose among three phrasings, or your own words again"),
        "w",
        None,
        (REHEARSAL,),
    ),
    Action(
        "mood", N_("Mood"), N_("Show or hide how it is with the person"), "m", None, (REHEARSAL,)
    ),
    Action("stage", N_("Stage"), N_("Where in the guide the talk is"), "b", None, (REHEARSAL,)),
    Action(
        "back_to",
        N_("Go back"),
        N_("Try again from a turn; both are kept"),
        "g",
        "f4",
        (REHEARSAL,),
    ),
    Action("take_back", N_("Take back"), N_("Your last turn once more"), "z", None, (REHEARSAL,)),
    Action("lines", N_("Lines"), N_("Go on with a line that you left"), "y", None, (REHEARSAL,)),
    Action("debrief", N_("Debrief"), N_("How it went"), "r", "f9", (REHEARSAL,)),
    Action("to_talk", N_("To the talk"), N_("Read on, or go on talking"), "r", "f9", (DEBRIEF,)),
    Action("to_turn", N_("To the turn"), N_("The turn of the marked line"), "g", None, (DEBRIEF,)),
    Action("compare", N_("Compare"), N_("Beside another attempt"), "l", None, (DEBRIEF,)),
    Action("keep_file", N_("To file"), N_("As .md, .docx or .pdf"), "f", None, (DEBRIEF,)),
    Action("teacher", N_("Teacher"), N_("What is held back"), "a", None, (CASE, DEBRIEF)),
    Action(
        "progress", N_("Progress"), N_("Your attempts, in order"), "s", None, (CASES, CASE, DEBRIEF)
    ),
    Action("draw", N_("To file"), N_("Your progress as a picture"), "f", None, (PROGRESS,)),
    Action("forget", N_("Delete"), N_("Delete this attempt for good"), "x", None, (CASE, PROGRESS)),
)

FOOTERS: dict[str, tuple[str, ...]] = {
    HOME: ("go_on", "to_journal", "help", "curtain", "quit"),
    TALK: ("help", "patient", "jump", "curtain", "review"),
    REVIEW: ("back_to_step", "journal", "document", "save_file", "curtain"),
    JOURNAL: ("copy_next", "copy_all", "documented", "curtain", "home"),
    DOCUMENTS: ("help", "curtain", "home"),
    IDENTIFY: ("begin", "help", "curtain", "home"),
    SETTINGS: ("help", "curtain", "home"),
    HELP: ("tour", "curtain", "home"),
    DIALOG: ("cancel", "curtain"),
    FORM: ("save", "curtain", "cancel"),
    LIST: ("add", "change", "remove", "done", "curtain"),
    FILING: ("skip", "finder", "done", "curtain"),
    LETTER: ("word_all", "take_away", "undo", "curtain", "home"),
    WORDING: ("own_note", "pass_over", "done", "curtain"),
    PASTING: ("read_text", "cancel", "curtain"),
    TALLY: ("pass_on", "help", "curtain", "home"),
    FIRST_START: ("help", "curtain", "quit"),
    CASES: ("language", "progress", "help", "curtain", "home"),
    CASE: ("own_words", "phrasings", "curtain", "home"),
    REHEARSAL: ("help", "silence", "back_to", "curtain", "debrief"),
    DEBRIEF: ("to_talk", "compare", "keep_file", "curtain", "home"),
    PROGRESS: ("draw", "forget", "curtain", "home"),
    COMPARED: ("curtain", "home"),
}
"""The actions that a screen's last line names; all of them are shown after Escape."""


def actions_of(place: str) -> tuple[Action, ...]:
    """The actions that work on a screen, those of everywhere too."""
    return tuple(each for each in ACTIONS if place in each.where or ANYWHERE in each.where)


def action(action_id: str) -> Action:
    """The action of that id."""
    return next(each for each in ACTIONS if each.id == action_id)
