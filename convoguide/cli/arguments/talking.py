"""What is typed to begin: a conversation, a rehearsal, the settings."""

from typing import Any

from convoguide.cli.arguments.adding import add
from convoguide.i18n import gettext as _


def start(commands: Any) -> None:
    """Opening a guide or a draft."""
    parser = add(
        commands,
        "start",
        "start:run",
        _("open a guide, or go on with a draft"),
        "convoguide start svas-kronoberg --no-save",
    )
    parser.add_argument("what", metavar=_("GUIDE|ID"), help=_("a guide, a draft's id, or identify"))
    parser.add_argument(
        "--plain", action="store_true", help=_("as lines, for screen readers and pipes")
    )
    parser.add_argument(
        "--no-save", action="store_true", help=_("keep nothing on disk, in memory only")
    )
    parser.add_argument(
        "--after",
        metavar=_("ID|FILE"),
        help=_(
            "follow this earlier conversation; a journal text of it too, and - takes that typed"
        ),
    )
    parser.add_argument(
        "--and",
        metavar=_("LANGUAGE"),
        dest="second",
        help=_("what is said aloud in this language too, under the other"),
    )


def practice(commands: Any) -> None:
    """Rehearsing."""
    parser = add(
        commands,
        "practice",
        "practice:run",
        _("rehearse with a person of a case"),
        "convoguide practice hjartsvikt-trappan --script turns.txt --json",
    )
    parser.add_argument(
        "case", nargs="?", metavar=_("CASE"), help=_("the case's id, or a kept rehearsal's")
    )
    parser.add_argument("--list", action="store_true", help=_("list the cases"))
    parser.add_argument(
        "--plain", action="store_true", help=_("as lines, for screen readers and pipes")
    )
    parser.add_argument(
        "--no-save", action="store_true", help=_("keep nothing on disk, in memory only")
    )
    parser.add_argument(
        "--script", metavar=_("FILE"), help=_("your turns from a file, one a line; - reads input")
    )
    parser.add_argument("--seed", type=int, metavar="N", help=_("another number, other wordings"))
    parser.add_argument("--teacher", action="store_true", help=_("print the teacher's page"))
    parser.add_argument(
        "--progress", action="store_true", help=_("list your attempts and their scores")
    )
    parser.add_argument(
        "--plot", metavar="PATH", help=_("your progress as a picture, .svg or .png")
    )
    parser.add_argument(
        "--compare", nargs=2, metavar="ID", help=_("two attempts, the earlier first")
    )
    parser.add_argument("--debrief", metavar="ID", help=_("the debrief of an attempt"))
    parser.add_argument("--delete", metavar="ID", help=_("really delete an attempt"))
    parser.add_argument("--yes", action="store_true", help=_("do it, do not ask"))
    parser.add_argument(
        "-o", "--output", metavar="PATH", help=_("write the debrief to a .md, .docx or .pdf file")
    )
    parser.add_argument("--name", help=_("with this name of yours on it"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def settings(commands: Any) -> None:
    """The settings."""
    parser = add(
        commands,
        "settings",
        "settings:run",
        _("say or change a setting"),
        "convoguide settings theme contrast",
    )
    parser.add_argument(
        "name", nargs="?", metavar=_("NAME"), help=_("the setting, or passphrase to change that")
    )
    parser.add_argument(
        "value", nargs="?", metavar=_("VALUE"), help=_("its new value; - as before any was chosen")
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
