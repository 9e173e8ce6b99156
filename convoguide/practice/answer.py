"""The answer to one turn: how it is taken, then what it asks for.

Here is the order in which things are tried; what may be said is the case's.
"""

from convoguide.practice.beside import Beside
from convoguide.practice.facts import EVEN
from convoguide.practice.memory import OF_THE_TALK

SURE = 0.7
"""A turn that sums up is taken as one by its topic alone only where it was read so well."""
VERY_DOUBTFUL = 0.3
"""A topic read with less confidence than this is no topic."""
PUTS_IN = 0.4
"""How likely a relative puts something in where there is something to put in."""
PROPOSES = frozenset({"plan", "follow_up", "agenda"})
"""Topics that want an answer also where nothing is asked and a kind word goes along."""
ANSWERED = ("leading_question", "premature_advice", "jargon")
"""What is taken badly, and what it asks is answered all the same."""


class Answer(Beside):
    """The answer to one turn, piece by piece."""

    def make(self) -> None:
        """Say what there is to say; in the end always something."""
        if self.act.silent:
            self._silence()
        elif not (self._taken_badly() or self._told_outlook() or self._closing()):
            self._answer()
        if not self.saying.pieces:
            self.saying.say("reactions.listens", "reactions.evades", "reactions.again")
        self._put_in()

    def _answer(self) -> None:
        act = self.act
        leave = "permission" in act.skills
        moved = act.empathic and not self.heard.asks() and not leave
        if self.of_another():
            return
        if act.topic not in OF_THE_TALK:
            self.beside()
        elif moved and act.topic not in PROPOSES:
            self.goes_on()
        elif self.belongs_outside():
            return
        elif act.sure < VERY_DOUBTFUL and not leave:
            if not (act.asks and self.hint()):
                self.beside()
        elif act.sure < SURE and not act.skills and not self.heard.asks():
            self.not_followed()
        else:
            self.moved()
            self.content(act.topic)

    # --- how it is taken

    def _silence(self) -> None:
        """After a feeling a silence is an answer; for no reason, and again, it puzzles."""
        self.topic = self.memory.last.topic
        if self.memory.felt and self.memory.silences == 0 and not (self.tell_next() or self.hint()):
            self.saying.say("reactions.silence", unused=True)
        if not self.saying.pieces and self.memory.silences > 1:
            self.saying.say("reactions.initiative", unused=True)
        if not self.saying.pieces:
            self.saying.say("reactions.silence_empty", "reactions.silence")

    def _taken_badly(self) -> bool:
        harm = self.act.harm
        if harm is None:
            return False
        first = ("reactions.insulted",) if self.act.insults else ()
        self.saying.say(*first, f"reactions.{harm}", "reactions.evades")
        if harm in ANSWERED and self.act.asks and self.act.topic in OF_THE_TALK:
            self.saying.say(f"replies.{self.act.topic}.guarded", unused=True)
        return True

    def _told_outlook(self) -> bool:
        wish = self.heard.wish()
        if wish is None:
            return False
        taken = {
            "wanted": ("wanted", "unasked"),
            "unasked": ("unasked", "unwanted"),
            "unwanted": ("unwanted", "unasked"),
        }
        names = [f"reactions.prognosis.{each}" for each in taken[wish]]
        return self.saying.say(*names, "reactions.hope_worry_statement", "reactions.evades")

    def _closing(self) -> bool:
        """Summing up, taking along, staying, wishing: taken as such, then what is asked."""
        if self._does("teach_back", "teach_back"):
            due = "right" if self.memory.enough_to_take_along() else "wrong"
            return self.saying.say(f"reactions.teach_back.{due}", "reactions.again")
        if self._does("summary", "summary"):
            due = "right" if self.memory.enough_to_sum_up() else "wrong"
            return self.saying.say(f"reactions.summary.{due}", "reactions.again")
        for skill, name in (
            ("commitment_nonabandonment", "commitment"),
            ("wish_statement", "wish_statement"),
            ("hope_worry_statement", "hope_worry_statement"),
        ):
            if self._does(skill, name):
                self.saying.say(f"reactions.{name}", "reactions.empathy", "reactions.listens")
                if self.act.asks and self.act.topic in OF_THE_TALK:
                    self.content(self.act.topic)
                return True
        return False

    def _does(self, skill: str, topic: str) -> bool:
        needed = SURE if topic in ("teach_back", "summary") else EVEN
        by_topic = self.act.topic == topic and self.act.sure >= needed
        return skill in self.act.skills or by_topic

    def _put_in(self) -> None:
        """A relative in the room may put something in, each thing once and not turn upon turn."""
        last = self.memory.last.said
        if self.act.silent or any(key.startswith("interjections") for key in last):
            return
        for place, put_in in enumerate(self.case.interjections):
            fits = not put_in.topics or self.topic in put_in.topics
            spoke = self.saying.spoke_last() == put_in.speaker
            if fits and not spoke and self.saying.unused(f"interjections.{place}.say"):
                if self.saying.rng.random() < PUTS_IN:
                    self.saying.say(f"interjections.{place}.say", unused=True)
                return
