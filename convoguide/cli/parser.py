"""What can be typed after `convoguide`: commands, flags, help with an example each."""

import argparse
import sys
from typing import Any, NoReturn

from convoguide import __version__
from convoguide.i18n import LOCALES, N_
from convoguide.i18n import gettext as _

# The texts argparse itself prints, so that they are in the catalogs too.
ARGPARSE_WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)


class Parser(argparse.ArgumentParser):
    """Errors are one line that says what is wrong and where to look, with exit status 2."""

    def error(self, message: str) -> NoReturn:
        hint = _("see {command} --help").format(command=self.prog)
        print(f"convoguide: {message} ({hint})", file=sys.stderr)
        raise SystemExit(2)


def build_parser() -> Parser:
    """The parser, worded in the interface's language of now."""
    parser = Parser(
        prog="convoguide",
        description=_("Holding and documenting conversations about serious illness."),
        epilog=_("Without a command the terminal app opens."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"convoguide {__version__}")
    parser.add_argument(
        "--locale", choices=LOCALES, help=_("language of the interface, before the command")
    )
    parser.add_argument(
        "--print-completion",
        choices=("bash", "zsh", "tcsh"),
        action=_PrintCompletion,
        help=_('print shell completion, e.g. eval "$(convoguide --print-completion bash)"'),
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    _start(commands)
    _practice(commands)
    _guides(commands)
    _documents(commands)
    _render(commands)
    _conversations(commands)
    _check(commands)
    _compare(commands)
    _stats(commands)
    _understand(commands)
    _packs(commands)
    _schema(commands)
    _settings(commands)
    _add(commands, "doctor", "doctor:run", _("say what works here"), "convoguide doctor")
    return parser


class _PrintCompletion(argparse.Action):
    def __call__(self, parser: Any, _namespace: Any, values: Any, _option: Any = None) -> None:
        import shtab

        print(shtab.complete(parser, shell=values))
        raise SystemExit(0)


def _add(commands: Any, name: str, run: str, about: str, example: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=about[:1].upper() + about[1:] + ".",
        epilog=_("Example: {example}").format(example=example),
        allow_abbrev=False,
    )
    parser.set_defaults(run=f"convoguide.cli.{run}")
    return parser


def _group(commands: Any, name: str, about: str, example: str) -> Any:
    parser = _add(commands, name, f"{name}:run", about, example)
    return parser.add_subparsers(dest="action", required=True, metavar=_("ACTION"))


def _start(commands: Any) -> None:
    parser = _add(
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


def _practice(commands: Any) -> None:
    parser = _add(
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


def _guides(commands: Any) -> None:
    actions = _group(commands, "guides", _("list, show or check guides"), "convoguide guides list")
    listing = _add(actions, "list", "guides:run", _("list the guides"), "convoguide guides list")
    listing.add_argument("--json", action="store_true", help=_("as JSON"))
    show = _add(
        actions,
        "show",
        "guides:run",
        _("print a guide, or its prompt card"),
        "convoguide guides show svas-kronoberg --card",
    )
    show.add_argument("guide", metavar="ID", help=_("the guide's id"))
    show.add_argument("--card", action="store_true", help=_("the prompt card for the knee"))
    show.add_argument(
        "--format", choices=("txt", "html", "pdf"), default="txt", help=_("of the card")
    )
    show.add_argument("--locale", metavar=_("LANGUAGE"), dest="content_locale", help=_("language"))
    show.add_argument(
        "--and",
        metavar=_("LANGUAGE"),
        dest="second",
        help=_("what is said aloud in this language too, under the other"),
    )
    show.add_argument(
        "--paper", choices=("a4", "a6"), help=_("the page of a pdf; one page holds the card")
    )
    show.add_argument("-o", "--output", metavar="PATH", help=_("write to a file"))
    check = _add(
        actions,
        "check",
        "guides:run",
        _("check guide, document, case and pack files"),
        "convoguide guides check my-pack",
    )
    check.add_argument("paths", nargs="+", metavar="PATH", help=_("files or folders"))


def _documents(commands: Any) -> None:
    actions = _group(commands, "documents", _("list the documents"), "convoguide documents list")
    listing = _add(
        actions,
        "list",
        "documents:run",
        _("list documents and their formats"),
        "convoguide documents list",
    )
    listing.add_argument("--json", action="store_true", help=_("as JSON"))


def _render(commands: Any) -> None:
    parser = _add(
        commands,
        "render",
        "render:run",
        _("make a document from a conversation file"),
        "convoguide render talk.json --document journal-svas",
    )
    parser.add_argument("file", metavar=_("FILE"), help=_("a conversation file; - reads the input"))
    parser.add_argument("--document", required=True, metavar="ID", help=_("which document"))
    parser.add_argument(
        "--format",
        choices=("txt", "md", "html", "docx", "pdf", "fhir"),
        default="txt",
        help=_("its format"),
    )
    parser.add_argument(
        "--locale",
        metavar=_("LANGUAGE"),
        dest="content_locale",
        help=_("language of the document: sv, nb, nn, en or one that a pack brings"),
    )
    parser.add_argument("--full", action="store_true", help=_("a paragraph a section"))
    parser.add_argument("--apart", action="store_true", help=_("only what is held apart"))
    parser.add_argument("--to", metavar=_("WHO"), help=_("who is to have it"))
    parser.add_argument(
        "--since", metavar=_("OLDER"), help=_("say what changed since this conversation file")
    )
    parser.add_argument("--crlf", action="store_true", help=_("line ends as CR LF"))
    parser.add_argument(
        "--footnotes", action="store_true", help=_("say of each line where it comes from")
    )
    parser.add_argument("--json", action="store_true", help=_("with the origin of every line"))
    parser.add_argument("-o", "--output", metavar="PATH", help=_("write to a file"))


def _conversations(commands: Any) -> None:
    actions = _group(
        commands, "conversations", _("the saved conversations"), "convoguide conversations list"
    )
    listing = _add(
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
        parser = _add(
            actions, name, "conversations:run", about, f"convoguide conversations {name} ID"
        )
        parser.add_argument("id", metavar="ID", help=_("the conversation's id, or its beginning"))
        if name == "delete":
            parser.add_argument("--yes", action="store_true", help=_("do it, do not ask"))
    export = _add(
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
    taking = _add(
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
    purge = _add(
        actions,
        "purge",
        "conversations:run",
        _("list what is due to go; --yes deletes it"),
        "convoguide conversations purge --yes",
    )
    purge.add_argument("--yes", action="store_true", help=_("delete what is listed"))


def _check(commands: Any) -> None:
    parser = _add(
        commands,
        "check",
        "check:run",
        _("look a conversation through before signing"),
        "convoguide check talk.json --document plan",
    )
    parser.add_argument("file", metavar=_("FILE"), help=_("a conversation file; - reads the input"))
    parser.add_argument("--document", metavar="ID", help=_("for this document"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def _compare(commands: Any) -> None:
    parser = _add(
        commands,
        "compare",
        "compare:run",
        _("what the person sees differently since last time"),
        "convoguide compare autumn.json winter.json",
    )
    parser.add_argument("older", metavar=_("OLDER"), help=_("a conversation file, or a saved id"))
    parser.add_argument("newer", metavar=_("NEWER"), help=_("a conversation file, or a saved id"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def _stats(commands: Any) -> None:
    parser = _add(
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


def _schema(commands: Any) -> None:
    parser = _add(
        commands,
        "schema",
        "schema:run",
        _("print the JSON Schema of a file"),
        "convoguide schema conversation",
    )
    kinds = ("conversation", "guide", "document", "case", "pack")
    parser.add_argument("what", choices=kinds, help=_("of which file"))


def _settings(commands: Any) -> None:
    parser = _add(
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


def _understand(commands: Any) -> None:
    parser = _add(
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


def _packs(commands: Any) -> None:
    example = "convoguide packs add my-pack"
    actions = _group(commands, "packs", _("local packs: own wording, steps, documents"), example)
    adding = _add(actions, "add", "packs:run", _("check a pack and keep it"), example)
    adding.add_argument("path", metavar="PATH", help=_("a folder with pack.yaml, or one file"))
    listing = _add(actions, "list", "packs:run", _("list the packs"), "convoguide packs list")
    listing.add_argument("--json", action="store_true", help=_("as JSON"))
    removing = _add(
        actions, "remove", "packs:run", _("take an own pack away"), "convoguide packs remove kalmar"
    )
    removing.add_argument("id", metavar="ID", help=_("the pack's id"))
