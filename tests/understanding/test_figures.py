"""The labelled lines are sound, the unseen part is unseen, and the aims are met on it."""

from convoguide.core.labels import NONE, NOTE_THEMES, SKILLS, TOPICS
from convoguide.understanding import Understanding
from convoguide.understanding.text import fold
from understanding import corpus
from understanding.measures import count, macro_f1, matrix_lines, micro_f1


def test_every_label_was_learned_in_every_language() -> None:
    for language in ("sv", "nb", "nn"):
        turns = [line for line in corpus.read("utterances") if line.language == language]
        assert {line.label for line in turns} == set(TOPICS)
        assert {skill for line in turns for skill in line.skills} == set(SKILLS)
        notes = [line for line in corpus.read("notes") if line.language == language]
        assert {line.label for line in notes} == set(NOTE_THEMES)


def test_no_unseen_author_and_no_unseen_line_was_learned_from() -> None:
    for kind in ("utterances", "notes"):
        learned, unseen = corpus.read(kind), corpus.read(kind, unseen=True)
        assert unseen
        assert not {line.author for line in learned} & {line.author for line in unseen}
        # A bare «Hej!» or «...» is anybody's; from five words on a line is its author's own.
        known = {fold(line.text) for line in learned if len(line.text.split()) > 4}
        assert not [line.text for line in unseen if fold(line.text) in known]


def test_the_aims_are_met_on_authors_that_were_not_learned_from() -> None:
    reader = Understanding.load()
    turns = corpus.read("utterances", unseen=True)
    read = [reader.utterance(line.text, line.language) for line in turns]
    assert macro_f1([line.label for line in turns], [each.topic for each in read]) >= 0.8
    assert micro_f1([line.skills for line in turns], [each.skills for each in read]) >= 0.8
    notes = corpus.read("notes", unseen=True)
    jots = [reader.note(line.text, line.language) for line in notes]
    assert macro_f1([line.label for line in notes], [each.theme or NONE for each in jots]) >= 0.8


def test_the_figures_are_those_of_the_books() -> None:
    right = ["a", "a", "b", "c"]
    named = ["a", "b", "b", "b"]
    # a: 1 of 2 found, none in vain: 2/3 · b: 1 found, 2 in vain: 1/2 · c: none: 0
    assert macro_f1(right, named) == (2 / 3 + 1 / 2 + 0) / 3
    found = count("b", [{r} for r in right], [{n} for n in named])
    assert (found.hits, found.wrong, found.missed) == (1, 2, 0)
    # 2 hits, 1 in vain, 2 missed
    assert micro_f1([{"a", "b"}, {"c"}, {"a"}], [{"a"}, {"c"}, {"b"}]) == 4 / 7
    assert matrix_lines(right, named, ["a", "b", "c"])[1].split() == ["1", "a", "1", "1", "."]
