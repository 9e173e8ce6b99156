"""Home: begin, go on, and what is not yet in the journal. Drawn before anything heavy is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.dates import told_moment
from convoguide.i18n import N_, current, ngettext
from convoguide.i18n import gettext as _
from convoguide.tui.bindings import HOME
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import Listing, gap, told
from convoguide.tui.wrapping import cut

if TYPE_CHECKING:
    from collections.abc import Hashable

    from convoguide.services.keep import Draft
    from convoguide.tui.app import ConvoGuideApp
    from convoguide.tui.widgets.line_view import Row

# Named here and not read from the guides, whose models are not loaded before the first frame.
GUIDES = {
    "svas-kronoberg": N_("Serious illness conversation (SVAS)"),
    "forhandssamtale": N_("Advance care planning conversation (forhåndssamtale)"),
}
_FIRST = {"nb": "forhandssamtale", "nn": "forhandssamtale"}
"""By the interface's language, the guide that stands first: one key begins it."""
_MORE = (
    ("paste_talk", N_("Follow up a conversation already in the journal: paste its text")),
    ("practice", N_("Rehearse with a made-up person")),
    ("identify", N_("Should a conversation be offered? (checklist)")),
    ("documents", N_("Documents, and what each is for")),
    ("tally", N_("Tally: what was held, and what came of it")),
    ("settings", N_("Settings")),
    ("help", N_("Help")),
)


def guides() -> list[str]:
    """The ids of the guides, that of the interface's country first."""
    return sorted(GUIDES, key=lambda guide: guide != _FIRST.get(current(), next(iter(GUIDES))))


def draft_named(draft: Draft) -> str:
    """Which conversation it is, in a sentence; of a locked one only the time is known."""
    when = told_moment(draft.created.astimezone()) if draft.created else "–"
    label = draft.label or (_(GUIDES[draft.guide]) if draft.guide in GUIDES else draft.guide)
    if not label:
        return _("This conversation, begun {when}.").format(when=when)
    return _("This conversation: {label}, begun {when}.").format(label=label, when=when)


class HomeScreen(Listing[None]):
    """What can be begun or gone on with. Drafts are filled in right after the first frame."""

    PLACE = HOME
    BINDINGS = keys_of(HOME)

    app: ConvoGuideApp
    drafts: tuple[Draft, ...] | None = None
    """None until they have been listed."""

    def heading(self) -> str:
        return "ConvoGuide"

    def rows(self, width: int) -> list[Row]:
        found = [*told(_("Begin"), width, style="heading")]
        for guide in guides():
            found += told(_(GUIDES[guide]), width, ("start", guide))
        found += [gap(), *self._waiting(width), *self._written(width)]
        found += [*told(_("More"), width, style="heading")]
        for name, title in _MORE:
            found += told(_(title), width, ("more", name))
        return found

    def _waiting(self, width: int) -> list[Row]:
        """What is not yet in the journal: always in sight."""
        drafts = [each for each in self.drafts or () if each.documented is None]
        heading = ngettext(
            "{n} conversation not yet in the journal",
            "{n} conversations not yet in the journal",
            len(drafts),
        )
        # No number before it has looked, and none where there is nothing to count.
        words = heading.format(n=len(drafts)) if drafts else _("Not yet in the journal")
        rows = [*told(words, width, style="heading")]
        if self.drafts is None:
            rows += told(_("looking …"), width, style="quiet")
        elif not self.drafts:
            # A fresh home: what to do first, and a way to try it that costs nothing.
            rows += told(
                _("Press Enter on a guide above to begin a conversation."), width, style="quiet"
            )
            rows += told(_("New here? A tour with a made-up person"), width, ("more", "tour"))
        elif not drafts:
            rows += told(_("Nothing is waiting."), width, style="quiet")
        for each in drafts:
            rows += told(cut(self._draft(each), width), width, ("draft", each.id))
        return [*rows, gap()]

    def _written(self, width: int) -> list[Row]:
        drafts = [each for each in self.drafts or () if each.documented is not None]
        if not drafts:
            return []
        rows = [*told(_("In the journal; deleted here after some days"), width, style="heading")]
        for each in drafts:
            rows += told(cut(self._draft(each), width), width, ("draft", each.id))
        return [*rows, gap()]

    def _draft(self, draft: Draft) -> str:
        """On one line, what it is told by first. A locked home knows the time only."""
        when = told_moment(draft.updated.astimezone()) if draft.updated else "?"
        if draft.damaged:
            return when + "  " + _("damaged; it is left as it is")
        title = _(GUIDES[draft.guide]) if draft.guide in GUIDES else draft.guide or ""
        return "  ".join(filter(None, (when, draft.label or "", title)))

    def show_drafts(self, drafts: list[Draft]) -> None:
        """The drafts are known now."""
        self.drafts = tuple(drafts)
        waiting = [each for each in drafts if each.documented is None and not each.damaged]
        mark: Hashable = ("draft", waiting[0].id) if waiting and self._untouched() else None
        self.show_rows(mark)

    def _untouched(self) -> bool:
        """Whether the cursor still stands where it began: going on is what is likely wanted."""
        return self.marked in (None, ("start", guides()[0]))

    def on_screen_resume(self) -> None:
        if self.drafts is not None:
            self.app.list_drafts()

    # --- actions ---------------------------------------------------------------------------------

    def choose(self, tag: Hashable) -> None:
        match tag:
            case ("start", str(guide)):
                self.app.begin(guide)
            case ("draft", str(draft)):
                self.app.go_on(draft)
            case ("more", str(name)):
                self.app.call_later(self.app.run_action, name, self.app)

    def available(self, action_id: str) -> bool:
        if action_id == "go_on":
            return bool(self._waiting_ids())
        if action_id in ("to_journal", "follow_up", "delete"):
            return self._chosen_draft() is not None
        return True

    def _waiting_ids(self) -> list[str]:
        drafts = self.drafts or ()
        return [each.id for each in drafts if each.documented is None and not each.damaged]

    def _chosen_draft(self) -> str | None:
        match self.marked:
            case ("draft", str(draft)):
                return draft
        return None

    def action_start(self) -> None:
        """Begin by the guide that is marked, else by the first."""
        marked = self.marked
        guide = marked[1] if isinstance(marked, tuple) and marked[0] == "start" else None
        if guide is not None:
            self.app.begin(str(guide))
        else:
            self.app.ask_guide()

    def action_go_on(self) -> None:
        """Go on with the latest draft, exactly where it was left."""
        waiting = self._waiting_ids()
        chosen = self._chosen_draft()
        if chosen or waiting:
            self.app.go_on(chosen or waiting[0])

    def action_to_journal(self) -> None:
        """Copy the chosen draft's text."""
        chosen = self._chosen_draft()
        if chosen:
            self.app.go_on(chosen, then="journal")

    def action_follow_up(self) -> None:
        """Begin a conversation that follows the chosen one."""
        chosen = self._chosen_draft()
        if chosen:
            self.app.follow_up(chosen)

    def action_delete(self) -> None:
        """Delete the chosen draft for good, after a question."""
        chosen = self._chosen_draft()
        if chosen:
            draft = next(each for each in self.drafts or () if each.id == chosen)
            self.app.ask_delete(draft)
