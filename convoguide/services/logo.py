"""The organisation's logo, as the pack that lies uppermost among those with one has it."""

from convoguide.documents.writers.picture import Picture
from convoguide.services.local import local


def logo() -> Picture | None:
    """The picture as it was read and checked with its pack; its text is the organisation's name."""
    for each in reversed(local().installed):
        name = each.pack.logo
        if name:
            kind: str = name.lower().rpartition(".")[2]
            content = each.content.files[name]
            return Picture("svg" if kind == "svg" else "png", content, each.pack.organisation)
    return None
