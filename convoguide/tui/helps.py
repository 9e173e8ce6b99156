"""What each screen and dialog is for, the keys it has of its own, one example: in one table.

By the name of the class, or by what a screen says with `help_id`: a dialog that asks many things
has an entry for each that wants one. A screen of its own kind brings its entry here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convoguide.i18n import N_
from convoguide.tui.help_groups import TALK_GROUPS

if TYPE_CHECKING:
    from textual.screen import Screen


@dataclass(frozen=True)
class Help:
    """`keys`: those beside the table of actions, each with what it does.

    `name`: what the screen is called, where it has no heading that says so. `groups`: the
    headings under which the actions of a screen with many are told, each with their ids.
    """

    about: str
    example: str
    keys: tuple[tuple[str, str], ...] = ()
    name: str = ""
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()


_MARKING = (
    (N_("Arrow keys"), N_("Mark another line")),
    (N_("Enter"), N_("Choose the marked line")),
)
_FIELDS = (
    (N_("Tab"), N_("The next field")),
    (N_("Up, Down"), N_("The field above or below; nothing is chosen by it")),
    (N_("Left, Right"), N_("Choose among fixed values")),
    (N_("Space"), N_("Tick, where several may be; a letter marks the next that begins with it")),
    (N_("Enter"), N_("Go on; in the last field, save")),
    (N_("Esc Enter"), N_("A new line")),
)
_FINDING = (
    (N_("Letters"), N_("Show only what fits")),
    *_MARKING,
)
_SECRET = ((N_("Enter"), N_("Go on; with the last field filled in, done")),)

_FORM = Help(
    N_(
        "Facts that documents need beside the notes. Fill in what you know; what stays empty is"
        " left out. What cannot be read is said under its field, and nothing typed is lost."
    ),
    N_("Example: in a field for a date, 4/12 or +14; Enter goes on; F2 saves."),
    _FIELDS,
)

HELPS: dict[str, Help] = {
    # --- screens
    "HomeScreen": Help(
        N_(
            "Begin a conversation, or go on with one. Whatever is not yet in the "
            "journal is listed here until it is."
        ),
        N_("Example: arrow keys mark a line, Enter opens it."),
        _MARKING,
    ),
    "ConversationScreen": Help(
        N_(
            "Write what was said, under the step it belongs to, in any order. Enter "
            "saves a note; Enter in an empty field goes to the next step. Nothing is "
            "forced: any step can be skipped."
        ),
        N_(
            "Example: type a note, Enter. In quotation marks, or after F2, it is the patient's own"
            " words."
        ),
        (
            (N_("Enter"), N_("Save the note; in the empty field, go to the next step")),
            (N_("Arrow keys"), N_("In the empty field: another step")),
            (N_("Esc Enter"), N_("A new line inside a note")),
            (N_("Esc 1"), N_("Tick the first answer, where a step has answers; 2, 3 … the others")),
        ),
        name=N_("Conversation"),
        groups=TALK_GROUPS,
    ),
    "ReviewScreen": Help(
        N_(
            "The finished text, section by section. Enter on a line opens the step it came "
            "from; F9 returns."
        ),
        N_("Example: k shows what the self-check found; x another document; f writes a file."),
        _MARKING,
    ),
    "JournalScreen": Help(
        N_(
            "Copy the text into the journal: the whole, or a section at a time. Mark it as "
            "documented afterwards."
        ),
        N_("Example: s copies the marked section and goes to the next; paste it; s again."),
        _MARKING,
    ),
    "DocumentsScreen": Help(
        N_("Every document can be made from every conversation, saved or in a file."),
        N_("Example: mark a document, Enter, choose a conversation."),
        _MARKING,
    ),
    "LetterScreen": Help(
        N_(
            "The letter home. Some lines go into it by themselves; the others are "
            "offered, to be put into plain words."
        ),
        N_(
            "Example: w goes through the lines from the marked one; Enter accepts your words,"
            " Tab skips."
        ),
        _MARKING,
    ),
    "IdentifyScreen": Help(
        N_(
            "Tick what you see. The list gives no score and no verdict: assess together "
            "with the responsible physician."
        ),
        N_("Example: space ticks; b begins a conversation with what is ticked."),
        _MARKING,
    ),
    "TallyScreen": Help(
        N_(
            "How many conversations were held, what was talked about in them, and what came of"
            " it. No text is counted, and the numbers stay when a conversation is deleted."
        ),
        N_("Example: f writes a chart or a table to pass on, without groups under five."),
    ),
    "SettingsScreen": Help(
        N_("What you can change, and what it means."),
        N_("Example: mark a line, Enter, choose."),
        _MARKING,
    ),
    "TourScreen": Help(
        N_(
            "A first conversation with a made-up person. The line at the top says what to try"
            " next; everything else is as in a real one. Nothing is kept or copied."
        ),
        N_("Example: type a note, Enter. Esc twice leaves the tour at once."),
    ),
    "TourReview": Help(
        N_("The finished text of the tour's conversation. It is made anew with every note."),
        N_("Example: Enter on a line opens its step; F9 comes back."),
        _MARKING,
    ),
    "TourJournal": Help(
        N_(
            "Where a real text is copied into the journal, whole or by section, and marked as"
            " documented. In the tour nothing is copied."
        ),
        N_("Example: s marks a section as copied and goes to the next; q ends the tour."),
        _MARKING,
    ),
    # --- rehearsing
    "CasesScreen": Help(
        N_(
            "Made-up people to rehearse with, the easy ones first. Each has a page "
            "that tells you who you will meet and what to practise."
        ),
        N_("Example: l chooses a language; Enter opens the marked person's page."),
        _MARKING,
    ),
    "CaseScreen": Help(
        N_(
            "Who you will meet. What the person holds back stands on the teacher's page: read it"
            " afterwards, or to lead someone else's rehearsal."
        ),
        N_("Example: Enter begins; w begins by choosing among three phrasings."),
        _MARKING,
    ),
    "RehearsalScreen": Help(
        N_(
            "Say what you would say; the person answers. A silence is an answer too. Go back to"
            " any turn and try again: every line that you leave is kept. Write nothing about"
            " anyone real."
        ),
        N_("Example: a feeling was shown: F2, and wait for what comes. F9 tells how it went."),
        (
            (N_("Enter"), N_("Say it")),
            (N_("Arrow keys"), N_("In the empty field: mark a turn")),
            (N_("Page Up, Page Down"), N_("Read back and forth")),
            (N_("1, 2, 3"), N_("Say that phrasing, where one chooses")),
        ),
        name=N_("Rehearsal"),
    ),
    "DebriefScreen": Help(
        N_(
            "How it went, by what was said. The score compares your own attempts; there is no"
            " grade and no pass mark. What did not happen is neither praised nor blamed."
        ),
        N_("Example: Enter on a quotation shows its turn in the talk; F4 there tries again."),
        _MARKING,
    ),
    "ProgressScreen": Help(
        N_("Your attempts from the first to the latest. Nobody else's are here."),
        N_("Example: Enter opens how that attempt went; f writes a picture."),
        _MARKING,
    ),
    "ComparedScreen": Help(
        N_("Two of your attempts: the totals, then what went better and what less well."),
        N_("Example: q goes back to the debrief."),
    ),
    "PickDialog": Help(
        N_("Choose one of the list, or close it: Esc twice changes nothing."),
        N_("Example: type the number before the line, or mark it and press Enter."),
        _MARKING,
    ),
    # --- questions with a letter an answer
    "LetterDialog": Help(
        N_("Answer the question, or close it: Esc twice changes nothing."),
        N_("Example: a letter chooses its line; arrow keys and Enter do the same."),
        _MARKING,
    ),
    "voice": Help(
        N_(
            "Whose words the next note holds. The document keeps the patient's own words apart"
            " from what others said and from what you wrote."
        ),
        N_("Example: p, then the note: it stands in the text as the patient's words."),
        _MARKING,
    ),
    "way": Help(
        N_(
            "Three ways through the same conversation. What is written stays where it is; change"
            " the way at any time."
        ),
        N_("Example: jot while you listen; afterwards, put each jot under its step."),
        _MARKING,
    ),
    "keeping": Help(
        N_(
            "How conversations are kept until they are in the journal. It can be "
            "changed in the settings."
        ),
        N_("Example: m keeps nothing: copy the text before you close the program."),
        _MARKING,
    ),
    "to_file": Help(
        N_(
            "Files can be read by anyone who can read yours. Copying into the journal is safer; a"
            " file is for a printer, or for a system that takes no text."
        ),
        N_("Example: p writes a pdf; a writes every document, and Esc stops it."),
        _MARKING,
    ),
    "OutcomeDialog": Help(
        N_(
            "How the step is left where it came to no note, or beside its notes. The text says it"
            " in plain words, so that nobody asks again without knowing."
        ),
        N_("Example: d, the person declined. Another time may be given a date, such as 4/12."),
        _MARKING,
    ),
    "LastTimeDialog": Help(
        N_("What was said on this step last time, whole, and how it is today."),
        N_("Example: + when it is still so; Page Down reads on."),
        _MARKING,
    ),
    "ReadDialog": Help(
        N_(
            "What was read from the pasted text. What found no step stands first, "
            "and is kept under “other” as it stands."
        ),
        N_("Example: Page Down reads on; y begins the conversation that follows it."),
        _MARKING,
    ),
    "TroubleDialog": Help(
        N_(
            "The saved conversations cannot be opened now. Nothing of them is changed or deleted,"
            " whatever is chosen here."
        ),
        N_("Example: m goes on without keeping; the text is copied before you close the program."),
        _MARKING,
    ),
    # --- finding
    "JumpDialog": Help(
        N_("Any step of the guide, by a few letters of its name or by its number."),
        N_("Example: a few letters of the step's name, then Enter."),
        _FINDING,
    ),
    "PaletteDialog": Help(
        N_("Every command of the screen, by a few letters of what it does."),
        N_("Example: type “undo”, then Enter."),
        _FINDING,
    ),
    "NoteChoice": Help(
        N_("The step has several notes: which one is meant?"),
        N_("Example: 2 takes the second note; Enter takes the marked one."),
        _MARKING,
    ),
    # --- writing
    "EditDialog": Help(
        N_("A note's text, whose words it holds, and whether it is held apart from the journal."),
        N_("Example: change the text, Enter saves. Left and Right choose in the fields below."),
        _FIELDS,
    ),
    "FormDialog": _FORM,
    "PartForm": _FORM,
    "ListDialog": Help(
        N_("Facts of which there can be several. Each change is kept at once."),
        N_("Example: a adds one; x takes the marked one out, and undo brings it back."),
        _MARKING,
    ),
    "FactsDialog": Help(
        N_("All facts beside the notes, each with what it holds now."),
        N_("Example: mark the plan, Enter, fill it in; F2 saves."),
        _MARKING,
    ),
    "FilingDialog": Help(
        N_("What was jotted, one line at a time: under which step does it belong?"),
        N_("Example: Enter takes the proposed step, 2 the second; s leaves the jot where it is."),
        _FINDING,
    ),
    "WordingDialog": Help(
        N_(
            "A note above, and below it the words for the letter home, which the "
            "person will read. Nothing goes into the letter before you accept it."
        ),
        N_("Example: write it in plain words, Enter accepts it and shows the next; Tab skips it."),
        (
            (N_("Enter"), N_("Put the words into the letter; in the empty field, skip")),
            (N_("Esc Enter"), N_("A new line")),
            (N_("Tab"), N_("Leave this line out and go on")),
        ),
    ),
    "PasteDialog": Help(
        N_(
            "A conversation that is in the journal and not here: paste its text, as "
            "this program wrote it. It is read by its headings and shown before "
            "anything is used."
        ),
        N_("Example: copy the note in the journal, paste it here, F2."),
        ((N_("Enter"), N_("A new line")),),
    ),
    "TextDialog": Help(
        N_("One line is asked for; it may be changed before Enter."),
        N_("Example: type it, Enter. Esc twice changes nothing."),
        ((N_("Enter"), N_("Done")),),
    ),
    # --- secrets
    "PassphraseDialog": Help(
        N_(
            "The passphrase opens what is kept on this computer. Nobody can find out a forgotten"
            " one. The PIN is for the curtain alone, and for this session."
        ),
        N_("Example: type the passphrase, Enter; leave the PIN empty, Enter."),
        _SECRET,
    ),
    "ChangeDialog": Help(
        N_("Another passphrase for what is kept; what is kept stays as it is."),
        N_("Example: the one until now, Enter, the new one twice, Enter."),
        _SECRET,
    ),
}


def help_of(screen: Screen[object]) -> Help:
    """The entry of the screen, or that of the nearest kind of screen that it is."""
    asked = getattr(screen, "help_id", "")
    if asked in HELPS:
        return HELPS[asked]
    names = (kind.__name__ for kind in type(screen).__mro__)
    return next((HELPS[name] for name in names if name in HELPS), HELPS["LetterDialog"])
