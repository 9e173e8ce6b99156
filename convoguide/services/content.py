"""The guides and documents at hand: what comes with the program, read when it is asked for.

Their ids can be asked for without loading a single model.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from convoguide.errors import InputError
from convoguide.i18n import gettext as _

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from convoguide.core.guide import Checklist, Guide
    from convoguide.documents.outline import Outline

IDENTIFY = "identify"


def folder() -> Path:
    """Where the shipped content lies."""
    return Path(__file__).resolve().parent.parent / "content"


def guide_ids() -> tuple[str, ...]:
    """The ids of all guides, the checklist too. A file is named after its id."""
    return tuple(sorted({path.name.split(".")[0] for path in (folder() / "guides").glob("*.yaml")}))


def conversation_guide_ids() -> tuple[str, ...]:
    """The ids of the guides that a conversation can be held by."""
    return tuple(each for each in guide_ids() if each != IDENTIFY)


def document_ids() -> tuple[str, ...]:
    """The ids of all documents."""
    return tuple(sorted(path.stem for path in (folder() / "documents").glob("*.yaml")))


@cache
def _guide_adapter() -> "TypeAdapter[Guide | Checklist]":
    from pydantic import TypeAdapter

    from convoguide.core.guide import AnyGuide

    return TypeAdapter(AnyGuide)


@cache
def _outline_adapter() -> "TypeAdapter[Outline]":
    from pydantic import TypeAdapter

    from convoguide.documents.outline import Outline

    return TypeAdapter(Outline)


@cache
def find_guide(guide_id: str) -> "Guide | None":
    """The conversation guide of that id, or None."""
    if guide_id not in conversation_guide_ids():
        return None
    return cast("Guide", read_guide(folder() / "guides" / f"{guide_id}.yaml"))


def guide(guide_id: str) -> "Guide":
    """The conversation guide of that id; `InputError` names those there are."""
    found = find_guide(guide_id)
    if found is None:
        raise InputError(
            _("There is no guide of that name. Guides: {ids}").format(
                ids=", ".join(conversation_guide_ids())
            )
        )
    return found


@cache
def checklist(locale: str) -> "Checklist":
    """The identify checklist in the language nearest to the locale."""
    language = "nb" if locale in ("nb", "nn") else "sv"
    return cast("Checklist", read_guide(folder() / "guides" / f"{IDENTIFY}.{language}.yaml"))


def read_guide(path: Path) -> "Guide | Checklist":
    """The guide in a file, with every fault's file, line and key path."""
    from convoguide.library.yaml_file import load_model

    return load_model(path, _guide_adapter())


@cache
def outline(document_id: str) -> "Outline":
    """The document of that id; `InputError` names those there are."""
    if document_id not in document_ids():
        raise InputError(
            _("There is no document of that name. Documents: {ids}").format(
                ids=", ".join(document_ids())
            )
        )
    return read_outline(folder() / "documents" / f"{document_id}.yaml")


def read_outline(path: Path) -> "Outline":
    """The document outline in a file, with every fault's file, line and key path."""
    from convoguide.library.yaml_file import load_model

    return load_model(path, _outline_adapter())


def all_guides(locale: str) -> "list[Guide | Checklist]":
    """Every guide, the checklist too, in the order of their ids."""
    return [checklist(locale) if each == IDENTIFY else guide(each) for each in guide_ids()]
