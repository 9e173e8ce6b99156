"""Rehearsing: one person, what was said, going back, and what came of it.

Both front ends hold a `Practice` and show what it says. It does no I/O: ids come in, and every
change is told to `on_change`, which may keep it. No patient's data belong here.
"""

import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from convoguide.core.guide import Stage
from convoguide.core.text import clean
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.practice.case import Case
from convoguide.practice.coach import Hint, hint
from convoguide.practice.debrief import Debrief, debrief
from convoguide.practice.offers import Offer, offered
from convoguide.practice.patient import begin, respond
from convoguide.practice.rehearsal import PatientTurn, Rehearsal, TraineeTurn, Turn
from convoguide.practice.room import first_voice
from convoguide.practice.stages import stage_at, topics_near
from convoguide.services import cases, content
from convoguide.services.rehearsals_kept import refuse_patient_data
from convoguide.understanding import Reading, Understanding

MOST_TURNS = 300
"""Of one script, or one talk: more than anyone says, and few enough to stay quick."""
LONGEST_TURN = 4_000
"""Characters of one turn."""

Reader = Callable[[str, str, tuple[str, ...]], Reading]
"""From text, language and the topics likely now to what was read."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_SILENCE = re.compile(r"[\s.…·–—-]*")


def new_id() -> str:
    """An id for a rehearsal."""
    return str(uuid.uuid4())


@cache
def _understanding() -> Understanding:
    return Understanding.load()


def read_turn(text: str, language: str, likely: tuple[str, ...] = ()) -> Reading:
    """What a turn is about; one without a word is a silence, whatever else."""
    if _SILENCE.fullmatch(text):
        return Reading("none", ("silence",), 1.0, (("none", 1.0),))
    return _understanding().utterance(text, language, likely)


class Practice:
    """A rehearsal in hand, with every line that was left by going back.

    `rehearsal` is the line that goes on; `lines` holds all of them by id, the oldest first.
    """

    def __init__(
        self,
        case: Case,
        rehearsal: Rehearsal,
        *,
        read: Reader = read_turn,
        new_id: Callable[[], str] = new_id,
        others: Iterable[Rehearsal] = (),
    ) -> None:
        self.case = case
        self.rehearsal = rehearsal
        self.lines = {each.id: each for each in (*others, rehearsal)}
        self.hinted = False
        """Whether a hint was shown since the last turn: it is noted with the next one."""
        self.on_change: Callable[[Practice], None] = lambda _practice: None
        self._read = read
        self._new_id = new_id

    @property
    def ended(self) -> bool:
        """Whether the patient wanted to stop."""
        return self.rehearsal.ended

    def talked(self) -> list[str]:
        """The topics of the trainee's turns, in order."""
        return [turn.reading.topic for turn in self.rehearsal.trainee_turns()]

    def stage(self) -> Stage:
        """The stage of the guide where the talk is."""
        guide = content.guide(self.case.guide)
        return guide.stages[stage_at(guide, self.talked())]

    def say(self, text: str) -> PatientTurn:
        """Say something, or nothing; what the patient answers.

        `InputError` where it holds an identity number: no one real belongs in a rehearsal.
        """
        said = clean(text).strip()
        if len(said) > LONGEST_TURN:
            raise InputError(_("A turn may have at most {n} characters.").format(n=LONGEST_TURN))
        refuse_patient_data(said)
        likely = topics_near(content.guide(self.case.guide), self.talked())
        return self._answered(said, self._read(said, self.case.language, likely), chosen=False)

    def offers(self) -> tuple[Offer, ...]:
        """Three things one could say now: a good, a middling and a poor one, in any order."""
        return offered(self.case, self.rehearsal, cases.phrasings(self.case.language))

    def choose(self, offer: Offer) -> PatientTurn:
        """Say one of the offered; its labels are known."""
        return self._answered(offer.text, offer.reading, chosen=True)

    def back_to(self, n: int) -> None:
        """Go back to the patient's turn `n`, or the one before it, and go on from there.

        The line that is left stays among `lines`; one that had nothing of its own yet does not.
        """
        if not any(turn.n == n for turn in self.rehearsal.turns):
            last = self.rehearsal.turns[-1].n
            raise InputError(_("There is no such turn; turns: 1 to {n}").format(n=last))
        branch = self.rehearsal.back_to(n, self._new_id())
        if len(branch.turns) == len(self.rehearsal.turns):
            return
        left = self.rehearsal
        if left.branch_of and left.turns[-1].n <= left.branch_of[1]:
            shared = min(left.branch_of[1], branch.turns[-1].n)
            branch = replace(branch, branch_of=(left.branch_of[0], shared))
            del self.lines[left.id]
        self._take(branch)

    def switch(self, rehearsal_id: str) -> None:
        """Go on with another of the lines."""
        if rehearsal_id not in self.lines:
            raise InputError(_("There is no rehearsal of that name."))
        self.hinted = False
        self.rehearsal = self.lines[rehearsal_id]

    def hint(self) -> Hint:
        """What the patient may be feeling and one thing to try; noted with the next turn."""
        self.hinted = True
        return hint(self.case, self.rehearsal, cases.coach_words(self.case.language))

    def debrief(self) -> Debrief:
        """What is to be said of the line in hand."""
        return debrief(self.case, self.rehearsal, cases.coach_words(self.case.language))

    def _answered(self, text: str, reading: Reading, *, chosen: bool) -> PatientTurn:
        if len(self.rehearsal.turns) > 2 * MOST_TURNS:
            raise ConvoGuideError(
                _("A rehearsal has at most {n} turns; begin a new one.").format(n=MOST_TURNS)
            )
        self._take(
            respond(
                self.case,
                self.rehearsal,
                reading,
                text,
                cases.lexicon(self.case.language),
                hinted=self.hinted,
                chosen=chosen,
            )
        )
        return self.rehearsal.last

    def _take(self, rehearsal: Rehearsal) -> None:
        self.hinted = False
        self.rehearsal = rehearsal
        self.lines[rehearsal.id] = rehearsal
        self.on_change(self)


def begun(
    case_id: str, *, seed: int, started: str | None = None, new_id: Callable[[], str] = new_id
) -> Practice:
    """A new rehearsal with the person of that case; `InputError` names the cases there are."""
    case = cases.case(case_id)
    return Practice(case, begin(case, new_id(), seed, started), new_id=new_id)


# --- from a script


def script_lines(data: bytes, name: str) -> list[str]:
    """The trainee's turns in a text file, one a line; `name` stands for the file in errors."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = data[: error.start].count(b"\n") + 1
        raise InputError(
            _("{file}:{line}: this is not UTF-8").format(file=name, line=place)
        ) from None
    lines = _LINE_END.split(text)
    if not lines[-1]:
        lines.pop()
    if not lines:
        raise InputError(_("{file}: holds no turn; write one a line").format(file=name))
    if len(lines) > MOST_TURNS:
        raise InputError(
            _("{file}: may hold at most {n} turns, one a line").format(file=name, n=MOST_TURNS)
        )
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_TURN:
            raise InputError(
                _("{file}:{line}: a turn may have at most {n} characters").format(
                    file=name, line=number, n=LONGEST_TURN
                )
            )
        try:
            refuse_patient_data(line)
        except InputError as error:
            raise InputError(f"{name}:{number}: {error}") from None
    return lines


def run_script(case_id: str, lines: Iterable[str], *, seed: int) -> Practice:
    """A whole rehearsal from a script. The same script and seed give the same, ids and all."""
    practice = begun(case_id, seed=seed, new_id=lambda: "script")
    for line in lines:
        practice.say(line)
    return practice


def as_json(practice: Practice) -> dict[str, Any]:
    """A rehearsal and its debrief as `practice --script --json` gives them."""
    rehearsal = practice.rehearsal
    return {
        "case": rehearsal.case,
        "seed": rehearsal.seed,
        "turns": [_turn(turn) for turn in rehearsal.turns],
        "debrief": practice.debrief().as_json(),
    }


def transcript(practice: Practice) -> list[tuple[int, str | None, str]]:
    """Every turn by its number, who spoke (None: the trainee) and what was said.

    Where several speak it is the first of them, and the names of the others stand in the text.
    """
    return [
        (turn.n, None, turn.text)
        if isinstance(turn, TraineeTurn)
        else (turn.n, *first_voice(practice.case, turn.speaker, turn.text))
        for turn in practice.rehearsal.turns
    ]


def _turn(turn: Turn) -> dict[str, Any]:
    if isinstance(turn, TraineeTurn):
        reading = turn.reading
        return {
            "n": turn.n,
            "role": "trainee",
            "text": turn.text,
            "topic": reading.topic,
            "skills": list(reading.skills),
        }
    return {
        "n": turn.n,
        "role": "patient",
        "text": f"{turn.speaker}: {turn.text}" if turn.speaker else turn.text,
        "topic": turn.topic,
        "skills": [],
    }
