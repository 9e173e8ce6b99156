"""One turn of the trainee as the patient hears it: what it meets, walks past and tells."""

import re
from dataclasses import dataclass, replace

from convoguide.core.labels import NONE
from convoguide.practice.case import Case
from convoguide.practice.lexicon import RUDE, Lexicon, folded
from convoguide.practice.memory import Act, Memory
from convoguide.practice.rehearsal import Cue, Wish
from convoguide.practice.room import addressed, spoken_of
from convoguide.understanding import Reading

GIVEN_BACK = 3
"""So many words of the patient's in a row, and no question, are their own words given back."""
_FEW = 6
"""In a turn of so few words one is enough, where it says nothing else."""
_OWN, _SMALL = 5, 3
"""Letters of a word that can be the patient's own, and of one that says nothing by itself."""
_ENDING = 3
"""So many letters more an inflected word may have: «hest», «hestene»."""
_ASKED = re.compile(r"[^.!?…\n]*\?")


def act_in(case: Case, reading: Reading, text: str, lexicon: Lexicon | None, last: str) -> Act:
    """What a turn does in this room, after what was said last: to whom it speaks and of whom.

    Abuse shuts every door; words given back are a reflection, however short.
    """
    act = replace(
        Act.of(reading, text), to=addressed(case, text, lexicon), about=spoken_of(case, text)
    )
    if lexicon is not None and lexicon.question(text) == RUDE:
        return replace(act, topic=NONE, skills=frozenset({"blocking"}), insults=True)
    asks = lexicon is not None and lexicon.asks(text)
    if not act.skills and not asks and gives_back(text, last):
        return replace(act, skills=frozenset({"reflection"}))
    return act


def gives_back(text: str, last: str) -> bool:
    """Whether a turn gives back the words just said: some in a row, or few and nothing else.

    «The horses.» is a reflection only beside what came before it, so no model of single turns
    can know it. What the patient asked is not given back but answered.
    """
    told = _ASKED.sub(" ", last)
    if "?" in text:
        return False
    if _runs(text) & _runs(told):
        return True
    said, theirs = folded(text), folded(told)
    weighty = [word for word in said if len(word) > _SMALL]
    return (
        len(said) <= _FEW
        and any(len(word) >= _OWN for word in weighty)
        and all(any(_same(word, other) for other in theirs) for word in weighty)
    )


def _same(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return len(short) > _SMALL and long.startswith(short) and len(long) - len(short) <= _ENDING


def _runs(text: str) -> set[tuple[str, ...]]:
    words = folded(text)
    return {words[n : n + GIVEN_BACK] for n in range(len(words) - GIVEN_BACK + 1)}


@dataclass(frozen=True, slots=True)
class Heard:
    """One turn of the trainee, with all that is needed to answer it."""

    case: Case
    memory: Memory
    act: Act
    text: str
    lexicon: Lexicon | None
    n: int

    def met(self) -> tuple[Cue, ...]:
        """The cues that this turn meets: those just given, else the latest that lies open."""
        act = self.act
        if act.harm in ("blocking", "false_reassurance"):
            return ()
        fresh = [cue for cue in self.memory.open_cues if cue in self.memory.last.cues]
        speaks = act.skills & {"wish_statement", "commitment_nonabandonment"}
        if act.empathic or (fresh and speaks):
            return tuple(fresh or self.memory.open_cues[-1:])
        if act.silent and self.memory.silences == 0:
            return tuple(fresh)
        if "reflection" in act.skills:
            return tuple(cue for cue in fresh if cue.kind == "implicit")
        return ()

    def left(self, met: tuple[Cue, ...]) -> tuple[Cue, ...]:
        """The cues just given that this turn walks past."""
        if self.act.silent:
            return ()
        return tuple(cue for cue in self.memory.last.cues if cue not in met)

    def wish(self) -> Wish | None:
        """How an outlook that this turn tells stands to what the patient wants to know."""
        if not self.act.tells_outlook:
            return None
        if self.case.wants_to_know == "no":
            return "unwanted"
        if not self.memory.outlook_asked:
            enough = self.case.wants_to_know == "partly" and self.memory.outlook_told
            return "unwanted" if enough else "unasked"
        return "wanted"

    def asks(self) -> bool:
        """Whether it asks something, by what it does or by its words."""
        return self.act.asks or bool(self.lexicon and self.lexicon.asks(self.text))
