"""The guides and documents at hand: what comes with the program, in the words of local packs.

Read when it is asked for; the ids can be asked for without loading a single model.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from convoguide import i18n
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services.local import NOTHING, Local, local

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from convoguide.core.conversation import Conversation
    from convoguide.core.guide import Checklist, Guide
    from convoguide.core.pack import Pack
    from convoguide.core.parts import Contact
    from convoguide.documents.outline import Outline

IDENTIFY = "identify"


def folder() -> Path:
    """Where the shipped content lies."""
    return Path(__file__).resolve().parent.parent / "content"


@cache
def guide_ids() -> tuple[str, ...]:
    """The ids of all guides, the checklist too. A file is named after its id."""
    return tuple(sorted({path.name.split(".")[0] for path in (folder() / "guides").glob("*.yaml")}))


def conversation_guide_ids() -> tuple[str, ...]:
    """The ids of the guides that a conversation can be held by."""
    return tuple(each for each in guide_ids() if each != IDENTIFY)


@cache
def shipped_document_ids() -> tuple[str, ...]:
    """The ids of the documents that come with the program."""
    return tuple(sorted(path.stem for path in (folder() / "documents").glob("*.yaml")))


def document_ids() -> tuple[str, ...]:
    """The ids of all documents; those of packs last."""
    own = local().documents()
    return (*shipped_document_ids(), *sorted(own))


@cache
def _guide_adapter() -> "TypeAdapter[Guide | Checklist]":
    from pydantic import TypeAdapter

    from convoguide.core.guide import AnyGuide

    return TypeAdapter(AnyGuide)


@cache
def outline_adapter() -> "TypeAdapter[Outline]":
    """What a document's file is checked against."""
    from pydantic import TypeAdapter

    from convoguide.documents.outline import Outline

    return TypeAdapter(Outline)


def find_guide(guide_id: str) -> "Guide | None":
    """The conversation guide of that id, with what the packs say of it, or None."""
    if guide_id not in conversation_guide_ids():
        return None
    return _localised_guide(guide_id, local())


@cache
def shipped_guide(guide_id: str) -> "Guide":
    """The conversation guide of that id as it comes with the program."""
    return cast("Guide", read_guide(folder() / "guides" / f"{guide_id}.yaml"))


@cache
def _localised_guide(guide_id: str, found: Local) -> "Guide":
    shipped = shipped_guide(guide_id)
    if not found.installed:
        return shipped
    from convoguide.core.localise import localised_guide

    return localised_guide(shipped, found.packs)


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


def outline(document_id: str) -> "Outline":
    """The document of that id, as packs want it; `InputError` names those there are."""
    found = local()
    if document_id not in shipped_document_ids() and document_id not in found.documents():
        raise InputError(
            _("There is no document of that name. Documents: {ids}").format(
                ids=", ".join(document_ids())
            )
        )
    return _localised_outline(document_id, found)


@cache
def shipped_outline(document_id: str) -> "Outline":
    """The document of that id as it comes with the program."""
    return read_outline(folder() / "documents" / f"{document_id}.yaml")


@cache
def _localised_outline(document_id: str, found: Local) -> "Outline":
    shipped = found.documents().get(document_id) or shipped_outline(document_id)
    if not found.installed:
        return shipped
    from convoguide.documents.localise import localised_outline

    return localised_outline(shipped, found.packs)


def read_outline(path: Path) -> "Outline":
    """The document outline in a file, with every fault's file, line and key path."""
    from convoguide.library.yaml_file import load_model

    return load_model(path, outline_adapter())


def all_guides(locale: str) -> "list[Guide | Checklist]":
    """Every guide, the checklist too, in the order of their ids."""
    return [checklist(locale) if each == IDENTIFY else guide(each) for each in guide_ids()]


# --- what packs add


def locales() -> tuple[str, ...]:
    """The languages in which guides and documents can be had."""
    return (*i18n.LOCALES, *(each for each in local().languages if each not in i18n.LOCALES))


def language(locale: str) -> i18n.Language:
    """A language of the content; `InputError` names those there are."""
    if locale not in i18n.LOCALES and locale not in locales():
        allowed = ", ".join(locales())
        raise InputError(_("--locale must be one of: {allowed}").format(allowed=allowed))
    return i18n.Language(locale)


def own_contacts() -> "list[tuple[Pack, Contact]]":
    """The contacts that packs offer where contacts are filled in; never put there by themselves."""
    return [(pack, contact) for pack in local().packs for contact in pack.contacts]


def limits_registered() -> str | None:
    """Where limits of treatment are registered in this organisation, in one sentence."""
    return next((p.limits.registered for p in reversed(local().packs) if p.limits), None)


def absent_steps(conversation: "Conversation") -> list[str]:
    """The steps of the conversation that belong to a pack that is not here."""
    from convoguide.core.localise import absent_steps

    return absent_steps(guide(conversation.guide), conversation)


def places(found: Local | None) -> "dict[str, tuple[str, ...]]":
    """Every text of guides and documents by its place; None: as they come with the program."""
    from convoguide.core.localise import texts_of
    from convoguide.documents.localise import texts_of as texts_of_outline

    gathered: dict[str, list[str]] = {}
    with_packs = found or NOTHING
    pairs = [
        pair
        for each in conversation_guide_ids()
        for pair in texts_of(_localised_guide(each, with_packs))
    ]
    # The two checklists share their places; a pack translates the Swedish one.
    pairs += texts_of(checklist("sv"))
    for each in (*shipped_document_ids(), *with_packs.documents()):
        pairs += texts_of_outline(_localised_outline(each, with_packs))
    for place, text in pairs:
        gathered.setdefault(place, []).append(text)
    return {place: tuple(texts) for place, texts in gathered.items()}


def schema(what: str) -> dict[str, Any]:
    """The JSON Schema of a content file: guide, document, case or pack."""
    if what == "guide":
        return _guide_adapter().json_schema()
    if what == "document":
        return outline_adapter().json_schema()
    if what == "case":
        from convoguide.services.cases import case_adapter

        return case_adapter().json_schema()
    from convoguide.core.pack import Pack

    return Pack.model_json_schema(by_alias=True)
