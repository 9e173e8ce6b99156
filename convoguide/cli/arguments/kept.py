"""What is typed about what is kept, and for measuring."""

from typing import Any

from convoguide.cli.arguments.adding import add, group
from convoguide.i18n import gettext as _


def conversations(commands: Any) -> None:
    """The saved conversations."""
    actions = group(
        commands, "conversations", _("the saved conversations"), "convoguide conversations list"
    )
    listing = add(
        actions,
        "list",
        "conversations:run",
        _("list them; locked, by time only"),
        "convoguide conversations list",
    )
    listing.add_argument("--json", action="store_true", help=_("as JSON"))
    for name, about in (
        ("show", _("print one's journal text")),
        ("delete", _("really delete one")),
    ):
        parser = add(
            actions, name, "conversations:run", about, f"convoguide conversations {name} ID"
        )
        parser.add_argument("id", metavar="ID", help=_("the conversation's id, or its beginning"))
        if name == "delete":
            parser.add_argument("--yes", action="store_true", help=_("do it, do not ask"))
    export = add(
        actions,
        "export",
        "conversations:run",
        _("write one or several as conversation files"),
        "convoguide conversations export --all -o backup",
    )
    export.add_argument(
        "ids", nargs="*", metavar="ID", help=_("the conversation's id, or its beginning")
    )
    export.add_argument("--all", action="store_true", help=_("every conversation that is kept"))
    export.add_argument("--ics", action="store_true", help=_("the agreed dates as a calendar file"))
    export.add_argument(
        "-o", "--output", metavar="PATH", help=_("write to a file; several to a folder")
    )
    taking = add(
        actions,
        "import",
        "conversations:run",
        _("take in conversation files"),
        "convoguide conversations import talk.json",
    )
    taking.add_argument(
        "files", nargs="+", metavar=_("FILE"), help=_("a conversation file; - reads the input")
    )
    taking.add_argument(
        "--replace", action="store_true", help=_("in place of another content of the same id")
    )
    taking.add_argument(
        "--from-text", action="store_true", help=_("the file is a journal text of ours, read back")
    )
    taking.add_argument("--guide", metavar="ID", help=_("by which guide it was held"))
    taking.add_argument("--document", metavar="ID", help=_("which document the text is"))
    purge = add(
        actions,
        "purge",
        "conversations:run",
        _("list what is due to go; --yes deletes it"),
        "convoguide conversations purge --yes",
    )
    purge.add_argument("--yes", action="store_true", help=_("delete what is listed"))


def stats(commands: Any) -> None:
    """The tally."""
    parser = add(
        commands,
        "stats",
        "stats:run",
        _("count the conversations, without any text"),
        "convoguide stats --plot held.svg",
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON, no group under five"))
    parser.add_argument(
        "--csv", action="store_true", help=_("as a table for a spreadsheet, no group under five")
    )
    parser.add_argument("--plot", metavar="PATH", help=_("a chart by month, .svg or .png"))


def understand(commands: Any) -> None:
    """What lines are about."""
    parser = add(
        commands,
        "understand",
        "understand:run",
        _("read what turns or notes are about, as JSON Lines"),
        "convoguide understand --lang sv --as note < notes.jsonl",
    )
    parser.add_argument("--lang", choices=("sv", "nb", "nn"), required=True, help=_("language"))
    parser.add_argument(
        "--as",
        choices=("utterance", "note"),
        default="utterance",
        dest="kind",
        help=_("what a trainee says, or what a clinician jots"),
    )
