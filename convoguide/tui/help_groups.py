"""What the many keys of the conversation are for: the headings that help tells them under."""

from convoguide.i18n import N_

TALK_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Moving about"), ("next", "previous", "jump", "next_open", "way", "pane")),
    (
        N_("Notes"),
        (
            *("patient", "voice", "outcome", "edit", "move", "retract", "private", "mask"),
            *("undo", "redo", "file_jots"),
        ),
    ),
    (N_("Last time"), ("last_time", "still_so", "change_last", "no_longer")),
    (N_("Saying it"), ("phrase", "large", "second")),
    (N_("Facts and texts"), ("facts", "all_facts", "review", "journal", "letter_home")),
)
"""Each heading with the ids of its actions; what works on every screen stands in none."""
