"""What there is to say on a topic: a fact, a hint at one that is closed, or a reply."""

from dataclasses import replace

from convoguide.core.labels import NONE
from convoguide.practice.facts import candidates, in_the_air, openable
from convoguide.practice.heard import Heard
from convoguide.practice.lexicon import PERSONAL, says_one_of
from convoguide.practice.memory import OF_THE_TALK
from convoguide.practice.rehearsal import Cue, Mood
from convoguide.practice.saying import Saying

SHORT = 6
"""A question of so few words is about the thing that it names."""
GUARDED_BELOW = 0.32
"""With less trust than this the patient does not say much."""


class Telling:
    """An answer in the making, and what can be told in it."""

    def __init__(self, heard: Heard, saying: Saying, mood: Mood, left: tuple[Cue, ...]) -> None:
        self.heard, self.saying, self.mood, self.left = heard, saying, mood, left
        self.case, self.memory, self.act = heard.case, heard.memory, heard.act
        self.topic = self.act.topic
        self.understood = True

    def turn_to(self, topic: str) -> None:
        """Take the turn as one on this topic, and answer that."""
        self.act = replace(self.act, topic=topic)
        self.content(topic)

    def content(self, topic: str) -> None:
        """What there is to say on a topic."""
        if "permission" in self.act.skills and topic == "prognosis":
            topic = "information_needs"
        self.topic = topic
        moved = bool(self.saying.pieces)
        if self._tell():
            return
        if "reflection" in self.act.skills and moved and not self.act.asks:
            return
        if not self._particular() and not self.hint():
            self._reply(topic)

    def tell_next(self) -> bool:
        """Tell the first fact that this turn opens; whether there is one."""
        found = openable(self.case, self.memory, self.act, self.mood, self.left)
        fact = next(iter(found), None)
        if fact is not None:
            self.saying.tell(fact.id)
        return fact is not None

    def hint(self) -> bool:
        """Hint at a fact that is still closed; each hint once."""
        return any(
            self.saying.say(f"facts.{fact.id}.closed", unused=True)
            for fact in candidates(self.case, self.memory, self.act)
        )

    def moved(self) -> None:
        """A short word on empathy, on leave that was asked, or on words given back."""
        act = self.act
        if act.warm:
            self.saying.say(self.touched())
        elif "permission" in act.skills and act.topic not in ("permission", "information_needs"):
            self.saying.say("reactions.permission")
        elif "reflection" in act.skills:
            self.saying.say("reactions.reflection")

    def touched(self) -> str:
        """The pool of what is said to empathy."""
        return "reactions.empathy_guarded" if self.guarded() else "reactions.empathy"

    def guarded(self) -> bool:
        """Whether little is said: to one who is not trusted, or has just walked past a feeling."""
        walked_past = any(cue.kind == "explicit" for cue in self.left)
        return self.mood.trust < GUARDED_BELOW or walked_past

    def goes_on(self) -> None:
        """Empathy or words given back, without a question: the next thing may come of itself.

        It belongs to what was said before, whatever topic its own words may name.
        """
        self.topic = self.memory.topic
        self.act = replace(self.act, topic=NONE)
        if self.tell_next():
            return
        self.moved()
        explores = "empathy_explore" in self.act.skills and self.topic in OF_THE_TALK
        if not self.hint() and explores:
            self._reply(self.topic)
        if not self.saying.pieces:
            self.saying.say(self.touched())

    def _tell(self) -> bool:
        """Tell what opens, unless a secret belongs here first: it is hinted at before others."""
        opened = {
            fact.id for fact in openable(self.case, self.memory, self.act, self.mood, self.left)
        }
        for fact in candidates(self.case, self.memory, self.act):
            if fact.id in opened:
                self.saying.tell(fact.id)
                return True
            first = fact.secret and fact.topics[0] == self.act.topic
            if first and not in_the_air(fact, self.memory):
                name = f"facts.{fact.id}.closed"
                return self._particular() or self.saying.say(name, unused=True)
        return False

    def own(self, by: str | None = None, *, clear: bool = False) -> bool:
        """Answer a question that only this person is asked; `clear`: only where it is no other."""
        short = len(self.heard.text.split()) <= SHORT
        for place, own in enumerate(self.case.own_questions):
            words = tuple(each for each in own.words if not clear or short or " " in each)
            name = f"own_questions.{place}.say"
            if says_one_of(self.heard.text, words) and self.saying.say(
                name, unused=by is not None, by=by
            ):
                self.topic = "smalltalk"
                return True
        return False

    def _particular(self) -> bool:
        """Answer «are you married», which is neither a way in nor a topic."""
        if self.heard.asks() and self.own(clear=True):
            return True
        lexicon = self.heard.lexicon
        asked = lexicon.plain(self.heard.text, PERSONAL) if lexicon else None
        return asked is not None and self.saying.say(f"off_script.{asked}")

    def _reply(self, topic: str) -> None:
        name = f"replies.{topic}"
        again = [
            f"facts.{fact.id}.again"
            for fact in self.case.facts
            if fact.id in self.memory.told and topic in fact.topics
        ]
        if topic == "prognosis" and self.memory.outlook_told:
            # What was said of what nobody had told them is no longer so.
            just = self.memory.last.told
            taken = [f"reactions.prognosis.{just}", "reactions.silence"] if just else []
            first = rest = [*taken, *again, "reactions.again", "reactions.evades"]
        elif self.guarded():
            first = [f"{name}.guarded", "reactions.evades", *again]
            rest = ["reactions.evades", f"{name}.guarded", "reactions.again"]
        else:
            first = [f"{name}.open", *again, "reactions.again"]
            rest = [f"{name}.open", *again, "reactions.again", f"{name}.guarded"]
        if not self.saying.say(*first, unused=True):
            self.saying.say(*rest)
