"""Whether a pack can be used: its files by themselves, what they name, and its templates tried."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from convoguide import i18n
from convoguide.core import lint
from convoguide.core.conversation import FORMAT, Conversation
from convoguide.core.guide import Guide
from convoguide.core.localise import localised_guide, texts_of
from convoguide.core.pack import Pack
from convoguide.core.pack_lint import FEWEST_PHRASES, MOST_PHRASES, Beneath, lint_pack
from convoguide.documents.assemble import assemble
from convoguide.documents.local_template import TemplateFaultError, write
from convoguide.documents.localise import lint_outline, localised_outline
from convoguide.documents.localise import texts_of as texts_of_outline
from convoguide.documents.outline import Outline
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.library.faults import Fault, FaultyFileError
from convoguide.library.pack_file import MAIN, PackFiles, read_pack
from convoguide.practice.case import Case
from convoguide.services import cases, content
from convoguide.services.local import Installed, Layer, Local

Files = PackFiles[Outline, Case]


def read_layers(found: Sequence[tuple[Layer, Path]]) -> Local:
    """The packs at these paths, lowest layer first; one that cannot be used is told, not raised.

    A pack takes the place of one with its id in a layer beneath. Within a layer the order is that
    of the ids.
    """
    installed: dict[str, Installed] = {}
    faults: list[tuple[Layer, Path, tuple[Fault, ...]]] = []
    for layer in ("organisation", "own"):
        here: dict[str, tuple[Path, Files]] = {}
        for path in (each for its_layer, each in found if its_layer == layer):
            try:
                files = read_pack(path, content.outline_adapter(), cases.case_adapter())
            except FaultyFileError as error:
                faults.append((layer, path, error.faults))
            except InputError as error:
                faults.append((layer, path, (Fault(str(path), None, "", str(error)),)))
            else:
                here[files.pack.id] = (path, files)
        for pack_id in sorted(here):
            path, files = here[pack_id]
            beneath = [each.content for key, each in installed.items() if key != pack_id]
            wrong = _flaws(files, beneath)
            if wrong:
                faults.append((layer, path, tuple(wrong)))
            else:
                installed.pop(pack_id, None)
                installed[pack_id] = Installed(layer, path, files)
    return Local(tuple(installed.values()), tuple(faults))


def checked(path: Path, installed: Sequence[Installed] = ()) -> Files:
    """The pack at that path, looked through in full; `FaultyFileError` with every fault.

    `installed` are the packs in use; those count beneath it that would lie beneath it as one's own.
    """
    files = read_pack(path, content.outline_adapter(), cases.case_adapter())
    mine = files.pack.id
    beneath = [
        each.content
        for each in installed
        if each.pack.id != mine and (each.layer == "organisation" or each.pack.id < mine)
    ]
    faults = _flaws(files, beneath) or list(_template_faults(files))
    if faults:
        raise FaultyFileError(faults)
    return files


# --- what the pack names


def _flaws(files: Files, beneath: Sequence[Files]) -> list[Fault]:
    """Every fault in what the pack names, given the packs it is laid over."""
    faults = [*_document_faults(files), *_case_faults(files)]
    around = _beneath(files, [each.pack for each in beneath], beneath)
    for flaw in lint_pack(files.pack, around):
        file, path = files.place(flaw.path)
        faults.append(files.fault(file, path, words_of(flaw)))
    return faults


def _document_faults(files: Files) -> Iterator[Fault]:
    shipped = content.shipped_document_ids()
    for name, outline in files.documents.items():
        file = f"documents/{name}.yaml"
        if outline.id != name:
            message = _("must be the name of the file: {name}").format(name=name)
            yield files.fault(file, ("id",), message)
        if name in shipped:
            yield files.fault(
                file,
                ("id",),
                _("is a document of the program; change its headings in {file}").format(file=MAIN),
            )
        for flaw in lint_outline(outline):
            yield files.fault(file, flaw.path, words_of(flaw))
    for template in files.templates:
        own = files.documents.get(template.document)
        if own is None or template.format not in own.formats:
            message = _("there is no document of the pack with this name and format")
            yield Fault(str(files.path / template.file), None, "", message)


def _case_faults(files: Files) -> Iterator[Fault]:
    for name, case in files.cases.items():
        file = f"cases/{name}.yaml"
        if case.id != name:
            message = _("must be the name of the file: {name}").format(name=name)
            yield files.fault(file, ("id",), message)
        if name in cases.shipped_case_ids():
            yield files.fault(file, ("id",), _("is a case of the program; choose another id"))
        for flaw in cases.case_flaws(case):
            yield files.fault(file, flaw.path, cases.words_of(flaw))


def _beneath(files: Files, packs: Sequence[Pack], below: Sequence[Files]) -> Beneath:
    documents = {each: content.shipped_outline(each) for each in content.shipped_document_ids()}
    for each in (*below, files):
        documents |= each.documents
    guides = {
        each: localised_guide(content.shipped_guide(each), packs)
        for each in content.conversation_guide_ids()
    }
    places = _places(files, guides, documents) if files.pack.texts else {}
    return Beneath(
        guides=guides,
        sections={key: tuple(s.id for s in each.sections) for key, each in documents.items()},
        gathered=frozenset[str]().union(*(each.gathered() for each in documents.values())),
        languages=i18n.LOCALES,
        places=places,
        written_in={key: each.language for key, each in (guides | documents).items()},
    )


def _places(
    files: Files, guides: Mapping[str, Guide], documents: Mapping[str, Outline]
) -> dict[str, tuple[str, ...]]:
    """The texts by place as they are once the pack is laid over what lies beneath it."""
    pairs = [p for g in guides.values() for p in texts_of(localised_guide(g, [files.pack]))]
    pairs += texts_of(content.checklist("sv"))
    for outline in documents.values():
        pairs += texts_of_outline(localised_outline(outline, [files.pack]))
    found: dict[str, tuple[str, ...]] = {}
    for place, text in pairs:
        found[place] = (*found.get(place, ()), text)
    return found


def words_of(flaw: lint.Flaw) -> str:
    """What would be right, for a flaw of a pack, in the interface's language."""
    words = {
        "unknown_guide": _("there is no guide of this name; guides: {about}"),
        "unknown_document": _("there is no document of this name; documents: {about}"),
        "unknown_step": _("no step has this id; “convoguide guides show” prints the ids"),
        "unknown_section": _("the document has no such section; sections: {about}"),
        "unknown_place": _("no text has this place; docs/packs.md says how places are written"),
        "no_such_number": _("there is no text of this number; there are {about}"),
        "count_of_phrases": _("a step said aloud has {fewest} to {most} phrases, here are {about}"),
        "count_of_texts": _("must have {about}, in the same order; or name some by number"),
        "nothing_said": _("nothing is said aloud at this step; it has advice"),
        "phrase_too_long": _("a phrase may have at most {n} characters, this has {about}"),
        "id_taken": _("this id is taken; each needs one of its own"),
        "step_id": _("must be small letters a to z, digits and _, such as memory_box"),
        "theme_without_section": _("no document gathers this theme"),
        "empty_text": _("this text is empty"),
        "unreachable": _("this condition can never hold"),
        "language_shipped": _("this language comes with the program and need not be named"),
        "language_without_texts": _("has no texts yet; put them into texts/{about}.yaml"),
        "language_not_named": _("name this language under “languages” first"),
        "own_language": _("is written in this language; change it under “guides” or “documents”"),
        "no_catch_all": _(
            "a journal needs a section with “catch_all: true”, so that nothing is lost"
        ),
        "holds_too_much": _("more than this reader may see; must be: {about}"),
        "fhir_of_journals": _("only a journal can be made as fhir"),
    }
    return words[flaw.kind].format(
        about=flaw.about, fewest=FEWEST_PHRASES, most=MOST_PHRASES, n=lint.LONGEST_PHRASE
    )


# --- templates


def _template_faults(files: Files) -> Iterator[Fault]:
    """What goes wrong when each template is filled: with a full conversation, and an empty one."""
    for template in files.templates:
        try:
            for talk in _trials():
                outline = files.documents[template.document]
                guide = localised_guide(content.shipped_guide(talk.guide), [files.pack])
                made = assemble(talk, guide, outline, i18n.Language(outline.language))
                write(made, template.text, html=template.format == "html", about=about(files.pack))
        except TemplateFaultError as error:
            name = str(files.path / template.file)
            yield Fault(name, error.line, "", error.message)
        except ConvoGuideError as error:
            yield Fault(str(files.path / template.file), None, "", str(error))


def about(pack: Pack) -> dict[str, str]:
    """What a template may say of its pack."""
    return {
        "organisation": pack.organisation,
        "title": pack.title,
        "version": pack.version,
        "limits_registered": pack.limits.registered if pack.limits else "",
    }


def _trials() -> Iterator[Conversation]:
    guide = content.shipped_guide(content.conversation_guide_ids()[0])
    start = {"format": FORMAT, "guide": guide.id, "language": guide.language}
    notes = {"notes": [{"voice": "patient", "text": "…"}, "<b>&…</b>"]}
    yield Conversation.model_validate(
        {
            **start,
            "held_on": "2026-01-01",
            "entries": {step.id: notes for step in guide.steps() if step.takes},
            "actions": [{"what": "…", "responsible": "…"}],
            "contacts": [{"name": "…", "phone": "1", "hours": ["night"]}],
        }
    )
    yield Conversation.model_validate(start)
