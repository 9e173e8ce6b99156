"""Rehearsals kept on disk, and the door that no patient's data comes through.

A rehearsal has no field for a label or a name. What a trainee types is looked at before it is
taken, so that a real identity number is neither answered nor kept.
"""

from convoguide import config
from convoguide.adapters.identity_numbers import contains_identity_number
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.practice.rehearsal import Rehearsal
from convoguide.practice.saved import from_data, to_data
from convoguide.store.rehearsals import RehearsalFolder


def folder(home: config.Home) -> RehearsalFolder:
    """Where the rehearsals of a home lie, apart from its conversations."""
    return RehearsalFolder(home.data / "rehearsals")


def refuse_patient_data(text: str) -> None:
    """Raise `InputError`, without the number, where a text holds an identity number."""
    if contains_identity_number(text):
        raise InputError(
            _(
                "This holds an identity number. A rehearsal is with a made-up person: leave out "
                "everything that belongs to a real one."
            )
        )


def keep(kept: RehearsalFolder, rehearsal: Rehearsal) -> None:
    """Save a rehearsal; each branch is one of its own, under its own id."""
    for turn in rehearsal.trainee_turns():
        refuse_patient_data(turn.text)
    kept.save(rehearsal.id, to_data(rehearsal))


def load(kept: RehearsalFolder, rehearsal: str) -> Rehearsal:
    """The rehearsal of that id."""
    found = from_data(rehearsal, kept.load(rehearsal))
    if found is None:
        raise ConvoGuideError(
            _("The rehearsal {id} is damaged and cannot be read.").format(id=rehearsal)
        )
    return found


def all_kept(kept: RehearsalFolder) -> tuple[Rehearsal, ...]:
    """All that can be read, from the first to the latest; one damaged file hides no other."""
    found = []
    for each in kept.ids():
        try:
            found.append(load(kept, each))
        except ConvoGuideError:
            continue
    return tuple(sorted(found, key=lambda each: (each.started or "", each.id)))


def branches(kept: RehearsalFolder, rehearsal: str) -> tuple[Rehearsal, ...]:
    """The rehearsals that leave this one."""
    return tuple(e for e in all_kept(kept) if e.branch_of and e.branch_of[0] == rehearsal)
