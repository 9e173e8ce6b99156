"""Journal texts read back: no word lost, nobody's words another's, no limit decided."""

from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convoguide.core.conversation import Conversation, to_file
from convoguide.core.text import collapse
from convoguide.errors import InputError
from convoguide.i18n import LOCALES
from convoguide.services import content, document, packs
from convoguide.services.journal_text import conversation_from_text, journals
from convoguide.services.local import forget
from tests.documents.whole import whole
from tests.making import talk
from tests.packing import pack_data, written

JOURNALS = [each.id for each in journals()]
GUIDES = content.conversation_guide_ids()

# What people write, without the very marks by which the text tells entries apart.
WORDS = st.lists(
    st.text(alphabet="abcåäöæøéABÅ019.,!?()/-–…[]{}<>*#&%$", min_size=1, max_size=9), min_size=1
).map(" ".join)
VOICES = st.sampled_from(["patient", "relative", "presumed", "clinician", "recommendation"])
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1)).map(date.isoformat)
NOTES = st.builds(lambda text, voice: {"text": text, "voice": voice}, WORDS, VOICES)
OUTCOMES = st.sampled_from([None, "declined", "deferred", "unsure", "nothing_to_add"])


@st.composite
def talks(draw: st.DrawFn) -> Conversation:
    """A conversation with notes of every voice, outcomes, limits and structured parts."""
    guide = content.guide(draw(st.sampled_from(GUIDES)))
    steps = [step.id for step in guide.steps() if step.theme]
    entries: dict[str, Any] = {}
    for step in draw(st.lists(st.sampled_from(steps), unique=True, max_size=7)):
        outcome = draw(OUTCOMES)
        entries[step] = {"outcome": outcome, "notes": draw(st.lists(NOTES, max_size=3))}
        if outcome == "deferred":
            entries[step]["again_on"] = draw(st.one_of(st.none(), DAYS))
    if draw(st.booleans()):
        limit: dict[str, Any] = {"notes": draw(st.lists(NOTES, min_size=1, max_size=2))}
        decider: dict[str, Any] = {"role": draw(st.sampled_from(["physician", "nurse"]))}
        if draw(st.booleans()):
            decider["name"] = "Siv Alm"
        limit |= {"decided_by": decider, "decided_on": draw(DAYS), "grounds": draw(WORDS)}
        entries["treatment_limits"] = limit
    entries["other"] = {"notes": draw(st.lists(NOTES, max_size=2))}
    parts: dict[str, Any] = {}
    if draw(st.booleans()):
        parts = {
            "held_on": draw(DAYS),
            "place": draw(st.sampled_from(["home", "video", None])),
            "led_by": draw(st.sampled_from(["nurse", "physician", None])),
            "present": [{"who": "patient"}, {"who": "relative", "name": "systern"}],
            "actions": [{"what": draw(WORDS), "why": draw(WORDS)}],
            "contacts": [{"name": draw(WORDS), "phone": "0470-00 00 01", "hours": ["night"]}],
            "follow_up": draw(DAYS),
            "capacity": {"able": "partly", "assessed_by": "Siv Alm"},
        }
    return talk(guide.id, guide.language, entries=entries, **parts)


def strings(value: Any) -> "chain[str] | list[str]":
    if isinstance(value, dict):
        return chain.from_iterable(map(strings, value.values()))
    if isinstance(value, list):
        return chain.from_iterable(map(strings, value))
    return [value] if isinstance(value, str) else []


def words_in(texts: Any) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


def shown_notes(talked: Conversation, made: document.Document) -> list[Any]:
    """The notes that stand in the text: none held apart, none of white space alone."""
    apart = {(line.step, line.note) for section in made.apart for line in section.lines}
    return [
        note
        for step, index, note in talked.notes()
        if (step, index) not in apart and collapse(note.text)
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(talks(), st.sampled_from(JOURNALS), st.sampled_from(LOCALES), st.booleans(), st.booleans())
def test_no_word_is_lost_and_none_changes_its_speaker(
    talked: Conversation, document_id: str, locale: str, full: bool, crlf: bool
) -> None:
    made = document.make(talked, document_id, locale)
    notes = shown_notes(talked, made)
    text = document.written(made, full=full, crlf=crlf)
    if not any(not section.empty for section in made.sections):
        return
    found = conversation_from_text(text, guide_id=talked.guide).conversation
    everything = words_in(strings(to_file(found)))
    assert words_in(note.text for note in notes) <= everything
    patients = Counter(collapse(note.text) for note in notes if note.voice == "patient")
    read = Counter(note.text for _step, _index, note in found.notes() if note.voice == "patient")
    assert read == patients
    for entry in found.entries.values():
        assert not entry.decided
        assert (entry.decided_by, entry.decided_on) == (None, None)


@settings(max_examples=40)
@given(st.text(max_size=60), st.sampled_from(JOURNALS), st.sampled_from(LOCALES), st.booleans())
def test_any_text_under_a_heading_is_read_without_a_word_lost(
    body: str, document_id: str, locale: str, full: bool
) -> None:
    talked = talk(entries={"hopes": {"notes": ["xyzzy"]}, "other": {"notes": ["plugh"]}})
    made = document.make(talked, document_id, locale)
    text = document.written(made, full=full).replace("xyzzy", body)
    found = conversation_from_text(text, guide_id="svas-kronoberg").conversation
    letters = "".join(each for each in "".join(strings(to_file(found))))
    assert Counter(filter(str.isalnum, body)) <= Counter(filter(str.isalnum, letters))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("full", [False, True])
def test_structured_parts_come_back_as_they_were(locale: str, full: bool) -> None:
    talked = whole().having(entries={})
    text = document.written(document.make(talked, "journal-svas", locale), full=full)
    read = conversation_from_text(text)
    found = to_file(read.conversation)
    given_in = to_file(talked)
    for key in ("held_on", "place", "led_by", "present", "capacity", "background", "actions"):
        assert found[key] == given_in[key]
    for key in ("acute", "admission", "attachments", "review", "follow_up", "identified"):
        assert found[key] == given_in[key]
    assert found["consent"]["not_with"] == given_in["consent"]["not_with"]
    assert found["contacts"][0]["phone"] == "0470-00 00 01"
    assert found["contacts"][0]["role_id"] == "responsible_physician"
    assert found["language"] == locale
    assert read.unplaced == ()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("guide_id", GUIDES)
def test_how_each_step_was_left_comes_back_to_its_step(guide_id: str, locale: str) -> None:
    guide = content.guide(guide_id)
    ways = [
        {"outcome": "declined"},
        {"outcome": "deferred", "again_on": "2026-12-04"},
        {"outcome": "deferred"},
        {"outcome": "unsure"},
        {"outcome": "nothing_to_add"},
    ]
    steps = [step.id for step in guide.steps() if step.theme]
    entries = {step: ways[place % len(ways)] for place, step in enumerate(steps)}
    talked = talk(guide_id, guide.language, entries=entries)
    text = document.written(document.make(talked, guide.journal, locale))
    found = conversation_from_text(text, guide_id=guide_id).conversation
    assert {step: found.entry(step).state for step in steps} == {
        step: talked.entry(step).state for step in steps
    }
    assert [found.entry(s).again_on for s in steps] == [talked.entry(s).again_on for s in steps]


@pytest.mark.parametrize("full", [False, True])
def test_a_decided_limit_comes_back_as_a_note_with_the_words_of_its_decision(full: bool) -> None:
    limit = {
        "notes": ["Ej intensivvård", {"text": "Jag vill slippa", "voice": "patient"}],
        "decided_by": {"role": "physician", "name": "Siv Alm"},
        "decided_on": "2026-11-20",
        "grounds": "Långt gången sjukdom",
    }
    talked = talk(entries={"treatment_limits": limit})
    for document_id in JOURNALS:
        text = document.written(document.make(talked, document_id), full=full)
        found = conversation_from_text(text, guide_id="svas-kronoberg").conversation
        entry = found.entry("treatment_limits")
        assert (entry.decided_by, entry.decided_on) == (None, None)
        told = "Beslutat av läkare Siv Alm 2026-11-20"
        assert f"{told}: Ej intensivvård" in [note.text for note in entry.notes]
        assert [n.text for n in entry.notes if n.voice == "patient"] == ["Jag vill slippa"]
        assert entry.grounds == "Långt gången sjukdom"


def test_a_wish_about_limits_comes_back_without_its_label() -> None:
    talked = talk(entries={"treatment_limits": {"notes": ["Ej HLR"]}})
    text = document.written(document.make(talked, "journal-svas"))
    found = conversation_from_text(text).conversation
    assert found.entry("treatment_limits") == talked.entry("treatment_limits")
    assert document.written(document.make(found, "journal-svas")) == text


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_text_that_a_system_wrapped_keeps_notes_whole(full: bool, width: int) -> None:
    words = "hon berättar att dagarna går i ett jämnt lugn och att trädgården är det som bär henne "
    long = (words * 3).strip()
    entries = {
        "hopes": {"notes": [long, {"text": long, "voice": "patient"}]},
        "worries": {"notes": [{"text": long, "voice": "relative"}]},
    }
    text = document.written(document.make(talk(entries=entries), "journal-svas"), full=full)
    found = conversation_from_text(wrapped(text, width)).conversation
    assert [n.text for n in found.entry("hopes").notes] == [long, long]
    assert [n.voice for n in found.entry("hopes").notes] == ["clinician", "patient"]
    assert [(n.text, n.voice) for n in found.entry("worries").notes] == [(long, "relative")]


def wrapped(text: str, width: int) -> str:
    """The text as a system wraps it, with its line ends, and blank at the ends of lines."""
    lines: list[str] = []
    for line in text.split("\n"):
        words, current = line.split(" "), ""
        for word in words:
            if current and len(current) + 1 + len(word) > width:
                lines.append(current)
                current = word
            else:
                current = f"{current} {word}" if current else word
        lines.append(current)
    return "\r\n".join(lines)


def test_what_is_trimmed_above_the_first_heading_is_not_missed() -> None:
    text = "\n   OrO :  Att bli liggande;  ”Jag är rädd för natten”  \n\n"
    found = conversation_from_text(text.replace(" :", ":")).conversation
    assert [(n.text, n.voice) for n in found.entry("worries").notes] == [
        ("Att bli liggande", "clinician"),
        ("Jag är rädd för natten", "patient"),
    ]
    assert found.held_on is None


def test_what_has_no_place_is_told_and_kept_as_it_stands() -> None:
    text = "Skrivet i korridoren\nOro: natten\nSammanfattning och planering: vi hörs\n"
    read = conversation_from_text(text)
    kept = [note.text for note in read.conversation.entry("other").notes]
    assert kept == ["Skrivet i korridoren", "vi hörs"]
    assert read.unplaced == ("Skrivet i korridoren", "Sammanfattning och planering: vi hörs")


def test_a_note_that_is_a_heading_word_stays_a_note() -> None:
    entries = {"understanding": {"notes": ["Oro"]}, "worries": {"notes": ["natten"]}}
    text = document.written(document.make(talk(entries=entries), "journal-svas"), full=True)
    found = conversation_from_text(text).conversation
    assert [n.text for n in found.entry("worries").notes] == ["natten"]
    assert "Oro" in [n.text for n in found.entry("other").notes]


def test_a_semicolon_inside_a_quotation_does_not_part_it() -> None:
    words = "se våren; och ”bara” vara; hemma"
    entries = {"hopes": {"notes": [{"text": words, "voice": "patient"}]}}
    text = document.written(document.make(talk(entries=entries), "journal-svas"))
    found = conversation_from_text(text).conversation
    assert [(n.text, n.voice) for n in found.entry("hopes").notes] == [(words, "patient")]


def test_a_bracket_left_open_takes_in_nobody_elses_words() -> None:
    talked = talk(
        actions=[{"what": "ringa (vem?", "responsible": "Siv"}],
        entries={"summary": {"notes": [{"text": "ja :)", "voice": "patient"}]}},
    )
    text = document.written(document.make(talked, "journal-svas"))
    found = conversation_from_text(text).conversation
    assert [(n.text, n.voice) for n in found.entry("other").notes][-1] == ("ja :)", "patient")


def test_a_text_without_our_headings_is_refused_by_naming_where_it_was_looked() -> None:
    with pytest.raises(InputError, match="journal-svas"):
        conversation_from_text("Patienten mår bra.\nStatus: gott\n")


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize(
    "sentence",
    ["Begränsningar står under Varningar.", "Se Varningar; se rutin 4; ring\nvid tvekan."],
)
def test_where_a_pack_registers_limits_is_no_note_when_it_is_read_back(
    sentence: str, *, full: bool, tmp_path: Path
) -> None:
    limits = {"registered": sentence, "in_journal": True}
    packs.add(written(tmp_path / "pack", pack_data(limits=limits)))
    try:
        given = talk(entries={"treatment_limits": {"notes": ["Ingen HLR", "Inte till sjukhus"]}})
        text = document.written(document.make(given, "journal-svas"), full=full)
        assert collapse(sentence) in text
        found = conversation_from_text(text)
        notes = [note.text for note in found.conversation.entry("treatment_limits").notes]
        assert notes == ["Ingen HLR", "Inte till sjukhus"]
        assert not found.conversation.entry("other").notes
        assert not found.unplaced
    finally:
        forget()
