"""The people to rehearse with: those that come with the program, and those of local packs."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from convoguide.errors import InputError
from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.services.content import conversation_guide_ids, folder
from convoguide.services.local import local

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from convoguide.core.lint import Flaw
    from convoguide.library.faults import Fault
    from convoguide.practice.case import Case
    from convoguide.practice.lexicon import Lexicon
    from convoguide.practice.phrasings import Phrasings
    from convoguide.practice.words import CoachWords

LEVELS = {"easy": N_("easy"), "medium": N_("medium"), "hard": N_("hard")}
CONDITIONS = {
    "heart_failure": N_("heart failure"),
    "copd": N_("COPD"),
    "cancer": N_("cancer"),
    "als": N_("ALS"),
    "dementia": N_("dementia"),
    "frailty": N_("frailty"),
    "kidney_failure": N_("kidney failure"),
    "neurological": N_("neurological illness"),
    "other": N_("other illness"),
}


@cache
def shipped_case_ids() -> tuple[str, ...]:
    """The ids of the cases that come with the program. A file is named after its id."""
    return tuple(sorted(path.stem for path in (folder() / "cases").glob("*.yaml")))


def case_ids() -> tuple[str, ...]:
    """The ids of all cases; those of packs last."""
    return (*shipped_case_ids(), *sorted(local().cases()))


@cache
def case_adapter() -> "TypeAdapter[Case]":
    """What a case's file is checked against."""
    from pydantic import TypeAdapter

    from convoguide.practice.case import Case

    return TypeAdapter(Case)


def case(case_id: str) -> "Case":
    """The case of that id; `InputError` names those there are."""
    if case_id in shipped_case_ids():
        return _shipped(case_id)
    own = local().cases().get(case_id)
    if own is None:
        raise InputError(
            _("There is no case of that name. Cases: {ids}").format(ids=", ".join(case_ids()))
        )
    return own


@cache
def _shipped(case_id: str) -> "Case":
    return read_case(folder() / "cases" / f"{case_id}.yaml")


def all_cases() -> "Iterator[Case]":
    """Every case, in the order of the ids."""
    for each in case_ids():
        yield case(each)


def read_case(path: Path) -> "Case":
    """The case in a file, with every fault's file, line and key path."""
    from convoguide.library.yaml_file import load_model

    return load_model(path, case_adapter())


def listed() -> list[dict[str, Any]]:
    """The cases as `practice --list --json` gives them."""
    return [
        {
            "id": each.id,
            "lang": each.language,
            "title": each.title,
            "level": each.level,
            "condition": each.condition,
            "setting": each.setting,
            "present": list(each.present),
            "wants_to_know": each.wants_to_know,
        }
        for each in all_cases()
    ]


# --- words that go with the cases


@cache
def lexicon(language: str) -> "Lexicon":
    """The everyday questions in a language."""
    from pydantic import TypeAdapter

    from convoguide.library.yaml_file import load_model
    from convoguide.practice.lexicon import Lexicon

    return load_model(_words("off_script", language), TypeAdapter(Lexicon))


@cache
def phrasings(language: str) -> "Phrasings":
    """What one can choose to say, for those who rehearse by choosing."""
    from pydantic import TypeAdapter

    from convoguide.library.yaml_file import load_model
    from convoguide.practice.phrasings import Phrasings

    return load_model(_words("phrasings", language), TypeAdapter(Phrasings))


@cache
def coach_words(language: str) -> "CoachWords":
    """The coach's words in a language."""
    from pydantic import TypeAdapter

    from convoguide.library.yaml_file import load_model
    from convoguide.practice.words import CoachWords

    return load_model(_words("coach", language), TypeAdapter(CoachWords))


def _words(name: str, language: str) -> Path:
    return folder() / "lexicons" / f"{name}.{language}.yaml"


# --- what is wrong with a case


def case_flaws(found: "Case") -> "list[Flaw]":
    """Every flaw of a case."""
    from convoguide.practice.case_lint import lint_case

    return list(lint_case(found, conversation_guide_ids()))


def faults_in(path: Path) -> "list[Fault]":
    """Every fault in a case's file."""
    from convoguide.library.faults import Fault, FaultyFileError, dotted
    from convoguide.library.yaml_file import line_finder

    try:
        found = read_case(path)
    except FaultyFileError as error:
        return list(error.faults)
    flaws = case_flaws(found)
    if not flaws:
        return []
    lines = line_finder(path.read_text(encoding="utf-8-sig"))
    return [Fault(str(path), lines(f.path), dotted(f.path), words_of(f)) for f in flaws]


def words_of(flaw: "Flaw") -> str:
    """What would be right, for a flaw of a case, in the interface's language."""
    words = {
        "unknown_guide": _("there is no guide of this name; guides: {about}"),
        "called_otherwise": _("must be part of the name: {about}"),
        "present_differs": _("must hold “relative” exactly where a relative is there"),
        "unknown_speaker": _("nobody of this name is in the room; there are: {about}"),
        "unknown_topic": _("must be topics: {about}"),
        "unknown_fact": _("there is no such fact; facts: {about}"),
        "unknown_question": _("there is no such question; questions: {about}"),
        "id_taken": _("this id is taken; each needs one of its own"),
        "fact_never_opens": _("waits in a circle: this fact could never be told"),
        "secret_unearned": _("a secret waits for trust of at least {about}, and for “by”"),
        "nothing_while_closed": _("needs what is said while the fact is closed"),
        "no_secret": _("one fact at least must be a secret, or there is nothing to earn"),
        "topic_without_reply": _("has no reply on the topic {about}"),
        "topic_without_fact": _("no fact belongs to the topic {about}"),
        "question_without_answer": _("has no answer to the question {about}"),
        "too_few_wordings": _("needs at least {about} wordings"),
        "said_twice": _("this text stands elsewhere in the case too"),
        "cue_not_verbatim": _("these words do not stand in the text"),
        "begins_small": _("begins with a small letter; is it cut off at a comma?"),
        "name_spelt_otherwise": _("the name {about} is spelt in another way here"),
        "nothing_to_say": _("at some time no wording can be said; leave one without conditions"),
    }
    return words[flaw.kind].format(about=flaw.about)
