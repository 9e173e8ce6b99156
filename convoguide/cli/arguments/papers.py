"""What is typed to look at content, and to make papers of a conversation file."""

from typing import Any

from convoguide.cli.arguments.adding import add, group
from convoguide.i18n import gettext as _


def guides(commands: Any) -> None:
    """Guides and other content."""
    actions = group(commands, "guides", _("list, show or check guides"), "convoguide guides list")
    listing = add(actions, "list", "guides:run", _("list the guides"), "convoguide guides list")
    listing.add_argument("--json", action="store_true", help=_("as JSON"))
    show = add(
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
    check = add(
        actions,
        "check",
        "guides:run",
        _("check guide, document, case and pack files"),
        "convoguide guides check my-pack",
    )
    check.add_argument("paths", nargs="+", metavar="PATH", help=_("files or folders"))


def documents(commands: Any) -> None:
    """Which documents there are."""
    actions = group(commands, "documents", _("list the documents"), "convoguide documents list")
    listing = add(
        actions,
        "list",
        "documents:run",
        _("list documents and their formats"),
        "convoguide documents list",
    )
    listing.add_argument("--json", action="store_true", help=_("as JSON"))


def render(commands: Any) -> None:
    """A document from a file."""
    parser = add(
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


def check(commands: Any) -> None:
    """The self-check."""
    parser = add(
        commands,
        "check",
        "check:run",
        _("look a conversation through before signing"),
        "convoguide check talk.json --document plan",
    )
    parser.add_argument("file", metavar=_("FILE"), help=_("a conversation file; - reads the input"))
    parser.add_argument("--document", metavar="ID", help=_("for this document"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def compare(commands: Any) -> None:
    """Two conversations."""
    parser = add(
        commands,
        "compare",
        "compare:run",
        _("what the person sees differently since last time"),
        "convoguide compare autumn.json winter.json",
    )
    parser.add_argument("older", metavar=_("OLDER"), help=_("a conversation file, or a saved id"))
    parser.add_argument("newer", metavar=_("NEWER"), help=_("a conversation file, or a saved id"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def packs(commands: Any) -> None:
    """Local packs."""
    example = "convoguide packs add my-pack"
    actions = group(commands, "packs", _("local packs: own wording, steps, documents"), example)
    adding = add(actions, "add", "packs:run", _("check a pack and keep it"), example)
    adding.add_argument("path", metavar="PATH", help=_("a folder with pack.yaml, or one file"))
    listing = add(actions, "list", "packs:run", _("list the packs"), "convoguide packs list")
    listing.add_argument("--json", action="store_true", help=_("as JSON"))
    removing = add(
        actions, "remove", "packs:run", _("take an own pack away"), "convoguide packs remove kalmar"
    )
    removing.add_argument("id", metavar="ID", help=_("the pack's id"))


def schema(commands: Any) -> None:
    """The schemas."""
    parser = add(
        commands,
        "schema",
        "schema:run",
        _("print the JSON Schema of a file"),
        "convoguide schema conversation",
    )
    kinds = ("conversation", "guide", "document", "case", "pack")
    parser.add_argument("what", choices=kinds, help=_("of which file"))
