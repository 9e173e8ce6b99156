"""A line that was half typed when the program was ended: kept with the draft, and brought back."""

from convoguide.i18n import gettext as _
from convoguide.tui.screens.talk_second import SecondLanguage


class HalfLine(SecondLanguage):
    """Nothing is made a note that was not finished: it waits in the field."""

    _brought_back = False

    @property
    def half_typed(self) -> bool:
        """Whether a line stands in the field that is no note yet."""
        return not self.field.blank

    def keep_half_line(self) -> None:
        """Keep what stands in the field, where anything is kept at all."""
        if self.sitting.read_only:
            return
        self.sitting.typed = None if self.field.blank else (self.field.text, self.voice)
        if self.sitting.typed is not None:
            self.keeper.save(self.sitting)

    def bring_back_half_line(self) -> None:
        """Put into the field what was kept, and say so."""
        typed, self.sitting.typed = self.sitting.typed, None
        if typed is None:
            return
        text, self.voice = typed
        self._brought_back = True
        self.field.put(text)
        self.show_talk()
        self.say(_("This line was not finished when ConvoGuide was closed."))

    def forget_half_line(self) -> None:
        """The line was dropped: it does not come back once more."""
        if self._brought_back and not self.sitting.read_only:
            self.keeper.save(self.sitting)
