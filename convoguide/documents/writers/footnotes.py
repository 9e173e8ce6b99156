"""Where each line of a document comes from, in words, for every format that can show it.

Lines from the same place share a footnote, so that a note that stands twice is seen to be one.
"""

from collections.abc import Mapping
from types import MappingProxyType

from convoguide.core.conversation import OTHER
from convoguide.core.guide import Guide
from convoguide.documents.assemble import step_title
from convoguide.documents.assembled import Line
from convoguide.i18n import N_, Language

HEADING = N_("Where the lines come from")
NO_TITLES: Mapping[str, str] = MappingProxyType({})

_NOTE = N_("Step “{title}”, note {n}")
_STEP = N_("Step “{title}”")
_NUMBERED = N_("{part}, number {n}")
# The structured parts by the first keys of their JSON Pointer, named as where they are filled in.
_PARTS = {
    "held_on": N_("When, where and with whom"),
    "capacity": N_("Able to take part and decide"),
    "identified": N_("Identified"),
    "present": N_("Who took part"),
    "background": N_("Background"),
    "actions": N_("Actions"),
    "acute": N_("If things get acutely worse"),
    "contacts": N_("Contacts"),
    "attachments": N_("Attachments"),
    "admission": N_("Admission"),
    "consent": N_("Consent"),
    "consent/share_with": N_("May be shared with"),
    "consent/not_with": N_("Not to be shared with"),
    "review": N_("Plan review"),
    "follow_up": N_("Follow-up"),
    "palliative_plan": N_("Palliative plan"),
    "palliative_plan/held_by": N_("Who holds the palliative plan"),
    "letter": N_("Lines of the letter home"),
}


def titles(guide: Guide, language: Language) -> dict[str, str]:
    """The guide's steps by the names that people read; what the writers take as `steps`."""
    ids = (*(step.id for step in guide.steps()), OTHER)
    return {step: step_title(guide, step, language) for step in ids}


class Footnotes:
    """The footnotes of one document, gathered while it is written.

    `steps` names the steps; one that it does not know is called by its id. Switched off, no line
    gets a number, so that a writer need not ask at every line.
    """

    def __init__(
        self, language: str, *, on: bool = True, steps: Mapping[str, str] = NO_TITLES
    ) -> None:
        self._language = Language(language)
        self._on = on
        self._steps = steps
        # By text and note: two steps may bear one name, and a part's fields share theirs.
        self._numbers: dict[tuple[str, str | None, int | None], int] = {}

    def of_line(self, line: Line) -> int | None:
        """The number of the line's footnote; None where it has no source, or none are wanted.

        An empty line to write on has none: what will stand there is not written yet.
        """
        if not line.text:
            return None
        text = source_of(line, self._language, self._steps)
        return self._number(text, line.step, line.note)

    def of_path(self, path: str) -> int | None:
        """The number for what comes from a structured part, such as a row of a table."""
        return self._number(part_of(path, self._language))

    @property
    def heading(self) -> str:
        """What stands above the footnotes where they are a list of their own."""
        return self._language.gettext(HEADING)

    def texts(self) -> list[tuple[int, str]]:
        """Each footnote with its number, in the order of the document."""
        return [(number, text) for (text, _step, _note), number in self._numbers.items()]

    def _number(self, text: str, step: str | None = None, note: int | None = None) -> int | None:
        if not self._on or not text:
            return None
        return self._numbers.setdefault((text, step, note), len(self._numbers) + 1)


def source_of(line: Line, language: Language, steps: Mapping[str, str] = NO_TITLES) -> str:
    """Where the line comes from, in words; empty for a line that is ours alone."""
    sources = []
    if line.path is not None:
        sources.append(part_of(line.path, language))
    if line.step is not None:
        title = steps.get(line.step, line.step)
        if line.note is None:
            sources.append(language.gettext(_STEP).format(title=title))
        else:
            # People count from one, the file from zero.
            sources.append(language.gettext(_NOTE).format(title=title, n=line.note + 1))
    return "; ".join(sources)


def part_of(path: str, language: Language) -> str:
    """The structured part that a JSON Pointer leads to, in words; without any, the pointer."""
    keys = path.strip("/").split("/")
    name = _PARTS.get("/".join(keys[:2])) or _PARTS.get(keys[0])
    if name is None:
        return path
    part = language.gettext(name)
    number = next((key for key in keys if key.isdigit()), None)
    if number is None:
        return part
    return language.gettext(_NUMBERED).format(part=part, n=int(number) + 1)
