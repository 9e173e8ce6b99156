"""`conversations`: list, show, export, import, delete, purge."""

import argparse
import sys
import uuid
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from convoguide.cli.counting import READ, TAKEN_IN, WRITTEN, for_each
from convoguide.cli.output import (
    agreed_to_delete,
    print_json,
    print_row,
    read_conversation,
    read_input,
    write_output,
)
from convoguide.cli.unlocking import from_environment, opened
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.services.keep import Draft

if TYPE_CHECKING:
    from convoguide.core.conversation import Conversation
    from convoguide.services.keep_store import StoreKeeper


def run(options: argparse.Namespace) -> int:
    """Run one of the actions."""
    actions = {
        "list": _list,
        "show": _show,
        "export": _export,
        "import": _import,
        "delete": _delete,
        "purge": _purge,
    }
    return actions[options.action](options)


def one_of(keeper: "StoreKeeper", given: str) -> str:
    """The id that was meant: whole, or a beginning that only one conversation has."""
    found = [each.id for each in keeper.drafts() if each.id.startswith(given.lower())]
    if len(found) == 1 or given.lower() in found:
        return given.lower() if given.lower() in found else found[0]
    if found:
        raise InputError(_("Several conversations begin so; give more of the id."))
    raise InputError(_("No conversation of that id is saved; “conversations list” lists them."))


def _list(options: argparse.Namespace) -> int:
    """Without a passphrase at hand the list is by time only."""
    with opened(unlock=False) as keeper:
        if keeper.exists and not keeper.unlock_from_keychain():
            passphrase = from_environment()
            if passphrase is not None:
                keeper.unlock(passphrase)
        rows = [_row(each) for each in keeper.drafts()]
        locked = keeper.locked
    if options.json:
        print_json({"locked": locked, "conversations": rows})
        return 0
    if not rows:
        begins = "convoguide start svas-kronoberg"
        print(
            _("Nothing is saved here. To begin: {command}").format(command=begins), file=sys.stderr
        )
    for row in rows:
        state = _("in the journal") if row["documented"] else _("not yet in the journal")
        if row["damaged"]:
            state = _("damaged")
        when = _moment_of(row["updated"]) if row["updated"] else ""
        about = (when, state, row["guide"] or "", row["label"] or "")
        print_row((row["id"], *about))
    return 0


def _row(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "created": _iso(draft.created),
        "updated": _iso(draft.updated),
        "documented": _iso(draft.documented),
        "size": draft.size,
        "damaged": draft.damaged,
        "guide": draft.guide,
        "label": draft.label,
        "held_on": draft.held_on.isoformat() if draft.held_on else None,
    }


def _moment_of(iso: str) -> str:
    """The moment as it is; at a terminal, where it is read, as people write it."""
    if not sys.stdout.isatty():
        return iso
    from convoguide.dates import told_moment

    return told_moment(datetime.fromisoformat(iso))


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone().isoformat(timespec="seconds") if moment else None


def _show(options: argparse.Namespace) -> int:
    from convoguide.services import document

    with opened() as keeper:
        conversation = keeper.read(one_of(keeper, options.id))
    made = document.make(conversation, document.journal_of(conversation))
    sys.stdout.write(document.written(made, full=True))
    return 0


def _export(options: argparse.Namespace) -> int:
    """One to standard output or a file; several, or all, to a folder."""
    if options.all == bool(options.ids):
        raise InputError(_("Give the id of a conversation, or several, or --all"))
    many = options.all or len(options.ids) > 1
    if many and not options.output:
        raise InputError(_("Several are written to a folder; name it with -o"))
    with opened() as keeper:
        if many:
            wanted = [one_of(keeper, each) for each in options.ids] or _whole_ones(keeper)
            return _export_many(keeper, wanted, options.output, ics=options.ics)
        conversation = keeper.read(one_of(keeper, options.ids[0]))
    write_output(options.output, _as_file(conversation, ics=options.ics))
    return 0


def _whole_ones(keeper: "StoreKeeper") -> list[str]:
    """All that are kept, but for the damaged: these are named."""
    drafts = keeper.drafts()
    damaged = [each.id for each in drafts if each.damaged]
    if damaged:
        print(_("Damaged, and left out: {ids}").format(ids=", ".join(damaged)), file=sys.stderr)
    return [each.id for each in drafts if not each.damaged]


def _as_file(conversation: "Conversation", *, ics: bool) -> str | bytes:
    if ics:
        from convoguide.services.conduct import local_now
        from convoguide.services.formats import calendar

        return calendar(conversation, None, local_now())
    from convoguide.services.files import file_text

    return file_text(conversation)


def _export_many(keeper: "StoreKeeper", wanted: list[str], output: str, *, ics: bool) -> int:
    """A file each, named by its id; stopped, there are whole files and no half ones."""
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise InputError(f"{output}: {error.strerror}") from None
    ending = "ics" if ics else "json"

    def write(identity: str) -> None:
        path = str(folder / f"{identity}.{ending}")
        try:
            content = _as_file(keeper.read(identity), ics=ics)
        except ConvoGuideError as error:  # it has no date for a calendar, say: the others may
            print(f"{identity}: {error}", file=sys.stderr)
            return
        write_output(path, content)
        print(path, flush=True)

    for_each(list(dict.fromkeys(wanted)), write, WRITTEN)
    return 0


def _import(options: argparse.Namespace) -> int:
    """Take in conversation files: all are read before the first is taken in."""
    if options.from_text:
        return _import_text(options)
    if options.guide or options.document:
        raise InputError(_("--guide and --document go with --from-text"))
    conversations = for_each(options.files, read_conversation, READ)
    with opened(create=True) as keeper:

        def take_in(read: "Conversation") -> None:
            conversation = read if read.id is not None else read.having(id=str(uuid.uuid4()))
            earlier = conversation.previous
            if earlier is not None:
                _look_at_earlier(keeper, earlier, conversation.held_on)
            keeper.put(conversation, replacing=options.replace)
            print(conversation.id, flush=True)

        for_each(conversations, take_in, TAKEN_IN)
    return 0


def _import_text(options: argparse.Namespace) -> int:
    """Take in a journal text; what found no place of its own is shown as it stands."""
    from convoguide.services import journal_text

    if len(options.files) > 1:
        raise InputError(_("--from-text takes one text at a time"))
    file = options.files[0]
    name = file if file != "-" else _("standard input")
    text = journal_text.decoded(read_input(file), name)
    read = journal_text.conversation_from_text(
        text, guide_id=options.guide, document_id=options.document
    )
    conversation = read.conversation.having(id=str(uuid.uuid4()))
    with opened(create=True) as keeper:
        keeper.put(conversation, replacing=options.replace, counts=False)
    print(conversation.id)
    for heading, lines in (
        (_("Kept under “other”, as it stands:"), read.unplaced),
        (_("Not taken in, since it tells of an earlier conversation:"), read.passed_over),
    ):
        if lines:
            print(heading, *lines, sep="\n", file=sys.stderr)
    return 0


def _look_at_earlier(keeper: "StoreKeeper", earlier: str, held_on: Any) -> None:
    """An earlier talk that is not here is only worth a remark; a later one is a mistake."""
    if not keeper.holds_conversation(earlier):
        print(_("Remark: “previous” names a conversation that is not saved here."), file=sys.stderr)
        return
    before = keeper.read(earlier).held_on
    if before is not None and held_on is not None and before > held_on:
        raise InputError(_("previous: names a conversation that was held later than this one"))


def _delete(options: argparse.Namespace) -> int:
    with opened(unlock=False) as keeper:
        conversation = one_of(keeper, options.id)
        if not (options.yes or agreed_to_delete(conversation)):
            return 0
        keeper.delete(conversation)
    print(_("Deleted: {id}").format(id=conversation))
    return 0


def _purge(options: argparse.Namespace) -> int:
    with opened(unlock=False) as keeper:
        gone = keeper.purge() if options.yes else [each.id for each in keeper.due()]
    for each in gone:
        print(_("Deleted: {id}").format(id=each) if options.yes else each)
    if not gone:
        print(_("Nothing is due."), file=sys.stderr)
    return 0
