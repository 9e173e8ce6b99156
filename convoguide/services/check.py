"""The self-check and the content lint in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from convoguide.core import lint, self_check
from convoguide.core.conversation import OTHER, Conversation
from convoguide.core.guide import Guide
from convoguide.documents import wording
from convoguide.documents.assemble import step_title
from convoguide.documents.guide_text import GuideText
from convoguide.i18n import Language, current
from convoguide.i18n import gettext as _
from convoguide.library.faults import Fault, FaultyFileError, dotted
from convoguide.services import cases, content
from convoguide.services.document import journal_of


@dataclass(frozen=True)
class StageLeft:
    """A stage of the guide with those of its topics that were not reached: (step, title)."""

    title: str
    topics: tuple[tuple[str, str], ...]

    @property
    def line(self) -> str:
        """The stage and its topics on one line; titles may end in a question mark."""
        return f"{self.title}: " + " · ".join(title for _step, title in self.topics)


@dataclass(frozen=True)
class Worded:
    """A finding with its words: what it is, and how to mend it."""

    finding: self_check.Finding
    document: str
    message: str
    mend: str
    left: tuple[StageLeft, ...] = ()
    """The topics that were not reached, by stage."""

    def lines(self) -> list[str]:
        """The finding for a reader of lines: topics stand a stage a line."""
        if not self.left:
            return [f"{self.message} {self.mend}"]
        return [
            _("For another conversation:"),
            *(f"- {each.line}" for each in self.left),
            self.mend,
        ]

    def as_data(self) -> dict[str, Any]:
        """The finding as `check --json` gives it."""
        data: dict[str, Any] = {
            "kind": self.finding.kind,
            "category": self.finding.category,
            "document": self.document,
            "step": self.finding.step,
            "note": self.finding.note,
            "message": self.message,
            "mend": self.mend,
        }
        if self.finding.path is not None:
            data["path"] = self.finding.path
        return data


def findings(conversation: Conversation, document_id: str | None = None) -> list[Worded]:
    """The findings for a document, the guide's own journal unless one is named."""
    from convoguide.adapters.identity_numbers import contains_identity_number

    document = document_id or journal_of(conversation)
    content.outline(document)
    guide = content.guide(conversation.guide)
    found = self_check.findings(conversation, guide, document, contains_identity_number)
    return [_worded(finding, document, guide) for finding in found]


def _worded(finding: self_check.Finding, document: str, guide: Guide) -> Worded:
    message, mend = _words()[finding.kind]
    language = Language(current())
    step = step_title(guide, finding.step, language) if finding.step else ""
    left = tuple(_left(guide, finding.topics, language))
    hours = ", ".join(_(wording.HOURS[each]) for each in finding.hours)
    pack = (finding.step or "").partition(":")[0]
    other = step_title(guide, OTHER, language)
    values = {
        "pack": pack,
        "other": other,
        "step": step,
        "topics": "; ".join(each.line for each in left),
        "hours": hours,
        "path": finding.path or "",
    }
    if finding.kind == "identity_number" and finding.step is None:
        message = _("There is an identity number in {path}.")
    return Worded(finding, document, message.format(**values), mend.format(**values), left)


def _left(guide: Guide, topics: tuple[str, ...], language: Language) -> Iterator[StageLeft]:
    text = GuideText(guide, language)
    for stage in guide.stages:
        here = [step.id for step in stage.steps if step.id in topics]
        if here:
            titles = tuple((each, step_title(guide, each, language)) for each in here)
            yield StageLeft(text.stage(stage, "title", stage.title), titles)


def _words() -> dict[str, tuple[str, str]]:
    return {
        "identity_number": (
            _("There is an identity number in a note under “{step}”."),
            _("Take the number out; the journal already knows whose it is."),
        ),
        "no_spokesperson": (
            _("No one is named to speak for the person."),
            _("Ask under “{step}”, or note that the person does not want to say."),
        ),
        "action_without_responsible": (
            _("An agreed action has no one responsible."),
            _("Name who does it."),
        ),
        "plan_without_review": (
            _("The plan has no time or occasion for review."),
            _("Enter a date, an interval or the occasion."),
        ),
        "plan_without_consent": (
            _("The person's consent to the plan is not recorded."),
            _("Ask, and enter who gave it and when."),
        ),
        "plan_without_coordinator": (
            _("The plan has no coordinator."),
            _("Mark the contact who coordinates."),
        ),
        "contacts_gap": (
            _("No one to call: {hours}."),
            _("Enter who is responsible at those hours."),
        ),
        "no_admission": (
            _("Where and how an admission is arranged is not said."),
            _("Enter it with the contacts."),
        ),
        "handover_without_consent": (
            _("The person's consent to sharing is not recorded."),
            _("Ask under “{step}”, and enter with whom it may be shared."),
        ),
        "receiver_not_confirmed": (
            _("No recipient has confirmed the handover."),
            _("Tell the team, and note who has confirmed under “{step}”."),
        ),
        "limit_not_by_physician": (
            _("A limit of treatment has no physician's decision: it applies as a wish."),
            _("Enter which physician decided and when, or leave it as a wish."),
        ),
        "prognosis_after_decline": (
            _("The outlook was noted though the person did not want more information."),
            _("Check what the person wanted to know, and what was told."),
        ),
        "presumed_of_able_person": (
            _("Only a presumed will is noted under “{step}”, though the person can decide."),
            _("Ask the person, or correct whether they can take part."),
        ),
        "noted_without_note": (
            _("“{step}” is marked as noted without a note."),
            _("Write the note, or choose how the step was left."),
        ),
        "pack_missing": (
            _("“{step}” belongs to a pack that is not here; its notes stand under “{other}”."),
            _("Add the pack {pack} with “convoguide packs add”, or move the notes."),
        ),
        "not_talked_about": (
            _("For another conversation: {topics}"),
            _("Nothing needs putting right: not every conversation covers everything."),
        ),
    }


# --- content


_WORD_LISTS = "lexicons"
"""The program's own word lists: no content that is written by hand elsewhere."""


def check_content(paths: list[Path]) -> list[Fault]:
    """Every fault in guide, document, case and pack files.

    A folder with a `pack.yaml` is a pack; any other stands for the YAML files and packs below it.
    """
    faults: list[Fault] = []
    documents = set(content.document_ids())
    gathered = frozenset[str]().union(*(content.outline(each).gathered() for each in documents))
    for path in _files(paths):
        try:
            faults += _faults_of(path, documents, gathered)
        except FaultyFileError as error:
            faults += error.faults
    return faults


def _files(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(_below(path)) if path.is_dir() else [path]
    return found


def _below(folder: Path) -> Iterator[Path]:
    if (folder / "pack.yaml").is_file():
        yield folder
        return
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            if path.name != _WORD_LISTS:
                yield from _below(path)
        elif path.suffix == ".yaml":
            yield path


def _faults_of(path: Path, documents: set[str], gathered: frozenset[str]) -> list[Fault]:
    from convoguide.library.pack_file import looks_like_pack
    from convoguide.library.yaml_file import line_finder, read_yaml

    # A pack may come from anywhere: it is not even parsed before its reader has looked at it.
    if looks_like_pack(path):
        return _pack_faults(path)
    data = read_yaml(path)
    if looks_like_pack(path, data):
        return _pack_faults(path)
    if isinstance(data, dict) and "sections" in data:
        content.read_outline(path)
        return []
    if _is_case(path, data):
        return cases.faults_in(path)
    guide = content.read_guide(path)
    if isinstance(guide, Guide):
        flaws = list(lint.lint_guide(guide, documents, gathered))
    else:
        flaws = list(lint.lint_checklist(guide))
    if not flaws:
        return []
    lines = line_finder(path.read_text(encoding="utf-8-sig"))
    words = {
        "unknown_document": _("there is no document of this name"),
        "id_taken": _("this id is taken; each needs one of its own"),
        "theme_without_section": _("no document gathers this theme"),
        "empty_text": _("this text is empty"),
        "phrase_too_long": _("a phrase may have at most {n} characters").format(
            n=lint.LONGEST_PHRASE
        ),
        "unreachable": _("this condition can never hold"),
        "unknown_step": _("the guide has no step of this name"),
        "wish_and_decision": _("a wish and a medical decision never stand for one another"),
        "theme_has_step": _("a step captures this theme, so it needs no neighbour"),
    }
    return [Fault(str(path), lines(f.path), dotted(f.path), words[f.kind]) for f in flaws]


def _is_case(path: Path, data: Any) -> bool:
    named = isinstance(data, dict) and str(data.get("format", "")).startswith("convoguide/case")
    return named or path.parent.name == "cases"


def _pack_faults(path: Path) -> list[Fault]:
    """A pack is checked as it would be added: over the packs that are in use."""
    from convoguide.services.local import local
    from convoguide.services.pack_check import checked

    checked(path, local().installed)
    return []
