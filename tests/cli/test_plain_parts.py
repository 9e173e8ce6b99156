"""The structured parts by lines: all of them, in one syntax, and nothing lost by a slip."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from convoguide import i18n
from convoguide.cli.plain import words
from convoguide.cli.plain.form import Part
from convoguide.cli.plain.parts import PARTS
from convoguide.core import parts as model
from convoguide.core.conversation import DECISION_KEYS, Conversation, Entry, to_file
from convoguide.core.text import Value
from convoguide.core.theme import THEMES
from tests.cli.holding import NB, SV, Held, held
from tests.cli.part_lines import EARLIER, LIMITS, SET, SET_AT_LIMITS

pytestmark = pytest.mark.usefixtures("untranslated")


def parts_of(talk: Held) -> dict[str, Any]:
    """What the file holds beyond what every new conversation holds."""
    fresh = to_file(held(guide=talk.talk.guide).talk)
    return {
        key: value
        for key, value in to_file(talk.talk).items()
        if key != "id" and value != fresh.get(key)
    }


@pytest.mark.parametrize(("line", "expected"), SET, ids=[line for line, _ in SET])
def test_each_part_is_set_by_a_line_and_cleared_by_a_minus(
    line: str, expected: dict[str, Any]
) -> None:
    talk = held(line)
    assert parts_of(talk) == expected
    assert talk.answer().endswith("”. In memory only.")
    assert Conversation.model_validate(to_file(talk.talk)) == talk.talk
    cleared = held(line, f".f {line.split()[1]} -")
    if "language" in expected:
        assert "must be one of: sv" in cleared.answer()
        assert cleared.talk.language == "nn"
    else:
        assert not any(getattr(cleared.talk, key) for key in expected)


@pytest.mark.parametrize(
    ("line", "expected"), SET_AT_LIMITS, ids=[line for line, _ in SET_AT_LIMITS]
)
def test_each_part_of_a_decision_is_set_under_a_step_for_it(
    line: str, expected: dict[str, Any]
) -> None:
    for guide in (SV, NB):
        talk = held(LIMITS, line, guide=guide)
        assert to_file(talk.talk)["entries"]["treatment_limits"] == expected
        assert Conversation.model_validate(to_file(talk.talk)) == talk.talk


def test_a_decision_stands_nowhere_else() -> None:
    for line, _expected in SET_AT_LIMITS:
        talk = held(".g unwanted_care", line)
        assert not talk.talk.entries
        assert ".g treatment_limits" in talk.answer()


# --- the table ----------------------------------------------------------------------------------


def keys_of(value: type[Value]) -> set[str]:
    return {field.alias or key for key, field in value.model_fields.items()}


def test_the_table_has_every_part_of_a_conversation_file() -> None:
    by_hand = {"format", "id", "guide", "entries", "packs"}
    typed = {part.path[0] for part in PARTS if part.place == "conversation"}
    assert typed == keys_of(Conversation) - by_hand
    of_step = {part.path[0] for part in PARTS if part.place == "step"}
    assert of_step == {*DECISION_KEYS, "since"}
    assert keys_of(Entry) == of_step | {"outcome", "notes", "again_on"}


def test_the_table_has_every_key_of_every_part() -> None:
    apart = {part.path for part in PARTS if len(part.path) == 2}
    for part in PARTS:
        if part.model is not None:
            nested = {path[1] for path in apart if path[0] == part.path[0]} & keys_of(part.model)
            nested = nested if len(part.path) == 1 else set()
            assert {field.key for field in part.fields} | nested == keys_of(part.model)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (words.WHO, model.WHO),
        (words.LEADERS, model.LEADERS),
        (words.GIVERS, model.GIVERS),
        (words.ABLE, model.ABLE),
        (words.PLACES, model.PLACES),
        (words.ROLE_IDS, model.ROLE_IDS),
        (words.HOURS, model.HOURS),
        (words.NEEDS, model.NEEDS),
        (words.ATTACHMENTS, model.ATTACHMENTS),
        (words.CRITERIA, model.CRITERIA),
        (words.THEMES, THEMES),
    ],
)
def test_every_fixed_value_has_its_word(ours: dict[str, str], theirs: tuple[str, ...]) -> None:
    assert sorted(ours) == sorted(theirs)


def fixed() -> Iterator[tuple[Part, str, str]]:
    for part in PARTS:
        for field in part.fields:
            for value in field.allowed:
                yield part, field.key, value


@pytest.mark.parametrize("locale", ["en", "sv", "nb", "nn"])
def test_every_fixed_value_is_taken_by_its_id_and_by_its_name(locale: str) -> None:
    i18n.use(locale)
    for part, key, value in fixed():
        field = part.field(key)
        assert words.match(value, field.allowed) == value
        name = i18n.gettext(field.allowed[value])
        assert words.match(name, field.allowed) == value


@pytest.mark.parametrize("locale", ["en", "sv", "nb", "nn"])
def test_no_name_stands_for_two_things(locale: str) -> None:
    i18n.use(locale)
    labels = [words.fold(i18n.gettext(part.label)) for part in PARTS]
    assert len(set(labels)) == len(labels)
    for part in PARTS:
        keys = {words.fold(field.key): field.key for field in part.fields}
        named = [words.fold(i18n.gettext(field.label)) for field in part.fields]
        assert len(set(named)) == len(named)
        for field, name in zip(part.fields, named, strict=True):
            assert keys.get(name, field.key) == field.key


# --- changing -----------------------------------------------------------------------------------


def test_a_list_grows_and_one_of_it_is_changed_or_taken_out_by_its_number() -> None:
    talk = held(
        ".f contacts Anna; phone=1; hours=day",
        ".f contacts Bo; phone=2",
        ".f contacts #1; phone=3; hours=-",
        ".f contacts #2 Bosse",
        ".f contacts #1 -",
    )
    assert talk.answer(1) == "Contacts #2: “Bo; phone=2”. In memory only."
    assert talk.answer(2) == "Contacts #1: “Anna; phone=3”. In memory only."
    assert talk.answer(4) == "Contacts: taken out, 1 left. In memory only."
    assert [each.model_dump(exclude_unset=True) for each in talk.talk.contacts] == [
        {"name": "Bosse", "phone": "2"}
    ]


def test_what_is_typed_of_a_part_leaves_the_rest_of_it() -> None:
    talk = held(
        ".f capacity no",
        ".f capacity assessed_by=Dr Lind",
        ".f capacity yes; assessed_by=-",
        ".f share_with hemsjukvården",
        ".f consent to_plan=yes",
        ".f not_with relative sonen",
        ".f consent -",
    )
    assert talk.answer(1) == (
        "Able to take part and decide: “no; assessed by=Dr Lind”. In memory only."
    )
    assert parts_of(talk)["capacity"] == {"able": "yes"}
    assert parts_of(talk)["consent"] == {
        "share_with": [{"who": "hemsjukvården"}],
        "not_with": [{"who": "sonen", "kind": "relative"}],
    }


def test_the_same_twice_is_no_change() -> None:
    talk = held(".f present patient", ".f present patient", ".f label x", ".f label x", ".z")
    assert talk.answer(1) == "That is there already."
    assert len(talk.talk.present) == 1
    assert talk.talk.label is None


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (".f led_by doctor", "physician"),
        (".f led_by relative", "social_worker"),
        (".f place sjukhuset", "care_home"),
        (".f place c", "clinic"),
        (".f present dottern", "relative"),
        (".f decided_by Eva Lind", ".g treatment_limits"),
        (".f capacity kanske", "partly"),
        (".f consent to_plan=kanske", "yes, no"),
        (".f consent ja", "to_plan, given_by, on"),
        (".f contacts Anna; hours=alltid", "weekend"),
        (".f contacts Anna; fone=070", "phone"),
        (".f contacts fone=070", "phone"),
        (".f contacts phone=070", "Say “name” first"),
        (".f contacts Anna; phone=", "Type - as the value"),
        (".f contacts #1 Anna", "it has 0"),
        (".f actions -1; due=till jul", "2026-12-04"),
        (".f follow_up 2026-02-30", "2026-12-04"),
        (".f follow_up fredag", "4/12"),
        (".f started nu", "13:05"),
        (".f review every=ibland", "P3M"),
        (".f previous 12", "id of a conversation"),
        (".f language da", "nn (Norwegian Nynorsk)"),
        (".f attachments esas_r, ekg", "pain_chart"),
        (".f criteria alder", "weight_loss"),
        (".f letter nowhere Text", "No step is called that"),
        (".f letter other Text", "must be a step of the guide"),
        (".f letter hopes", "Say “text” first"),
        (".f since changed", ".f previous"),
        (".f theme #1 hopes", ".g 0"),
        (".f telefon 070", "contacts"),
        (".f p Anna", "present"),
    ],
)
def test_a_wrong_value_names_what_is_allowed_and_changes_nothing(line: str, named: str) -> None:
    talk = held(line)
    assert parts_of(talk) == {}
    assert named in talk.answer()
    assert "070" not in talk.answer()
    assert talk.said.count("Lines that were not taken: 1") == 1


def test_a_slip_in_a_part_that_is_set_leaves_it_as_it_was() -> None:
    good = ".f contacts Anna; phone=070 12; hours=night"
    before = held(good).talk.contacts
    for slip in ("#1; hours=alltid", "#1; fone=1", "#2; phone=1", "#1", "#1; name=-", "#1; phone="):
        assert held(good, f".f contacts {slip}").talk.contacts == before


def test_an_earlier_conversation_is_another_one() -> None:
    talk = held()
    own = str(talk.talk.id)
    again = held(f".f previous {own}", sitting=talk.sitting)
    assert "another id" in again.answer()
    assert again.talk.previous is None


def test_what_changed_since_is_said_only_where_there_is_an_earlier_conversation() -> None:
    talk = held(f".f previous {EARLIER}", ".g hopes", ".f since changed", ".f previous -")
    assert talk.entry("hopes").since == "changed"
    assert talk.talk.previous == EARLIER
    assert "must stay" in talk.answer()


def test_a_note_of_other_gets_a_theme_by_which_documents_gather_it() -> None:
    talk = held(".g 0", "Vill vara hemma", ".f theme #1 place_of_care", ".r", ".f theme #1 -")
    assert "Theme of a note #1: “place_of_care”. In memory only." in talk.answer(2)
    assert "Övrigt" not in talk.answer(3)
    assert talk.entry("other").notes[0].theme is None
    assert "Say which note" in held(".g 0", "x", ".f theme hopes").answer()
    assert "it has 1" in held(".g 0", "x", ".f theme #2 hopes").answer()


# --- showing ------------------------------------------------------------------------------------


def test_f_alone_explains_itself_says_what_is_set_and_names_the_rest() -> None:
    told = held(".f label rum 12", ".f present relative Anna", ".f").answer()
    assert told.startswith(".f PART VALUE sets a part")
    assert "Label: “rum 12”" in told
    assert "Who took part #1: “relative Anna”" in told
    last = told.splitlines()[-1]
    assert last.startswith("Not set: ended, place, led_by")
    assert "decided_by" not in told
    assert "decided_by" in held(LIMITS, ".f").answer()
    assert "theme" in held(".g 0", ".f").answer()


@pytest.mark.parametrize("name", [part.name for part in PARTS])
def test_each_part_alone_says_what_stands_there_and_how_it_is_typed(name: str) -> None:
    told = held(f".f {name}").answer()
    assert ": nothing\n" in told or name in ("held_on", "started", "language")
    assert f"Typed as: .f {name} " in told


def test_parts_are_found_by_the_beginning_of_their_name() -> None:
    assert parts_of(held(".f lab x")) == {"label": "x"}
    assert parts_of(held(".f follow 2026-12-04")) == {"follow_up": "2026-12-04"}
    assert parts_of(held(".f Who took part patient")) == {"present": [{"who": "patient"}]}


def set_lines() -> Iterator[str]:
    for line, _expected in SET:
        if "language" not in line:
            yield line


@pytest.mark.parametrize("line", list(set_lines()))
def test_what_is_shown_can_be_typed_again(line: str) -> None:
    """Read a part, type what was read into an empty conversation: the same part."""
    first = held(line, ".f").talk
    name = next(part.name for part in PARTS if part.name.startswith(line.split()[1]))
    shown = held(line, f".f {name}").answer().splitlines()
    told = [each for each in shown if each.endswith("”") and ": “" in each]
    again = [f".f {name} " + each.split(": “", 1)[1][:-1] for each in told]
    second = held(*again).talk
    for key in set(to_file(first)) - {"id"}:
        assert getattr(second, key) == getattr(first, key)


def test_dates_can_be_given_in_days_from_today() -> None:
    assert held(".f follow_up +0").talk.follow_up == date(2026, 11, 20)
    assert held(".f follow_up +14").talk.follow_up == date(2026, 12, 4)


def test_what_is_typed_in_a_part_is_literal() -> None:
    hostile = "[bold]{0} %s مرحبا 👩🏽‍⚕️ <b> «x»"
    talk = held(f".f label {hostile}", f".f contacts {hostile}; for={hostile}", ".f")
    assert talk.talk.label == hostile
    assert talk.talk.contacts[0].name == hostile
    assert talk.talk.contacts[0].for_ == hostile
    assert f"Label: “{hostile}”" in talk.answer()
