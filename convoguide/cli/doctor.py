"""`doctor`: what works here, one line a fact."""

import argparse

from convoguide.i18n import gettext as _
from convoguide.services import doctor


def run(_options: argparse.Namespace) -> int:
    """Print what was found."""
    marks = {"ok": _("ok"), "note": _("note"), "problem": _("mind")}
    for fact in doctor.facts():
        print(f"{fact.about}: {marks[fact.verdict]}: {fact.text}")
    return 0
