"""What is said aloud in a second language too, for a talk through an interpreter."""

from convoguide.i18n import gettext as _
from convoguide.tui.guide_text import in_two
from convoguide.tui.screens.talk_filing import FilingActions

_NONE = "-"


class SecondLanguage(FilingActions):
    """The second language is a setting, so that it stays for the next conversation too."""

    second_locale: str | None = None

    def speak_two(self, locale: str | None) -> None:
        """Show names and phrases in this language too; None: in one."""
        self.second_locale = locale
        self.text = in_two(self.text, locale)

    def action_second(self) -> None:
        """Another second language, or none."""
        from convoguide.services.two_languages import names
        from convoguide.tui.dialogs.letters import Choice, LetterDialog

        found = {each: name for each, name in names().items() if each != self.text.locale}
        letters = "bcdefghijklmnoprstuvwxyz"
        choices = [Choice(_NONE, "a", _("One language"))]
        choices += [
            Choice(each, letter, name)
            for letter, (each, name) in zip(letters, found.items(), strict=False)
        ]
        dialog = LetterDialog(
            _("Said aloud in a second language too"),
            choices,
            now=self.second_locale or _NONE,
            said=_("Names of steps and ways to say them, one under the other."),
        )

        def chosen(answer: str | None) -> None:
            if answer is None:
                return
            self.speak_two(None if answer == _NONE else answer)
            change = getattr(self.app, "change_settings", None)
            if change is not None:
                change(second_locale=self.second_locale)
            self.show_talk()

        self.app.push_screen(dialog, chosen)

    def action_phrase(self) -> None:
        """Another way to say it; where the step is not on the screen, above the field."""
        step = self.sitting.here
        said = self.text.phrases(step) if step is not None else []
        if self.sitting.way == "steps" or step is None or not said:
            self.phrase += 1
            self.show_talk()
            return
        place = self.phrase % len(said)
        second = self.text.second_phrases(step)[place]
        self.phrase += 1
        self.say("\n".join(filter(None, (said[place], second))))
