"""A document in an organisation's own words: outline + packs → another outline. Pure."""

from collections.abc import Iterator, Sequence

from convoguide.core.lint import Flaw
from convoguide.core.pack import DocumentWords, Pack
from convoguide.core.text import collapse
from convoguide.documents.outline import Outline, Section

# What the readers of a document may hold at the most; a pack can show them less, never more.
_LIMITS = frozenset({"journal", "handover"})
_LEFT_OPEN = {
    "journal": ("sentence_and_notes", "sentence_on_outlook", "nothing"),
    "handover": ("sentence_on_outlook", "nothing"),
}
_PROGNOSIS = {"journal": ("raised", "noted", "never"), "patient": ("never",), "home": ("never",)}


def localised_outline(outline: Outline, packs: Sequence[Pack]) -> Outline:
    """The outline with the headings and the order that each pack gives, a later over an earlier.

    A journal says behind limits of treatment where they are registered, where a pack wants so.
    """
    for pack in packs:
        words = pack.documents.get(outline.id)
        if words is not None:
            outline = _in_words(outline, words)
    limits = next((pack.limits for pack in reversed(packs) if pack.limits), None)
    if limits is None or not limits.in_journal or outline.reader != "journal":
        return outline
    return outline.model_copy(
        update={
            "sections": tuple(
                section.model_copy(update={"on_limits": collapse(limits.registered)})
                for section in outline.sections
            )
        }
    )


def _in_words(outline: Outline, words: DocumentWords) -> Outline:
    sections = tuple(_headed(section, words) for section in outline.sections)
    named = {each.id: each for each in sections}
    first = [named[each] for each in words.order if each in named]
    rest = [each for each in sections if each.id not in words.order]
    return outline.model_copy(
        update={"title": words.title or outline.title, "sections": (*first, *rest)}
    )


def _headed(section: Section, words: DocumentWords) -> Section:
    heading = words.headings.get(section.id)
    return section.model_copy(update={"heading": heading}) if heading else section


def lint_outline(outline: Outline) -> Iterator[Flaw]:
    """Every flaw of a pack's own document: what no document of its reader may be or hold."""
    ids = [section.id for section in outline.sections]
    for index, each in enumerate(ids):
        if each in ids[:index]:
            yield Flaw("id_taken", ("sections", index, "id"), each)
    holds = outline.holds
    if outline.reader == "journal" and not any(each.catch_all for each in outline.sections):
        yield Flaw("no_catch_all", ("sections",))
    if holds.limits and outline.reader not in _LIMITS:
        yield Flaw("holds_too_much", ("holds", "limits"), "false")
    allowed = _LEFT_OPEN.get(outline.reader, ("nothing",))
    if holds.left_open not in allowed:
        yield Flaw("holds_too_much", ("holds", "left_open"), ", ".join(allowed))
    allowed = _PROGNOSIS.get(outline.reader, ("noted", "never"))
    if holds.prognosis not in allowed:
        yield Flaw("holds_too_much", ("holds", "prognosis"), ", ".join(allowed))
    if "fhir" in outline.formats and outline.reader != "journal":
        yield Flaw("fhir_of_journals", ("formats",))


def texts_of(outline: Outline) -> Iterator[tuple[str, str]]:
    """Every text of a document that has a translation, with its place as the catalogs name it."""
    yield f"{outline.id}/title", outline.title
    yield f"{outline.id}/summary", outline.summary
    for section in outline.sections:
        yield f"{outline.id}/{section.id}/heading", section.heading
        if section.on_limits:
            yield f"{outline.id}/{section.id}/on_limits", section.on_limits
