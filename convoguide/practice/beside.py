"""What stands beside the talk: everyday questions, small things, and what is not followed."""

from convoguide.practice.lexicon import FAMILY, GOODBYE, LOST, MORE, NOD, OPTIONAL
from convoguide.practice.memory import DOUBTFUL, OF_THE_TALK
from convoguide.practice.room import lead
from convoguide.practice.telling import Telling

OWN_BELOW = 0.7
"""A question that only this person is asked is meant in a turn read with less than this."""


class Beside(Telling):
    """An answer that may leave the talk, and come back to it."""

    def beside(self) -> None:
        """No topic of the talk: going on with the last one, small things, or not followed."""
        act, asks = self.act, self.heard.asks()
        moved = act.empathic or "reflection" in act.skills
        leave = "permission" in act.skills
        if (asks or not moved) and not leave and self.outside():
            return
        if act.topic == "smalltalk" and not leave:
            mood = "guarded" if self.guarded() else "open"
            self.saying.say(f"replies.smalltalk.{mood}")
        elif asks and act.about and not leave:
            self.turn_to("family")
        elif moved:
            self.goes_on()
        elif leave:
            mood = "guarded" if self.guarded() else "open"
            self.saying.say(f"replies.permission.{mood}", "reactions.permission")
        elif self._follows_up():
            self.turn_to(self.memory.topic)
        else:
            self.not_followed()

    def of_another(self) -> bool:
        """Let the relative answer who is called by name; whether they have anything to say."""
        who = self.act.to
        if who is None or who == lead(self.case):
            return False
        if self.act.topic in OF_THE_TALK:
            self.topic = self.act.topic
        if self.own(who) or self._everyday_of(who) or self.tell_next():
            return True
        again = tuple(f"facts.{fact}.again" for fact in sorted(self.memory.told))
        if self.act.warm and self.saying.say(self.touched(), *again, by=who):
            return True
        if self.hint():
            return True
        mood = "guarded" if self.guarded() else "open"
        put_in = (f"interjections.{n}.say" for n in range(len(self.case.interjections)))
        names = (f"replies.{self.act.topic}.{mood}", f"called.{who}", *put_in)
        if self.saying.say(*names, unused=True, by=who):
            return True
        return self.saying.say(f"called.{who}", *again, by=who)

    def outside(self) -> bool:
        """Answer a question outside the script, where its words are there."""
        return self.own() or self._everyday()

    def belongs_outside(self) -> bool:
        """The same for a turn on a topic: only where it was read in doubt or is nothing else."""
        lexicon = self.heard.lexicon
        if self.act.sure < OWN_BELOW and self.own():
            return True
        is_plain = lexicon is not None and lexicon.plain(self.heard.text) is not None
        if is_plain and self.own():
            return True
        return (self.act.sure < DOUBTFUL or is_plain) and self._everyday()

    def not_followed(self) -> None:
        """Say so, or nod; and when the talk has lost its way, bring something up."""
        lost = self.memory.not_followed > 1
        if lost and self.saying.say("reactions.initiative", unused=True):
            return
        if self.heard.asks():
            self.understood = not self.saying.say("reactions.not_understood")
            return
        self.saying.say("reactions.listens")

    def _follows_up(self) -> bool:
        """Whether an open question stays with what was just hinted at or felt."""
        stays = self.memory.last.cues or self.memory.hinted
        return (
            "open_question" in self.act.skills and bool(stays) and self.memory.topic in OF_THE_TALK
        )

    def _everyday_of(self, who: str) -> bool:
        lexicon = self.heard.lexicon
        asked = lexicon.question(self.heard.text) if lexicon else None
        return asked is not None and self.saying.say(f"off_script.{asked}", unused=True, by=who)

    def _everyday(self) -> bool:
        lexicon = self.heard.lexicon
        asked = lexicon.question(self.heard.text) if lexicon else None
        if asked is None or (asked == GOODBYE and not self.memory.earlier):
            return False  # nobody takes leave in the first breath
        if asked == MORE and self.memory.topic in OF_THE_TALK:
            self.turn_to(self.memory.topic)
            return True
        if asked == LOST:
            self.topic = self.memory.last.topic
            self.saying.say_again()
            return True
        if asked == NOD:
            return self.saying.say("reactions.listens")
        if asked in OPTIONAL and asked not in self.case.off_script:
            return self._not_theirs(asked)
        self.topic = "smalltalk"
        if self.act.empathic:
            self.moved()
        name = "reactions.goodbye" if asked == GOODBYE else f"off_script.{asked}"
        return self.saying.say(name, "reactions.evades")

    def _not_theirs(self, asked: str) -> bool:
        """A question that this person has no answer to: it is left to its topic, if it has one."""
        if self.act.topic in OF_THE_TALK:
            return False
        if asked in FAMILY:
            self.turn_to("family")
            return True
        return self.saying.say("reactions.evades")
