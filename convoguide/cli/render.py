"""`render`: a document from a conversation file. Never opens the store."""

import argparse
import sys

from convoguide.cli.counting import patiently
from convoguide.cli.output import print_json, read_conversation, write_output
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services import content, document, formats
from convoguide.services.conduct import local_now
from convoguide.services.formats import NOT_FOR_A_TERMINAL as BINARY


def run(options: argparse.Namespace) -> int:
    """Print the document; what was held apart or left out is told on standard error."""
    formats.check_format(options.document, options.format)
    conversation = read_conversation(options.file)
    if options.to is not None:
        document.refuse_receiver(conversation, options.to)
    since = read_conversation(options.since) if options.since else None
    if since is not None and options.format == "fhir":
        raise InputError(_("--since is for texts; a FHIR bundle holds one conversation."))
    made = document.make(conversation, options.document, options.content_locale, since=since)
    if options.json:
        if options.output:
            raise InputError(_("--json writes to standard output; leave -o out"))
        print_json(document.as_data(made, apart=options.apart))
    else:
        with patiently(_("Still making the document; Ctrl+C stops it.")):
            data = formats.rendered(
                conversation,
                made,
                options.format,
                now=local_now(),
                full=options.full,
                apart=options.apart,
                footnotes=options.footnotes,
                crlf=options.crlf,
            )
        write_output(options.output, data, is_text=options.format not in BINARY)
    _tell_author(made.apart_count, made.left_out)
    absent = content.absent_steps(conversation)
    if absent:
        message = _("Of packs that are not here, under their ids: {steps}.")
        print(message.format(steps=", ".join(absent)), file=sys.stderr)
    return 0


def _tell_author(apart: int, left_out: tuple[str, ...]) -> None:
    if apart:
        message = ngettext(
            "{n} note is held apart; --apart prints it.",
            "{n} notes are held apart; --apart prints them.",
            apart,
        )
        print(message.format(n=apart), file=sys.stderr)
    if left_out:
        names = ", ".join(left_out)
        print(_("Not in this document: {names}.").format(names=names), file=sys.stderr)
