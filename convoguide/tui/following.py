"""Conversations that follow an earlier one: a kept one, one in a file, or one from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convoguide.errors import ConvoGuideError
from convoguide.tui.secrets import Secrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.core.conversation import Conversation
    from convoguide.core.parts import Identified
    from convoguide.services.conduct import Sitting


class Following(Secrets):
    """Finding the earlier conversation; `begin` is the app's own."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._earlier: dict[str, Conversation] = {}
        """The conversations that others follow, by their ids, once they were read."""

    def begin(
        self,
        guide_id: str,
        identified: Identified | None = None,
        earlier: Conversation | None = None,
    ) -> None:
        """Begin a conversation, which follows `earlier`."""
        raise NotImplementedError

    def with_kept(self, conversation_id: str, then: Callable[[Conversation], None]) -> None:
        """Do `then` with a kept conversation, once it can be read."""

        def go() -> None:
            try:
                found = self.keeper.read(self.whole_id(conversation_id))
            except ConvoGuideError as error:
                self.notify(str(error), severity="error", markup=False, timeout=15)
                self.list_drafts()
                return
            then(found)

        try:
            self.unlocked(go)
        except ConvoGuideError as error:
            self._store_trouble(error)

    def follow_up(self, conversation_id: str) -> None:
        """Begin a conversation that follows a kept one, by the same guide."""
        self.with_kept(conversation_id, lambda earlier: self.begin(earlier.guide, None, earlier))

    def action_paste_talk(self) -> None:
        """Begin a conversation that follows one whose journal text is pasted."""
        from convoguide.tui.dialogs.paste import ask_earlier

        def read(earlier: Conversation) -> None:
            from convoguide.services.conduct import local_now
            from convoguide.services.follow_on import take_in

            try:
                known = take_in(self.keeper, earlier, local_now().date())
            except ConvoGuideError as error:
                self._store_trouble(error)
                return
            self.begin(known.guide, None, known)

        try:
            self.unlocked(lambda: ask_earlier(self, read))
        except ConvoGuideError as error:
            self._store_trouble(error)

    def earlier_of(self, sitting: Sitting) -> Conversation | None:
        """The conversation that this one follows, where it is at hand."""
        from convoguide.services.follow_on import followed

        previous = sitting.conversation.previous
        if previous is None:
            return None
        if previous not in self._earlier:
            try:
                found = followed(self.keeper, sitting, None)
            except ConvoGuideError:
                return None  # what ails the store is said where it is opened
            if found is None:
                return None
            self._earlier[previous] = found
        return self._earlier[previous]

    def named(self, sitting: Sitting, given: Conversation | str | None) -> Conversation | None:
        """What was named as followed by a draft, where it is that; else what is kept."""
        from convoguide.services.follow_on import followed

        if given is None:
            return self.earlier_of(sitting)
        named = self.keeper.read(self.whole_id(given)) if isinstance(given, str) else given
        try:
            return followed(self.keeper, sitting, named)
        except ConvoGuideError:
            self.keeper.leave(sitting)
            raise

    def whole_id(self, given: str) -> str:
        """The id that was meant, where only its beginning was typed."""
        found = [each.id for each in self.keeper.drafts() if each.id.startswith(given.lower())]
        return found[0] if len(found) == 1 else given
