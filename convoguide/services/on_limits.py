"""What everyone who reads a text through must know of the limits recorded in it."""

from convoguide.core.conversation import OTHER, Conversation
from convoguide.core.guide import Guide
from convoguide.i18n import gettext as _
from convoguide.services import content


def told(conversation: Conversation, guide: Guide) -> list[str]:
    """A line each: whether a limit is only a wish, and where it is registered; none without one."""
    steps = [step.id for step in guide.steps() if step.theme == "treatment_limits"]
    entries = [conversation.entry(step) for step in steps]
    unfiled = any(note.theme == "treatment_limits" for note in conversation.entry(OTHER).notes)
    recorded = [each for each in entries if each.notes or each.decided_by]
    if not recorded and not unfiled:
        return []
    lines = []
    if unfiled or not all(each.decided for each in recorded):
        lines.append(
            _("A limit applies as a wish until a physician's decision is entered: who, when.")
        )
    lines.append(
        _(
            "This changes nothing in the journal system: register the limit where your unit "
            "keeps it."
        )
    )
    registered = content.limits_registered()
    return [*lines, registered] if registered else lines
