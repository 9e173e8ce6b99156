"""Content lint of a case: what its model cannot see because several places are concerned."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import get_args

from convoguide.core.labels import TOPICS
from convoguide.core.lint import Flaw
from convoguide.core.text import collapse
from convoguide.practice.case import Case, Fact, ReplyTopic
from convoguide.practice.lexicon import OPTIONAL, REQUIRED, folded
from convoguide.practice.wording import OUTLOOK, Wording

Path = tuple[str | int, ...]

EARNED = 0.4
"""The least trust that a secret waits for."""
ALWAYS = ("what_matters", "hopes", "worries", "family")
"""Topics on which everyone has something of their own to tell."""


def lint_case(case: Case, guides: tuple[str, ...]) -> Iterator[Flaw]:
    """Every flaw of a case, with the key path where it stands; `guides` are all guides' ids."""
    if case.guide not in guides:
        yield Flaw("unknown_guide", ("guide",), ", ".join(guides))
    yield from _people(case)
    yield from _facts(case)
    yield from _topics(case)
    yield from _outlook(case)
    yield from _questions(case)
    yield from _wordings(case)
    yield from _pools(case)


def _people(case: Case) -> Iterator[Flaw]:
    if not set(folded(case.person.called)) <= set(folded(case.person.name)):
        yield Flaw("called_otherwise", ("person", "called"), case.person.name)
    here = {each.name for each in (*case.relatives, *case.others) if each.present}
    if any(each.present for each in case.relatives) != ("relative" in case.present):
        yield Flaw("present_differs", ("present",))
    if case.speaks is not None and case.speaks not in here:
        yield Flaw("unknown_speaker", ("speaks",), _listed(here))
    for at, wording in case.wordings():
        if wording.speaker is not None and wording.speaker not in {*here, case.person.called}:
            yield Flaw("unknown_speaker", (*at, "speaker"), _listed({*here, case.person.called}))
    for n, put_in in enumerate(case.interjections):
        if put_in.speaker not in here:
            yield Flaw("unknown_speaker", ("interjections", n, "speaker"), _listed(here))
        if not set(put_in.topics) <= set(TOPICS):
            yield Flaw("unknown_topic", ("interjections", n, "topics"), ", ".join(TOPICS))


def _facts(case: Case) -> Iterator[Flaw]:
    ids = [fact.id for fact in case.facts]
    for n, fact in enumerate(case.facts):
        at: Path = ("facts", n)
        if fact.id in ids[:n]:
            yield Flaw("id_taken", (*at, "id"), fact.id)
        for m, needed in enumerate(fact.opens.after):
            if needed not in ids or needed == fact.id:
                yield Flaw("unknown_fact", (*at, "opens", "after", m), ", ".join(ids))
        if not _reachable(case, fact, ()):
            yield Flaw("fact_never_opens", (*at, "opens", "after"))
        if fact.secret and (fact.opens.trust < EARNED or not fact.opens.by):
            yield Flaw("secret_unearned", (*at, "opens"), str(EARNED))
        held = bool(fact.opens.by) or fact.opens.trust > case.start.trust
        if held and not fact.closed:
            yield Flaw("nothing_while_closed", (*at, "closed"))
    if not case.secrets():
        yield Flaw("no_secret", ("facts",))


def _reachable(case: Case, fact: Fact, on_the_way: tuple[str, ...]) -> bool:
    """Whether all that must be told before can be told: no circle."""
    if fact.id in on_the_way:
        return False
    needed = (case.fact(each) for each in fact.opens.after)
    return all(each is None or _reachable(case, each, (*on_the_way, fact.id)) for each in needed)


def _topics(case: Case) -> Iterator[Flaw]:
    for topic in get_args(ReplyTopic):
        if topic not in case.replies:
            yield Flaw("topic_without_reply", ("replies",), topic)
    for topic in ALWAYS:
        if topic not in case.topics():
            yield Flaw("topic_without_fact", ("facts",), topic)


def _outlook(case: Case) -> Iterator[Flaw]:
    needed = {
        "yes": ("wanted", "unasked"),
        "no": ("unwanted",),
        "partly": ("wanted", "unasked", "unwanted"),
        "unsure": ("wanted", "unasked", "unwanted"),
    }
    for key in needed[case.wants_to_know]:
        if len(getattr(case.reactions.prognosis, key)) < 2:
            yield Flaw("too_few_wordings", ("reactions", "prognosis", key), "2")


def _questions(case: Case) -> Iterator[Flaw]:
    for question in REQUIRED:
        if question not in case.off_script:
            yield Flaw("question_without_answer", ("off_script",), question)
    known = (*REQUIRED, *OPTIONAL)
    for question in case.off_script:
        if question not in known:
            yield Flaw("unknown_question", ("off_script", question), ", ".join(known))


def _wordings(case: Case) -> Iterator[Flaw]:
    ids = {OUTLOOK, *(fact.id for fact in case.facts)}
    seen: set[str] = set()
    names = {name for each in case.names() for name in each.split() if name[:1].isupper()}
    for at, wording in case.wordings():
        text = collapse(wording.text)
        if text in seen:
            yield Flaw("said_twice", at)
        seen.add(text)
        for n, cue in enumerate(wording.cues):
            if collapse(cue.words) not in text:
                yield Flaw("cue_not_verbatim", (*at, "cues", n, "words"))
        for key in ("before", "after"):
            fact = getattr(wording, key)
            if fact is not None and fact not in ids:
                yield Flaw("unknown_fact", (*at, key), ", ".join(sorted(ids)))
        if wording.text[:1].islower():
            yield Flaw("begins_small", at)
        for word in _near_misses(wording, names):
            yield Flaw("name_spelt_otherwise", at, word)


def _near_misses(wording: Wording, names: set[str]) -> Iterator[str]:
    """Words with a capital that are almost one of the names, and none of them."""
    for raw in wording.text.split():
        word = raw.strip(".,;:!?…«»”\"'()–-")
        if len(word) < 4 or not word[:1].isupper():
            continue
        stems = {word, word.removesuffix("s"), *word.split("-")}
        if stems & names or any(name in word for name in names):
            continue
        for name in names:
            alike = SequenceMatcher(None, word.removesuffix("s"), name).ratio()
            if len(name) > 3 and word[:2] == name[:2] and alike > 0.82:
                yield name
                break


def _pools(case: Case) -> Iterator[Flaw]:
    """Lists in which, at some time of the talk, no wording can be said."""
    lists: dict[Path, list[Wording]] = {}
    for at, wording in case.wordings():
        if at[0] != "interjections":  # nobody waits for these
            lists.setdefault(at[:-1], []).append(wording)
    for at, words in lists.items():
        limits = [(each.before, each.after) for each in words]
        if (None, None) in limits:
            continue
        befores = {before for before, after in limits if after is None}
        afters = {after for before, after in limits if before is None}
        if not befores & afters:
            yield Flaw("nothing_to_say", at)


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "–"
