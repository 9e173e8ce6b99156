"""Whole conversations by lines, from the first line to the text for the journal."""

from datetime import date
from pathlib import Path

import pytest

from convoguide import i18n
from convoguide.core.conversation import Conversation, to_file
from convoguide.core.rules import refusals
from tests.cli.holding import NB, SV, held
from tests.cli.running import convoguide

SWEDISH = """\
.f label rum 12
.f place home
.f led_by physician
.f present patient, relative dottern Karin, nurse
.c 1
.n
.c yes
.g understanding
.v p Jag vet att det inte går att bota.
God insikt, undrar över tempot.
.g what_matters
.v p
Att få sitta på altanen.
Hunden ska få vara inne.
.n
Talar om åren på varvet.
.g hopes
.v p En sommar till.
.v r Att mamma slipper ha ont.
.g oro
.v p Att ligga ensam på natten.
.g prognosis
.o l 2026-12-04
.g unwanted_care
.v p Ingen mer cellgiftsbehandling.
.g critical_abilities
.v p Att känna igen mina barnbarn.
.g spokesperson
Dottern Karin, tillfrågad i dag.
.g sammanfatta
Hemma så länge det går, altanen, hunden.
.g plan
.f actions Ordna trygghetslarm; responsible=kommunsköterskan; due=2026-11-27
.f contacts Hemsjukvården; phone=0470-10 00 00; hours=day,evening; needs=relief
.f review +90
.g treatment_limits
Ingen intensivvård.
.f decided_by physician Eva Lind
.f decided_on 2026-11-20
.f patient_view Vill det själv
.g follow_up
.c 2026-12-04
.g consent_share
.f consent to_plan=yes; given_by=patient; on=2026-11-20
.f share_with hemsjukvården
.f not_with relative sonen
.g teach_back
.v p Jag ringer er först.
.g team
.c 2,5,10
.g 0
Orolig granne ringde.
.a 1
.w
.r
"""

NORWEGIAN = """\
.f place care_home
.f led_by nurse
.c 1
.n
.c partly
.f capacity assessed_by=Lege Moe; on=2026-11-19
.n
.c relative sønnen
.f present patient
.g right_time
Tre innleggelser siden sommeren.
.g hva er viktig
.v p Å få høre på radioen om morgenen.
.g håp
.v p Å slippe sykehuset.
.n
.v m Sønnen sier han ville vært redd for å bli kvalt.
.g prognosis
.o d
Kort tid igjen, uker.
.g hospital_admission
.v p Helst ikke flere innleggelser.
.g spokesperson
.c x
Sønnen Per.
.g plan_b
Sykehjemmet har plass ved behov.
.g symptom_strategy
.f acute Tung pust; do=sett opp vifta; call=legevakten 116 117; medication=morfin etter skjema
.g plan
.f attachments esas_r, as_needed_medication
.f review on=2027-02-20; every=P3M
.g contacts
.c Hjemmesykepleien; phone=71 00 00 00; hours=day; coordinates=yes; role_id=coordinator
.g neste
.c +14
.g consent_share
.f consent to_plan yes
.r
.r plan
"""


def refused_words() -> str:
    """How the line that names refused lines begins, in the interface's language."""
    return i18n.gettext("Lines that were not taken: {numbers}").removesuffix("{numbers}")


def sound(talk: Conversation, guide: object) -> bool:
    """Whether a file of it would be taken: read back the same, with nothing to refuse."""
    again = Conversation.model_validate(to_file(talk))
    return again == talk and not list(refusals(again, guide))  # type: ignore[arg-type]


@pytest.mark.parametrize("locale", ["sv", "nn", "en"])
def test_a_whole_conversation_in_swedish(locale: str) -> None:
    i18n.use(locale)
    talk = held(*SWEDISH.splitlines(), guide=SV)
    assert talk.status == 0
    assert not any(line.startswith(refused_words()) for line in talk.said)
    assert sound(talk.talk, talk.sitting.guide)
    voices = [note.voice for note in talk.entry("understanding").notes]
    assert voices == ["patient", "clinician"]
    assert talk.entry("prognosis").again_on == date(2026, 12, 4)
    assert talk.entry("treatment_limits").decided
    assert talk.talk.follow_up == date(2026, 12, 4)
    journal = talk.answer()
    for told in (
        "”Att få sitta på altanen.”",
        "”Ingen mer cellgiftsbehandling.”",
        "Ingen intensivvård.",
        "Eva Lind",
        "dottern Karin",
        "0470-10 00 00",
        "Mottagaren har bekräftat",
    ):
        assert told in journal
    assert "Orolig granne" not in journal
    held_apart = (
        "{n} note is held apart from this text.",
        "{n} notes are held apart from this text.",
    )
    assert i18n.ngettext(*held_apart, 1).format(n=1) in journal
    assert talk.text.count("Orolig granne ringde.") == 1  # apart, at the very end
    notes = i18n.ngettext("{n} note", "{n} notes", 2).format(n=2)
    assert any(line.startswith(f"16, {notes}: ") for line in talk.answer(-2).splitlines())


@pytest.mark.parametrize("locale", ["nb", "sv", "en"])
def test_a_whole_conversation_in_norwegian(locale: str) -> None:
    i18n.use(locale)
    talk = held(*NORWEGIAN.splitlines(), guide=NB)
    assert talk.status == 0
    refused = NORWEGIAN.splitlines().index(".c x") + 1
    assert f"{refused_words()}{refused}" in talk.said
    assert sound(talk.talk, talk.sitting.guide)
    assert talk.entry("worries").notes[0].voice == "presumed"
    assert talk.entry("prognosis").state == "declined"
    assert talk.talk.follow_up == date(2026, 12, 4)
    journal, plan = talk.answer(-2), talk.answer(-1)
    assert "«Å få høre på radioen om morgenen.»" in journal
    assert "Kort tid igjen" not in journal
    assert "ville vært redd" in journal
    assert "sett opp vifta" in journal
    assert plan.splitlines()[0] == "Plan for lindring og best mulig livskvalitet"
    assert "Hjemmesykepleien" in plan
    assert "Kort tid igjen" not in plan
    assert "Kort tid igjen, uker." in talk.said[-2]


def test_through_a_real_pipe_the_same_is_said_and_kept(home: Path) -> None:
    given = SWEDISH.encode()
    passphrase = {"CONVOGUIDE_PASSPHRASE": "en lång fras att minnas"}
    made = convoguide("start", SV, "--plain", home=home, given=given, environ=passphrase)
    assert (made.returncode, made.stderr) == (0, b"")
    said = made.stdout.decode().splitlines()
    assert said[-2].startswith(f"Saved in {home}")
    identity = said[-1].split()[-2]
    shown = convoguide("conversations", "export", identity, home=home, environ=passphrase)
    kept = Conversation.model_validate_json(shown.stdout)
    held_here = held(*SWEDISH.splitlines()).talk
    without = {"id", "started", "held_on", "entries", "review"}
    assert kept.model_dump(exclude=without) == held_here.model_dump(exclude=without)
    for step, entry in held_here.entries.items():
        assert [(note.voice, note.text) for note in kept.entry(step).notes] == [
            (note.voice, note.text) for note in entry.notes
        ]


def test_through_a_pipe_without_saving_the_journal_ends_the_output(home: Path) -> None:
    made = convoguide("start", NB, "--plain", "--no-save", home=home, given="Håper på vår".encode())
    assert made.returncode == 0
    said = made.stdout.decode().splitlines()
    assert "Håper på vår" in said[-2]
    assert said[-1].startswith("Nothing was kept")
    assert not home.exists()
