"""What a pack's models cannot see: whether what it names is there to be changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from convoguide.core.guide import AnyStep, Guide, SpokenStep
from convoguide.core.lint import LONGEST_PHRASE, Flaw, lint_step
from convoguide.core.localise import reworded
from convoguide.core.pack import GuideWords, Pack, StepWords, is_step_id

Path = tuple[str | int, ...]
FEWEST_PHRASES, MOST_PHRASES = 2, 4


@dataclass(frozen=True)
class Beneath:
    """What a pack can change: the content as it is beneath it."""

    guides: Mapping[str, Guide]
    sections: Mapping[str, tuple[str, ...]]
    """The documents, each with its sections' ids."""
    gathered: frozenset[str]
    """The themes that any document gathers."""
    languages: tuple[str, ...]
    """The languages that come with the program."""
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every text by its place, the pack's own among them."""
    written_in: Mapping[str, str] = field(default_factory=dict)
    """The language of each guide and document, by its id."""


def lint_pack(pack: Pack, beneath: Beneath) -> Iterator[Flaw]:
    """Every flaw of a pack, with the key path where it stands."""
    for guide_id, words in pack.guides.items():
        at: Path = ("guides", guide_id)
        guide = beneath.guides.get(guide_id)
        if guide is None:
            yield Flaw("unknown_guide", at, ", ".join(beneath.guides))
            continue
        for step_id, own in words.steps.items():
            yield from _lint_words(guide, step_id, own, (*at, "steps", step_id))
        yield from _lint_extra(guide, words, (*at, "extra_steps"), beneath)
    for document, changes in pack.documents.items():
        at = ("documents", document)
        if document not in beneath.sections:
            yield Flaw("unknown_document", at, ", ".join(beneath.sections))
            continue
        named = beneath.sections[document]
        places: list[tuple[Path, str]] = [
            ((*at, "headings", each), each) for each in changes.headings
        ]
        places += [((*at, "order", n), each) for n, each in enumerate(changes.order)]
        yield from (
            Flaw("unknown_section", place, ", ".join(named))
            for place, each in places
            if each not in named
        )
        yield from _twice(changes.order, (*at, "order"))
    yield from _lint_languages(pack, beneath)
    for language, translation in pack.texts.items():
        for place, own_texts in translation.texts.items():
            yield from _lint_text(language, place, own_texts, beneath)


def _lint_words(guide: Guide, step_id: str, own: StepWords, at: Path) -> Iterator[Flaw]:
    step = guide.step(step_id)
    if step is None:
        yield Flaw("unknown_step", at, step_id)
        return
    if own.phrases is not None and not isinstance(step, SpokenStep):
        yield Flaw("nothing_said", (*at, "phrases"), step_id)
    phrases = step.phrases if isinstance(step, SpokenStep) else ()
    for key, texts in (
        ("phrases", phrases),
        ("advice", step.advice),
        ("reminders", step.reminders),
    ):
        numbered = getattr(own, key)
        if isinstance(numbered, Mapping):
            yield from (
                Flaw("no_such_number", (*at, key, number), str(len(texts)))
                for number in numbered
                if number > len(texts)
            )
    yield from _lint_phrases(reworded(step, own), own, at)


def _lint_phrases(step: AnyStep, own: StepWords, at: Path) -> Iterator[Flaw]:
    if own.phrases is None or not isinstance(step, SpokenStep):
        return
    if not FEWEST_PHRASES <= len(step.phrases) <= MOST_PHRASES:
        yield Flaw("count_of_phrases", (*at, "phrases"), str(len(step.phrases)))
    numbered = own.phrases.items() if isinstance(own.phrases, Mapping) else enumerate(own.phrases)
    for number, phrase in numbered:
        if len(phrase) > LONGEST_PHRASE:
            yield Flaw("phrase_too_long", (*at, "phrases", number), str(len(phrase)))


def _lint_extra(guide: Guide, words: GuideWords, at: Path, beneath: Beneath) -> Iterator[Flaw]:
    known: list[str] = []
    for index, extra in enumerate(words.extra_steps):
        place: Path = (*at, index, "step")
        if guide.step(extra.after) is None and extra.after not in known:
            yield Flaw("unknown_step", (*at, index, "after"), extra.after)
        if extra.step.id in known:
            yield Flaw("id_taken", (*place, "id"), extra.step.id)
        elif not is_step_id(extra.step.id):
            yield Flaw("step_id", (*place, "id"), extra.step.id)
        known.append(extra.step.id)
        yield from lint_step(extra.step, place, beneath.gathered)


def _lint_languages(pack: Pack, beneath: Beneath) -> Iterator[Flaw]:
    for language in pack.languages:
        if language in beneath.languages:
            yield Flaw("language_shipped", ("languages", language), language)
        elif language not in pack.texts:
            yield Flaw("language_without_texts", ("languages", language), language)
    for language in pack.texts:
        if language not in beneath.languages and language not in pack.languages:
            yield Flaw("language_not_named", ("texts", language), language)


def _lint_text(
    language: str, place: str, own: str | tuple[str, ...] | Mapping[int, str], beneath: Beneath
) -> Iterator[Flaw]:
    at: Path = ("texts", language, "texts", place)
    texts = beneath.places.get(place)
    if texts is None:
        yield Flaw("unknown_place", at, place)
    elif beneath.written_in.get(place.partition("/")[0]) == language:
        yield Flaw("own_language", at, language)
    elif isinstance(own, Mapping):
        yield from (
            Flaw("no_such_number", (*at, number), str(len(texts)))
            for number in own
            if number > len(texts)
        )
    elif (1 if isinstance(own, str) else len(own)) != len(texts):
        yield Flaw("count_of_texts", at, str(len(texts)))


def _twice(ids: tuple[str, ...], at: Path) -> Iterator[Flaw]:
    for index, each in enumerate(ids):
        if each in ids[:index]:
            yield Flaw("id_taken", (*at, index), each)
