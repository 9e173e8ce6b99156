"""The contacts that local packs offer: shown where contacts are filled in, taken only when asked.

.f contacts          lists them, each with a number behind a plus sign
.f contacts +1,3     takes the first and the third over
"""

import re
from collections.abc import Iterator
from typing import Any

from convoguide.cli.plain.form import Part
from convoguide.cli.plain.parts_shown import item_text
from convoguide.cli.plain.talk import RefusedError
from convoguide.i18n import gettext as _
from convoguide.services import content

_TAKEN = re.compile(r"\+\d{1,2}(\s*,\s*\+?\d{1,2})*")


def offers(part: Part) -> Iterator[str]:
    """A line for each contact on offer, and how one is taken over; none for any other part."""
    if part.name != "contacts":
        return
    found = content.own_contacts()
    for number, (pack, contact) in enumerate(found, 1):
        yield _("+{n}, offered by {organisation}: {contact}").format(
            n=number, organisation=pack.organisation, contact=item_text(part, contact)
        )
    if found:
        yield _("Taken over with .f contacts and a plus sign: .f contacts +1")


def taken(part: Part, now: tuple[Any, ...], text: str) -> tuple[Any, ...] | None:
    """The contacts with those on offer that the text names; None where it names none so."""
    if part.name != "contacts" or not _TAKEN.fullmatch(text):
        return None
    found = [contact for _pack, contact in content.own_contacts()]
    items = list(now)
    for number in map(int, re.findall(r"\d+", text)):
        if not 1 <= number <= len(found):
            raise RefusedError(
                _("No contact of that number is on offer; there are {n}.").format(n=len(found))
            )
        if found[number - 1] not in items:
            items.append(found[number - 1])
    return tuple(items)
