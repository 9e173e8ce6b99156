"""The tally of a store: kept as counts when conversations go, told as a table, JSON or CSV.

Everything that leaves the program goes through `exported`, which holds no group under five.
"""

import csv
import io
from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from pydantic import ValidationError

from convoguide.core.conversation import Conversation
from convoguide.core.tally import (
    LEAST,
    WAYS,
    Book,
    Counted,
    Report,
    brought_up_to_date,
    cells,
    counted,
    report,
)
from convoguide.dates import told_month, told_share
from convoguide.errors import ConvoGuideError
from convoguide.i18n import Language, current
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.theme_names import theme_name
from convoguide.store.errors import StaleRevision

_TRIES = 5


class TallyStore(Protocol):
    """What the tally needs of a store."""

    def load_tally(self) -> Any: ...

    def save_tally(self, payload: bytes, revision: int) -> None: ...


def look(
    store: TallyStore,
    live: Mapping[str, Conversation],
    there: set[str],
    *,
    apart: str | None = None,
) -> Book:
    """Bring the kept tally up to date with the store, which is unlocked; what it says now.

    `live` are the conversations that could be read, `there` the ids of all. `apart` is one that
    is not to count from now on. Written only where something changed; another window that writes
    meanwhile is waited out.
    """
    found = {key: _counted(talk) for key, talk in live.items()}
    for _attempt in range(_TRIES):
        payload, revision = store.load_tally()
        before = _book(payload)
        book = before
        if apart is not None:
            book = before.model_copy(update={"apart": (*before.apart, apart)})
        after = brought_up_to_date(book, found, there)
        if after == before:
            return after
        try:
            store.save_tally(after.model_dump_json().encode(), revision + 1)
        except StaleRevision:
            continue
        return after
    raise ConvoGuideError(_("The tally is being written by another window. Try again."))


def _book(payload: bytes) -> Book:
    if not payload:
        return Book()
    try:
        return Book.model_validate_json(payload)
    except ValidationError:
        raise ConvoGuideError(_("The tally cannot be read by this version.")) from None


def _counted(talk: Conversation) -> Counted | None:
    guide = content.find_guide(talk.guide)
    return counted(talk, guide) if guide else None


# --- telling it


def for_the_owner(book: Book, today: date) -> Report:
    """All counts as they are, for whoever holds the key, on their own screen."""
    return report(cells(book, today))


def exported(book: Book, today: date) -> Report:
    """The counts as they may be passed on."""
    return report(cells(book, today), least=LEAST)


def as_lines(found: Report) -> list[str]:
    """The tally in words, a line each."""
    lines = [_("Conversations: {n}").format(n=found.conversations)]
    lines += [
        f"{told_month(month)}, {guide_title(guide)}: {count}"
        for (month, guide), count in found.held.items()
    ]
    if not found.conversations:
        return lines
    return [*lines, *came_of_it(found), *(told_of(found, theme) for theme in found.themes)]


def came_of_it(found: Report) -> list[str]:
    """What came of the conversations: in the journal, followed up; a line each."""
    labels = {
        "kept": _("Follow-ups kept: {n}"),
        "overdue": _("Follow-ups overdue: {n}"),
        "open": _("Follow-ups still to come: {n}"),
    }
    documented = _("Documented in the journal: {n}").format(n=with_share(found, found.documented))
    return [documented, *(labels[name].format(n=n) for name, n in found.follow_ups.items())]


def told_of(found: Report, theme: str) -> str:
    """How often a theme was talked about, on a line."""
    parts = found.themes[theme]
    told = _("{theme}: talked about {talked} ({share}), declined {declined}, deferred {later}")
    return told.format(
        theme=theme_name(theme),
        talked=parts["talked"],
        share=told_share(found.share(parts["talked"]) or 0),
        declined=parts["declined"],
        later=parts["deferred"],
    )


def with_share(found: Report, count: int | str) -> str:
    """A count, with its share of the conversations where that is told."""
    share = found.share(count)
    return f"{count} ({told_share(share)})" if share is not None else str(count)


def guide_title(guide_id: str) -> str:
    """The guide's title in the interface's language; its id where it is not here."""
    guide = content.find_guide(guide_id)
    if guide is None:
        return guide_id
    return Language(current()).content(f"{guide.id}/title", guide.title, guide.language)


def as_data(found: Report) -> dict[str, Any]:
    """The tally as `stats --json` gives it; a count that is not told is a string."""
    return {
        "groups_under": found.least,
        "conversations": found.conversations or None,
        "held": [
            {"month": month, "guide": guide, "count": count}
            for (month, guide), count in found.held.items()
        ],
        "documented": {"count": found.documented, "share": found.share(found.documented)},
        "themes": [
            {
                "theme": theme,
                **{way: {"count": parts[way], "share": found.share(parts[way])} for way in WAYS},
            }
            for theme, parts in found.themes.items()
        ],
        "follow_ups": dict(found.follow_ups),
    }


def as_csv(found: Report, delimiter: str = ",") -> str:
    """The tally as a table for a spreadsheet: a byte order mark, so that å, ø and ≥ stay whole."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(("measure", "month", "guide", "theme", "count", "percent"))
    for (month, guide), count in found.held.items():
        writer.writerow(("held", month, guide, "", count, ""))
    writer.writerow(("conversations", "", "", "", found.conversations or "", ""))
    writer.writerow(("documented", "", "", "", found.documented, _share(found, found.documented)))
    for name, count in found.follow_ups.items():
        writer.writerow((f"follow_up_{name}", "", "", "", count, _share(found, count)))
    for theme, parts in found.themes.items():
        for way in WAYS:
            writer.writerow((way, "", "", theme, parts[way], _share(found, parts[way])))
    return "\ufeff" + target.getvalue()


def _share(found: Report, count: int | str) -> int | str:
    share = found.share(count)
    return "" if share is None else share


def delimiter_of(locale: str) -> str:
    """What parts the columns: spreadsheets in the Nordic countries open files with semicolons."""
    return "," if locale == "en" else ";"
