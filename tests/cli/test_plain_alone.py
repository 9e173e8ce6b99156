"""A whole conversation and a whole rehearsal by lines, through the real program, in each language.

As somebody with a braille display or speech has them: every line makes sense alone, everything is
said in the language of the interface, and nothing but lines is needed from the first to the last.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from convoguide import i18n
from convoguide.core.conversation import Conversation
from convoguide.services import cases, content
from tests.cli.alone import ENGLISH, SCANDINAVIAN, faults, own, words
from tests.cli.holding import NB, SV
from tests.cli.running import convoguide

PASSPHRASE = {"CONVOGUIDE_PASSPHRASE": "en lång mening att minnas"}


@dataclass(frozen=True)
class Talk:
    """What is typed in a conversation: what matters, a worry, who speaks for one, a plan."""

    guide: str
    matters: str
    worry: str
    spokesperson: str
    limit: str
    action: str


TALKS = {
    "sv": Talk(
        SV,
        "Att få sitta på altanen i vår.",
        "Att inte få luft på natten.",
        "Dottern Karin.",
        "Ingen intensivvård.",
        "Ordna trygghetslarm",
    ),
    "nb": Talk(
        NB,
        "Å se hagen våkne til våren.",
        "Å ikke få puste om natten.",
        "Datteren Kari.",
        "Ingen intensivbehandling.",
        "Skaffe trygghetsalarm",
    ),
    "nn": Talk(
        NB,
        "Å sjå hagen vakne til våren.",
        "Å ikkje få puste om natta.",
        "Dottera Kari.",
        "Inga intensivbehandling.",
        "Skaffe tryggleiksalarm",
    ),
    "en": Talk(
        SV,
        "Seeing the garden come back in spring.",
        "Not getting my breath at night.",
        "Her daughter Anna.",
        "No intensive care.",
        "Arrange an alarm",
    ),
}
HEADINGS = {
    "sv": "Viktigt för personen",
    "nb": "Hva som er viktig",
    "nn": "Kva som er viktig",
    "en": "What matters to the person",
}


def typed(talk: Talk, locale: str) -> list[str]:
    """The lines: a talk from the first step to the text, with what goes wrong on the way."""
    matters = "what_matters"
    return [
        "?",
        f".f language {locale}",
        ".f present patient",
        ".c 1",
        ".n",
        ".c yes",
        f".g {matters}",
        ".v p",
        talk.matters,
        ".i",
        ".b",
        ".g worries",
        f".v p {talk.worry}",
        "19121212-1212",
        ".#",
        ".d 2",
        ".z",
        ".d 2",
        ".s",
        ".g prognosis",
        ".o l +14",
        ".g spokesperson",
        talk.spokesperson,
        ".g treatment_limits",
        talk.limit,
        f".f actions {talk.action}; responsible=NN; due=+5",
        ".f contacts NN; phone=0123 45; hours=day,evening",
        ".f",
        ".f contacts",
        ".w",
        ".h",
        "..?",
        ".d 2",
        ".nothing",
        ".j",
        ".j full",
        ".j check",
        ".j from",
        ".r plan",
        ".r contact-sheet",
        ".r sbar",
        ".r patient-letter",
        ".r apart",
        ".f documented NN",
        ".q",
    ]


@pytest.mark.parametrize("locale", i18n.LOCALES)
def test_a_whole_conversation_needs_nothing_but_lines(locale: str, home: Path) -> None:
    talk = TALKS[locale]
    lines = typed(talk, locale)
    arguments = ("--locale", locale, "start", talk.guide, "--plain")
    done = convoguide(*arguments, home=home, given="\n".join(lines).encode(), environ=PASSPHRASE)
    said = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (0, b"")
    assert not faults(said)
    i18n.use(locale)
    guide = content.guide(talk.guide)
    assert said[0] == i18n.Language(locale).content(
        f"{talk.guide}/title", guide.title, guide.language
    )
    assert_worded_in(locale, own(said, but=[*_texts(talk), ".f ", "convoguide "]))
    # Only what is no command was refused, and the journal says what was said.
    assert i18n.gettext("Lines that were not taken: {numbers}").format(numbers="34") in said
    journal = [line for line in said if line.startswith(HEADINGS[locale])]
    assert any(talk.matters in line for line in journal)
    assert any(talk.worry in line for line in said)
    kept = _kept(said[-1].split()[-2], home)
    assert [each.text for each in kept.entry("worries").notes] == [talk.worry]
    assert kept.entry("prognosis").outcome == "deferred"
    assert kept.documented is not None


def _texts(talk: Talk) -> tuple[str, ...]:
    return (talk.matters, talk.worry, talk.spokesperson, talk.limit, talk.action)


def _kept(identity: str, home: Path) -> Conversation:
    shown = convoguide("conversations", "export", identity, home=home, environ=PASSPHRASE)
    return Conversation.model_validate_json(shown.stdout)


def assert_worded_in(locale: str, said: list[str]) -> None:
    """Whether the program worded these lines in that language and no other."""
    other = SCANDINAVIAN if locale == "en" else ENGLISH
    assert [line for line in said if words([line]) & other] == []
    assert words(said) & (ENGLISH if locale == "en" else SCANDINAVIAN)


PAGE = Path(__file__).resolve().parents[2] / "docs" / "plain-mode.md"
DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2} \d{4}")


def test_the_session_that_the_docs_show_is_what_is_said(home: Path) -> None:
    shown = PAGE.read_text(encoding="utf-8").partition("## A session")[2]
    lines, answer = re.findall(r"```text\n(.*?)```", shown, re.DOTALL)[:2]
    arguments = ("--locale", "en", "start", SV, "--plain", "--no-save")
    done = convoguide(*arguments, home=home, given=lines.encode())
    assert DAY.sub("(a day)", done.stdout.decode()) == DAY.sub("(a day)", answer)


# --- rehearsals

ASKS = {
    "sv": (
        "Hej, får jag slå mig ner en stund?",
        "Vad oroar dig mest just nu?",
        "Det låter ensamt. Berätta gärna mer om det.",
        "Vill du att jag säger hur jag ser på framtiden?",
    ),
    "nb": (
        "Hei, kan jeg sette meg her litt?",
        "Hva bekymrer deg mest nå?",
        "Det høres tungt ut. Fortell gjerne mer om det.",
        "Vil du at jeg sier hvordan jeg ser på tiden framover?",
    ),
    "nn": (
        "Hei, kan eg setje meg her litt?",
        "Kva uroar deg mest no?",
        "Det høyrest tungt ut. Fortel gjerne meir om det.",
        "Vil du at eg seier korleis eg ser på tida framover?",
    ),
}
TURN = re.compile(r"\d+\. ")
REHEARSALS = {
    "sv": ("hjartsvikt-trappan", "sv"),
    "nb": ("hjertesvikt-barnehagetanta", "nb"),
    "nn": ("sjukeheim-postbodet", "nn"),
    "en": ("hjartsvikt-trappan", "sv"),  # no case speaks English: the interface does
}


@pytest.mark.parametrize("locale", i18n.LOCALES)
def test_a_whole_rehearsal_needs_nothing_but_lines(locale: str, home: Path, tmp_path: Path) -> None:
    case, spoken = REHEARSALS[locale]
    asks, written = ASKS[spoken], tmp_path / "debrief.md"
    lines = [
        *("?", ".h", asks[0], ".m", asks[1], ".i", "", asks[2], ".b", ".z", asks[2], ".y"),
        *(".c", ".c 1", ".c", asks[3], ".w", ".w 3", ".nothing", ".a", ".r", f".f {written}"),
        *(".s", ".q"),
    ]
    arguments = ("--locale", locale, "practice", case, "--plain")
    done = convoguide(*arguments, home=home, given="\n".join(lines).encode())
    said = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (0, b"")
    assert not faults(said)
    i18n.use(locale)
    answered = {line.partition(".")[0] for line in said if TURN.match(line)}
    assert {"1", "3", "5", "7", "9"} <= answered
    assert_worded_in(locale, _of_the_program(said, asks))
    # The debrief quotes what was said, under the number of the turn, and is kept in a file too.
    debrief = said[_first(said, "100") :]
    assert any(ask in line and not line[0].isdecimal() for ask in asks for line in debrief)
    assert asks[1] in written.read_text(encoding="utf-8")
    number = lines.index(".nothing") + 1
    assert i18n.gettext("Lines that were not taken: {numbers}").format(numbers=number) in said
    assert (home / "rehearsals").is_dir()


def _first(said: list[str], ending: str) -> int:
    """Where the debrief begins: its first line tells how much of how much."""
    told = i18n.gettext("{score} of 100, for comparing your own attempts; it is not a grade.")
    tail = told.partition(ending)[2]
    return next(n for n, line in enumerate(said) if line.endswith(tail))


def _of_the_program(said: list[str], asks: tuple[str, ...]) -> list[str]:
    """The lines that the interface words: no turn, and nothing that is quoted or may be said."""
    told = (i18n.gettext("One thing to try: {phrase}"), i18n.gettext("One way to say it"))
    others = (*asks, "debrief.md", "convoguide ", *(each.partition(":")[0] for each in told))
    turns = [line for line in said if TURN.match(line)]
    heard = " ".join(turns)
    return [
        line
        for line in own(said, but=(*others, "«", "”", "“"))
        if line not in turns and not line.startswith(".c ") and line.split(": ")[-1] not in heard
    ]


def test_every_case_of_these_tests_speaks_as_they_say() -> None:
    for case, spoken in REHEARSALS.values():
        assert cases.case(case).language == spoken
